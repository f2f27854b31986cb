//! What is recorded of the conditions of a job, in words: pay, hours, checks, and the pages that say so.

use crate::catalogue::model::cited_page::CitedPage;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::pay::{PayBand, PayScale};
use crate::catalogue::model::reference::Source;
use crate::catalogue::{PayRef, RoleRef};
use crate::interface::Interface;
use crate::web::labels::{lower_first, partial_date, upper_first};
use crate::web::view::item::Item;

/// A fact is said with the year of its sources where they are this many years older than the review of the role.
const OLD: i16 = 5;

/// What sets the pay of a role, each with the sums and what else is to know of them; it leads to the publisher.
#[must_use]
pub fn pay(role: RoleRef<'_>) -> Vec<Item> {
    let t = role.entities().interface();
    role.pay().map(|pay| pay_item(t, pay)).collect()
}

/// The same in a word or two, for a list of roles: "Band 5". `None` where no source names a band.
#[must_use]
pub fn pay_in_short(role: RoleRef<'_>) -> Option<String> {
    let t = role.entities().interface();
    role.pay().find_map(|pay| bands(t, &pay.bands().collect::<Vec<_>>()))
}

/// The same with the sums and their year: "Band 5: £32,073 to £39,043 a year in 2026/27"; or who sets the pay.
#[must_use]
pub fn pay_in_one_line(role: RoleRef<'_>) -> Option<String> {
    pay(role).into_iter().next().map(|item| item.text)
}

fn pay_item(t: &Interface, pay: PayRef<'_>) -> Item {
    let scheme = pay.scheme();
    let (Some(scale), Some(pays)) = (&scheme.scale, sums(t, &pay.bands().collect::<Vec<_>>())) else {
        return Item { text: scheme.about.clone(), href: scheme.url.clone(), notes: vec![] };
    };
    let later = sums(t, &pay.later().collect::<Vec<_>>());
    let scheme_note = t.full_time_on_the_scheme(&scheme.title, t.day(scale.starts), t.day(scale.ends));
    let mut notes = vec![scheme_note];
    notes.extend(later.map(|pays| t.with_experience(lower_first(&pays))));
    notes.extend(
        scale
            .supplements
            .iter()
            .map(|it| t.more_is_paid_in(upper_first(&it.area), it.percent, grouped(it.at_least), grouped(it.at_most))),
    );
    Item { text: t.in_this_year(pays, year(scale)), href: scheme.url.clone(), notes }
}

/// What bands pay: "Band 5: £32,073 to £39,043 a year". `None` for no band.
fn sums(t: &Interface, bands_of_scale: &[&PayBand]) -> Option<String> {
    let from = bands_of_scale.iter().map(|band| band.from).min()?;
    let to = bands_of_scale.iter().map(|band| band.to).max()?;
    let names = bands(t, bands_of_scale)?;
    Some(match from == to {
        true => t.band_pays(names, grouped(from)),
        false => t.band_pays_from_to(names, grouped(from), grouped(to)),
    })
}

/// The names of bands: "Band 5", "Bands 5 and 6". `None` for no band.
fn bands(t: &Interface, bands: &[&PayBand]) -> Option<String> {
    let names: Vec<&str> = bands.iter().map(|band| band.name.as_str()).collect();
    match names.as_slice() {
        [] => None,
        [name] => Some(t.pay_band(name)),
        names => Some(t.pay_bands(t.and_list(names))),
    }
}

/// The year of a scale: "2026", or "2026/27" where it ends in the next.
fn year(scale: &PayScale) -> String {
    let (starts, ends) = (scale.starts.year(), scale.ends.year());
    if starts == ends { starts.to_string() } else { format!("{starts}/{:02}", ends % 100) }
}

/// A number with a comma before each three digits.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// How long and when one works, in a line: "37 to 40 hours a week; shifts and nights".
#[must_use]
pub fn hours(role: RoleRef<'_>) -> Option<String> {
    let t = role.entities().interface();
    let hours = role.role().hours.as_ref()?;
    let per_week = hours.per_week.map(|week| match week.from == week.to {
        true => t.hours_a_week(week.from.to_string()),
        false => t.from_to_hours_a_week(week.from.to_string(), week.to.to_string()),
    });
    let patterns: Vec<String> = hours.pattern.iter().map(|pattern| lower_first(pattern.label(t))).collect();
    let patterns = (!patterns.is_empty()).then(|| t.and_list(&patterns));
    let parts: Vec<String> = per_week.into_iter().chain(patterns).collect();
    (!parts.is_empty()).then(|| dated(role, upper_first(&parts.join("; ")), &hours.sources))
}

/// What one is checked for before or in the job.
#[must_use]
pub fn checks(role: RoleRef<'_>) -> Vec<String> {
    let t = role.entities().interface();
    role.role().checks.iter().map(|check| dated(role, check.kind.label(t).to_owned(), &check.sources)).collect()
}

/// A fact with the year of its sources, where they are old.
#[must_use]
pub fn dated(role: RoleRef<'_>, fact: String, sources: &[SourceIndex]) -> String {
    match old_year(role, sources) {
        Some(year) => role.entities().interface().as_of_year(fact, year.to_string()),
        None => fact,
    }
}

/// The year of the newest of these sources, where that is known of all of them and they are old.
#[must_use]
pub fn old_year(role: RoleRef<'_>, sources: &[SourceIndex]) -> Option<i16> {
    let years: Option<Vec<i16>> = sources.iter().map(|&source| role.year_of(source)).collect();
    let newest = years?.into_iter().max()?;
    (newest + OLD <= role.review.reviewed.year()).then_some(newest)
}

/// The pages that its facts were read on: publisher, date and day of reading. Of several pages of one source each has the name that it
/// has in its address.
#[must_use]
pub fn pages(role: RoleRef<'_>) -> Vec<Item> {
    let t = role.entities().interface();
    let item = |(page, source): (&CitedPage, &Source)| {
        let read = t.day(page.read);
        let dates = match page.published {
            None => t.undated_and_read_on(read),
            Some(date) => t.of_and_read_on(partial_date(t, date), read),
        };
        let of_source = role.pages().filter(|(_, other)| other.id == source.id).count();
        let name = page_name(&page.url).filter(|_| of_source > 1);
        let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
        Item::link(format!("{}: {}{name}", source.publisher, source.title), &page.url, vec![dates])
    };
    role.pages().map(item).collect()
}

/// What a page is called in its address: the last part of the path, in words.
fn page_name(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let (_, after_host) = path.split_once("://").unwrap_or(("", path));
    let (_, path) = after_host.split_once('/')?;
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    let name = last.split('.').next()?.replace(['-', '_'], " ");
    (!name.trim().is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{grouped, page_name};

    #[test]
    fn a_page_is_called_as_in_its_address() {
        for (url, name) in [
            ("https://x.uk/job-profiles/dental-nurse", Some("dental nurse")),
            ("https://x.uk/a/b.html?c#d", Some("b")),
            ("/job-profiles/porter/", Some("porter")),
            ("https://x.uk/", None),
            ("https://x.uk", None),
        ] {
            assert_eq!(page_name(url).as_deref(), name, "{url}");
        }
    }

    #[test]
    fn a_sum_has_a_comma_before_each_three_digits() {
        for (number, said) in [(7, "7"), (999, "999"), (1_000, "1,000"), (32_073, "32,073"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), said);
        }
    }
}
