//! `/journeys`: how to get from one role, or from a starting point, to another role.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{MissingLink, NoRoute, Preference, Waypoint};
use crate::catalogue::model::reference::SettingInfo;
use crate::catalogue::model::role::Role;
use crate::web::labels::place_title;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::journey_answer::JourneyAnswer;
use crate::web::view::snippet::snippet;
use crate::web::view::trip::Trip;

#[derive(Template)]
#[template(path = "journeys.html")]
struct JourneysPage<'a> {
    frame: Frame<'a>,
    asked: JourneyQuery<'a>,
    answer: Option<JourneyAnswer<'a>>,
}

impl<'a> JourneysPage<'a> {
    fn catalogue(&self) -> &'a Catalogue {
        self.frame.catalogue
    }

    /// The lines to copy for a frame on another page.
    fn snippet(&self) -> askama::Result<String> {
        snippet(&self.frame, &self.frame.title)
    }

    /// The ways to show, each with its number and its own address: all, or the one that was asked for.
    fn shown<'t>(&self, trips: &'t [Trip<'a>]) -> Vec<(usize, String, &'t Trip<'a>)> {
        let ways = (1..).zip(trips).filter(|(way, _)| self.asked.way.is_none_or(|asked| asked == *way));
        ways.map(|(way, trip)| (way, self.asked.alone(way), trip)).collect()
    }

    /// The starting points that are no role, with where they lead.
    fn starting_points(&self) -> Vec<(String, String)> {
        let link = |place| (place_title(place), self.asked.from_place(place));
        Waypoint::without_a_role(self.catalogue().qualifications()).map(link).collect()
    }

    fn start_suggestions(&self) -> Vec<String> {
        let starts = Waypoint::without_a_role(self.catalogue().qualifications()).map(|place| place_title(place));
        starts.chain(self.catalogue().roles().iter().flat_map(Role::all_titles).map(str::to_owned)).collect()
    }

    fn to_suggestions(&self) -> Vec<&'a str> {
        self.catalogue().roles().iter().map(|role| role.title.as_str()).collect()
    }

    fn settings(&self) -> Vec<(&'a SettingInfo, bool)> {
        let chosen = |info: &SettingInfo| self.asked.wishes.settings.contains(&info.setting);
        self.catalogue().settings().iter().map(|info| (info, chosen(info))).collect()
    }

    /// Ends that name nothing: what was typed, and what may have been meant.
    fn title_of(&self, place: &Waypoint<'a>) -> String {
        place_title(*place)
    }

    /// Which link is missing, in words.
    fn missing(&self, no_route: &NoRoute<'a>) -> String {
        match &no_route.missing {
            MissingLink::Goal(wish) => format!("The role itself does not fit your wish: {}.", wish_words(*wish)),
            MissingLink::Step(step, wish) => {
                let (from, to) = (self.title_of(&step.from), self.title_of(&step.to));
                format!("The step from {from} to {to} does not fit your wish: {}.", wish_words(*wish))
            }
            MissingLink::NothingLeadsThere => "No source says how to get into this role.".to_owned(),
            MissingLink::NothingLeadsOn => "No source says where your starting point leads.".to_owned(),
            MissingLink::Between => "No source joins what you can reach to what leads there.".to_owned(),
        }
    }

    /// The wishes without which there is a way, with their addresses.
    fn openings(&self, no_route: &NoRoute<'a>) -> Vec<(&'static str, String)> {
        no_route.opened_without.iter().map(|&wish| (wish_words(wish), self.asked.without(wish))).collect()
    }
}

/// A wish as the page says it.
fn wish_words(wish: Preference) -> &'static str {
    match wish {
        Preference::KeepEarning => "keep earning all the way",
        Preference::NoDegree => "no degree",
        Preference::Settings => "only the places you chose",
    }
}

/// Shows the planner, and its answer where both ends are known.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let mut asked = JourneyQuery::parse(&catalogue, query.as_deref());
    let answer = JourneyAnswer::of(&catalogue, &asked);
    let count = if let Some(JourneyAnswer::Trips(trips)) = &answer { trips.len() } else { 0 };
    asked.keep_to_ways(count);
    let (title, address) = match asked.way {
        Some(way) if count > 1 => (format!("{}: way {way} of {count}", asked.title()), asked.alone(way)),
        _ => (asked.title(), asked.address()),
    };
    let frame = Frame::new(&catalogue, title, address)
        .described("How to get from where you are to the role you want, step by step.")
        .within(SiteArea::Journeys)
        .on_line(asked.to_role().and_then(|role| catalogue.role_at(role.index).line()));
    html(&JourneysPage { frame, asked, answer })
}
