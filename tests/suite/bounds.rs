//! Requests that are too large, too long, or want something done.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::support::{TestSite, catalogue};

#[tokio::test]
async fn an_address_over_2_kib_is_refused_with_a_page() {
    let site = TestSite::new();
    let of_length = |length: usize| format!("/roles?q={}", "a".repeat(length - "/roles?q=".len()));
    let _ = site.get(&of_length(2048)).await.ok();
    let answer = site.get(&of_length(2049)).await.status(414);
    assert!(answer.main_text().contains("address is too long"), "{}", answer.main());
}

#[tokio::test]
async fn more_than_32_parameters_are_refused_with_a_page() {
    let site = TestSite::new();
    let with = |parameters: usize| format!("/roles?{}", vec!["level=entry"; parameters].join("&"));
    let _ = site.get(&with(32)).await.ok();
    let answer = site.get(&with(33)).await.status(400);
    assert!(answer.main_text().contains("at most 32"), "{}", answer.main());
}

#[tokio::test]
async fn headers_over_16_kib_are_refused_with_a_page() {
    let site = TestSite::new();
    let _ = site.get_with("/", &[("x-a", &"a".repeat(8000)), ("x-b", &"b".repeat(8000))]).await.ok();
    let answer = site.get_with("/", &[("x-a", &"a".repeat(8300)), ("x-b", &"b".repeat(8300))]).await.status(431);
    assert!(answer.main_text().contains("16 KiB"), "{}", answer.main());
}

#[tokio::test]
async fn any_body_is_refused_with_a_page() {
    let site = TestSite::new();
    for method in [Method::GET, Method::POST, Method::PUT] {
        let request = Request::builder().method(method).uri("/roles").body(Body::from("a=b")).unwrap();
        let answer = site.send(request).await.status(413);
        assert!(answer.main_text().contains("Nothing can be sent"), "{}", answer.main());
    }
}

#[tokio::test]
async fn only_methods_that_read_are_answered() {
    let site = TestSite::new();
    for method in ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get"] {
        for address in ["/", "/nowhere", "/healthz"] {
            let answer = site.ask(Method::from_bytes(method.as_bytes()).unwrap(), address, &[]).await.status(405);
            assert_eq!(answer.header("allow"), "GET, HEAD, OPTIONS");
        }
    }
}

#[tokio::test]
async fn every_address_says_which_methods_there_are() {
    let site = TestSite::new();
    for address in ["/", "/roles/ward-nurse", "/roles", "/healthz", "/api/v1/roles", "*"] {
        for _ in 0..2 {
            let answer = site.ask(Method::OPTIONS, address, &[]).await.status(204);
            assert_eq!(answer.header("allow"), "GET, HEAD, OPTIONS");
            // RFC 9110, section 8.6: none with a 204.
            assert_eq!(answer.header("content-length"), "");
            assert!(answer.body.is_empty());
            // Where the page was made before, too.
            let _ = site.ask(Method::GET, "/roles", &[]).await.ok();
        }
    }
}

#[tokio::test]
async fn a_script_of_another_site_may_ask_the_api_with_headers_of_its_own() {
    let site = TestSite::new();
    let asks = [("origin", "https://other.test"), ("access-control-request-method", "GET")];
    for address in ["/api/v1/roles", "/api/v1/roles/nobody", "/roles.csv"] {
        let answer = site.ask(Method::OPTIONS, address, &asks).await.status(204);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{address}");
        assert_eq!(answer.header("access-control-allow-methods"), "GET, HEAD", "{address}");
        assert_eq!(answer.header("access-control-allow-headers"), "*", "{address}");
    }
    let page = site.ask(Method::OPTIONS, "/roles", &asks).await.status(204);
    assert_eq!(page.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn a_refusal_of_the_api_is_json() {
    let site = TestSite::new();
    let answer = site.ask(Method::DELETE, "/api/v1/roles", &[]).await.status(405);
    assert_eq!(answer.json()["error"]["code"], "method-not-allowed");
}

#[tokio::test]
async fn an_address_that_is_not_text_gets_a_clear_page_or_is_read_as_well_as_can_be() {
    let site = TestSite::new();
    let answer = site.get("/roles/%ff%fe").await.status(400);
    assert!(answer.main_text().contains("cannot be read"), "{}", answer.main());
    for query in ["q=%ff", "q=%", "q=%zz", "q=%00", "level=%ff%fe", "%ff=%ff", "=", "&&&", "q=a=b", "q=%F0%9F%98%80"] {
        let answer = site.get(&format!("/roles?{query}")).await;
        assert!(answer.code.as_u16() < 500, "{query}: {}", answer.code);
        assert!(!answer.main().is_empty(), "{query}");
    }
}

#[tokio::test]
async fn no_answer_repeats_a_control_character_that_it_was_asked_with() {
    let site = TestSite::new();
    let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32).filter(|c| !"\t\n\r".contains(*c));
    let encoded: String = controls
        .map(|control| {
            percent_encoding::utf8_percent_encode(control.encode_utf8(&mut [0; 4]), percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        })
        .collect();
    let odd = format!("a{encoded}b");
    let queries = [
        "/roles?q=",
        "/roles?level=",
        "/api/v1/roles?q=",
        "/api/v1/roles?level=",
        "/roles.csv?q=",
        "/map?category=",
        "/pack?title=",
        "/compare?role=",
        "/journeys?from=",
        "/api/v1/journeys?from=",
        "/embed/journeys?to=",
        "/match?",
        "/nowhere?q=",
        "/nowhere/",
        "/roles/",
        "/levels/",
        "/embed/roles/",
        "/api/v1/roles/",
    ];
    for query in queries {
        let answer = site.get(&format!("{query}{odd}")).await;
        let text = answer.text();
        let shown: Vec<char> = text.chars().filter(|c| c.is_control() && !"\t\n\r".contains(*c)).collect();
        assert!(shown.is_empty(), "{query}: {shown:?}");
        let escaped = (0..0x20).map(|code| format!("\\u{code:04x}")).find(|escape| text.contains(escape.as_str()));
        assert_eq!(escaped, None, "{query}");
    }
}

/// The form of a handout has a box for each role.
#[tokio::test]
async fn what_the_form_of_a_handout_sends_is_answered() {
    let site = TestSite::new();
    let roles: Vec<String> = catalogue().roles().iter().map(|role| format!("role={}", role.id)).collect();
    assert!(roles.len() > 33);
    let many = roles.iter().take(40).cloned().collect::<Vec<_>>().join("&");
    let _ = site.get(&format!("/pack?{many}")).await.ok();
    let again = format!("{many}&{}", roles[0]);
    let _ = site.get(&format!("/pack?{again}")).await.status(400);
}
