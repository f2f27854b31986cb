//! What a shared link shows: titles, descriptions, pictures, and what a role's page is about in the words of machines.

use serde_json::Value;

use crate::every_page::property;
use crate::support::TestSite;

#[tokio::test]
async fn a_picture_is_a_png_of_1200_by_630() {
    let site = TestSite::new();
    for address in ["/og/site.png", "/og/roles/ward-nurse.png"] {
        let answer = site.get(address).await.ok();
        assert_eq!(answer.header("content-type"), "image/png");
        assert!(answer.header("cache-control").starts_with("public"), "{address}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{address}");
        let size = [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat();
        assert!(answer.body.starts_with(b"\x89PNG\r\n\x1a\n") && answer.body[16..24] == size[..], "{address}");
        assert!(answer.body.len() < 100_000, "{address} has {} bytes", answer.body.len());
    }
    let (nurse, cook) =
        (site.get("/og/roles/ward-nurse.png").await.ok(), site.get("/og/roles/galley-cook.png").await.ok());
    assert_ne!(nurse.body, cook.body);
}

#[tokio::test]
async fn there_is_no_picture_of_a_role_that_does_not_exist() {
    let site = TestSite::new();
    for address in ["/og/roles/nobody.png", "/og/roles/ward-nurse", "/og/roles/ward-nurse.svg", "/og/roles/.png"] {
        let _ = site.get(address).await.status(404);
    }
}

#[tokio::test]
async fn nothing_in_a_role_can_end_the_script_or_the_attribute_it_stands_in() {
    // Whole tags are refused in data; what is left of one must not end a script or an attribute either.
    let title = "</script \" onclick=alert(1) Ward Nurse";
    let site = TestSite::after("roles/ward-nurse.yaml", |text| {
        text.replace("title: Ward Nurse", &format!("title: '{title}'"))
    });
    let page = site.get("/roles/ward-nurse").await.ok();
    let about: Value = serde_json::from_str(&page.texts_of("script")[0]).unwrap();
    assert_eq!(about["@graph"][0]["name"], title);
    assert!(page.attributes_of("[onclick]", "onclick").is_empty());
    assert_eq!(property(&page, "title"), title);
    let picture = site.get("/og/roles/ward-nurse.png").await.ok();
    assert_eq!(picture.header("content-type"), "image/png");
}
