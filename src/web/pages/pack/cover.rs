//! The first sheet of a pack.

use crate::catalogue::Catalogue;
use crate::catalogue::model::role::Role;
use crate::web::pages::pack::contents::{Choice, PackContents};
use crate::web::view::frame::day;

/// The first sheet of a pack: what it is, who made it, and from when it is.
pub struct Cover {
    /// What the pack is called.
    pub title: String,
    /// How its roles were chosen.
    pub chosen: Option<String>,
    /// How to use it, in sentences.
    pub how_to_use: &'static [&'static str],
    /// Who made it.
    pub made_by: String,
    /// When its facts were looked over.
    pub reviewed: Option<String>,
}

impl Cover {
    /// The cover of a pack.
    #[must_use]
    pub fn new(catalogue: &Catalogue, contents: &PackContents<'_>) -> Self {
        Self {
            title: title(contents),
            chosen: contents.in_words(),
            how_to_use: if contents.roles.len() > 1 { &HOW_TO_USE } else { &HOW_TO_USE[1..] },
            made_by: made_by(catalogue),
            reviewed: reviewed(&contents.roles),
        }
    }
}

const HOW_TO_USE: [&str; 5] = [
    "Each role begins on a new page, so you can take out the ones you like.",
    "Read what you do first. Then look at the ways in.",
    "Each role shows where it can lead, and on which career level.",
    "Talk about it with somebody you trust, or with a careers adviser.",
    "Scan the square code of a role to see its page on the web. You can also type the address beside it.",
];

fn title(contents: &PackContents<'_>) -> String {
    match (&contents.choice, &contents.roles[..]) {
        (Choice::Journey(question), _) => question.title(),
        (_, [role]) => format!("Handout: {}", role.title),
        (_, roles) => format!("{} roles in health and social care", roles.len()),
    }
}

fn made_by(catalogue: &Catalogue) -> String {
    let site = catalogue.site();
    let mut words = format!("This pack was made with {} ({}).", site.name, site.base_url);
    if let Some(publisher) = &site.publisher {
        words = format!("{words} Published by {publisher}.");
    }
    if let Some(contact) = &site.contact {
        words = format!("{words} Questions: {contact}.");
    }
    words
}

fn reviewed(roles: &[&Role]) -> Option<String> {
    let first = roles.iter().map(|role| role.review.reviewed).min()?;
    let last = roles.iter().map(|role| role.review.reviewed).max()?;
    let due = roles.iter().map(|role| role.review.review_by).min()?;
    let looked =
        if first == last { format!("on {}", day(first)) } else { format!("from {} to {}", day(first), day(last)) };
    Some(format!("The facts were last checked {looked}. Make a new pack after {}.", day(due)))
}
