//! The texts of a role that are searched.

use std::borrow::Cow;

use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::text::Inline;

/// What a text of a role is; of two that match as well, the first is shown as the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextKind {
    /// Its title.
    Title,
    /// Another of its titles.
    OtherTitle,
    /// A synonym of the role.
    Synonym,
    /// Its summary.
    Summary,
    /// One of its tasks.
    Task,
    /// A quality it asks for.
    Quality,
    /// What it is, and where one works.
    Body,
    /// The title of one of its categories.
    Category,
    /// The title of one of its settings.
    Setting,
    /// An entry route: its summary, or something it requires.
    WayIn,
}

impl TextKind {
    /// How often a word of such a text is repeated in the index: BM25 weighs it by its frequency.
    #[must_use]
    pub fn weight(self) -> usize {
        match self {
            Self::Title | Self::OtherTitle | Self::Synonym | Self::Summary => 3,
            Self::Task | Self::Category => 2,
            Self::Quality | Self::Body | Self::Setting | Self::WayIn => 1,
        }
    }
}

/// Every text of a role, without its synonyms.
pub fn texts<'a>(role: &'a Role, lists: &'a Lists) -> impl Iterator<Item = (TextKind, Cow<'a, str>)> {
    let of = |kind: TextKind| move |text: &'a String| (kind, Cow::Borrowed(text.as_str()));
    let categories = lists.categories.iter().filter(|category| role.categories.contains(&category.index));
    let settings = lists.settings.iter().filter(|info| role.settings.contains(&info.setting));
    let body =
        role.what_it_is.lines().map(|line| (TextKind::Body, Cow::Owned(line.iter().map(Inline::text).collect())));
    std::iter::once(&role.title)
        .map(of(TextKind::Title))
        .chain(role.other_titles.iter().map(of(TextKind::OtherTitle)))
        .chain(std::iter::once(&role.summary).map(of(TextKind::Summary)))
        .chain(role.what_you_do.iter().map(of(TextKind::Task)))
        .chain(role.qualities.iter().map(of(TextKind::Quality)))
        .chain(body)
        .chain(role.where_you_work.iter().map(of(TextKind::Body)))
        .chain(categories.map(|category| &category.title).map(of(TextKind::Category)))
        .chain(settings.map(|info| &info.title).map(of(TextKind::Setting)))
        .chain(role.entry_routes.iter().flat_map(move |route| {
            std::iter::once(&route.summary)
                .chain(&route.requires)
                .chain(&route.also)
                .chain(&route.subjects)
                .map(of(TextKind::WayIn))
        }))
}
