//! Templates and static files: names agree, nothing is left over, nobody's text is trusted, sentences are short.

use std::collections::BTreeSet;

use career_pathways::web::addresses;
use career_pathways::web::stylesheet::StyleSheet;
use scraper::Selector;

use crate::architecture::web_code::{View, routes, views};
use crate::architecture::{files, none};
use crate::support::{TestSite, catalogue};

const MOST_WORDS: usize = 20;

#[test]
fn each_template_is_shown_by_one_struct_of_its_name() {
    let mut faults = Vec::new();
    let mut pages: BTreeSet<String> = files("templates").into_keys().filter(|name| !name.starts_with('_')).collect();
    // A partial may have a struct of its own, where it stands within itself or is text to copy.
    for View { template, name: view, file } in views(&files("src")) {
        if !template.starts_with('_') && !pages.remove(&template) {
            faults.push(format!("src/{file} shows {template}, which is not there or is shown twice"));
        }
        let stem = template.split('.').next().unwrap_or_default();
        let camel = camel_case(stem.trim_start_matches('_'));
        if !view.starts_with(&camel) {
            faults.push(format!("src/{file}: {view} shows {template}; its name should begin with {camel}"));
        }
    }
    faults.extend(pages.into_iter().map(|page| format!("templates/{page} is shown by nobody")));
    none(&faults);
}

/// Pages whose module or address does not follow from the template: template, module, address.
const NAMED_OTHERWISE: [(&str, &str, &str); 5] = [
    ("start", "start", "/"),
    ("about_data", "about_data", "/about-the-data"),
    ("match", "matcher", "/match"), // `match` is a keyword
    ("accessibility", "statement", "/accessibility"),
    ("privacy", "statement", "/privacy"),
];

#[test]
fn a_page_has_one_name_for_its_template_its_module_its_struct_and_its_address() {
    let routes = routes(&files("src"));
    let mut violations = Vec::new();
    let views = views(&files("src"));
    assert!(views.iter().filter(|view| view.file.starts_with("web/pages/")).count() > 15, "few pages were found");
    for View { template, name, file } in views {
        let Some(module) = file.strip_prefix("web/pages/") else { continue };
        let module = module.trim_end_matches(".rs").trim_end_matches("/mod");
        let stem = template.trim_end_matches(".html");
        let exception = NAMED_OTHERWISE.iter().find(|(template, ..)| *template == stem);
        let is_address = |route: &String| match exception {
            Some((.., address)) => route == address,
            None => *route == format!("/{stem}") || route.ends_with(&format!("/{{{stem}}}")),
        };
        // A list is in the module of what it lists: the guides in `guide`.
        let singular =
            stem.strip_suffix("ies").map_or(stem.trim_end_matches('s').to_owned(), |start| format!("{start}y"));
        let is_module = exception.map_or(module == stem || module == singular, |(_, expected, _)| module == *expected);
        if !routes.iter().any(is_address) {
            violations.push(format!("templates/{template}: no address is named like it"));
        }
        if !is_module {
            violations.push(format!("src/{file} shows templates/{template}, which is named otherwise"));
        }
        let expected = format!("{}Page", camel_case(stem));
        if name != expected {
            violations.push(format!("src/{file}: {name} shows templates/{template}; call it {expected}"));
        }
    }
    none(&violations);
}

