//! Lengths of time.

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::schema::MonthsKeys;

/// A length of time does not end before it begins.
pub fn a_length_of_time_does_not_end_before_it_begins(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let routes = data
        .raw
        .role_files()
        .flat_map(|role| &role.entry_routes)
        .flat_map(|route| [&route.months, &route.experience_months])
        .flatten();
    let climbs = data.raw.qualifications.entries.iter().flat_map(|entry| &entry.climbs);
    for MonthsKeys { from, to } in routes.chain(climbs.filter_map(|climb| climb.months.as_ref())) {
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
