//! The JSON API: its own types, never the model's.

mod answer;
mod cited;
pub mod description;
mod entry_route;
pub mod graph;
pub mod index;
mod job_facts;
pub mod journeys;
pub mod lists;
mod prose;
mod role_body;
pub mod roles;
