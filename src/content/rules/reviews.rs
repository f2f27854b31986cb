//! Reviews and their dates.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::schema::ReviewKeys;
use crate::content::source::Spanned;

/// The review dates of every page.
pub(super) fn reviews<'a>(data: &RuleContext<'a>) -> impl Iterator<Item = &'a ReviewKeys> {
    let raw = data.raw;
    let roles = raw.role_files().map(|role| &role.review);
    let guides = raw.guide_files().map(|guide| &guide.review);
    roles.chain(guides).chain(raw.pathway_files().map(|pathway| &pathway.review))
}

/// The next review is due after the last one.
pub fn the_next_review_is_after_the_last(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let statement = data.raw.site.iter().map(|site| &site.accessibility);
    let pages = reviews(data).map(|review| (&review.reviewed, &review.review_by, "reviewed"));
    let scales = data.raw.pay_schemes.entries.iter().filter_map(|scheme| scheme.scale.as_ref());
    let scales = scales.map(|scale| (&scale.starts, &scale.ends, "starts"));
    let statements = statement.map(|it| (&it.prepared, &it.reviewed, "prepared"));
    for (first, then, what) in pages
        .chain(statements)
        .chain(scales)
        .filter(|(first, then, _)| both_written(first, then) && then.value < first.value)
    {
        sink.add(
            Diagnostic::new(Code::ReviewBeforeReviewed, then.span, format!("this day is before `{what}`"))
                .label(format!("before {}", first.value))
                .related(first.span, format!("`{what}` stands here"))
                .help("are the two days the wrong way round?"),
        );
    }
}

fn both_written(one: &Spanned<Date>, other: &Spanned<Date>) -> bool {
    !one.is_placeholder() && !other.is_placeholder()
}

/// No review is overdue.
pub fn no_review_is_overdue(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let facts = data.raw.facts.entries.iter().map(|fact| &fact.review_by);
    let pay = data.raw.pay_schemes.entries.iter().filter_map(|scheme| Some(&scheme.scale.as_ref()?.review_by));
    let due = |day: &&Spanned<Date>| !day.is_placeholder() && day.value < data.today;
    for day in reviews(data).map(|review| &review.review_by).chain(facts).chain(pay).filter(due) {
        sink.add(
            Diagnostic::new(Code::PastReviewDate, day.span, "a review is overdue")
                .label(format!("today is {}", data.today))
                .help("look it over against its sources, and set the next day"),
        );
    }
}

/// The accessibility statement was reviewed within a year: as long, `security.txt` holds what it says (RFC 9116, 2.5.5).
pub fn the_statement_was_reviewed_within_a_year(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(reviewed) = data.raw.site.as_ref().map(|site| &site.accessibility.reviewed) else { return };
    if !reviewed.is_placeholder() && reviewed.value.saturating_add(1.year()) < data.today {
        sink.add(
            Diagnostic::new(Code::PastReviewDate, reviewed.span, "the accessibility statement was reviewed more than a year ago")
                .label(format!("today is {}", data.today))
                .help("look over what the statement and the contact say, and set the day; `security.txt` is not sent until then"),
        );
    }
}
