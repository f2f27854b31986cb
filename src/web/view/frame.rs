//! What every page shares: its title, its place in the site, its head and foot.

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::Category;
use crate::catalogue::model::vocabulary::GuidePurpose;
use crate::interface::Markup;
use crate::site_map;
use crate::web::labels::{source_names, source_titles};
use crate::web::links;
use crate::web::stylesheet::StyleSheet;

/// The part of the site a page belongs to: which link of the main navigation is current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteArea {
    /// Roles, levels, settings, categories.
    Roles,
    /// The planner of journeys.
    Journeys,
    /// The questions that lead to roles.
    Match,
    /// The career map.
    Map,
    /// Guides and pathways.
    Guides,
    /// Everything else.
    Other,
}

/// A link of the breadcrumb trail, or of the navigation.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// What is shown.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is where one is.
    pub is_current: bool,
}

/// What every page shares.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The data.
    pub catalogue: &'a Catalogue,
    /// The title of the page, without the name of the site.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// Its own address, with its query in canonical order.
    pub path: String,
    /// The part of the site it belongs to.
    pub area: SiteArea,
    /// The way down to it, without the start page and itself.
    pub crumbs: Vec<NavLink>,
    /// The family of careers whose colour it takes.
    pub line: Option<&'a Category>,
    /// The address of the picture that goes with a shared link.
    pub picture: String,
    /// The style sheet of its kind.
    pub style: StyleSheet,
    /// Whether it shows the icons of all families of careers, and not of its own alone.
    pub shows_all_families: bool,
    /// The same as open data, with its media type.
    pub alternates: Vec<Alternate>,
}

/// An address at which a program finds what a page shows.
#[derive(Clone, Debug)]
pub struct Alternate {
    /// Its media type.
    pub media_type: &'static str,
    /// The address.
    pub href: String,
}

