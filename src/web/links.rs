//! Every address that the site forms. Fixed addresses and patterns are in [`site_map`].
//!
//! Each function returns a path on this site, with its query and fragment; [`absolute`] puts the site's own address before
//! it. Ids are percent-encoded as one segment of a path (RFC 3986), queries as forms are (WHATWG URL, section 5).

use std::borrow::Borrow;
use std::net::IpAddr;

use form_urlencoded::Serializer;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::reference::{CategoryId, FigureId, GuideId, PathwayId, RoleId, Site};
use crate::site_map;
use crate::web::http::assets;
use crate::web::stylesheet::StyleSheet;

/// The key of a role in the query of a list of roles.
pub const ROLE: &str = site_map::ROLE_KEY;
/// The key of the start of a journey.
pub const FROM: &str = "from";
/// The key of the goal of a journey.
pub const TO: &str = "to";

/// What the lines and marks of a map mean.
pub const MAP_KEY: &str = "/map#key";
/// How facts are judged where no source prints them.
pub const HOW_WE_JUDGE: &str = "/about-the-data#judgement";

/// What a segment of a path may not hold: all but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A role's page.
#[must_use]
pub fn role(id: &RoleId) -> String {
    fill(site_map::ROLE, id.as_str())
}

/// A level's page.
#[must_use]
pub fn level(id: &str) -> String {
    fill(site_map::LEVEL, id)
}

/// A setting's page.
#[must_use]
pub fn setting(id: &str) -> String {
    fill(site_map::SETTING, id)
}

/// The page of a family of careers.
#[must_use]
pub fn category(id: &CategoryId) -> String {
    fill(site_map::CATEGORY, id.as_str())
}

/// A guide.
#[must_use]
pub fn guide(id: &GuideId) -> String {
    fill(site_map::GUIDE, id.as_str())
}

/// A pathway.
#[must_use]
pub fn pathway(id: &PathwayId) -> String {
    fill(site_map::PATHWAY, id.as_str())
}

/// The place where a figure and its sources are listed.
#[must_use]
pub fn figure(id: &FigureId) -> String {
    format!("{}#{}", site_map::ABOUT_THE_DATA, encoded(id.as_str()))
}

/// The list of roles with one choice made.
#[must_use]
pub fn roles_with(facet: Facet, value: &str) -> String {
    roles_with_all([(facet, value)])
}

/// The list of roles with these choices made, in the order given.
#[must_use]
pub fn roles_with_all<'v>(choices: impl IntoIterator<Item = (Facet, &'v str)>) -> String {
    with_query(site_map::ROLES, choices.into_iter().map(|(facet, value)| (facet.key(), value)))
}

/// The table of roles with one choice made.
#[must_use]
pub fn csv_with(facet: Facet, value: &str) -> String {
    with_query(site_map::ROLES_CSV, [(facet.key(), value)])
}

/// The roles that somebody with this qualification can start.
#[must_use]
pub fn roles_from(qualification: &str) -> String {
    roles_with(Facet::Start, qualification)
}

/// The roles that somebody can start who has no more than the lowest qualification, which is to have none.
#[must_use]
pub fn roles_to_start(catalogue: &Catalogue) -> String {
    catalogue.qualifications().first().map_or_else(|| site_map::ROLES.to_owned(), |info| roles_from(&info.id))
}

/// The lowest level on which roles stand.
#[must_use]
pub fn first_jobs(catalogue: &Catalogue) -> String {
    catalogue.levels().of_roles().next().map_or_else(|| site_map::ROLES.to_owned(), |info| level(&info.id))
}

/// The roles on a level in a setting.
#[must_use]
pub fn roles_on_in(level: &str, setting: &str) -> String {
    roles_with_all([(Facet::Level, level), (Facet::Setting, setting)])
}

/// The map of one family of careers.
#[must_use]
pub fn map_of(category: &CategoryId) -> String {
    map_of_all([category])
}

/// The map of these families of careers.
#[must_use]
pub fn map_of_all<'c>(categories: impl IntoIterator<Item = &'c CategoryId>) -> String {
    with_query(site_map::MAP, categories.into_iter().map(|id| (Facet::Category.key(), id.as_str())))
}

/// The journeys between two places, by their ids.
#[must_use]
pub fn journeys(from: &str, to: &str) -> String {
    with_query(site_map::JOURNEYS, [(FROM, from), (TO, to)])
}

/// The planner with its goal filled in.
#[must_use]
pub fn journeys_to(role: &RoleId) -> String {
    with_query(site_map::JOURNEYS, [(TO, role.as_str())])
}

/// The planner with its start filled in.
#[must_use]
pub fn journeys_from(role: &RoleId) -> String {
    with_query(site_map::JOURNEYS, [(FROM, role.as_str())])
}

/// A page that shows chosen roles: a comparison or a handout.
#[must_use]
pub fn with_roles<'r>(path: &str, roles: impl IntoIterator<Item = &'r RoleId>) -> String {
    with_query(path, roles.into_iter().map(|id| (ROLE, id.as_str())))
}

/// The comparison that begins with a role.
#[must_use]
pub fn compare_with(role: &RoleId) -> String {
    with_roles(site_map::COMPARE, [role])
}

/// The handout of a role.
#[must_use]
pub fn pack_of(role: &RoleId) -> String {
    with_roles(site_map::PACK, [role])
}

