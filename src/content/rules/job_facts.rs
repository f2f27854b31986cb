//! Rules on pay, hours, former ids and cited pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::model::reference::slug;
use crate::catalogue::model::vocabulary::SourceKind;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::schema::job_facts::PageKeys;
use crate::content::schema::pay::PaySchemeEntry;
use crate::content::source::{Span, Spanned};

/// A fact that comes from pages on the web names, in its file or entry, a page of that source.
pub fn a_fact_from_a_page_names_the_page(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let kept = raw.sources.entries.iter().filter(|entry| entry.kind == SourceKind::Page);
    let of_pages: BTreeSet<&str> = kept.map(|entry| entry.id.as_str()).collect();
    let mut check = |cited: &mut dyn Iterator<Item = &Spanned<String>>, pages: &[PageKeys]| {
        let mut named: BTreeSet<&str> = pages.iter().map(|page| page.source.as_str()).collect();
        for source in cited.filter(|source| of_pages.contains(source.as_str())) {
            // Once for each source: all its facts are mended by one line.
            if !named.contains(source.as_str()) {
                named.insert(source.as_str());
                let message =
                    format!("this comes from a page of {}, and no page of it is named", quoted(source.as_str()));
                let help = format!(
                    "add it under `pages`: `- {{source: {}, url: \"https://…\", read: {}}}`",
                    source.as_str(),
                    data.today
                );
                sink.add(Diagnostic::new(Code::PageMissing, source.span, message).label("which page?").help(help));
            }
        }
    };
    for role in raw.role_files() {
        check(&mut role.cited(), &role.pages);
    }
    for entry in &raw.qualifications.entries {
        let climbs = entry.climbs.iter().flat_map(|climb| &climb.sources);
        check(&mut climbs.chain(&entry.sources), &entry.pages);
    }
    for scale in raw.pay_schemes.entries.iter().filter_map(|entry| entry.scale.as_ref()) {
        check(&mut scale.sources.iter(), &scale.pages);
    }
}

/// A page whose address begins with `/` is of a source with an address, which has the rest.
pub fn a_path_of_a_page_is_at_the_address_of_its_source(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let with_address: BTreeSet<&str> =
        raw.sources.entries.iter().filter(|entry| entry.url.is_some()).map(|entry| entry.id.as_str()).collect();
    let pages = raw.role_files().flat_map(|role| &role.pages);
    let pages = pages.chain(raw.qualifications.entries.iter().flat_map(|entry| &entry.pages));
    let scales = raw.pay_schemes.entries.iter().filter_map(|entry| entry.scale.as_ref());
    for page in pages.chain(scales.flat_map(|scale| &scale.pages)).filter(|page| page.url.as_str().starts_with('/')) {
        if !with_address.contains(page.source.as_str()) {
            let message = format!("{} has no address that this path could belong to", quoted(page.source.as_str()));
            let help = format!("write the whole address, or add `url:` to {} in sources.yaml", page.source.as_str());
            sink.add(Diagnostic::new(Code::PageWithoutSite, page.url.span, message).label("only a path").help(help));
        }
    }
}

/// The bands of a role's pay are bands of its scheme.
pub fn a_band_is_one_of_its_scheme(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let schemes: BTreeMap<&str, &PaySchemeEntry> =
        data.raw.pay_schemes.entries.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    for pay in data.raw.role_files().flat_map(|role| &role.pay) {
        let Some(scheme) = schemes.get(pay.scheme.as_str()) else { continue };
        let bands: Vec<&str> = scheme.bands().map(|band| band.band.as_str()).collect();
        for band in pay.bands.iter().chain(&pay.later).filter(|band| !bands.contains(&band.as_str())) {
            let help = if bands.is_empty() {
                "leave `bands` and `later` out: this scheme has no scale".to_owned()
            } else {
                format!("write one of {}, in quotes", bands.join(", "))
            };
            let message = format!("{} has no band {}", quoted(pay.scheme.as_str()), quoted(band.as_str()));
            sink.add(
                Diagnostic::new(Code::UnknownPayBand, band.span, message)
                    .label("no such band")
                    .related(scheme.id.span, "the scheme")
                    .help(help),
            );
        }
    }
}