impl<'a> Frame<'a> {
    /// A page with this title at this address.
    pub fn new(catalogue: &'a Catalogue, title: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            catalogue,
            title: title.into(),
            description: catalogue.site().tagline.clone(),
            path: path.into(),
            area: SiteArea::Other,
            crumbs: vec![],
            line: None,
            picture: site_map::OG_SITE.to_owned(),
            style: StyleSheet::default(),
            shows_all_families: false,
            alternates: vec![],
        }
    }

    /// Says what the page is, for search engines and previews.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// Puts the page into a part of the site.
    #[must_use]
    pub fn within(mut self, area: SiteArea) -> Self {
        self.area = area;
        self
    }

    /// Adds a step to the breadcrumb trail.
    #[must_use]
    pub fn under(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(NavLink { label: label.into(), href: href.into(), is_current: false });
        self
    }

    /// Gives the page the colour of a family of careers.
    #[must_use]
    pub fn on_line(mut self, line: Option<&'a Category>) -> Self {
        self.line = line;
        self
    }

    /// Gives the page the style sheet of its kind.
    #[must_use]
    pub fn styled(mut self, style: StyleSheet) -> Self {
        self.style = style;
        self
    }

    /// Says that the page shows the icons of all families of careers.
    #[must_use]
    pub fn with_all_families(mut self) -> Self {
        self.shows_all_families = true;
        self
    }

    /// Says where a program finds the same as JSON.
    #[must_use]
    pub fn as_json(mut self, href: String) -> Self {
        self.alternates.push(Alternate { media_type: "application/json", href });
        self
    }

    /// Says where a program finds the same as a table.
    #[must_use]
    pub fn as_csv(mut self, href: String) -> Self {
        self.alternates.push(Alternate { media_type: "text/csv", href });
        self
    }

    /// The families of careers whose icons it shows.
    pub fn drawn_categories(&self) -> impl Iterator<Item = &'a Category> {
        let all = if self.shows_all_families { self.catalogue.categories() } else { &[] };
        all.iter().chain(self.line.filter(|_| !self.shows_all_families))
    }

    /// Gives the page a picture of its own, for shared links.
    #[must_use]
    pub fn pictured(mut self, picture: String) -> Self {
        self.picture = picture;
        self
    }

    /// The absolute address of the picture that goes with a shared link.
    #[must_use]
    pub fn picture_address(&self) -> String {
        links::absolute(self.catalogue.site(), &self.picture)
    }

    /// The language of the page, as Open Graph writes it: "en_GB".
    #[must_use]
    pub fn locale(&self) -> String {
        self.catalogue.interface().language().to_string().replace('-', "_")
    }

    /// The title with the name of the site.
    #[must_use]
    pub fn full_title(&self) -> String {
        let (site, t) = (self.catalogue.site(), self.catalogue.interface());
        if self.path == site_map::START {
            t.site_and_page(&site.name, &self.title)
        } else {
            t.page_and_site(&self.title, &site.name)
        }
    }

    /// The absolute address of this page.
    #[must_use]
    pub fn absolute(&self) -> String {
        links::absolute(self.catalogue.site(), &self.path)
    }

    /// Whether the site has an address that others can reach, to be shown to them.
    #[must_use]
    pub fn is_public(&self) -> bool {
        links::is_public(self.catalogue.site())
    }

    /// The address of the style sheet.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        links::stylesheet(self.catalogue, self.style)
    }

    /// The fingerprinted address of a static file.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        links::asset(name)
    }

    /// The links of the main navigation.
    #[must_use]
    pub fn navigation(&self) -> Vec<NavLink> {
        let t = self.catalogue.interface();
        let link = |label: &str, href: &str, area| NavLink {
            label: label.to_owned(),
            href: href.to_owned(),
            is_current: self.area == area,
        };
        vec![
            link(t.roles(), site_map::ROLES, SiteArea::Roles),
            link(t.plan_a_journey(), site_map::JOURNEYS, SiteArea::Journeys),
            link(t.map(), site_map::MAP, SiteArea::Map),
            link(t.what_suits_me(), site_map::MATCH, SiteArea::Match),
            link(t.guides(), site_map::GUIDES, SiteArea::Guides),
        ]
    }

    /// The address of the guide for those who help others choose; empty where the data has none.
    #[must_use]
    pub fn guide_for_advisers(&self) -> String {
        self.guide_for(GuidePurpose::Advisers)
    }

    /// The address of the guide on the marks of roles; empty where the data has none.
    #[must_use]
    pub fn guide_on_marks(&self) -> String {
        self.guide_for(GuidePurpose::Marks)
    }

    fn guide_for(&self, purpose: GuidePurpose) -> String {
        let mut guides = self.catalogue.guides().iter();
        guides.find(|guide| guide.purpose == Some(purpose)).map_or_else(String::new, |guide| links::guide(&guide.id))
    }

    /// Where the first jobs are listed.
    #[must_use]
    pub fn first_jobs(&self) -> String {
        links::first_jobs(self.catalogue)
    }

    /// Where the roles are listed that can be started without qualifications.
    #[must_use]
    pub fn roles_to_start(&self) -> String {
        links::roles_to_start(self.catalogue)
    }

    /// The last line of every page: who publishes the site, and where its facts come from.
    #[must_use]
    pub fn colophon(&self) -> Markup {
        let (t, site) = (self.catalogue.interface(), self.catalogue.site());
        match &site.publisher {
            Some(publisher) => t.published_by(publisher, site_map::ABOUT_THE_DATA),
            None => t.facts_from(self.catalogue.sources().len(), site_map::ABOUT_THE_DATA),
        }
    }

    /// A day, as a reader says it: "22 November 2026".
    #[must_use]
    pub fn day(&self, date: &Date) -> String {
        self.catalogue.interface().day(*date)
    }

    /// The titles of sources, where space is small.
    #[must_use]
    pub fn source_names(&self, sources: &[SourceIndex]) -> String {
        source_names(self.catalogue.sources_at(sources))
    }

    /// The titles of sources with their publishers, for the last line of a page.
    #[must_use]
    pub fn source_titles(&self, sources: &[SourceIndex]) -> String {
        source_titles(self.catalogue.sources_at(sources))
    }
}

/// A day, as a reader says it: "22 November 2026".
#[must_use]
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
