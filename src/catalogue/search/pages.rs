//! What can be found beside the roles: guides, pathways and organisations.

use std::borrow::Cow;

use crate::catalogue::model::guide::Guide;
use crate::catalogue::model::pathway::Pathway;
use crate::catalogue::model::reference::Organisation;
use crate::catalogue::model::text::Inline;
use crate::catalogue::search::common_words::is_common;
use crate::catalogue::search::documents::{Names, indexed};
use crate::catalogue::search::engine::{Engine, IndexedTexts, SearchError};
use crate::catalogue::search::lexicon::Lexicon;
use crate::catalogue::search::query::ParsedQuery;
use crate::catalogue::search::rank::{MatchField, MatchTier, rank};
use crate::catalogue::search::synonym::{PageId, Synonym, SynonymIndex};
use crate::catalogue::search::term_index::TermIndex;
use crate::catalogue::search::texts::TextKind;
use crate::catalogue::search::words::key;

/// The most pages that one search gives.
const MAX_PAGES: usize = 5;

/// The index of all pages beside the roles.
#[derive(Debug)]
pub struct PageIndex {
    pub(super) terms: TermIndex,
    names: Names,
    pages: Vec<PageId>,
}

/// The pages beside the roles.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pages<'a> {
    /// The guides.
    pub guides: &'a [Guide],
    /// The pathways.
    pub pathways: &'a [Pathway],
    /// The organisations.
    pub organisations: &'a [Organisation],
}

type Text<'a> = (TextKind, Cow<'a, str>);

impl PageIndex {
    /// Indexes the pages.
    pub fn new(
        pages: Pages<'_>,
        synonyms: &[Synonym],
        build: impl Fn(Vec<IndexedTexts>) -> Result<Box<dyn Engine>, SearchError>,
    ) -> Result<Self, SearchError> {
        let (mut ids, mut texts, mut names) = (Vec::new(), Vec::new(), Names::default());
        let mut add = |id: PageId, title: &str, other: Option<&str>, of: Vec<Text<'_>>| {
            names.add(ids.len(), title, other.into_iter());
            ids.push(id);
            texts.push(of.into_iter().map(|(kind, text)| (kind, text.into_owned())).collect::<Vec<_>>());
        };
        for guide in pages.guides {
            add(PageId::Guide(guide.id.clone()), &guide.title, None, guide_texts(guide));
        }
        for pathway in pages.pathways {
            add(PageId::Pathway(pathway.id.clone()), &pathway.title, None, pathway_texts(pathway));
        }
        for organisation in pages.organisations {
            let (id, short) = (organisation.id.clone(), organisation.short.as_deref());
            add(PageId::Organisation(id), &organisation.name, short, organisation_texts(organisation));
        }
        let synonyms = SynonymIndex::of_pages(&ids, synonyms);
        let phrases = synonyms.by_document();
        let mut lexicon = Lexicon::default();
        let documents = texts.iter().enumerate().map(|(index, texts)| {
            let texts = texts.iter().map(|(kind, text)| (*kind, Cow::Borrowed(text.as_str())));
            indexed(&mut lexicon, index, texts, phrases.get(&index).into_iter().flatten()).0
        });
        let engine = build(documents.collect())?;
        Ok(Self { terms: TermIndex { engine, lexicon, synonyms }, names, pages: ids })
    }

    /// The pages that have every word of a search, best first, but for common words that neither they nor the roles have:
    /// `is_of_roles` says which words roles have. Pages that only speak of it are found where no page is about it.
    pub fn find(&self, text: &str, is_of_roles: impl Fn(&str) -> bool) -> Result<Vec<PageId>, SearchError> {
        let key = key(text);
        let mut exact = self.names.called(&key).cloned().unwrap_or_default();
        for (rank, &page) in self.terms.synonyms.get(&key).iter().flat_map(|target| target.documents.iter().enumerate())
        {
            exact.entry(page).or_insert(MatchTier::Synonym(rank));
        }
        let query = ParsedQuery::parse(&self.terms, text)?;
        let is_foreign = |word: &str| is_of_roles(word) || !is_common(&word.to_lowercase());
        let is_another_matter = query.unknown().any(is_foreign) || query.says_little(&self.terms)?;
        let mut hits = rank(self.terms.engine.as_ref(), &query, &exact)?;
        hits.retain(|hit| match hit.tier {
            MatchTier::MissingWords(_) => false,
            MatchTier::AllWords(_) => !is_another_matter,
            _ => true,
        });
        let about = |tier: MatchTier| tier < MatchTier::AllWords(MatchField::Texts);
        if hits.first().is_some_and(|hit| about(hit.tier)) {
            hits.retain(|hit| about(hit.tier));
        }
        Ok(hits.into_iter().take(MAX_PAGES).filter_map(|hit| self.pages.get(hit.document).cloned()).collect())
    }
}

fn guide_texts(guide: &Guide) -> Vec<Text<'_>> {
    let mut texts =
        vec![(TextKind::Title, guide.title.as_str().into()), (TextKind::Summary, guide.summary.as_str().into())];
    for section in &guide.sections {
        texts.push((TextKind::Task, section.title.as_str().into()));
        let lines = section.body.lines().map(|line| line.iter().map(Inline::text).collect::<String>());
        texts.extend(lines.map(|line| (TextKind::Body, Cow::Owned(line))));
    }
    texts
}

fn pathway_texts(pathway: &Pathway) -> Vec<Text<'_>> {
    let steps = pathway.routes.iter().flat_map(|route| &route.steps);
    let called = [(TextKind::Title, Cow::Borrowed(pathway.title.as_str())), (TextKind::OtherTitle, "pathway".into())];
    called
        .into_iter()
        .chain([(TextKind::Summary, Cow::Borrowed(pathway.summary.as_str()))])
        .chain(steps.flat_map(|step| {
            let lines = step.text.lines().map(|line| Cow::Owned(line.iter().map(Inline::text).collect()));
            std::iter::once(Cow::Borrowed(step.title.as_str())).chain(lines).map(|text| (TextKind::Body, text))
        }))
        .collect()
}

fn organisation_texts(organisation: &Organisation) -> Vec<Text<'_>> {
    let short = organisation.short.iter().map(|short| (TextKind::OtherTitle, short.as_str().into()));
    let about = organisation.about.iter().map(|about| (TextKind::Summary, about.as_str().into()));
    std::iter::once((TextKind::Title, organisation.name.as_str().into())).chain(short).chain(about).collect()
}
