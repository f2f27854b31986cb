//! The full-text engine: tantivy, in memory. It keeps the words of every role, finds the words near a slip of the pen, and
//! weighs each role for a word by BM25 (Robertson and Zaragoza, 2009).

use tantivy::directory::RamDirectory;
use tantivy::query::{EnableScoring, FuzzyTermQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexSettings, ReloadPolicy, Searcher, SegmentReader, TantivyDocument, Term};

/// Memory that the writer may use before it would begin a second segment.
const WRITER_BYTES: usize = 15_000_000;

/// The words of one role, parted by spaces.
#[derive(Clone, Debug, Default)]
pub struct RoleWords {
    /// The stems of its title.
    pub title: String,
    /// The stems of its other titles.
    pub other_titles: String,
    /// The stems of all its texts, each as often as it weighs.
    pub texts: String,
    /// The words that no role before it used, as they are spelled.
    pub new_spellings: String,
}

/// The part of a role where a stem is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexedField {
    /// Its title.
    Title,
    /// Its other titles.
    OtherTitles,
    /// All its texts.
    Texts,
}

/// An index that lies in memory and never changes. Its documents stand in the order in which the roles came.
///
/// tantivy answers with results, as its indexes may lie on disks that fail. This one lies in memory: no fault is to be
/// expected, and if there were one, no word would be found.
pub struct Engine(Option<Built>);

struct Built {
    searcher: Searcher,
    title: Field,
    other_titles: Field,
    texts: Field,
    spellings: Field,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("roles", &self.roles()).finish_non_exhaustive()
    }
}

impl Engine {
    /// Indexes the words of every role, in this thread.
    #[must_use]
    pub fn new(roles: impl IntoIterator<Item = RoleWords>) -> Self {
        Self(Built::new(roles).ok())
    }

    /// Calls back with every role that has a stem in a part, and how much the stem weighs there.
    pub fn each(&self, part: IndexedField, stem: &str, role: impl FnMut(usize, f32)) {
        if let Some(built) = &self.0 {
            built.each(part, stem, role).unwrap_or_default();
        }
    }

    /// How many roles have a stem in a part.
    #[must_use]
    pub fn frequency(&self, part: IndexedField, stem: &str) -> u64 {
        let frequency = |built: &Built| built.searcher.doc_freq(&built.term(part, stem)).ok();
        self.0.as_ref().and_then(frequency).unwrap_or_default()
    }

    /// The words at most so many edits away. Two letters changed about are one edit.
    #[must_use]
    pub fn near(&self, spelling: &str, edits: u8) -> Vec<String> {
        self.0.as_ref().and_then(|built| built.near(spelling, edits).ok()).unwrap_or_default()
    }

    /// How many bytes the index takes in memory.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let usage = self.0.as_ref().and_then(|built| built.searcher.space_usage().ok());
        usage.map_or(0, |usage| usage.total().get_bytes())
    }

    /// How many roles there are.
    #[must_use]
    pub fn roles(&self) -> usize {
        let segments = self.0.as_ref().map(|built| built.searcher.segment_readers()).unwrap_or_default();
        segments.iter().map(SegmentReader::max_doc).sum::<u32>() as usize
    }
}

impl Built {
    fn new(roles: impl IntoIterator<Item = RoleWords>) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let weighed = words_field(IndexRecordOption::WithFreqs);
        let title = schema.add_text_field("title", weighed.clone());
        let other_titles = schema.add_text_field("other_titles", weighed.clone());
        let texts = schema.add_text_field("texts", weighed);
        let spellings = schema.add_text_field("spellings", words_field(IndexRecordOption::Basic));
        let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        let builder = Index::builder().schema(schema.build()).settings(settings);
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), WRITER_BYTES)?;
        for role in roles {
            let mut document = TantivyDocument::new();
            document.add_text(title, role.title);
            document.add_text(other_titles, role.other_titles);
            document.add_text(texts, role.texts);
            document.add_text(spellings, role.new_spellings);
            writer.add_document(document)?;
        }
        let index = writer.finalize()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { searcher: reader.searcher(), title, other_titles, texts, spellings })
    }

    fn each(&self, part: IndexedField, stem: &str, mut role: impl FnMut(usize, f32)) -> tantivy::Result<()> {
        let query = TermQuery::new(self.term(part, stem), IndexRecordOption::WithFreqs);
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        for segment in self.searcher.segment_readers() {
            weight.for_each(segment, &mut |document, score| role(document as usize, score))?;
        }
        Ok(())
    }

    fn near(&self, spelling: &str, edits: u8) -> tantivy::Result<Vec<String>> {
        let query = FuzzyTermQuery::new(Term::from_field_text(self.spellings, spelling), edits, true);
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let words = segment.inverted_index(self.spellings)?;
            let mut stream = words.terms().search(query.automaton()?).into_stream()?;
            while stream.advance() {
                found.push(String::from_utf8_lossy(stream.key()).into_owned());
            }
        }
        Ok(found)
    }

    fn term(&self, part: IndexedField, stem: &str) -> Term {
        let field = match part {
            IndexedField::Title => self.title,
            IndexedField::OtherTitles => self.other_titles,
            IndexedField::Texts => self.texts,
        };
        Term::from_field_text(field, stem)
    }
}

/// A field whose words are already stems or spellings, parted by spaces.
fn words_field(record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}
