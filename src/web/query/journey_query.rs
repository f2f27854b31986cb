//! What the visitor asked of the planner, as the address says it.

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{Preference, Preferences, Waypoint};
use crate::catalogue::model::role::Role;
use crate::site_map;
use crate::web::labels::{place_in_sentence, place_title};
use crate::web::links;
use crate::web::query;

const MOST_MEANT: usize = 5;
const YES: &str = "yes";
/// The key that asks for one of the ways alone, counted from 1.
const WAY: &str = "way";

/// One end of a journey, as it was typed.
pub enum JourneyEnd<T> {
    /// Nothing was typed.
    Empty,
    /// It was found.
    Found(T),
    /// There is no such role or starting point.
    Unknown(String),
}

/// What the visitor asked for.
pub struct JourneyQuery<'a> {
    catalogue: &'a Catalogue,
    /// Where from.
    pub from: JourneyEnd<Waypoint<'a>>,
    /// Where to.
    pub to: JourneyEnd<&'a Role>,
    /// What the journey must keep to.
    pub wishes: Preferences,
    /// The one way to show, counted from 1, as a sheet of paper has room for; none for all of them.
    pub way: Option<usize>,
    /// Values of a wish that do not exist, with their keys.
    pub unknown: Vec<(&'static str, String)>,
}

impl<'a> JourneyQuery<'a> {
    /// Whether the parameter with this key is part of the question.
    #[must_use]
    pub fn reads(key: &str) -> bool {
        [links::FROM, links::TO, WAY].contains(&key) || Preference::ALL.iter().any(|wish| wish.key() == key)
    }

    /// Reads the query of an address.
    #[must_use]
    pub fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Self {
        let pairs = query::pairs(query);
        let end = |key| query::first(&pairs, key);
        let from = end(links::FROM).map_or(JourneyEnd::Empty, |text| {
            place_named(catalogue, text).map_or_else(|| JourneyEnd::Unknown(text.to_owned()), JourneyEnd::Found)
        });
        let to = end(links::TO).map_or(JourneyEnd::Empty, |text| {
            catalogue.graph().named(text).map_or_else(|| JourneyEnd::Unknown(text.to_owned()), JourneyEnd::Found)
        });
        let mut asked = Self { catalogue, from, to, wishes: Preferences::default(), way: None, unknown: Vec::new() };
        if let Some(value) = query::first(&pairs, WAY).filter(|value| !value.is_empty()) {
            match value.parse() {
                Ok(way) if way > 0 => asked.way = Some(way),
                _ => asked.unknown.push((WAY, value.to_owned())),
            }
        }
        for (key, value) in query::borrowed(&pairs) {
            asked.read_wish(key, value);
        }
        asked.wishes.settings.sort_unstable();
        asked.wishes.settings.dedup();
        asked
    }

    fn read_wish(&mut self, key: &str, value: &str) {
        let Some(wish) = Preference::ALL.into_iter().find(|wish| wish.key() == key).filter(|_| !value.is_empty())
        else {
            return;
        };
        match (wish, value, self.catalogue.setting_named(value)) {
            (Preference::KeepEarning, YES, _) => self.wishes.keep_earning = true,
            (Preference::NoDegree, YES, _) => self.wishes.no_degree = true,
            (Preference::Settings, _, Some(info)) => self.wishes.settings.push(info.setting),
            _ => self.unknown.push((wish.key(), value.to_owned())),
        }
    }

    /// What the question is called: the title of a page that answers it.
    #[must_use]
    pub fn title(&self) -> String {
        let t = self.catalogue.interface();
        match (self.from_place_found(), self.to_role()) {
            (Some(from), Some(to)) => t.from_to(place_in_sentence(t, from), &to.title),
            (None, Some(to)) => t.how_to_become(&to.title),
            (Some(from), None) => t.plan_a_journey_from(place_in_sentence(t, from)),
            (None, None) => t.plan_a_journey().to_owned(),
        }
    }

    /// The address of this question, in canonical order.
    #[must_use]
    pub fn address(&self) -> String {
        links::with_query(site_map::JOURNEYS, self.pairs())
    }

