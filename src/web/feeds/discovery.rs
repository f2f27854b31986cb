//! What machines read to find their way: the sitemap, robots, how to report a vulnerability.

use axum::http::Uri;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;

use crate::site_map;
use crate::web::addresses;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::state::{AppState, CurrentCatalogue};
use crate::web::view::error_page::PageError;

fn text(content_type: &'static str, body: String) -> Response {
    (CachePolicy::Page, [(CONTENT_TYPE, content_type)], body).into_response()
}

/// `/sitemap.xml`: every page, with the day on which somebody last looked it over.
pub async fn sitemap(catalogue: CurrentCatalogue) -> Response {
    let loc = |path: String| links::absolute(catalogue.site(), &path).replace('&', "&amp;");
    let day = |day: Option<Date>| day.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    let place = |(path, reviewed)| format!("<url><loc>{}</loc>{}</url>\n", loc(path), day(reviewed));
    let places: String = addresses::dated_pages(&catalogue).into_iter().map(place).collect();
    let head = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
    let body = format!("{head}\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{places}</urlset>\n");
    text("application/xml", body)
}

/// `/robots.txt`: everybody may look at everything, or at nothing of a copy to try things on.
pub async fn robots(state: AppState, catalogue: CurrentCatalogue) -> Response {
    let body = if state.settings().noindex {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", links::absolute(catalogue.site(), site_map::SITEMAP))
    };
    text("text/plain; charset=utf-8", body)
}

/// `/.well-known/security.txt`: whom to tell of a fault, as RFC 9116 says. There is none where nobody is named, nor a year after
/// somebody last looked it over.
pub async fn security(catalogue: CurrentCatalogue, uri: Uri) -> Result<Response, PageError> {
    let site = catalogue.site();
    let (Some(contact), Some(expires)) = (site.contact.as_deref(), links::security_until(site)) else {
        return Err(PageError::not_found(&catalogue, uri.path()));
    };
    let body = format!(
        "Contact: {}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {}\nCanonical: {}\n",
        links::email(contact),
        catalogue.interface().language().language,
        links::absolute(site, site_map::SECURITY)
    );
    Ok(text("text/plain; charset=utf-8", body))
}