/// The small view of the page at a path, for a frame on another site.
#[must_use]
pub fn embed(page: &str) -> String {
    format!("{}{page}", site_map::EMBED)
}

/// The small view of a role.
#[must_use]
pub fn embed_role(id: &RoleId) -> String {
    fill(site_map::EMBED_ROLE, id.as_str())
}

/// A role as JSON.
#[must_use]
pub fn api_role(id: &RoleId) -> String {
    fill(site_map::API_ROLE, id.as_str())
}

/// A list of the data as JSON.
#[must_use]
pub fn api_list(list: &str) -> String {
    fill(site_map::API_LIST, list)
}

/// An entry of a list of the data as JSON.
#[must_use]
pub fn api_entry(list: &str, id: &str) -> String {
    format!("{}/{}", api_list(list), encoded(id))
}

/// The picture that goes with a shared link to a role.
#[must_use]
pub fn og_role(id: &RoleId) -> String {
    fill(site_map::OG_ROLE, &format!("{id}.png"))
}

/// A file of `static/`, by its name there. The address changes with the content.
#[must_use]
pub fn asset(name: &str) -> &'static str {
    assets::asset_path(name)
}

/// Where a letter to this address is written.
#[must_use]
pub fn email(address: &str) -> String {
    format!("mailto:{address}")
}

/// A style sheet with the colours of this catalogue.
#[must_use]
pub fn stylesheet(catalogue: &Catalogue, sheet: StyleSheet) -> String {
    sheet.address(catalogue)
}

/// A path as others see it, with the scheme and host of the site.
#[must_use]
pub fn absolute(site: &Site, path: &str) -> String {
    format!("{}{path}", site.base_url)
}

/// Whether others can reach the address of the site. That of one machine alone is of no use on paper, in a QR code, or in a frame
/// on another site.
#[must_use]
pub fn is_public(site: &Site) -> bool {
    let rest = site.base_url.split_once("://").map_or(site.base_url.as_str(), |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.strip_prefix('[').and_then(|v6| v6.split_once(']')) {
        Some((v6, _)) => v6,
        None => authority.split(':').next().unwrap_or_default(),
    };
    let is_local = |address: IpAddr| address.is_loopback() || address.is_unspecified();
    host != "localhost" && !host.parse().is_ok_and(is_local)
}

/// The day until which `security.txt` holds: a year from the day on which somebody last looked over how the site can be reached.
/// `None` where nobody is named or that day is past: what it says may then be wrong (RFC 9116, 5.3).
#[must_use]
pub fn security_until(site: &Site) -> Option<Date> {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let until = site.accessibility.reviewed.saturating_add(1.year());
    site.contact.as_ref().map(|_| until).filter(|until| *until > today)
}

/// The same path with another last segment.
#[must_use]
pub fn sibling(path: &str, id: &RoleId) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{}", encoded(id.as_str()))
}

/// A path with these pairs as its query; the path alone where there are none.
#[must_use]
pub fn with_query<K, V>(path: &str, pairs: impl IntoIterator<Item: Borrow<(K, V)>>) -> String
where
    K: AsRef<str>,
    V: AsRef<str>,
{
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// An address with these pairs behind those it has.
#[must_use]
pub fn and_query<K, V>(address: &str, pairs: impl IntoIterator<Item: Borrow<(K, V)>>) -> String
where
    K: AsRef<str>,
    V: AsRef<str>,
{
    match address.find('?') {
        None => with_query(address, pairs),
        Some(mark) => Serializer::for_suffix(address.to_owned(), mark + 1).extend_pairs(pairs).finish(),
    }
}

/// Puts an id into the place that a pattern leaves open.
fn fill(pattern: &str, id: &str) -> String {
    let folder = pattern.split_once('{').map_or(pattern, |(folder, _)| folder);
    format!("{folder}{}", encoded(id))
}

fn encoded(segment: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(segment, RESERVED)
}

#[cfg(test)]
mod tests {
    use super::{and_query, figure, journeys, map_of_all, og_role, role, sibling, with_query};
    use crate::catalogue::model::reference::{CategoryId, FigureId, RoleId};

    fn id(id: &str) -> RoleId {
        RoleId(id.to_owned())
    }

    #[test]
    fn an_id_is_one_segment_of_its_path() {
        assert_eq!(role(&id("nurse-2.0_~")), "/roles/nurse-2.0_~");
        assert_eq!(role(&id("a/b c?é")), "/roles/a%2Fb%20c%3F%C3%A9");
        assert_eq!(og_role(&id("nurse")), "/og/roles/nurse.png");
        assert_eq!(sibling("/embed/roles/Nurse", &id("nurse")), "/embed/roles/nurse");
        assert_eq!(figure(&FigureId("a b".to_owned())), "/about-the-data#a%20b");
    }

    #[test]
    fn a_query_is_written_as_a_form_writes_it() {
        assert_eq!(journeys("none", "a&b"), "/journeys?from=none&to=a%26b");
        assert_eq!(with_query("/map", [] as [(&str, &str); 0]), "/map");
        assert_eq!(and_query("/map", [("view", "table")]), "/map?view=table");
        assert_eq!(and_query("/map?q=a+b", [("view", "table")]), "/map?q=a+b&view=table");
        let families = ["a", "b"].map(|id| CategoryId(id.to_owned()));
        assert_eq!(map_of_all(&families), "/map?category=a&category=b");
    }
}