    /// The pairs of this question, in canonical order.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        pairs(self.catalogue, self.start_id(), self.goal_id(), &self.wishes)
    }

    /// The address of another question, in canonical order.
    fn address_of(&self, from: Option<&str>, to: Option<&str>, wishes: &Preferences) -> String {
        links::with_query(site_map::JOURNEYS, pairs(self.catalogue, from, to, wishes))
    }

    /// The address of the answer as JSON; none where nothing is asked.
    #[must_use]
    pub fn open_data(&self) -> Option<String> {
        let has_end = self.from_place_found().is_some() || self.to_role().is_some();
        has_end.then(|| links::with_query(site_map::API_JOURNEYS, self.pairs()))
    }

    /// The address of the answer as a handout.
    #[must_use]
    pub fn pack(&self) -> String {
        links::with_query(site_map::PACK, self.pairs())
    }

    /// The address of one of the ways alone, counted from 1.
    #[must_use]
    pub fn alone(&self, way: usize) -> String {
        links::and_query(&self.address(), [(WAY, way.to_string())])
    }

    /// Leaves a way out that the answer does not have.
    pub fn keep_to_ways(&mut self, count: usize) {
        if let Some(way) = self.way.filter(|&way| way > count) {
            self.way = None;
            self.unknown.push((WAY, way.to_string()));
        }
    }

    /// The pairs of both ends; none where an end is missing.
    #[must_use]
    pub fn ends(&self) -> Option<[(&'static str, &'a str); 2]> {
        Some([(links::FROM, self.start_id()?), (links::TO, self.goal_id()?)])
    }

    /// The address of the map on which the answer is lit up; none where an end is missing.
    #[must_use]
    pub fn on_map(&self) -> Option<String> {
        self.ends().map(|ends| links::with_query(site_map::MAP, ends))
    }

    /// The same question from another place.
    #[must_use]
    pub fn from_place(&self, place: Waypoint<'_>) -> String {
        self.address_of(Some(place.id()), self.goal_id(), &self.wishes)
    }

    /// The same question to a role.
    #[must_use]
    pub fn to_this_role(&self, role: &Role) -> String {
        self.address_of(self.start_id(), Some(&role.id.0), &self.wishes)
    }

    /// The same question with one wish less.
    #[must_use]
    pub fn without(&self, wish: Preference) -> String {
        self.address_of(self.start_id(), self.goal_id(), &self.wishes.without(wish))
    }

    /// The same question from a role, where the text that stands there names nothing. The other end stays as it was typed.
    fn with_start(&self, role: &Role) -> String {
        let to = if let JourneyEnd::Unknown(text) = &self.to { Some(text.as_str()) } else { self.goal_id() };
        self.address_of(Some(&role.id.0), to, &self.wishes)
    }

    /// The same question to a role, where the text that stands there names nothing.
    fn with_goal(&self, role: &Role) -> String {
        let from = if let JourneyEnd::Unknown(text) = &self.from { Some(text.as_str()) } else { self.start_id() };
        self.address_of(from, Some(&role.id.0), &self.wishes)
    }

    /// Where from, if it was found.
    #[must_use]
    pub fn from_place_found(&self) -> Option<Waypoint<'a>> {
        match self.from {
            JourneyEnd::Found(place) => Some(place),
            JourneyEnd::Empty | JourneyEnd::Unknown(_) => None,
        }
    }

    /// Where to, if it was found.
    #[must_use]
    pub fn to_role(&self) -> Option<&'a Role> {
        match self.to {
            JourneyEnd::Found(role) => Some(role),
            JourneyEnd::Empty | JourneyEnd::Unknown(_) => None,
        }
    }

    fn start_id(&self) -> Option<&'a str> {
        self.from_place_found().map(Waypoint::id)
    }

    fn goal_id(&self) -> Option<&'a str> {
        self.to_role().map(|role| role.id.as_str())
    }

    /// What stands in the box "from".
    #[must_use]
    pub fn from_text(&self) -> String {
        match &self.from {
            JourneyEnd::Found(place) => place_title(self.catalogue.interface(), *place),
            JourneyEnd::Unknown(text) => text.clone(),
            JourneyEnd::Empty => String::new(),
        }
    }

    /// What stands in the box "to".
    #[must_use]
    pub fn to_text(&self) -> String {
        match &self.to {
            JourneyEnd::Found(role) => role.title.clone(),
            JourneyEnd::Unknown(text) => text.clone(),
            JourneyEnd::Empty => String::new(),
        }
    }

    /// Each text that names nothing, with what may have been meant by it and the address of the question with that.
    #[must_use]
    pub fn unknown_ends(&self) -> Vec<(&str, Vec<(&'a Role, String)>)> {
        let mut unknown = Vec::new();
        if let JourneyEnd::Unknown(text) = &self.from {
            let meant = self.meant(text).into_iter().map(|role| (role, self.with_start(role)));
            unknown.push((text.as_str(), meant.collect()));
        }
        if let JourneyEnd::Unknown(text) = &self.to {
            let meant = self.meant(text).into_iter().map(|role| (role, self.with_goal(role)));
            unknown.push((text.as_str(), meant.collect()));
        }
        unknown
    }

    /// The titles most like a text, then what the search finds for it.
    fn meant(&self, text: &str) -> Vec<&'a Role> {
        let mut meant = self.catalogue.graph().nearest(text, MOST_MEANT);
        // The titles are suggestions enough where the search has no answer.
        let found =
            self.catalogue.find(text).inspect_err(|error| tracing::error!(%error, "no suggestions from the search"));
        for role in
            found.iter().flat_map(|found| &found.hits).filter_map(|hit| self.catalogue.roles().get(hit.document))
        {
            if meant.len() < MOST_MEANT && !meant.iter().any(|known| known.id == role.id) {
                meant.push(role);
            }
        }
        meant
    }
}

/// The pairs of a question, in canonical order.
fn pairs<'p>(
    catalogue: &'p Catalogue,
    from: Option<&'p str>,
    to: Option<&'p str>,
    wishes: &'p Preferences,
) -> impl Iterator<Item = (&'static str, &'p str)> {
    let ends = [(links::FROM, from), (links::TO, to)];
    let ends = ends.into_iter().filter_map(|(key, value)| Some((key, value?)));
    let wishes = wishes.made().flat_map(|wish| {
        let values: Vec<&str> = match wish {
            Preference::KeepEarning | Preference::NoDegree => vec![YES],
            Preference::Settings => {
                wishes.settings.iter().map(|&setting| catalogue.setting(setting).id.as_str()).collect()
            }
        };
        values.into_iter().map(move |value| (wish.key(), value))
    });
    ends.chain(wishes)
}

/// A starting point by its id, its title, or a role's.
fn place_named<'a>(catalogue: &'a Catalogue, text: &str) -> Option<Waypoint<'a>> {
    let by_title = || {
        Waypoint::without_a_role(catalogue.qualifications())
            .find(|&place| place_title(catalogue.interface(), place).eq_ignore_ascii_case(text.trim()))
    };
    by_title().or_else(|| Waypoint::starting_point(catalogue, text))
}
