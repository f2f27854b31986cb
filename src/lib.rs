//! A career pathway website for health and social care.
//!
//! `data/` is the product. [`content`] turns it into a [`catalogue::Catalogue`] or into diagnostics. A catalogue is
//! immutable and complete. [`web`] shows it. [`serve`] listens, and swaps in a new catalogue when `data/` changes and has
//! no error. [`export`] asks for every page and writes the answers into files.
//!
//! ```text
//! data/*.yaml, *.ftl --content--> Catalogue (Arc, immutable) --web--> HTML, SVG, JSON, CSV
//!                            \--> Diagnostics --report--> terminal, JSON lines
//! ```
//!
//! # Glossary
//!
//! What the subject calls a thing, and where the code has it.
//!
//! | word | means | in the code |
//! |---|---|---|
//! | role | one job that a person can hold | [`catalogue::model::role::Role`]; with all it refers to: [`catalogue::RoleRef`] |
//! | level, setting | a step of the career ladder; a kind of place where a role is found | [`catalogue::model::vocabulary`] |
//! | category | a family of careers; a line of the map | [`catalogue::model::reference::Category`] |
//! | progression | a printed move from a role to a role | [`catalogue::model::role::Progression`] as written, [`catalogue::graph::Move`] as an edge |
//! | entry route | a way into a role from a qualification or a role held; no HTTP route | [`catalogue::model::role::EntryRoute`] |
//! | qualification | what a person holds, lowest first | [`catalogue::model::vocabulary`] |
//! | starting point | where somebody may be today: a qualification, a registration or a role | [`catalogue::journeys::Waypoint`] |
//! | journey | a computed answer: study, entry routes and progressions in order | [`catalogue::journeys::Journey`], planned by [`catalogue::journeys::Planner`] on a `Network` of nodes and edges |
//! | pathway | a published step-by-step example | [`catalogue::model::pathway::Pathway`] |
//! | figure | a number that ages, from `facts.yaml` | [`catalogue::model::reference::Figure`] |
//! | message | a text of the interface, from `data/interface/*.ftl` | a method of [`interface::Interface`] |
//! | raw data | files as decoded, with a span for every value | `content::raw_data::RawData` |
//! | rule | one check of the data, which reports to a sink | `content::rules`, `content::graph_rules` |
//! | diagnostic | one fault: code, spans, cure | [`content::diagnostic::Diagnostic`] |
//! | snapshot | the current catalogue and its response cache, swapped as one | [`web::state`] |
//!
//! # Who may use whom
//!
//! - `main` uses `cli`
//! - `cli` uses `serve`, `export`, `content`, `web`, `braille`, `catalogue`, `site_map`
//! - `serve` uses `web`, `catalogue`, `data_folder`
//! - `export` uses `web`, `catalogue`, `site_map`
//! - `web` uses `catalogue`, `interface`, `braille`, `map_layout`, `text_wrap`, `site_map`
//! - `content` uses `catalogue`, `interface`, `site_map`, `data_folder`
//! - `braille` uses `text_wrap`
//! - `map_layout` uses `text_wrap`
//! - `catalogue` uses `interface`
//! - `lib`, `interface`, `text_wrap`, `site_map`, `data_folder` use no other part
//!
//! Within a part, an entry may use those of lower rows, and none of its own row:
//!
//! ```text
//! web                 mod
//!                     canonical_target
//!                     pages  api  feeds  embed  og_images  health
//!                     extractors  addresses
//!                     view
//!                     query
//!                     map
//!                     labels
//!                     links
//!                     stylesheet
//!                     below all: http  state  liblouis
//! content             mod
//!                     report  scaffold  canonical  starter  table  record  inventory
//!                     edit  comparison
//!                     json_schema  form_config
//!                     change_set
//!                     graph_rules
//!                     build
//!                     rules
//!                     load
//!                     raw_data  file_form  documents
//!                     schema
//!                     decode
//!                     yaml
//!                     files
//!                     journal
//!                     below all: code  diagnostic  diagnostic_sink  explain  file_change  links  manifest  markdown  marks  severity  severity_policy  source  unprintable
//! catalogue           mod
//!                     similar
//!                     search  matcher  journeys
//!                     filter
//!                     role_ref
//!                     entities
//!                     graph
//!                     model
//! catalogue/journeys  mod
//!                     explain
//!                     journey_builder
//!                     journey
//!                     waypoint  selection
//!                     search
//!                     preferences
//!                     network
//!                     below all: limits
//! ```

pub mod braille;
pub mod catalogue;
pub mod cli;
pub mod content;
pub mod data_folder;
pub mod export;
pub mod interface;
pub mod map_layout;
pub mod serve;
pub mod site_map;
pub mod text_wrap;
pub mod web;
