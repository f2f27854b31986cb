//! What machines read: sitemap, robots, security.txt, tables, and descriptions of the data.

pub mod changes;
pub mod data_package;
pub mod dcat;
pub mod discovery;
pub mod tables;
