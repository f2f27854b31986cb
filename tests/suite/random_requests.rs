//! Random addresses, headers, searches, journeys and bytes on the line: each is answered, in bounds, and none with a fault of ours.
//!
//! `PROPTEST_CASES` says how many; `tests/proof/fuzz` runs millions.

use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, Uri};
use career_pathways::serve::connection;
use career_pathways::serve::limits::ConnectionLimits;
use career_pathways::serve::places::Places;
use career_pathways::web::canonical_target::canonical_target;
use career_pathways::web::router;
use career_pathways::web::state::{AppState, Settings};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};
use tokio::runtime::Runtime;

use crate::support::{Answer, TestSite, catalogue};

/// No page of the small town is longer; uncompressed.
const LONGEST_ANSWER: usize = 1024 * 1024;

/// What is typed into a search, and what means something to whoever reads queries, paths, HTML or a terminal.
const PIECES: &[&str] = &[
    "care",
    "nurse",
    "ward nurse",
    "nurs",
    "nightwork",
    "entry",
    "mid",
    "none",
    "gcse",
    "primary",
    "a",
    " ",
    "  ",
    "-",
    "--",
    "+",
    "&",
    "=",
    ";",
    "%",
    "%00",
    "%2e%2e%2f",
    "%ff",
    "#",
    "?",
    "/",
    "//",
    "../",
    "\\",
    "'",
    "\"",
    "`",
    "<b>",
    "</main>",
    "<script>",
    "{x}",
    "${x}",
    "[",
    "]",
    "(",
    ")",
    "*",
    "^",
    "~",
    "~9",
    ":",
    "title:",
    "AND",
    "OR",
    "NOT",
    "0",
    "-1",
    "1",
    "2",
    "99999999999999999999",
    "1e309",
    "NaN",
    "null",
    "true",
    "\0",
    "\n",
    "\r\n",
    "\t",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{200d}",
    "\u{feff}",
    "\u{301}",
    "é",
    "ß",
    "İ",
    "ﷺ",
    "ﬁ",
    "е",
    "中文",
    "👩‍⚕️",
    "no gcses",
    "part time",
    "band 5",
];

const KEYS: &str = "\
    q level setting category contact needs paid pay hours checks page sort group from to via have role with size \
    paper wish way view x limit format lang callback";

const PATHS: &str = "\
    / /roles /journeys /map /match /compare /pack /pack.brf /categories /guides /pathways /about-the-data \
    /accessibility /privacy /roles.csv /sitemap.xml /robots.txt /embed/journeys /api/v1/roles /api/v1/journeys \
    /api/v1/graph /api/v1/openapi.json /healthz /readyz /version /roles/ /levels/ /settings/ /categories/ /guides/ \
    /pathways/ /embed/roles/ /og/roles/ /api/v1/roles/ /assets/ /assets/look. /.well-known/";

const HEADERS: &str = "\
    accept accept-encoding accept-language if-none-match if-match if-modified-since if-range range host cookie \
    origin access-control-request-method access-control-request-headers x-forwarded-host x-forwarded-proto forwarded \
    referer user-agent expect te connection upgrade content-type purpose cache-control";

const HEADER_PIECES: &[&str] = &[
    "gzip",
    "br",
    "identity",
    "*",
    ",",
    ";",
    "q=0",
    "q=1",
    "q=0.001",
    "q=1.5",
    "q=",
    " ",
    "\t",
    "\"",
    "W/",
    "W/\"",
    "\\\"",
    "bytes=",
    "0-",
    "-1",
    "5-2",
    "text/html",
    "application/json",
    "image/*",
    "example.org",
    ":80",
    ":",
    "@",
    "/",
    "[::1]",
    "GET",
    "close",
    "chunked",
    "é",
    "=",
    "deflate",
    "x",
];

/// Pieces of HTTP as it is on the line.
const LINE_PIECES: &[&str] = &[
    "GET ",
    "HEAD ",
    "POST ",
    "OPTIONS ",
    "CONNECT ",
    "/",
    "/roles",
    "/readyz",
    "*",
    "http://a/",
    " HTTP/1.1",
    " HTTP/1.0",
    " HTTP/2.0",
    "\r\n",
    "\n",
    "\r",
    "\r\n\r\n",
    "Host: a",
    "Host: ",
    "Content-Length: ",
    "Transfer-Encoding: chunked",
    "Connection: close",
    "Connection: keep-alive",
    "Expect: 100-continue",
    "Upgrade: h2c",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "5",
    "0",
    "-1",
    "99999999999999999999",
    "0\r\n\r\n",
    ":",
    " ",
    "\t",
    "\0",
    "é",
    "X: y",
    "?q=",
    "%",
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /version HTTP/1.1\r\nHost: a\r\n\r\n",
];

fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> =
        LazyLock::new(|| tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());
    &RUNTIME
}

fn site() -> &'static TestSite {
    static SITE: LazyLock<TestSite> = LazyLock::new(TestSite::new);
    &SITE
}

/// One of the words of a list.
fn one_of(list: &'static str) -> impl Strategy<Value = &'static str> {
    select(list.split_whitespace().collect::<Vec<_>>())
}

/// A share of `PROPTEST_CASES`, for what takes longer.
fn one_in(share: u32) -> ProptestConfig {
    let all = ProptestConfig::default();
    ProptestConfig { cases: (all.cases / share).max(1), ..all }
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn query() -> impl Strategy<Value = String> {
    vec((one_of(KEYS), words()), 0..8).prop_map(|pairs| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs).finish()
    })
}

