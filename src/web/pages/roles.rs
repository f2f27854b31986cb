//! `/roles`: every role, searched, filtered and arranged.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::indexes::Level;
use crate::catalogue::model::reference::LevelInfo;
use crate::catalogue::model::role::Role;
use crate::catalogue::search::rank::MatchTier;
use crate::site_map;
use crate::web::query::arrangement::{Arrangement, Misread, ON_A_PAGE, Sort, View};
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, NavLink, SiteArea};
use crate::web::view::html;
use crate::web::view::role_card::RoleCard;
use crate::web::view::search_answer;

#[derive(Template)]
#[template(path = "roles.html")]
struct RolesPage<'a> {
    frame: Frame<'a>,
    asked: RoleQuery<'a>,
    groups: Vec<Group<'a>>,
    pages: usize,
}

/// Cards under a heading, or under none.
struct Group<'a> {
    level: Option<&'a LevelInfo>,
    cards: Vec<RoleCard<'a>>,
}

impl<'a> RolesPage<'a> {
    fn new(catalogue: &'a Catalogue, mut asked: RoleQuery<'a>) -> Self {
        let entries = asked.entries();
        let pages = entries.len().div_ceil(ON_A_PAGE).max(1);
        if asked.arrangement.page > pages {
            asked.misread.push(Misread::page(asked.arrangement.page.to_string()));
            asked.arrangement = asked.arrangement.at_first_page();
        }
        let on_page = entries.into_iter().skip((asked.arrangement.page - 1) * ON_A_PAGE).take(ON_A_PAGE);
        let groups = groups(&asked, on_page.collect());
        let frame = Frame::new(catalogue, heading(&asked, pages), asked.address())
            .described(catalogue.interface().roles_by_level_and_place())
            .as_json(asked.open_data(site_map::API_ROLES))
            .as_csv(asked.open_data(site_map::ROLES_CSV))
            .within(SiteArea::Roles);
        Self { frame, groups, pages, asked }
    }

    /// Words that no role has.
    fn unknown_words(&self) -> &[String] {
        self.asked.result().map_or(&[], |found| &found.unknown)
    }

    /// Whether even the best answers lack some of the words.
    fn is_partial(&self) -> bool {
        let best = self.asked.result().and_then(|found| found.hits.first());
        best.is_some_and(|hit| matches!(hit.tier, MatchTier::MissingWords(_)))
    }

    /// The orders, each with its address.
    fn orders(&self) -> Vec<NavLink> {
        let (t, now) = (self.frame.catalogue.interface(), self.asked.arrangement.at_first_page());
        let link = |sort: Sort| self.link(sort.label(t), Arrangement { sort, ..now }, sort == now.sort);
        Sort::choices(self.asked.words.is_some()).map(link).collect()
    }

    /// The views, each with its address.
    fn views(&self) -> Vec<NavLink> {
        let (t, now) = (self.frame.catalogue.interface(), self.asked.arrangement.at_first_page());
        View::ALL.map(|view| self.link(view.label(t), Arrangement { view, ..now }, view == now.view)).to_vec()
    }

    /// The pages, each with its address; none where there is only one.
    fn page_links(&self) -> Vec<NavLink> {
        let now = self.asked.arrangement;
        let link = |page: usize| self.link(&page.to_string(), Arrangement { page, ..now }, page == now.page);
        (1..=self.pages).map(link).filter(|_| self.pages > 1).collect()
    }

    fn previous_page(&self) -> Option<String> {
        self.page(self.asked.arrangement.page - 1)
    }

    fn next_page(&self) -> Option<String> {
        self.page(self.asked.arrangement.page + 1)
    }

    fn page(&self, page: usize) -> Option<String> {
        let there_is = (1..=self.pages).contains(&page);
        there_is.then(|| self.asked.arranged(Arrangement { page, ..self.asked.arrangement }))
    }

    fn link(&self, label: &str, arrangement: Arrangement, is_current: bool) -> NavLink {
        NavLink { label: label.to_owned(), href: self.asked.arranged(arrangement), is_current }
    }
}

/// How many roles, which, and on which page.
fn heading(asked: &RoleQuery<'_>, pages: usize) -> String {
    let (t, count) = (asked.catalogue().interface(), asked.roles().len());
    let choices = asked.in_words();
    let heading = if choices.is_empty() { t.all_n_roles(count) } else { t.n_roles_with(count, choices) };
    match asked.arrangement.page {
        1 => heading,
        page => t.page_of_pages(heading, page, pages),
    }
}

fn groups<'a>(asked: &RoleQuery<'a>, entries: Vec<(Option<Level>, &'a Role)>) -> Vec<Group<'a>> {
    let catalogue = asked.catalogue();
    entries
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|entries| Group {
            level: entries.first().and_then(|(level, _)| *level).map(|level| catalogue.level(level)),
            cards: entries.iter().map(|(_, role)| card(asked, role)).collect(),
        })
        .collect()
}

fn card<'a>(asked: &RoleQuery<'a>, role: &Role) -> RoleCard<'a> {
    let role = asked.catalogue().role_at(role.index);
    match asked.result() {
        Some(found) => RoleCard::found(role, found),
        None => RoleCard::new(role),
    }
}

/// Shows the roles asked for.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = RoleQuery::parse(&catalogue, query.as_deref())?;
    html(&RolesPage::new(&catalogue, asked))
}
