//! A career pathway website for health and social care.
//!
//! **The map of the house.** `data/` is the product. [`content`] turns it into a [`catalogue::Catalogue`] or into
//! diagnostics. A catalogue is immutable and complete. [`web`] shows it. [`serve`] listens, and swaps in a new
//! catalogue when `data/` changes and is sound.
//!
//! # Who may use whom
//!
//! - `main` uses `cli`
//! - `cli` uses `serve`, `content`, `web`, `braille`, `catalogue`
//! - `serve` uses `web`, `catalogue`, `data_folder`
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
//!                     pages  api  feeds  embed  og_images  health
//!                     extractors  addresses
//!                     view
//!                     query
//!                     map
//!                     labels
//!                     links
//!                     below all: http  state  liblouis
//! content             mod
//!                     report  scaffold
//!                     graph_rules
//!                     build
//!                     rules
//!                     load
//!                     raw_data
//!                     schema
//!                     decode
//!                     yaml
//!                     files
//!                     below all: code  diagnostic  diagnostic_sink  links  manifest  markdown  severity  source
//! catalogue           mod
//!                     search  matcher  journeys
//!                     filter
//!                     role_ref
//!                     entities
//!                     graph
//!                     model
//! catalogue/journeys  mod
//!                     explain
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
pub mod interface;
pub mod map_layout;
pub mod serve;
pub mod site_map;
pub mod text_wrap;
pub mod web;
