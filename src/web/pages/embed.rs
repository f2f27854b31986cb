//! `/embed/…`: small views for a frame on somebody else's page. No scripts; every link opens in the whole window.

use askama::Template;
use axum::response::{IntoResponse as _, Response};

use super::frame::Frame;
use super::html;
use crate::catalogue::graph::Move;
use crate::catalogue::role::Role;
use crate::web::error::PageError;
use crate::web::extract::RoleInAddress;
use crate::web::headers::FramePolicy;

#[derive(Template)]
#[template(path = "embed_role.html")]
struct EmbedRoleView<'a> {
    frame: Frame<'a>,
    role: &'a Role,
}

impl<'a> EmbedRoleView<'a> {
    /// Level and settings, where space is small.
    fn place(&self) -> Vec<&'a str> {
        let catalogue = self.frame.catalogue;
        let levels =
            self.role.levels.iter().filter_map(|&level| catalogue.level(level)).map(|info| info.title.as_str());
        let settings = self.role.settings.iter().filter_map(|&setting| catalogue.setting(setting));
        levels.chain(settings.map(|info| info.title.as_str())).collect()
    }

    fn next(&self) -> Vec<Move<'a>> {
        self.frame.catalogue.graph().next_from(self.role).collect()
    }
}

/// Shows a role, small.
pub async fn role(role: RoleInAddress) -> Result<Response, PageError> {
    let (catalogue, role) = (role.catalogue(), role.role());
    let frame = Frame::new(catalogue, &role.title, format!("/roles/{}", role.id)).on_line(role.line());
    Ok((FramePolicy::Anywhere, html(&EmbedRoleView { frame, role })?).into_response())
}
