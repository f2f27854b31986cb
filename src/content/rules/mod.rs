//! The rules on one file and across files: what must hold before a catalogue can be built.

mod bare_addresses;
mod checked;
mod colours;
mod context;
mod dates;
mod figures;
mod guides;
mod job_facts;
mod lengths;
mod line_breaks;
mod lists;
mod matcher;
mod messages;
mod money;
mod names;
mod near_copies;
mod numbers;
mod placeholders;
mod references;
mod registers;
mod reviews;
mod roles;
mod site;
mod stray_signs;
mod synonyms;
mod texts;

use jiff::civil::Date;

use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::load::FileRule;
use crate::content::raw_data::RawData;
pub use checked::CheckedData;
use context::RuleContext;

/// A rule on the raw data.
type Rule = fn(&RuleContext<'_>, &mut DiagnosticSink);

/// The rules on the YAML tree of one file, which run while it is loaded.
pub const FILE_RULES: [FileRule; 8] = [
    money::only_figures_and_pay_have_amounts_of_money,
    figures::figures_that_age_name_their_year,
    lengths::a_text_has_room,
    stray_signs::no_text_has_stray_signs,
    bare_addresses::an_address_is_a_link,
    placeholders::no_text_is_left_to_be_filled_in,
    line_breaks::no_comment_cuts_a_text,
    line_breaks::lines_are_joined_on_purpose,
];

/// The rules on the raw data, each a function whose doc comment states it.
const RULES: [Rule; 48] = [
    names::a_file_is_called_as_its_id,
    names::an_id_is_used_once,
    names::a_starting_point_has_an_id_of_its_own,
    names::a_title_is_used_once,
    names::a_title_of_a_list_is_used_once,
    references::every_reference_leads_somewhere,
    lists::a_list_is_short,
    lists::a_list_has_what_every_site_needs,
    lists::qualifications_stand_lowest_first,
    lists::a_climb_goes_up,
    numbers::a_length_of_time_does_not_end_before_it_begins,
    roles::no_role_is_on_a_guidance_level,
    roles::a_progression_leads_to_another_role,
    roles::a_progression_is_written_once,
    roles::the_end_of_a_line_leads_nowhere,
    roles::a_way_in_does_not_begin_at_its_own_role,
    roles::a_role_is_not_a_kind_of_itself,
    roles::a_kind_of_a_role_has_no_kinds_itself,
    registers::a_protected_title_says_that_its_register_is_needed,
    registers::a_kind_of_a_role_needs_its_register,
    registers::a_law_asks_for_a_register_by_law,
    registers::a_register_is_named_once,
    job_facts::a_fact_from_a_page_names_the_page,
    job_facts::a_band_is_one_of_its_scheme,
    job_facts::a_path_of_a_page_is_at_the_address_of_its_source,
    job_facts::bands_stand_lowest_first,
    job_facts::no_scale_of_pay_is_past_its_year,
    job_facts::hours_do_not_end_before_they_begin,
    job_facts::a_former_id_is_free,
    reviews::the_next_review_is_after_the_last,
    reviews::no_review_is_overdue,
    reviews::the_statement_was_reviewed_within_a_year,
    dates::what_was_done_is_not_in_the_future,
    dates::a_page_is_read_once_it_is_published,
    guides::pages_find_their_guides,
    near_copies::no_role_is_a_near_copy,
    site::the_address_is_an_origin,
    site::the_contact_is_an_email_address,
    colours::the_brand_has_contrast,
    colours::categories_have_contrast,
    synonyms::a_synonym_has_a_meaning,
    synonyms::the_language_of_a_synonym_is_one,
    synonyms::a_synonym_is_in_one_entry,
    messages::the_language_of_the_site_has_messages,
    messages::messages_match_their_use,
    matcher::an_id_of_the_matcher_is_used_once,
    matcher::an_answer_looks_for_one_thing_at_a_time,
    matcher::an_answer_looks_for_something,
];

/// Runs every rule on the raw data. `None` if they, or decoding before them, found an error.
pub fn check(mut raw: RawData, today: Date, sink: &mut DiagnosticSink) -> Option<CheckedData> {
    for rule in RULES {
        rule(&RuleContext { raw: &raw, today }, sink);
    }
    // A missing or unreadable site.yaml is itself an error, so both conditions fail together.
    let site = raw.site.take().filter(|_| !sink.any_error())?;
    Some(CheckedData::new(site, raw))
}
