//! `/journeys`: how to get from one role, or from a starting point, to another role.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{MissingLink, NoRoute, Preference, PrintedMove, PrintedWay, Waypoint};
use crate::catalogue::model::reference::SettingInfo;
use crate::interface::Interface;
use crate::site_map;
use crate::web::labels::{place_title, source_names};
use crate::web::links;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::asks::asked_for;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::journey_answer::JourneyAnswer;
use crate::web::view::one_end::OneEnd;
use crate::web::view::snippet::snippet;
use crate::web::view::suggested_titles::suggested_titles;
use crate::web::view::trip::Trip;

#[derive(Template)]
#[template(path = "journeys.html")]
struct JourneysPage<'a> {
    frame: Frame<'a>,
    asked: JourneyQuery<'a>,
    answer: Option<JourneyAnswer<'a>>,
    one_end: Option<OneEnd>,
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
        let t = self.catalogue().interface();
        let link = |place| (place_title(t, place), self.asked.from_place(place));
        Waypoint::without_a_role(self.catalogue().qualifications()).map(link).collect()
    }

    fn start_suggestions(&self) -> Vec<String> {
        let t = self.catalogue().interface();
        let starts = Waypoint::without_a_role(self.catalogue().qualifications()).map(|place| place_title(t, place));
        starts.chain(self.to_suggestions().into_iter().map(str::to_owned)).collect()
    }

    fn to_suggestions(&self) -> Vec<&'a str> {
        suggested_titles(self.catalogue())
    }

    fn settings(&self) -> Vec<(&'a SettingInfo, bool)> {
        let chosen = |info: &SettingInfo| self.asked.wishes.settings.contains(&info.setting);
        self.catalogue().settings().iter().map(|info| (info, chosen(info))).collect()
    }

    /// Ends that name nothing: what was typed, and what may have been meant.
    fn title_of(&self, place: &Waypoint<'a>) -> String {
        place_title(self.catalogue().interface(), *place)
    }

    /// Each move of the printed way, with what it asks for.
    fn printed(&self, way: &PrintedWay<'a>) -> Vec<String> {
        let t = self.catalogue().interface();
        let words = |printed: &PrintedMove<'a>| {
            let step = &printed.step;
            let (from, to) = (self.title_of(&step.from), self.title_of(&step.to));
            let lacks = printed.lacks.map(|info| info.title.clone());
            let asks = lacks.into_iter().chain(asked_for(self.catalogue(), step).into_iter().map(|it| it.title));
            let asks: Vec<String> = asks.map(|it| it.trim_end_matches('.').to_owned()).collect();
            let sources = source_names(self.catalogue().sources_at(step.sources()));
            match asks.is_empty() {
                true => t.printed_move(from, to, sources),
                false => t.printed_move_asks_for(from, to, sources, asks.join("; ")),
            }
        };
        way.moves.iter().map(words).collect()
    }

    /// Which link is missing, in words.
    fn missing(&self, no_route: &NoRoute<'a>) -> String {
        let t = self.catalogue().interface();
        match &no_route.missing {
            MissingLink::Goal(wish) => t.the_role_does_not_fit(wish_words(t, *wish)),
            MissingLink::Step(step, wish) => {
                let (from, to) = (self.title_of(&step.from), self.title_of(&step.to));
                t.the_step_does_not_fit(from, to, wish_words(t, *wish))
            }
            MissingLink::NothingLeadsThere => t.nothing_leads_there().to_owned(),
            MissingLink::NothingLeadsOn => t.nothing_leads_on().to_owned(),
            MissingLink::Between => t.nothing_joins_them().to_owned(),
        }
    }

    /// The wishes without which there is a way, with their addresses.
    fn openings(&self, no_route: &NoRoute<'a>) -> Vec<(&'a str, String)> {
        let t = self.catalogue().interface();
        no_route.opened_without.iter().map(|&wish| (wish_words(t, wish), self.asked.without(wish))).collect()
    }
}

/// A wish as the page says it.
fn wish_words(t: &Interface, wish: Preference) -> &str {
    match wish {
        Preference::KeepEarning => t.wish_to_keep_earning(),
        Preference::NoDegree => t.wish_for_no_degree(),
        Preference::Settings => t.wish_for_places(),
    }
}

/// Shows the planner, and its answer where both ends are known.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let mut asked = JourneyQuery::parse(&catalogue, query.as_deref());
    let answer = JourneyAnswer::of(&catalogue, &asked);
    let one_end = OneEnd::of(&catalogue, &asked);
    let count = if let Some(JourneyAnswer::Found { trips, .. }) = &answer { trips.len() } else { 0 };
    asked.keep_to_ways(count);
    let t = catalogue.interface();
    let (title, address) = match asked.way {
        Some(way) if count > 1 => (t.one_way_of_several(asked.title(), way, count), asked.alone(way)),
        _ => (asked.title(), asked.address()),
    };
    let mut frame = Frame::new(&catalogue, title, address)
        .described(t.about_journeys())
        .within(SiteArea::Journeys)
        .on_line(asked.to_role().and_then(|role| catalogue.role_at(role.index).line()))
        .styled(StyleSheet::Journey);
    if let Some(open_data) = asked.open_data() {
        frame = frame.as_json(open_data);
    }
    html(&JourneysPage { frame, asked, answer, one_end })
}
