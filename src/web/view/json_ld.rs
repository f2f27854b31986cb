//! What a role's page is about, for machines: JSON-LD in the terms of schema.org.

use serde_json::{Value, json};

use crate::catalogue::RoleRef;
use crate::catalogue::model::role::EntryRoute;
use crate::site_map;
use crate::web::links;
use crate::web::view::frame::Frame;

/// What a role's page is about, in the words of schema.org, from recorded facts alone. Made to stand within `<script>`.
#[must_use]
pub fn occupation(frame: &Frame<'_>, role: RoleRef<'_>) -> String {
    let (site, t) = (frame.catalogue.site(), frame.catalogue.interface());
    let mut occupation = json!({
        "@type": "Occupation",
        "@id": format!("{}#occupation", frame.absolute()),
        "name": role.title,
        "description": role.summary,
        "url": frame.absolute(),
        "image": links::absolute(site, &links::og_role(&role.id)),
    });
    let registers: Vec<String> = role
        .registrations()
        .filter(|(registration, _)| registration.needed && !registration.own_profession)
        .map(|(_, organisation)| t.registration_with_the(&organisation.name))
        .collect();
    let family = role.line().map(|category| category.title.clone());
    let ways_in: Vec<&str> = role.entry_routes.iter().map(|route: &EntryRoute| route.summary.as_str()).collect();
    for (name, value) in [
        ("alternateName", json!(role.other_titles)),
        ("responsibilities", json!(role.what_you_do)),
        ("skills", json!(role.qualities)),
        ("educationRequirements", json!(ways_in)),
        ("qualifications", json!(registers)),
        ("occupationalCategory", json!(family.into_iter().collect::<Vec<_>>())),
    ] {
        if value.as_array().is_some_and(|items| !items.is_empty()) {
            occupation[name] = value;
        }
    }
    let place = |(number, (name, path)): (usize, (&str, &str))| json!({"@type": "ListItem", "position": number + 1, "name": name, "item": links::absolute(site, path)});
    let way = frame.crumbs.iter().map(|crumb| (crumb.label.as_str(), crumb.href.as_str()));
    let here = (frame.title.as_str(), frame.path.as_str());
    let way = std::iter::once((t.home(), site_map::START)).chain(way).chain([here]);
    let crumbs = json!({"@type": "BreadcrumbList", "itemListElement": way.enumerate().map(place).collect::<Vec<_>>()});
    within_script(&json!({"@context": "https://schema.org", "@graph": [occupation, crumbs]}))
}

/// JSON that cannot end the `<script>` in which it stands: no `<` is left in it.
fn within_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::within_script;

    #[test]
    fn nothing_in_json_can_end_the_script_around_it() {
        let value = json!({"title": "</script><script>alert(1)</script><!-- & \u{2028}"});
        let written = within_script(&value);
        assert!(!written.contains('<'), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }
}
