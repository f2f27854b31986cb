//! Numbers that have bounds.

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::RuleContext;
use crate::content::schema::MonthsKeys;

/// A qualification level is between 2 and 8.
pub fn a_level_is_between_2_and_8(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let entries =
        data.raw.role_files().flat_map(|(_, role)| &role.entry_routes).filter_map(|entry| entry.level.as_ref());
    let routes = data.raw.pathway_files().flat_map(|(_, pathway)| &pathway.routes);
    let steps = routes.flat_map(|route| &route.steps).filter_map(|step| step.level.as_ref());
    for level in entries.chain(steps).filter(|level| !(2..=8).contains(&level.value)) {
        let message = format!("{} is no qualification level", level.value);
        sink.add(
            Diagnostic::new(Code::LevelOutOfRange, level.span, message)
                .label("not between 2 and 8")
                .help("2 is a GCSE, 3 an A level, 5 a foundation degree, 6 a degree, 7 a master's degree"),
        );
    }
}

/// A length of time does not end before it begins, and is one that a life has room for.
pub fn a_length_of_time_does_not_end_before_it_begins(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    const LONGEST: i64 = 240;
    let entries =
        data.raw.role_files().flat_map(|(_, role)| &role.entry_routes).filter_map(|entry| entry.months.as_ref());
    let climbs = data.raw.qualifications.entries.iter().flat_map(|entry| &entry.climbs);
    for MonthsKeys { from, to } in entries.chain(climbs.filter_map(|climb| climb.months.as_ref())) {
        let numbers = std::iter::once(from).chain(to);
        for number in numbers.filter(|number| !(0..=LONGEST).contains(&number.value)) {
            let message = format!("{} is no number of months", number.value);
            let help = format!("write months from 0 to {LONGEST}: two years are 24");
            sink.add(Diagnostic::new(Code::MonthRange, number.span, message).help(help));
        }
        if let Some(to) = to.as_ref().filter(|to| to.value < from.value) {
            let message = format!("{} to {} months is no length of time", from.value, to.value);
            sink.add(
                Diagnostic::new(Code::MonthRange, to.span, message)
                    .label("ends here")
                    .related(from.span, "begins here")
                    .help("write the shorter time first; leave `to` out for \"at least\""),
            );
        }
    }
}
