//! What a role's page is about, for machines: JSON-LD in the terms of schema.org.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::{Catalogue, PayRef, RoleRef};
use crate::site_map;
use crate::web::links;
use crate::web::view::distributions::{self, Distribution, keywords, last_reviewed};
use crate::web::view::frame::Frame;
use crate::web::view::way_in::{WayIn, ways_in};

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
    let leads_to: BTreeSet<String> = ways_in(role).iter().filter_map(WayIn::leads_to).collect();
    let credential = |name: String| json!({"@type": "EducationalOccupationalCredential", "credentialCategory": name});
    let qualifications = registers.into_iter().map(Value::from).chain(leads_to.into_iter().map(credential));
    let family = role.line().map(|category| category.title.clone()).map(Value::from);
    let codes = [("SOC 2020", &role.codes.soc2020), ("O*NET-SOC", &role.codes.onet)];
    let codes = codes.into_iter().flat_map(|(set, codes)| codes.iter().map(move |code| category_code(set, code)));
    let salaries: Vec<Value> = role.pay().filter_map(salary).collect();
    let summaries: Vec<&str> = role.entry_routes.iter().map(|route: &EntryRoute| route.summary.as_str()).collect();
    for (name, value) in [
        ("alternateName", json!(role.other_titles)),
        ("responsibilities", json!(role.what_you_do)),
        ("skills", json!(role.qualities)),
        ("educationRequirements", json!(summaries)),
        ("qualifications", qualifications.collect()),
        ("occupationalCategory", family.into_iter().chain(codes).collect()),
        ("estimatedSalary", json!(salaries)),
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

/// What the data is, in the words of schema.org. Made to stand within `<script>`.
#[must_use]
pub fn dataset(catalogue: &Catalogue) -> String {
    let (site, t) = (catalogue.site(), catalogue.interface());
    let form = |form: Distribution<'_>| {
        json!({
            "@type": "DataDownload",
            "name": form.title,
            "encodingFormat": form.media_type,
            "contentUrl": links::absolute(site, form.path),
        })
    };
    let forms = distributions::tables(t).into_iter().chain(distributions::whole_lists(t)).map(form);
    let publisher = site.publisher.as_ref().map(|publisher| json!({"@type": "Organization", "name": publisher}));
    let mut dataset = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": links::absolute(site, "/developers#data"),
        "name": site.name,
        "description": site.about,
        "url": links::absolute(site, site_map::DEVELOPERS),
        "version": catalogue.revision(),
        "inLanguage": t.language().to_string(),
        "isAccessibleForFree": true,
        "keywords": keywords(catalogue).collect::<Vec<_>>(),
        "distribution": forms.collect::<Vec<_>>(),
    });
    for (name, value) in [
        ("license", site.data_licence.as_ref().map(|licence| json!(licence.url))),
        ("creator", publisher),
        ("spatialCoverage", site.region.as_ref().map(|region| json!(region))),
        ("dateModified", last_reviewed(catalogue).map(|day| json!(day.to_string()))),
    ] {
        if let Some(value) = value {
            dataset[name] = value;
        }
    }
    within_script(&dataset)
}

/// A code of an official list.
fn category_code(set: &str, code: &str) -> Value {
    json!({"@type": "CategoryCode", "codeValue": code, "inCodeSet": {"@type": "CategoryCodeSet", "name": set}})
}

/// What the bands on which one starts pay; `None` where no sum is known.
fn salary(pay: PayRef<'_>) -> Option<Value> {
    let (least, most) = pay.range()?;
    let scale = pay.scheme().scale.as_ref()?;
    Some(json!({
        "@type": "MonetaryAmount",
        "name": pay.scheme().title,
        "currency": "GBP",
        "validFrom": scale.starts.to_string(),
        "validThrough": scale.ends.to_string(),
        "value": {"@type": "QuantitativeValue", "minValue": least, "maxValue": most, "unitText": "YEAR"},
    }))
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