/// A band ends no lower than it begins, and the bands of a scale stand lowest first.
pub fn bands_stand_lowest_first(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for scheme in &data.raw.pay_schemes.entries {
        let written: Vec<_> =
            scheme.bands().filter(|band| !band.from.is_placeholder() && !band.to.is_placeholder()).collect();
        for band in written.iter().filter(|band| band.to.value < band.from.value) {
            let message = format!("band {} ends below where it begins", quoted(band.band.as_str()));
            let ends = Diagnostic::new(Code::PayOutOfOrder, band.to.span, message).label("ends here");
            sink.add(ends.related(band.from.span, "begins here").help("write the lower amount first"));
        }
        for pair in written.windows(2) {
            let [before, after] = pair else { continue };
            if after.from.value < before.from.value {
                let message = format!("band {} begins below the band before it", quoted(after.band.as_str()));
                sink.add(
                    Diagnostic::new(Code::PayOutOfOrder, after.from.span, message)
                        .label("begins here")
                        .related(before.from.span, "the one before")
                        .help("order the bands by what they pay, lowest first"),
                );
            }
        }
    }
}

/// A scale of pay is of this year.
pub fn no_scale_of_pay_is_past_its_year(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let scales = data.raw.pay_schemes.entries.iter().filter_map(|scheme| scheme.scale.as_ref());
    for ends in scales.map(|scale| &scale.ends).filter(|ends| !ends.is_placeholder() && ends.value < data.today) {
        sink.add(
            Diagnostic::new(Code::PayPastItsYear, ends.span, "this scale of pay is past its year")
                .label(format!("today is {}", data.today))
                .help(
                    "write the amounts of the new year and its two days; pages name the year of the scale until then",
                ),
        );
    }
}

/// Hours do not end before they begin.
pub fn hours_do_not_end_before_they_begin(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let hours = data.raw.role_files().filter_map(|role| role.hours.as_ref()?.per_week.as_ref());
    for hours in hours.filter(|it| !it.from.is_placeholder() && !it.to.is_placeholder() && it.to.value < it.from.value)
    {
        let message = format!("{} to {} hours is no length of a week", hours.from.value, hours.to.value);
        sink.add(
            Diagnostic::new(Code::HoursRange, hours.to.span, message)
                .label("ends here")
                .related(hours.from.span, "begins here")
                .help("write the smaller number first"),
        );
    }
}

/// A former id is the id of no role and no title of another, and was that of one role only.
pub fn a_former_id_is_free(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let mut taken: BTreeMap<&str, Span> = data.raw.role_files().map(|role| (role.id.as_str(), role.id.span)).collect();
    for (role, former) in data.raw.role_files().flat_map(|role| role.former_ids.iter().map(move |id| (role, id))) {
        let others = data.raw.role_files().filter(|other| other.id.value != role.id.value);
        let titled = others
            .flat_map(|other| std::iter::once(&other.title).chain(&other.other_titles))
            .find(|title| slug(title.as_str()) == former.value)
            .map(|title| title.span);
        match taken.get(former.as_str()).copied().or(titled) {
            Some(own) if own == role.id.span => sink.add(
                Diagnostic::new(
                    Code::FormerIdTaken,
                    former.span,
                    format!("{} is the id of this role", quoted(former.as_str())),
                )
                .label("not a former id")
                .help("take it away: `former_ids` has the ids that the role had before"),
            ),
            Some(other) => sink.add(
                Diagnostic::new(
                    Code::FormerIdTaken,
                    former.span,
                    format!("{} names another role", quoted(former.as_str())),
                )
                .label("the former id")
                .related(other, "the other role")
                .help("an address leads to one page: take the former id away from one of them"),
            ),
            None => {
                taken.insert(former.as_str(), former.span);
            }
        }
    }
}
