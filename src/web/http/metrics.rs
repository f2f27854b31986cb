//! What the program counts of itself, as Prometheus reads it (OpenMetrics text).
//!
//! No label has a value that a visitor can make up: routes are patterns, and a request without a route counts
//! as `none`. Nothing is kept of who asked.

use std::fmt;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use jiff::Timestamp;
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Upper bounds of the classes of durations, in seconds: from a cached page to the longest wait in the queue.
const CLASSES: [f64; 12] = [0.000_05, 0.000_2, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// Counters and gauges of one process. They start at zero with it.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    seconds: Family<RouteLabels, Histogram, fn() -> Histogram>,
    cached: Family<CacheLabels, Counter>,
    reloads: Family<ReloadLabels, Counter>,
    busy: Counter,
    rendering: Gauge,
    connections: Gauge,
    roles: Gauge,
    warnings: Gauge,
    loaded: Gauge,
    revision: Family<RevisionLabels, Gauge>,
}

/// A connection that counts as open.
#[derive(Debug)]
pub struct OpenConnection(Gauge);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// What is said of the data when the metrics are read.
#[derive(Clone, Copy, Debug)]
pub struct DataInfo<'a> {
    /// The revision of the catalogue.
    pub revision: &'a str,
    /// How many roles it has.
    pub roles: usize,
    /// How many warnings a check has for it.
    pub warnings: usize,
    /// When it was loaded.
    pub loaded_at: Timestamp,
    /// How many requests wait or are made in the render pool.
    pub rendering: usize,
}

/// What kind of response it is, whatever it says. An extension of the response.
#[derive(Clone, Debug, Default)]
pub struct RouteInfo {
    /// The pattern of the route, such as `/roles/{role}`.
    pub route: RouteName,
    /// Whether it is a page for people.
    pub is_page: bool,
}

/// The pattern of a route; `none` for a request that has no route. An extension of the response.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RouteName(Arc<str>);

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    route: RouteName,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: RouteName,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct CacheLabels {
    result: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ReloadLabels {
    result: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RevisionLabels {
    revision: String,
}

impl RouteName {
    /// The route with this pattern.
    #[must_use]
    pub fn new(pattern: &str) -> Self {
        Self(pattern.into())
    }
}

impl Default for RouteName {
    fn default() -> Self {
        static NONE: LazyLock<RouteName> = LazyLock::new(|| RouteName::new("none"));
        NONE.clone()
    }
}

impl EncodeLabelValue for RouteName {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> fmt::Result {
        (&*self.0).encode(encoder)
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("career_pathways"),
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(CLASSES)),
            cached: Family::default(),
            reloads: Family::default(),
            busy: Counter::default(),
            rendering: Gauge::default(),
            connections: Gauge::default(),
            roles: Gauge::default(),
            warnings: Gauge::default(),
            loaded: Gauge::default(),
            revision: Family::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register("http_requests", "Requests answered, by route and status", self.requests.clone());
        let duration = "Time from the head of a request to its response, by route";
        registry.register_with_unit("http_request_duration", duration, Unit::Seconds, self.seconds.clone());
        registry.register(
            "response_cache",
            "Requests that found their response ready, and others",
            self.cached.clone(),
        );
        registry.register("render_refused", "Requests that found no place to wait", self.busy.clone());
        registry.register("rendering", "Requests whose response waits or is made", self.rendering.clone());
        registry.register("connections", "Open connections", self.connections.clone());
        registry.register("data_reloads", "Readings of the data folder after a change", self.reloads.clone());
        registry.register("data_roles", "Roles in the data that is shown", self.roles.clone());
        let warnings = "Warnings of a check for the data that is shown";
        registry.register("data_warnings", warnings, self.warnings.clone());
        let loaded = "When the data that is shown was loaded, in seconds since 1970";
        registry.register_with_unit("data_loaded_timestamp", loaded, Unit::Seconds, self.loaded.clone());
        registry.register("data_revision", "The revision of the data that is shown", self.revision.clone());
    }

    /// Counts a request that was answered.
    pub fn answered(&self, route: &RouteName, status: u16, took: Duration) {
        self.requests.get_or_create(&RequestLabels { route: route.clone(), status }).inc();
        self.seconds.get_or_create(&RouteLabels { route: route.clone() }).observe(took.as_secs_f64());
    }

    /// Counts a look into the response cache.
    pub fn looked_up(&self, is_there: bool) {
        self.cached.get_or_create(&CacheLabels { result: if is_there { "hit" } else { "miss" } }).inc();
    }

    /// Counts a request that found no place in the render pool.
    pub fn refused_as_busy(&self) {
        self.busy.inc();
    }

    /// Counts a reading of the data folder.
    pub fn reloaded(&self, is_sound: bool) {
        self.reloads.get_or_create(&ReloadLabels { result: if is_sound { "good" } else { "bad" } }).inc();
    }

    /// Counts a connection as open until the result is dropped.
    #[must_use]
    pub fn connected(&self) -> OpenConnection {
        self.connections.inc();
        OpenConnection(self.connections.clone())
    }

    /// All of it, as OpenMetrics text.
    ///
    /// # Errors
    ///
    /// None that is known: the text is written into memory.
    pub fn text(&self, data: DataInfo<'_>) -> Result<String, fmt::Error> {
        let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.roles.set(signed(data.roles));
        self.warnings.set(signed(data.warnings));
        self.rendering.set(signed(data.rendering));
        self.loaded.set(data.loaded_at.as_second());
        self.revision.clear();
        self.revision.get_or_create(&RevisionLabels { revision: data.revision.to_owned() }).set(1);
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
