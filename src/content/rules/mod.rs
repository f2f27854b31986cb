//! The rules that hold for the data as a whole: each a function with a sentence above it, and one table of them all.

mod lists;
pub mod money;
mod names;
mod numbers;
mod partial_role;
mod reachability;
mod references;
mod reviews;
mod roles;
mod site;
mod synonyms;

use jiff::civil::Date;
pub use partial_role::beginning;
use reachability::Reachability;

use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::raw_data::RawData;

/// What the rules look at.
pub struct RuleContext<'a> {
    /// All that was read.
    pub raw: &'a RawData,
    /// The day on which it is checked.
    pub today: Date,
}

/// One rule.
type Rule = fn(&RuleContext<'_>, &mut DiagnosticSink);

/// One rule on the role graph.
type RoadRule = fn(&Reachability<'_>, &mut DiagnosticSink);

/// Every rule but those on the role graph.
const RULES: [Rule; 22] = [
    names::a_file_is_called_as_its_id,
    names::an_id_is_used_once,
    names::a_title_is_used_once,
    references::every_reference_leads_somewhere,
    lists::every_word_is_described_once_and_in_order,
    lists::a_climb_goes_up,
    numbers::a_level_is_between_2_and_8,
    numbers::a_length_of_time_does_not_end_before_it_begins,
    roles::no_role_stands_on_the_level_of_guidance,
    roles::a_progression_leads_to_another_role,
    roles::a_progression_is_written_once,
    roles::a_way_in_does_not_begin_at_its_own_role,
    roles::a_role_is_no_kind_of_itself,
    roles::a_kind_of_a_role_has_no_kinds_itself,
    reviews::the_next_review_is_after_the_last,
    reviews::no_review_is_overdue,
    site::the_address_is_one_that_a_browser_can_go_to,
    site::the_contact_is_an_email_address,
    site::the_brand_can_be_read,
    site::the_statement_is_filled_in,
    synonyms::what_people_say_means_something,
    synonyms::what_people_say_stands_once,
];

/// Every rule on the role graph. They are held only where no role's file is faulty: else it is not known what leads where.
const ROAD_RULES: [RoadRule; 3] = [
    reachability::every_role_can_be_reached_from_nothing,
    reachability::every_role_has_a_way_in,
    reachability::a_role_on_the_first_levels_leads_on,
];

/// Holds every rule against the data.
pub fn check(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for rule in RULES {
        rule(data, sink);
    }
    if let Some(roads) = Reachability::of(data, sink) {
        for rule in ROAD_RULES {
            rule(&roads, sink);
        }
    }
}