fn camel_case(stem: &str) -> String {
    stem.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

#[test]
fn each_partial_is_used_and_each_template_says_what_it_takes() {
    let templates = files("templates");
    let mut faults = Vec::new();
    let shown: BTreeSet<String> = views(&files("src")).into_iter().map(|view| view.template).collect();
    for (name, text) in &templates {
        if !text.starts_with("{#- Inputs: ") {
            faults.push(format!("templates/{name} does not begin with a comment that names its inputs"));
        }
        // The architecture test does not read templates.
        let by_path = ["crate::", "super::", "self::"].into_iter().filter(|path| text.contains(path));
        faults.extend(
            by_path.map(|path| format!("templates/{name} names something by `{path}`: import it in the module")),
        );
        let used = |other: &String| other.contains(&format!("\"{name}\""));
        if name.starts_with('_') && !shown.contains(name) && !templates.values().any(used) {
            faults.push(format!("templates/{name} is used by no template"));
        }
    }
    none(&faults);
}

#[test]
fn no_template_has_script_or_style_of_its_own_or_trusts_a_text() {
    let mut faults = Vec::new();
    for (name, text) in files("templates") {
        for (number, line) in text.lines().enumerate() {
            let is_open_data = line.contains("application/ld+json");
            let inline = [" style=", "<style", " onclick=", " onload=", " onchange=", " onsubmit=", "javascript:"];
            let banned = inline.into_iter().chain(["<script", "|safe", "| safe"].into_iter().filter(|_| !is_open_data));
            faults.extend(
                banned
                    .filter(|word| line.contains(word))
                    .map(|word| format!("templates/{name}:{}: {word}", number + 1)),
            );
        }
    }
    none(&faults);
}

#[test]
fn a_title_stands_apart_from_the_text_after_it_where_there_is_no_style() {
    let mut faults = Vec::new();
    for (name, text) in files("templates") {
        for after in text.split("</strong>").skip(1) {
            if after.starts_with("{{") || after.starts_with("<span") || after.starts_with(char::is_alphanumeric) {
                let start = after.lines().next().unwrap_or_default();
                faults.push(format!("templates/{name}: put a space between </strong> and {start}"));
            }
        }
    }
    none(&faults);
}

/// The sentences of a template. What is filled in counts as one word.
fn sentences(template: &str) -> Vec<String> {
    /// What stands inside a sentence; every other tag ends one.
    const WITHIN: [&str; 9] = ["a", "abbr", "code", "em", "mark", "span", "strong", "svg", "use"];
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '<']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (end, stands_for) = match rest.get(..2) {
            Some("{{") => ("}}", "something"),
            Some("{#") => ("#}", ""),
            Some("{%") => {
                let word = rest[2..].trim_start_matches(['-', ' ']).split([' ', '-', '%']).next().unwrap_or_default();
                ("%}", if matches!(word, "else" | "when" | "for" | "endfor" | "block") { "\n" } else { "" })
            }
            Some(tag) if tag.starts_with('<') => {
                let name =
                    rest[1..].trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                (">", if WITHIN.contains(&name) { "" } else { "\n" })
            }
            _ => ("", "{"),
        };
        text.push_str(stands_for);
        // A tag can hold expressions with a `>`: those end first.
        let mut length = rest.find(end).map_or(rest.len(), |at| at + end.len()).max(1);
        if end == ">" {
            while rest[..length].matches("{{").count() + rest[..length].matches("{%").count()
                > rest[..length].matches("}}").count() + rest[..length].matches("%}").count()
            {
                length += rest[length..].find('>').map_or(rest.len() - length, |at| at + 1);
            }
        }
        rest = &rest[length..];
    }
    text.push_str(rest);
    let ends = |line: &str| line.split_inclusive(['.', '?', '!', ':']).map(str::to_owned).collect::<Vec<_>>();
    text.lines().flat_map(ends).map(|sentence| sentence.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_sentence_ends_where_a_reader_would_end_it() {
    let found = sentences(
        "<p>One <a href=\"{{ a > b }}\">two</a>. {% if x %}Three{% else %}Four{% endif %}</p>\n<p>{{ five }} six</p>",
    );
    let found: Vec<_> = found.iter().filter(|sentence| !sentence.is_empty()).collect();
    assert_eq!(found, ["One two.", "Three", "Four", "something six"]);
}

#[test]
fn no_sentence_of_a_template_is_longer_than_20_words_or_shouts() {
    let mut faults = Vec::new();
    for (name, text) in files("templates") {
        for sentence in sentences(&text) {
            let count = sentence.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
            if count > MOST_WORDS || sentence.ends_with('!') {
                faults.push(format!("templates/{name}: {count} words: {sentence}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn each_static_file_is_used() {
    let users: String = files("src").into_values().chain(files("templates").into_values()).collect();
    // A font's licence stands beside it; another test has the parts of style sheets.
    let to_be_used =
        files("static").into_keys().filter(|name| !name.ends_with("OFL.txt") && !name.starts_with("look/"));
    let unused = to_be_used.filter(|name| !users.contains(&format!("\"{name}\"")));
    none(&unused.map(|name| format!("static/{name} is used by nobody")).collect::<Vec<_>>());
}

/// The style sheets, each with its name.
fn sheets() -> impl Iterator<Item = (String, String)> {
    files("static").into_iter().filter(|(name, _)| name.ends_with(".css"))
}

/// The rules of a style sheet: the at-rules around each, and its selectors.
fn rules(sheet: &str) -> Vec<(Vec<String>, String)> {
    let mut rules = Vec::new();
    let mut around: Vec<String> = Vec::new();
    let plain = sheet.split("*/").map(|part| part.split("/*").next().unwrap_or_default()).collect::<String>();
    let mut head = String::new();
    for letter in plain.chars() {
        match letter {
            '{' => {
                let selectors = head.split_whitespace().collect::<Vec<_>>().join(" ");
                rules.push((around.clone(), selectors.clone()));
                around.push(selectors);
                head.clear();
            }
            '}' => {
                around.pop();
                head.clear();
            }
            ';' => head.clear(),
            _ => head.push(letter),
        }
    }
    rules
}

#[test]
fn each_rule_of_a_style_sheet_is_stated_once() {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, text) in sheets() {
        for (around, selectors) in rules(&text) {
            // A pack sets its own margins of paper.
            if around.is_empty() && selectors.starts_with("@media") || selectors == "@page" {
                continue;
            }
            if !seen.insert((around, selectors.clone())) {
                faults.push(format!("static/{name} states {selectors} again"));
            }
        }
    }
    none(&faults);
}

#[test]
fn each_line_of_a_style_sheet_fits_a_screen() {
    let wide = |(name, text): (String, String)| -> Vec<String> {
        let wide = text.lines().enumerate().filter(|(_, line)| line.chars().count() > 120);
        wide.map(|(number, _)| format!("static/{name}:{} is wider than 120 columns", number + 1)).collect()
    };
    none(&sheets().flat_map(wide).collect::<Vec<_>>());
}

#[test]
fn each_part_of_the_look_is_in_a_style_sheet_and_each_sheet_has_its_parts() {
    let named: BTreeSet<&str> = StyleSheet::ALL.into_iter().flat_map(StyleSheet::parts).collect();
    let part = |name: &str| Some(name.strip_prefix("look/")?.trim_end_matches(".css").to_owned());
    let parts: BTreeSet<String> = sheets().filter_map(|(name, _)| part(&name)).collect();
    assert_eq!(named.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), parts);
}

/// What the rules of a style sheet choose by, without states and parts of elements: those that hold of a page as it is sent.
fn chosen_by(css: &str) -> BTreeSet<String> {
    let states = ["::", ":hover", ":focus", "/"];
    // As it is sent, without spaces that part nothing.
    let tight = |selector: &str| selector.replace(", ", ",").replace(" > ", ">");
    let plain = |selector: &str| {
        states.iter().fold(tight(selector), |rest, state| match rest.split_once(state) {
            Some((before, _)) => before.to_owned(),
            None => rest,
        })
    };
    let all = rules(css).into_iter().map(|(_, selectors)| selectors).filter(|selectors| !selectors.starts_with('@'));
    // A comma within brackets parts no two selectors: such a rule is looked for as it is written.
    let parts = all.flat_map(|all| match all.contains('(') {
        true => vec![plain(&all)],
        false => all.split(',').map(|one| plain(one.trim())).collect(),
    });
    parts.filter(|selector| selector.contains('.')).collect()
}

#[tokio::test]
async fn a_page_has_the_rules_for_all_that_is_on_it() {
    // What is for paper alone each sheet says for itself.
    let on_screens = sheets().filter(|(name, _)| !name.ends_with("print.css"));
    let everything: String = on_screens.map(|(_, text)| text).collect();
    let known: Vec<(String, Selector)> = chosen_by(&everything)
        .into_iter()
        .filter_map(|text| Selector::parse(&text).ok().map(|one| (text, one)))
        .collect();
    assert!(known.len() > 150, "{} rules", known.len());
    let site = TestSite::new();
    let asked = [
        "/match?start=gcse",
        "/compare?role=ward-nurse&role=steering&role=listener",
        "/journeys?from=hospital-mover&to=birth-nurse",
        "/pack?role=ward-nurse",
        "/pack?from=hospital-mover&to=birth-nurse",
        "/map?category=nursing",
        "/map?view=table",
        "/map?from=none&to=hydrotherapist",
        "/roles?q=nurse&level=entry",
        "/nowhere",
        "/embed/roles/ward-nurse",
        "/embed/journeys?from=hospital-mover&to=birth-nurse",
    ];
    let mut kinds = BTreeSet::new();
    let pages = addresses::pages(&catalogue());
    let of_each_kind = pages.iter().filter(|address| {
        let above = address.rsplit_once('/').map_or("", |(above, _)| above);
        above.is_empty() || kinds.insert(above.to_owned())
    });
    let mut faults = Vec::new();
    for address in of_each_kind.map(String::as_str).chain(asked).chain(["/roles/ward-nurse"]) {
        let page = site.get(address).await;
        let sheet = page.attribute_of("link[rel=stylesheet]", "href");
        let own = chosen_by(&site.get(&sheet).await.ok().text());
        let document = page.document();
        let lacking = known.iter().filter(|(text, one)| !own.contains(text) && document.select(one).next().is_some());
        faults.extend(lacking.map(|(text, _)| format!("{address}: {sheet} has no rule for {text}")));
    }
    none(&faults);
}

/// The declarations of a style sheet, block by block. A block within another is one of its own.
fn blocks(css: &str) -> Vec<Vec<String>> {
    let without_comments: String = css
        .split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").unwrap().1 })
        .collect();
    let inner = without_comments.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default().to_owned());
    inner.map(|block| block.split(';').map(|line| line.trim().to_owned()).collect()).collect()
}

#[test]
fn a_browser_that_does_not_know_a_function_has_a_plain_value_before_it() {
    let mut faults = Vec::new();
    for (name, css) in sheets() {
        // What stands in a block for browsers that know it needs none.
        let plain = css.split("@supports (color: light-dark").next().unwrap();
        for block in blocks(plain) {
            let mut known: Vec<&str> = Vec::new();
            for declaration in &block {
                let Some((property, value)) = declaration.split_once(':') else { continue };
                let is_new = value.contains("light-dark(") || property == "content" && value.contains(" / \"");
                if is_new && !known.contains(&property) {
                    faults.push(format!("static/{name}: {declaration}"));
                }
                known.push(property);
            }
        }
    }
    none(&faults);
}
