//! What of a role is searched, in the order in which it is shown as a reason.

use std::borrow::Cow;

use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::text::Inline;

/// The part of a role that a text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matched {
    /// Its title.
    Title,
    /// Another of its titles.
    OtherTitle,
    /// What people say for it.
    Said,
    /// Its summary.
    Summary,
    /// What one does in it.
    Task,
    /// What it asks of one.
    Quality,
    /// What it is, and where.
    Body,
    /// Its families of careers.
    Category,
    /// Its settings.
    Setting,
    /// A way in.
    WayIn,
}

impl Matched {
    /// How much a word in such a text weighs: the engine is given it so many times.
    #[must_use]
    pub fn weight(self) -> usize {
        match self {
            Self::Title | Self::OtherTitle | Self::Said | Self::Summary => 3,
            Self::Task | Self::Category => 2,
            Self::Quality | Self::Body | Self::Setting | Self::WayIn => 1,
        }
    }
}

/// Every text of a role but what people say for it.
pub fn texts<'a>(role: &'a Role, lists: &'a Lists) -> impl Iterator<Item = (Matched, Cow<'a, str>)> {
    let of = |matched: Matched| move |text: &'a String| (matched, Cow::Borrowed(text.as_str()));
    let categories = lists.categories.iter().filter(|category| role.categories.contains(&category.index));
    let settings = lists.settings.iter().filter(|info| role.settings.contains(&info.setting));
    let body = role.what_it_is.lines().map(|line| (Matched::Body, Cow::Owned(line.iter().map(Inline::text).collect())));
    std::iter::once(&role.title)
        .map(of(Matched::Title))
        .chain(role.other_titles.iter().map(of(Matched::OtherTitle)))
        .chain(std::iter::once(&role.summary).map(of(Matched::Summary)))
        .chain(role.what_you_do.iter().map(of(Matched::Task)))
        .chain(role.qualities.iter().map(of(Matched::Quality)))
        .chain(body)
        .chain(role.where_you_work.iter().map(of(Matched::Body)))
        .chain(categories.map(|category| &category.title).map(of(Matched::Category)))
        .chain(settings.map(|info| &info.title).map(of(Matched::Setting)))
        .chain(
            role.entry_routes
                .iter()
                .flat_map(move |route| std::iter::once(&route.summary).chain(&route.requires).map(of(Matched::WayIn))),
        )
}
