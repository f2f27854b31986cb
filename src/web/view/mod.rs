//! What several pages share: the frame, cards, the facts of a role in words, the error page.

pub mod entry_tree;
pub mod error_page;
pub mod frame;
pub mod match_reasons;
pub mod qr;
pub mod role_card;
pub mod role_facts;
pub mod trip;
