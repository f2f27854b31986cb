//! The types of the subject: ids, the closed vocabulary, roles, guides, pathways, the site.

pub mod cited_page;
pub mod codes;
pub mod colour;
pub mod content_change;
pub mod did_you_mean;
pub mod guide;
pub mod icon;
pub mod ids;
pub mod indexes;
pub mod job_check;
pub mod letters;
pub mod lists;
pub mod months;
pub mod pathway;
pub mod pay;
pub mod reference;
pub mod regulator;
pub mod role;
pub mod role_keys;
pub mod search_service;
pub mod table_columns;
pub mod text;
pub mod vocabulary;
pub mod working_time;
