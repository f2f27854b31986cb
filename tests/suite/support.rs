//! A site to ask, and its answers.

use std::io::Read as _;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use career_pathways::catalogue::Catalogue;
use career_pathways::content;
use career_pathways::web::http::service::SiteService;
use career_pathways::web::state::{AppState, Settings};
use career_pathways::web::{assemble, router};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt as _;

/// The catalogue of the shipped data. Loaded once for all tests.
pub fn shipped() -> Arc<Catalogue> {
    static SHIPPED: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
        let today = jiff::civil::date(2026, 11, 22);
        let loaded = content::load_embedded(today).into_result();
        Arc::new(loaded.unwrap_or_else(|problems| panic!("{}", content::report::render(&problems, Default::default()))))
    });
    Arc::clone(&SHIPPED)
}

/// The site as visitors get it, without a socket.
pub struct TestSite {
    pub state: AppState,
    front: SiteService,
}

impl TestSite {
    /// With the shipped data.
    pub fn real() -> Self {
        Self::with(Settings::default())
    }

    /// With the shipped data, set up in this way.
    pub fn with(settings: Settings) -> Self {
        let state = AppState::new(shipped(), settings);
        Self { front: router(state.clone()), state }
    }

    /// With this catalogue.
    pub fn of(catalogue: Catalogue) -> Self {
        let state = AppState::new(Arc::new(catalogue), Settings::default());
        Self { front: router(state.clone()), state }
    }

