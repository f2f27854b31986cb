//! `/embed/…`: small views for a frame on somebody else's page. No scripts; every link opens in the whole window.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::{IntoResponse as _, Response};

use crate::catalogue::{MoveRef, RoleRef};
use crate::web::extractors::RoleInAddress;
use crate::web::http::headers::FramePolicy;
use crate::web::links;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;
use crate::web::view::journey_answer::JourneyAnswer;
use crate::web::view::one_end::{OneEnd, OneEndItem};

/// So many journeys have room in a frame.
const MOST_LISTED: usize = 8;

#[derive(Template)]
#[template(path = "embed_role.html")]
struct EmbedRoleView<'a> {
    frame: Frame<'a>,
    role: RoleRef<'a>,
}

impl<'a> EmbedRoleView<'a> {
    /// Level and settings, where space is small.
    fn place(&self) -> Vec<&'a str> {
        let levels = self.role.levels().map(|info| info.title.as_str());
        levels.chain(self.role.settings().map(|info| info.title.as_str())).collect()
    }

    fn next(&self) -> Vec<MoveRef<'a>> {
        self.role.successors().collect()
    }
}

/// Shows a role, small.
pub async fn role(role: RoleInAddress) -> Result<Response, PageError> {
    let (catalogue, role) = (role.catalogue(), role.role());
    let frame =
        Frame::new(catalogue, &role.title, links::role(&role.id)).on_line(role.line()).styled(StyleSheet::Embed);
    Ok((FramePolicy::Anywhere, html(&EmbedRoleView { frame, role })?).into_response())
}

#[derive(Template)]
#[template(path = "embed_journey.html")]
struct EmbedJourneyView<'a> {
    frame: Frame<'a>,
    /// None where the address does not say from where to where.
    answer: Option<JourneyAnswer<'a>>,
    /// The first journeys to, or from, the only end that the address says.
    one_end: Vec<OneEndItem>,
    /// What stands for an end in the address and names nothing.
    unknown: Vec<String>,
}

/// Shows the shortest journey, small.
pub async fn journey(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = JourneyQuery::parse(&catalogue, query.as_deref());
    let answer = JourneyAnswer::of(&catalogue, &asked);
    let unknown: Vec<String> = asked.unknown_ends().into_iter().map(|(text, _)| text.to_owned()).collect();
    let one_end = OneEnd::of(&catalogue, &asked).filter(|_| unknown.is_empty()).map(|one_end| one_end.groups);
    let one_end = one_end.into_iter().flatten().flat_map(|(_, items)| items).take(MOST_LISTED).collect();
    let line = asked.to_role().and_then(|role| catalogue.role_at(role.index).line());
    let frame = Frame::new(&catalogue, asked.title(), asked.address()).on_line(line).styled(StyleSheet::Embed);
    Ok((FramePolicy::Anywhere, html(&EmbedJourneyView { frame, answer, one_end, unknown })?).into_response())
}