/// An address that a client can send: the path with or without an id, the query encoded, or as it is.
fn address() -> impl Strategy<Value = Uri> {
    let encoded = (one_of(PATHS), words(), query()).prop_map(|(path, id, query)| {
        let id: String = form_urlencoded::byte_serialize(id.as_bytes()).collect();
        if path.len() > 1 && path.ends_with(['/', '.']) {
            format!("{path}{id}?{query}")
        } else {
            format!("{path}?{query}")
        }
    });
    let raw = (one_of(PATHS), words(), words()).prop_map(|(path, id, query)| format!("{path}{id}?{query}"));
    prop_oneof![4 => encoded, 1 => raw].prop_filter_map("no client can send it", |address| address.parse().ok())
}

/// Asks, and holds what is true of every answer.
fn ask(request: Request<Body>) -> Answer {
    let asked = format!("{} {} {:?}", request.method(), request.uri(), request.headers());
    let answer = runtime().block_on(site().send(request));
    assert!(answer.code.as_u16() < 500, "{asked}: {}", answer.code);
    assert!(answer.body.len() <= LONGEST_ANSWER, "{asked}: {} bytes", answer.body.len());
    assert!(answer.headers.contains_key("content-security-policy"), "{asked}");
    for (name, value) in &answer.headers {
        assert!(value.to_str().is_ok_and(|value| value.len() < 8192), "{asked}: {name}: {value:?}");
    }
    let location = answer.header("location");
    assert!(location.is_empty() || location.starts_with('/') && !location.starts_with("//"), "{asked}: {location}");
    let kind = answer.header("content-type");
    if kind.starts_with("text/") || kind.starts_with("application/json") {
        let text = answer.text();
        let control =
            text.chars().find(|&letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}'));
        assert_eq!(control, None, "{asked}");
        assert!(!kind.starts_with("text/html") || !text.contains("<script>"), "{asked}");
    }
    answer
}

fn get(uri: Uri) -> Answer {
    ask(Request::builder().uri(uri).body(Body::empty()).unwrap())
}

proptest! {
    #[test]
    fn any_address_is_answered(uri in address()) {
        let _ = get(uri);
    }

    #[test]
    fn any_search_is_answered(words in words(), path in select(vec!["/roles", "/api/v1/roles", "/map", "/pack", "/compare"])) {
        let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let _ = get(format!("{path}?q={query}").parse().unwrap());
    }

    #[test]
    fn any_journey_is_answered(
        from in words(),
        to in words(),
        rest in query(),
        path in select(vec!["/journeys", "/api/v1/journeys", "/embed/journeys", "/pack", "/map"]),
    ) {
        let mut ends = form_urlencoded::Serializer::new(String::new());
        let ends = ends.append_pair("from", &from).append_pair("to", &to).finish();
        let _ = get(format!("{path}?{ends}&{rest}").parse().unwrap());
    }

    #[test]
    fn any_header_is_answered(
        uri in address(),
        method in select(vec!["GET", "HEAD", "OPTIONS", "POST", "TRACE", "X"]),
        headers in vec((one_of(HEADERS), vec(select(HEADER_PIECES), 0..12)), 0..12),
    ) {
        let mut request = Request::builder().uri(uri).method(Method::from_bytes(method.as_bytes()).unwrap()).body(Body::empty()).unwrap();
        for (name, pieces) in headers {
            if let Ok(value) = HeaderValue::from_bytes(pieces.concat().as_bytes()) {
                request.headers_mut().append(HeaderName::from_static(name), value);
            }
        }
        let _ = ask(request);
    }

    #[test]
    fn the_one_form_of_an_address_is_its_own(uri in address()) {
        let first = canonical_target(&catalogue(), &uri).into_owned();
        // What cannot be sent cannot be asked for again.
        if let Ok(again) = first.parse::<Uri>() {
            assert_eq!(canonical_target(&catalogue(), &again), first, "{uri}");
        }
    }
}

/// What the server says to these bytes, sent in pieces of this size, when nothing follows them.
async fn said_to(bytes: Vec<u8>, size: usize) -> Vec<u8> {
    static FRONT: LazyLock<Arc<career_pathways::web::http::service::SiteService>> =
        LazyLock::new(|| Arc::new(router(AppState::new(catalogue(), Settings::default()))));
    let (mut client, server) = duplex(4 * LONGEST_ANSWER);
    let place = Places::new(1, 1).take(None).await.unwrap();
    let serving = tokio::spawn(connection::serve(server, Arc::clone(&FRONT), ConnectionLimits::default(), place));
    for piece in bytes.chunks(size) {
        // It may have heard enough.
        if client.write_all(piece).await.is_err() {
            break;
        }
        tokio::task::yield_now().await;
    }
    let _ = client.shutdown().await;
    let mut said = Vec::new();
    let _ = client.read_to_end(&mut said).await;
    serving.await.unwrap();
    said
}

proptest! {
    #![proptest_config(one_in(2))]

    #[test]
    fn any_bytes_on_the_line_are_answered_with_http_or_not_at_all(
        pieces in prop_oneof![
            4 => vec(select(LINE_PIECES), 0..24).prop_map(|pieces| pieces.concat().into_bytes()),
            1 => vec(any::<u8>(), 0..400),
        ],
        size in 1..200_usize,
    ) {
        let said = runtime().block_on(said_to(pieces.clone(), size));
        let start = String::from_utf8_lossy(&said[..said.len().min(12)]).into_owned();
        assert!(said.is_empty() || start.starts_with("HTTP/1.1 ") || start.starts_with("HTTP/1.0 "), "{pieces:?}: {start}");
        assert!(!start.ends_with("500"), "{pieces:?}");
    }
}
