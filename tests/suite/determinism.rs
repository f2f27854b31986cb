//! The same data make the same site, byte for byte.

use career_pathways::web::addresses;

use crate::support::{TestSite, catalogue_of, files_of};

/// Answers that stand on more than one role, and so on an order.
const OPEN_DATA: [&str; 4] = [
    "/api/v1/roles",
    "/api/v1/roles/ward-nurse",
    "/roles?level=entry&setting=social&start=none",
    "/roles?q=care&level=boss&category=nursing",
];

#[tokio::test]
async fn loading_twice_gives_the_same_bytes_at_every_address() {
    let build = || catalogue_of(files_of(crate::DATA));
    let catalogue = build();
    let all: Vec<String> = addresses::pages(&catalogue).into_iter().chain(OPEN_DATA.map(str::to_owned)).collect();
    let (once, again) = (TestSite::of(catalogue), TestSite::of(build()));
    for address in all {
        let (first, second) = (once.get(&address).await.ok(), again.get(&address).await.ok());
        assert!(first.body == second.body, "{address} differs");
        assert_eq!(first.header("etag"), second.header("etag"), "{address}");
    }
}
