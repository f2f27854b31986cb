//! A site to ask, and its answers. The site is that of the data folder [`crate::DATA`], which each test target names.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use career_pathways::catalogue::Catalogue;
use career_pathways::content::{DataFiles, Loaded, load, report};
use career_pathways::web::http::render_pool::RenderPool;
use career_pathways::web::http::service::SiteService;
use career_pathways::web::state::{AppState, Settings};
use career_pathways::web::stylesheet::StyleSheet;
use career_pathways::web::{assemble, links, operator, router};
use jiff::civil::{Date, date};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt as _;

/// The day on which all data is loaded.
pub const TODAY: Date = date(2026, 11, 27);

/// The files of a data folder by their path within it. `folder` is relative to the project.
pub fn files_of(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.clone()]);
    while let Some(open) = folders.pop() {
        for entry in fs::read_dir(&open).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Loads these files as a folder called `data`.
pub fn load_all(files: BTreeMap<String, Vec<u8>>) -> Loaded {
    load(DataFiles::from_memory("data", files.into_iter().collect()), TODAY)
}

/// The catalogue of sound files.
pub fn catalogue_of(mut files: BTreeMap<String, Vec<u8>>) -> Catalogue {
    files.retain(|path, _| path.ends_with(".yaml") || path.ends_with(".ftl"));
    let loaded = load_all(files).into_result();
    loaded.unwrap_or_else(|problems| panic!("{}", report::render(&problems, report::ReportOptions::default())))
}

/// The catalogue of [`crate::DATA`]. Loaded once for all tests.
pub fn catalogue() -> Arc<Catalogue> {
    static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(catalogue_of(files_of(crate::DATA))));
    Arc::clone(&CATALOGUE)
}

/// The address of the style sheet with the colours of [`catalogue`].
pub fn stylesheet() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| links::stylesheet(&catalogue(), StyleSheet::Text));
    &ADDRESS
}

/// The site as visitors get it, without a socket.
pub struct TestSite {
    pub state: AppState,
    front: SiteService,
}

/// What `architecture.rs` still calls the catalogue.
pub fn shipped() -> Arc<Catalogue> {
    catalogue()
}

impl TestSite {
    /// What `architecture.rs` still calls a new site.
    pub fn real() -> Self {
        Self::new()
    }

    /// With the data of this target.
    pub fn new() -> Self {
        Self::with(Settings::default())
    }

    /// With the data of this target, set up in this way.
    pub fn with(settings: Settings) -> Self {
        let state = AppState::new(catalogue(), settings);
        Self { front: router(state.clone()), state }
    }

    /// With this catalogue.
    pub fn of(catalogue: Catalogue) -> Self {
        Self::of_with(catalogue, Settings::default())
    }

    /// With this catalogue, set up in this way.
    pub fn of_with(catalogue: Catalogue, settings: Settings) -> Self {
        let state = AppState::new(Arc::new(catalogue), settings);
        Self { front: router(state.clone()), state }
    }

    /// With the data of this target, where this is done to the text of one file.
    pub fn after(path: &str, edit: impl Fn(String) -> String) -> Self {
        let mut files = files_of(crate::DATA);
        let file = files.get_mut(path).unwrap_or_else(|| panic!("no file {path}"));
        *file = edit(String::from_utf8(file.clone()).unwrap()).into_bytes();
        Self::of(catalogue_of(files))
    }

    /// With the data of this target, and as many more copies of one role.
    pub fn crowded(role: &str, copies: usize) -> Self {
        let mut files = files_of(crate::DATA);
        let original = String::from_utf8(files[&format!("roles/{role}.yaml")].clone()).unwrap();
        for number in 0..copies {
            // Another title is one role's alone, so a copy has none.
            let lines = original.lines().filter(|line| !line.starts_with("other_titles:"));
            let copy = lines.map(|line| match line.split_once(": ") {
                Some(("id", _)) => format!("id: {role}-{number}\n"),
                Some(("title", title)) => format!("title: {title} {number}\n"),
                _ => format!("{line}\n"),
            });
            files.insert(format!("roles/{role}-{number}.yaml"), copy.collect::<String>().into_bytes());
        }
        Self::of(catalogue_of(files))
    }

    /// With the data of this target, and these addresses instead of the site's.
    pub fn serving(addresses: Router<AppState>) -> Self {
        Self::serving_in(addresses, RenderPool::default())
    }

    /// The same, with pages made in this pool.
    pub fn serving_in(addresses: Router<AppState>, render_pool: RenderPool) -> Self {
        let state = AppState::with_render_pool(catalogue(), Settings::default(), render_pool);
        Self { front: assemble(state.clone(), addresses), state }
    }

    /// The listener of the operator of this site.
    pub fn for_operator(&self) -> Self {
        Self { front: operator(self.state.clone()), state: self.state.clone() }
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
            let path = canonical.strip_prefix(&catalogue().site().base_url).unwrap_or(&canonical);
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
