//! A career pathway website for health and social care.
//!
//! **The map of the house.** `data/` is the product. [`content`] turns it into a [`catalogue::Catalogue`] or into
//! diagnostics. A catalogue is immutable and complete. [`web`] shows it. [`serve`] listens, and swaps in a new
//! catalogue when `data/` changes and is sound.
//!
//! Who may use whom (held by `tests/suite/architecture.rs`):
//!
//! - `main` uses `cli`; `cli` uses `serve` and `content`
//! - `serve` uses `content`, `web` and `catalogue`
//! - `web` uses `catalogue`, `braille`, `map_layout` and `text_wrap`, never `content`, never files
//! - `content` uses `catalogue`, never `web`
//! - `braille` and `map_layout` use `text_wrap`
//! - `catalogue` and `text_wrap` use nothing of ours

pub mod braille;
pub mod catalogue;
pub mod cli;
pub mod content;
pub mod map_layout;
pub mod serve;
pub mod text_wrap;
pub mod web;
