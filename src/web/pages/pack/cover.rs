//! The first sheet of a pack.

use crate::catalogue::Catalogue;
use crate::catalogue::model::role::Role;
use crate::interface::Interface;
use crate::web::links;
use crate::web::pages::pack::contents::{Choice, PackContents};

/// The first sheet of a pack: what it is, who made it, and from when it is.
pub struct Cover<'a> {
    /// What the pack is called.
    pub title: String,
    /// How its roles were chosen.
    pub chosen: Option<String>,
    /// How to use it, in sentences.
    pub how_to_use: Vec<&'a str>,
    /// Who made it.
    pub made_by: String,
    /// When its facts were looked over.
    pub reviewed: Option<String>,
}

impl<'a> Cover<'a> {
    /// The cover of a pack.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, contents: &PackContents<'_>) -> Self {
        let t = catalogue.interface();
        let only_with_several = usize::from(contents.roles.len() < 2);
        Self {
            title: title(t, contents),
            chosen: contents.in_words(),
            how_to_use: how_to_use(catalogue).skip(only_with_several).collect(),
            made_by: made_by(catalogue),
            reviewed: reviewed(t, &contents.roles),
        }
    }
}

/// The first sentence is for packs with several roles.
fn how_to_use(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    let t = catalogue.interface();
    let always = [
        t.take_out_the_ones_you_like(),
        t.read_what_you_do_first(),
        t.each_role_shows_where_it_leads(),
        t.talk_with_somebody_you_trust(),
    ];
    always.into_iter().chain(links::is_public(catalogue.site()).then(|| t.scan_the_qr_code()))
}

fn title(t: &Interface, contents: &PackContents<'_>) -> String {
    match (&contents.choice, &contents.roles[..]) {
        (Choice::Journey(question), _) => question.title(),
        (_, [role]) => t.handout_of(&role.title),
        (_, roles) => t.so_many_roles(roles.len()),
    }
}

fn made_by(catalogue: &Catalogue) -> String {
    let site = catalogue.site();
    let t = catalogue.interface();
    let made_with =
        if links::is_public(site) { t.made_with(&site.name, &site.base_url) } else { t.made_with_site(&site.name) };
    let mut sentences = vec![made_with];
    if let Some(publisher) = &site.publisher {
        sentences.push(t.pack_published_by(publisher));
    }
    if let Some(contact) = &site.contact {
        sentences.push(t.questions_to(contact));
    }
    sentences.join(" ")
}

fn reviewed(t: &Interface, roles: &[&Role]) -> Option<String> {
    let first = roles.iter().map(|role| role.review.reviewed).min()?;
    let last = roles.iter().map(|role| role.review.reviewed).max()?;
    let due = roles.iter().map(|role| role.review.review_by).min()?;
    Some(if first == last {
        t.facts_checked_on(t.day(first), t.day(due))
    } else {
        t.facts_checked_from_to(t.day(first), t.day(last), t.day(due))
    })
}
