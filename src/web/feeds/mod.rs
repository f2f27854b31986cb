//! What machines read: sitemap, robots, security.txt and tables.

pub mod changes;
pub mod csv;
pub mod discovery;
