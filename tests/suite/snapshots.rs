//! What stands on the pages, as a person reads it: a change of a template or a text shows here, line by line.
//!
//! One page of each kind is kept with the small data of `fixtures/base/`, and a few more with the town. After a change that is meant, `INSTA_UPDATE=always cargo test --test suite snapshots`, then
//! read the difference as your readers would.

use std::collections::BTreeSet;

use career_pathways::web::addresses;

use crate::checks::base;
use crate::outline::of_main;
use crate::support::TestSite;
use crate::support::load_all;

/// Pages with something to say of choices, or of what goes wrong.
const ASKED: [&str; 5] = [
    "/roles?level=early&setting=social",
    "/roles?level=boss",
    "/roles?q=zzzzzzzz&level=entry",
    "/roles/nures",
    "/nowhere",
];

/// Pages of the town that have more to say than those of `fixtures/base/`.
const TOWN: [&str; 6] = [
    "/",
    "/roles/ward-nurse",
    "/roles/steering",
    "/roles/family-host",
    "/journeys?from=hospital-mover&to=birth-nurse",
    "/journeys?from=none&to=hydrotherapist&no-degree=yes",
];

/// `/roles/nurse` is one of `/roles/…`.
fn kind(address: &str) -> &str {
    address.rsplit_once('/').filter(|(above, _)| !above.is_empty()).map_or(address, |(above, _)| above)
}

fn file_name(address: &str) -> String {
    let name: String = address.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    if address == "/" { "start".to_owned() } else { name.trim_matches('-').to_owned() }
}

async fn keep(site: &TestSite, folder: &str, address: &str) {
    let page = of_main(&site.get(address).await.document());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("snapshots/{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_input_file(address);
    settings.bind(|| insta::assert_snapshot!(file_name(address), page));
}

#[tokio::test]
async fn each_kind_of_page_reads_as_before() {
    let catalogue = load_all(base()).into_result().unwrap();
    let pages = addresses::pages(&catalogue);
    let site = TestSite::of(catalogue);
    let mut kinds = BTreeSet::new();
    for address in &pages {
        // A list and what is in it are two kinds.
        if kinds.insert((kind(address), address.matches('/').count())) {
            keep(&site, "kinds", address).await;
        }
    }
    for address in ASKED {
        keep(&site, "kinds", address).await;
    }
}

#[tokio::test]
async fn pages_with_much_on_them_read_as_before() {
    let site = TestSite::new();
    for address in TOWN {
        keep(&site, "town", address).await;
    }
}
