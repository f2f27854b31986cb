//! What the roles refer to: levels, settings, categories, qualifications, sources, organisations, figures, the site itself.

use jiff::civil::Date;

use crate::catalogue::model::cited_page::CitedPage;
use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::colour::ThemeColour;
use crate::catalogue::model::icon::IconPath;
pub use crate::catalogue::model::ids::{
    CategoryId, FigureId, GuideId, OrganisationId, PathwayId, PaySchemeId, RoleId, SourceId, slug,
};
use crate::catalogue::model::indexes::{CategoryIndex, Contact, Level, Qualification, Setting, SourceIndex};
use crate::catalogue::model::months::Months;
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{SettingMark, SourceKind};

/// What goes with a [`Level`].
#[derive(Clone, Debug)]
pub struct LevelInfo {
    /// The level.
    pub level: Level,
    /// Its id in addresses and data files.
    pub id: String,
    /// Its name on its own page.
    pub title: String,
    /// Its name where space is small.
    pub short: String,
    /// One sentence.
    pub summary: String,
    /// What it means.
    pub intro: Prose,
    /// Whether roles stand on it; without, it is guidance only.
    pub has_roles: bool,
    /// Whether professions begin here: roles below it support them.
    pub is_profession: bool,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// What goes with a [`Setting`].
#[derive(Clone, Debug)]
pub struct SettingInfo {
    /// The setting.
    pub setting: Setting,
    /// Its id in addresses and data files.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its name where space is small.
    pub short: String,
    /// One sentence.
    pub summary: String,
    /// What it is.
    pub intro: Prose,
    /// Its shape on maps.
    pub mark: SettingMark,
    /// Its icon.
    pub icon: IconPath,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// What goes with a [`Contact`].
#[derive(Clone, Debug)]
pub struct ContactInfo {
    /// The kind of contact.
    pub contact: Contact,
    /// Its id in addresses and data files.
    pub id: String,
    /// Its name in a list of choices.
    pub title: String,
    /// One sentence to somebody who reads about a role of this kind.
    pub summary: String,
    /// Whether a role of this kind cares for people directly.
    pub cares: bool,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// A family of careers: one that a source prints, or one of the site's own.
#[derive(Clone, Debug)]
pub struct Category {
    /// Its position in the list of categories.
    pub index: CategoryIndex,
    /// Its id.
    pub id: CategoryId,
    /// Its name.
    pub title: String,
    /// Its name where space is small.
    pub short: String,
    /// What it covers.
    pub meaning: String,
    /// The colour of its line on maps, and of what belongs to it elsewhere.
    pub colour: ThemeColour,
    /// Its icon.
    pub icon: IconPath,
    /// The source that prints it; none where it is ours.
    pub printed_in: Option<SourceIndex>,
    /// Where its meaning is said.
    pub sources: Vec<SourceIndex>,
}

/// What goes with a [`Qualification`], and the ways to climb to it.
#[derive(Clone, Debug)]
pub struct QualificationInfo {
    /// The qualification.
    pub qualification: Qualification,
    /// Its id in addresses and data files.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its name within a sentence.
    pub in_words: String,
    /// Its name where space is small.
    pub short: String,
    /// What it means to hold it.
    pub meaning: String,
    /// The number by which sources call its level; none for having no qualification.
    pub level: Option<u8>,
    /// Whether it is a degree; so is every higher one.
    pub is_degree: bool,
    /// How to get to it.
    pub climbs: Vec<StudyRoute>,
    /// The pages that say so.
    pub pages: Vec<CitedPage>,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// A way of study from one qualification to a higher one.
#[derive(Clone, Debug)]
pub struct StudyRoute {
    /// What one holds before.
    pub from: Qualification,
    /// What the study is called.
    pub title: String,
    /// What one does.
    pub how: String,
    /// How long it takes, where a source says so.
    pub months: Option<Months>,
    /// Whether one earns meanwhile, where a source says so.
    pub earn: Option<bool>,
    /// Whether it is open to adults beside any job, which stays paid.
    pub beside_a_job: bool,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// A document that facts come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, where it says so.
    pub year: Option<i64>,
    /// What it is.
    pub about: String,
    /// What kind of thing it is, and so how a fact cites it.
    pub kind: SourceKind,
    /// The licence under which it may be used, where it says so.
    pub licence: Option<String>,
    /// Where it is found, where it has one address.
    pub url: Option<String>,
}

/// A regulator, college, employer body or website to turn to.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: Option<String>,
    /// Its address, where a source prints one.
    pub url: Option<String>,
    /// What it is, in one sentence.
    pub about: Option<String>,
    /// Who names it.
    pub sources: Vec<SourceIndex>,
}

impl Organisation {
    /// Its full name, and its short name in brackets if it has one.
    #[must_use]
    pub fn name_and_short(&self) -> String {
        match &self.short {
            Some(short) => format!("{} ({short})", self.name),
            None => self.name.clone(),
        }
    }
}

/// A figure that ages.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its id.
    pub id: FigureId,
    /// What it is the figure of.
    pub title: String,
    /// The figure, as it is shown within a text.
    pub value: String,
    /// What it counts.
    pub means: String,
    /// The year, or year and month, of the figure.
    pub as_of: PartialDate,
    /// Who gives it.
    pub sources: Vec<SourceIndex>,
    /// When to look again.
    pub review_by: Date,
}

/// An address printed in a source.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is.
    pub title: String,
    /// The address.
    pub url: String,
    /// Who prints it.
    pub sources: Vec<SourceIndex>,
}

/// What has changed since a source was written, with the page that says so.
#[derive(Clone, Debug)]
pub struct Change {
    /// What is so now, in a sentence or two.
    pub text: String,
    /// The address of the page.
    pub url: String,
    /// The day, month or year of the page; none if it has no date.
    pub published: Option<PartialDate>,
    /// When the page was read.
    pub read: Date,
    /// Who publishes the page.
    pub sources: Vec<SourceIndex>,
}

/// When a page was last looked over, and when it is due again.
#[derive(Clone, Copy, Debug)]
pub struct Review {
    /// The day of the last review.
    pub reviewed: Date,
    /// The day by which the next is due.
    pub review_by: Date,
}

/// What the site calls itself, from `site.yaml`.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// One line that says what it does.
    pub tagline: String,
    /// The region it serves.
    pub region: Option<String>,
    /// Where searches of other sites look.
    pub search_area: Option<SearchArea>,
    /// What it is.
    pub about: String,
    /// Who publishes this copy.
    pub publisher: Option<String>,
    /// An e-mail address for readers.
    pub contact: Option<String>,
    /// Where it is found, without a slash at the end; absolute addresses begin with it.
    pub base_url: String,
    /// The licence of the data; none where others must ask before they use it.
    pub data_licence: Option<DataLicence>,
    /// The accent colour.
    pub brand: ThemeColour,
    /// The accessibility statement.
    pub accessibility: Accessibility,
}

/// The licence under which others may use the data.
#[derive(Clone, Debug)]
pub struct DataLicence {
    /// Its identifier in the SPDX list: `CC-BY-4.0`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where its text is.
    pub url: String,
    /// What those who use the data must say of where it comes from.
    pub attribution: Option<String>,
}

/// Where searches of other sites look.
#[derive(Clone, Debug)]
pub struct SearchArea {
    /// A town or a postcode.
    pub place: String,
    /// How far around it, in miles.
    pub miles: u32,
}

/// What the accessibility statement says that only the people who run the site can know.
#[derive(Clone, Debug)]
pub struct Accessibility {
    /// How far the site keeps to the guidelines, in a sentence.
    pub status: String,
    /// What is not accessible, and why.
    pub known_issues: Vec<String>,
    /// What one can use in its place.
    pub alternatives: Vec<String>,
    /// How it was tested.
    pub tested_how: String,
    /// Who enforces the rules.
    pub enforcement: Option<Link>,
    /// When the statement was written.
    pub prepared: Date,
    /// When it was last looked over.
    pub reviewed: Date,
}
