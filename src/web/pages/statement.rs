//! `/accessibility` and `/privacy`: what the site promises.

use askama::Template;
use axum::response::Response;

use crate::catalogue::model::reference::Site;
use crate::site_map;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage<'a> {
    frame: Frame<'a>,
    site: &'a Site,
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage<'a> {
    frame: Frame<'a>,
    site: &'a Site,
}

/// Shows the accessibility statement.
pub async fn accessibility(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.accessibility_statement(), site_map::ACCESSIBILITY)
        .described(t.how_far_everyone_can_use_this_site());
    html(&AccessibilityPage { frame, site: catalogue.site() })
}

/// Shows what is known of visitors: nothing.
pub async fn privacy(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.privacy(), site_map::PRIVACY).described(t.no_accounts_no_cookies_no_scripts());
    html(&PrivacyPage { frame, site: catalogue.site() })
}