    /// With the shipped data, where this is done to the text of one file.
    pub fn after(path: &str, edit: impl Fn(String) -> String) -> Self {
        let edited = |(at, bytes): (&str, &[u8])| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            (at.to_owned(), if at == path { edit(text) } else { text }.into_bytes())
        };
        let files =
            content::DataFiles::from_memory("data", content::DataFiles::embedded().iter().map(edited).collect());
        let loaded = content::load(files, jiff::civil::date(2026, 11, 22)).into_result();
        Self::of(loaded.unwrap_or_else(|problems| panic!("{}", content::report::render(&problems, Default::default()))))
    }

    /// With the shipped data, and these addresses instead of the site's.
    pub fn serving(addresses: Router<AppState>) -> Self {
        let state = AppState::new(shipped(), Settings::default());
        Self { front: assemble(state.clone(), addresses), state }
    }

    /// What a visitor gets at this address.
    pub async fn get(&self, address: &str) -> Answer {
        self.ask(Method::GET, address, &[]).await
    }

    /// The same, with these headers on the request.
    pub async fn get_with(&self, address: &str, headers: &[(&'static str, &str)]) -> Answer {
        self.ask(Method::GET, address, headers).await
    }

    /// What a client gets that asks in another way.
    pub async fn ask(&self, method: Method, address: &str, headers: &[(&'static str, &str)]) -> Answer {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = address.parse().unwrap_or_else(|error| panic!("{address}: {error}"));
        for (name, value) in headers {
            request.headers_mut().append(*name, HeaderValue::from_str(value).unwrap());
        }
        self.send(request).await
    }

    /// What any request gets.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let asked = format!("{} {}", request.method(), request.uri());
        let response = self.front.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { asked, code: parts.status, headers: parts.headers, body }
    }
}

/// What came back.
#[must_use]
#[derive(Clone, Debug)]
pub struct Answer {
    asked: String,
    pub code: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// Holds that all is well.
    #[track_caller]
    pub fn ok(self) -> Self {
        self.status(200)
    }

    /// Holds that the answer has this status.
    #[track_caller]
    pub fn status(self, expected: u16) -> Self {
        assert_eq!(self.code.as_u16(), expected, "{}\n{}", self.asked, String::from_utf8_lossy(&self.body));
        self
    }

    /// A header; empty if there is none.
    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        assert!(self.headers.get_all(name).iter().count() < 2, "{}: more than one {name}", self.asked);
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as it was before it was made smaller.
    #[track_caller]
    pub fn plain(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        match self.header("content-encoding") {
            "" => plain.extend_from_slice(&self.body),
            "gzip" => drop(flate2::read::GzDecoder::new(&self.body[..]).read_to_end(&mut plain).unwrap()),
            "br" => drop(brotli::Decompressor::new(&self.body[..], 4096).read_to_end(&mut plain).unwrap()),
            other => panic!("{}: an encoding that nobody asked for: {other}", self.asked),
        }
        plain
    }

    /// The whole body.
    #[track_caller]
    pub fn text(&self) -> String {
        String::from_utf8(self.plain()).unwrap()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.plain()).unwrap_or_else(|error| panic!("{}: {error}\n{}", self.asked, self.text()))
    }

    /// The body as a document.
    #[track_caller]
    pub fn document(&self) -> Html {
        Html::parse_document(&self.text())
    }

    /// The path that this page says is its own; none where this is no page.
    #[track_caller]
    pub fn own_path(&self) -> Option<String> {
        let is_page = self.code == StatusCode::OK && self.header("content-type").starts_with("text/html");
        is_page.then(|| {
            let canonical = self.attribute_of("link[rel=canonical]", "href");
            let path = canonical.strip_prefix(&shipped().site().base_url).unwrap_or(&canonical);
            path.split('?').next().unwrap_or_default().to_owned()
        })
    }

    /// The HTML within `<main>`: what the page is about.
    #[track_caller]
    pub fn main(&self) -> String {
        self.only("main").0
    }

    /// The words within `<main>`, one space between each two.
    #[track_caller]
    pub fn main_text(&self) -> String {
        self.only("main").1
    }

    /// The words of the one element that this selector finds.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        self.only(selector).1
    }

    /// Every address of this site that the page leads to or is made of, in order, without what stands behind a `#`.
    #[track_caller]
    pub fn links(&self) -> Vec<String> {
        let document = self.document();
        let any = Selector::parse("[href], [src], [action]").unwrap();
        let addresses = document.select(&any).flat_map(|element| {
            let value = element.value();
            ["href", "src", "action"].into_iter().filter_map(|name| value.attr(name)).map(ToOwned::to_owned)
        });
        let own = addresses.filter(|address| address.starts_with('/') && !address.starts_with("//"));
        own.map(|address| address.split('#').next().unwrap_or_default().to_owned()).collect()
    }

    /// Where the links within the elements that this selector finds lead, in order.
    #[track_caller]
    pub fn links_in(&self, selector: &str) -> Vec<String> {
        let within = Selector::parse(&format!("{selector} a[href]")).unwrap();
        let document = self.document();
        document.select(&within).filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
    }

    /// The words of each element that this selector finds, in order.
    #[track_caller]
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        self.document().select(&Selector::parse(selector).unwrap()).map(words).collect()
    }

    /// The values of this attribute of the elements that this selector finds, in order.
    #[track_caller]
    pub fn attributes_of(&self, selector: &str, name: &str) -> Vec<String> {
        let (document, selector) = (self.document(), Selector::parse(selector).unwrap());
        document.select(&selector).filter_map(|element| element.value().attr(name)).map(str::to_owned).collect()
    }

    /// The value of this attribute of the one element that this selector finds.
    #[track_caller]
    pub fn attribute_of(&self, selector: &str, name: &str) -> String {
        let found = self.attributes_of(selector, name);
        let [value] = &found[..] else { panic!("{}: {name} of {selector} is {found:?}", self.asked) };
        value.clone()
    }

    #[track_caller]
    fn only(&self, selector: &str) -> (String, String) {
        let document = self.document();
        let found: Vec<_> = document.select(&Selector::parse(selector).unwrap()).collect();
        let [element] = found[..] else { panic!("{}: {} of {selector}\n{}", self.asked, found.len(), self.text()) };
        (element.inner_html(), words(element))
    }
}

/// The words of an element, one space between each two.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
