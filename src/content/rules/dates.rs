//! Days on which something was done.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::catalogue::model::cited_page::PartialDate;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::rules::reviews::reviews;
use crate::content::schema::job_facts::PageKeys;
use crate::content::schema::{ChangeKeys, vocabulary::QualificationEntry};
use crate::content::source::{Span, Spanned};

/// What was reviewed, read or published, was so by today. It may be tomorrow elsewhere, so one day more is let pass.
pub fn what_was_done_is_not_in_the_future(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let tomorrow = data.today.saturating_add(1.day());
    let statement = raw.site.iter().map(|site| &site.accessibility);
    let (pages, changes) = (pages(data), changes(data));
    let days = reviews(data)
        .map(|review| ("reviewed", &review.reviewed))
        .chain(statement.flat_map(|it| [("prepared", &it.prepared), ("reviewed", &it.reviewed)]))
        .chain(pages.iter().map(|page| ("read", &page.read)))
        .chain(changes.iter().map(|change| ("read", &change.read)))
        .chain(raw.change_days.entries.iter().map(|entry| ("day", &entry.day)));
    for (key, day) in days.filter(|(_, day)| !day.is_placeholder() && day.value > tomorrow) {
        report(key, day.span, data.today, sink);
    }
    let published = pages.iter().filter_map(|page| page.published.as_ref());
    let published = published.chain(changes.iter().filter_map(|change| change.published.as_ref()));
    let as_of = raw.facts.entries.iter().map(|fact| &fact.as_of);
    let as_of = as_of.chain(raw.role_files().flat_map(|role| &role.marks).map(|mark| &mark.as_of));
    let dates = published.map(|date| ("published", date)).chain(as_of.map(|date| ("as_of", date)));
    for (key, date) in dates.filter(|(_, date)| !date.is_placeholder() && first_day(date) > Some(tomorrow)) {
        report(key, date.span, data.today, sink);
    }
}

/// A page was published by the day on which it was read.
pub fn a_page_is_read_once_it_is_published(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let pages = pages(data).into_iter().map(|page| (&page.read, page.published.as_ref()));
    let changes = changes(data).into_iter().map(|change| (&change.read, change.published.as_ref()));
    for (read, published) in pages.chain(changes) {
        let Some(published) = published.filter(|date| !date.is_placeholder() && !read.is_placeholder()) else {
            continue;
        };
        if first_day(published) > Some(read.value) {
            let message = "a page was read before it was published";
            let early = Diagnostic::new(Code::ReadBeforePublished, read.span, message).label("read on this day");
            let early = early.related(published.span, "published later");
            sink.add(early.help("look at the page once more, and write the day on which you did"));
        }
    }
}

fn pages<'a>(data: &RuleContext<'a>) -> Vec<&'a PageKeys> {
    let raw = data.raw;
    raw.role_files()
        .flat_map(|role| &role.pages)
        .chain(raw.qualifications.entries.iter().flat_map(|entry: &QualificationEntry| &entry.pages))
        .chain(raw.pay_schemes.entries.iter().filter_map(|entry| entry.scale.as_ref()).flat_map(|scale| &scale.pages))
        .collect()
}

fn changes<'a>(data: &RuleContext<'a>) -> Vec<&'a ChangeKeys> {
    let raw = data.raw;
    let of_guides = raw.guide_files().flat_map(|guide| &guide.changed);
    raw.role_files().flat_map(|role| &role.changed).chain(of_guides).collect()
}

fn report(key: &str, span: Span, today: Date, sink: &mut DiagnosticSink) {
    let message = format!("`{key}` lies in the future");
    let future = Diagnostic::new(Code::FutureDate, span, message).label(format!("today is {today}"));
    sink.add(future.help("write the day on which it was done; the day on which it is due again is `review_by`"));
}

/// The first day that a date may mean.
fn first_day(date: &Spanned<PartialDate>) -> Option<Date> {
    match date.value {
        PartialDate::Year(year) => Date::new(year, 1, 1).ok(),
        PartialDate::Month(day) | PartialDate::Day(day) => Some(day),
    }
}
