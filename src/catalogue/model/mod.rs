//! The types of the subject: ids, the closed vocabulary, roles, guides, pathways, the site.

pub mod guide;
pub mod ids;
pub mod indexes;
pub mod months;
pub mod pathway;
pub mod reference;
pub mod role;
pub mod text;
pub mod vocabulary;
