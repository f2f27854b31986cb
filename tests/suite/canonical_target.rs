//! Addresses that mean the same share one response, and no page loses what it reads.

use axum::http::Uri;
use career_pathways::web::addresses;
use career_pathways::web::canonical_target::canonical_target;
use scraper::Selector;

use crate::support::{TestSite, catalogue};

/// The canonical form of an address.
fn canonical(given: &str) -> String {
    let uri: Uri = given.parse().unwrap_or_else(|error| panic!("{given}: {error}"));
    canonical_target(&catalogue(), &uri).into_owned()
}

#[track_caller]
fn means(given: &str, expected: &str) {
    assert_eq!(canonical(given), expected, "{given}");
    assert_eq!(canonical(expected), expected, "{expected} is its own canonical form");
}

#[test]
fn what_a_page_does_not_read_is_left_out() {
    means("/?utm_source=letter", "/");
    means("/roles/nurse?x=1", "/roles/nurse");
    means("/roles?x=1&level=mid&fbclid=2", "/roles?level=mid");
    means("/map?", "/map");
    means("/compare?q=care&role=nurse", "/compare?role=nurse");
    means("/assets/look.0123456789.css?v=2", "/assets/look.0123456789.css");
}

#[test]
fn an_empty_value_is_no_value() {
    means("/roles?q=&level=&setting=+", "/roles");
    means("/journeys?from=&to=nurse", "/journeys?to=nurse");
}

#[test]
fn order_means_nothing_between_keys_and_within_a_filter() {
    means("/roles?setting=social&level=mid&level=entry&level=mid", "/roles?level=entry&level=mid&setting=social");
    means("/roles?q=care+home&level=mid", "/roles?level=mid&q=care+home");
    means("/roles?q=care%20home", "/roles?q=care+home");
    means("/roles?l%65vel=mid", "/roles?level=mid");
}

#[test]
fn order_is_kept_where_it_means_something() {
    means("/compare?role=nurse&role=carer", "/compare?role=nurse&role=carer");
    means("/roles?q=second&q=first", "/roles?q=second&q=first");
}

#[test]
fn the_api_is_asked_as_it_was_asked() {
    means("/api/v1/roles?x=1&level=mid", "/api/v1/roles?x=1&level=mid");
}

#[tokio::test]
async fn addresses_that_mean_the_same_are_answered_alike() {
    let site = TestSite::new();
    let one = site.get("/roles?level=entry&level=mid&setting=social").await.ok();
    let other = site.get("/roles?setting=social&x=1&level=mid&level=entry&q=").await.ok();
    assert_eq!(one.header("etag"), other.header("etag"));
    assert!(one.plain() == other.plain());
}

/// A key that a page reads but does not name would be lost on its way to the page.
#[tokio::test]
async fn every_parameter_of_every_link_and_form_reaches_its_page() {
    let site = TestSite::new();
    let (mut links, mut fields) = (0, 0);
    for address in addresses::pages(&catalogue()) {
        let document = site.get(&address).await.ok().document();
        for link in document.select(&Selector::parse("a[href^='/'][href*='?']").unwrap()) {
            let href = link.value().attr("href").unwrap().split('#').next().unwrap();
            let count = |target: &str| target.split(['?', '&']).skip(1).filter(|pair| !pair.ends_with('=')).count();
            assert_eq!(count(&canonical(href)), count(href), "{address}: {href} became {}", canonical(href));
            links += 1;
        }
        for form in document.select(&Selector::parse("form").unwrap()) {
            let action = form.value().attr("action").unwrap_or(&address);
            for field in form.select(&Selector::parse("[name]").unwrap()) {
                let target = format!("{action}?{}=x", field.value().attr("name").unwrap());
                assert_eq!(canonical(&target), target, "{address}: a form loses what is entered");
                fields += 1;
            }
        }
    }
    assert!(links > 100 && fields > 100, "{links} links, {fields} fields");
}
