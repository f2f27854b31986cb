//! One file a page: its parameters, its view struct and methods, its handler.

pub mod about_data;
pub mod category;
pub mod changes;
pub mod compare;
pub mod developers;
pub mod guide;
pub mod journeys;
pub mod level;
pub mod map;
pub mod matcher;
pub mod pack;
pub mod pathway;
pub mod role;
pub mod roles;
pub mod setting;
pub mod start;
pub mod statement;
