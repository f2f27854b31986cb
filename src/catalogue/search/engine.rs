//! The full-text engine: look-up of stems with BM25 weights (Robertson and Zaragoza, "The Probabilistic Relevance Framework:
//! BM25 and Beyond", 2009) and look-up of spellings by edit distance. Implemented by tantivy, in memory.
//!
//! Documents are roles, numbered by their index in the role graph, or the pages beside them, numbered by their order. Texts
//! arrive as stems or spellings separated by spaces: the engine does no analysis of its own.

use std::fmt;

use tantivy::directory::RamDirectory;
use tantivy::query::{EnableScoring, FuzzyTermQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexSettings, ReloadPolicy, Searcher, SegmentReader, TantivyDocument, TantivyError, Term};

/// Memory budget of the index writer. Beyond it tantivy begins a second segment, and document numbers restart.
const WRITER_BYTES: usize = 15_000_000;

/// Why a search has no answer. A search that finds nothing is no error.
#[derive(Clone, Debug)]
pub enum SearchError {
    /// The index could not be built.
    Build(TantivyError),
    /// The index could not be read.
    Read(TantivyError),
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(error) => write!(f, "the search index could not be built: {error}"),
            Self::Read(error) => write!(f, "the search index could not be read: {error}"),
        }
    }
}

impl std::error::Error for SearchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Build(error) | Self::Read(error) => Some(error),
        }
    }
}

/// What is indexed of one role or page; words are separated by spaces.
#[derive(Clone, Debug, Default)]
pub struct IndexedTexts {
    /// The stems of its title.
    pub title: String,
    /// The stems of its other titles.
    pub other_titles: String,
    /// The stems of all its texts, each repeated as often as its kind of text weighs.
    pub texts: String,
    /// The spellings that no earlier document has, so that each is in the index once.
    pub new_spellings: String,
}

/// A field in which stems are looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexedField {
    /// [`IndexedTexts::title`].
    Title,
    /// [`IndexedTexts::other_titles`].
    OtherTitles,
    /// [`IndexedTexts::texts`].
    Texts,
}

/// An index that never changes. A trait, so that a test can stand in an engine that fails.
pub trait Engine: fmt::Debug + Send + Sync {
    /// Visits every document that has a stem in a field, with the BM25 weight of the stem there.
    fn for_each_posting(
        &self,
        field: IndexedField,
        stem: &str,
        visit: &mut dyn FnMut(usize, f32),
    ) -> Result<(), SearchError>;

    /// The number of documents that have a stem in a field.
    fn document_frequency(&self, field: IndexedField, stem: &str) -> Result<u64, SearchError>;

    /// The indexed spellings within an edit distance of at most 2. A transposition is one edit (Damerau, 1964).
    fn fuzzy_terms(&self, spelling: &str, edits: u8) -> Result<Vec<String>, SearchError>;

    /// The number of documents in the index.
    fn document_count(&self) -> usize;

    /// The size of the index in memory, in bytes; 0 where it is not known.
    fn bytes(&self) -> u64;
}

/// tantivy's index in memory, in one segment: document numbers are their order.
pub struct TantivyEngine {
    searcher: Searcher,
    title: Field,
    other_titles: Field,
    texts: Field,
    spellings: Field,
}

impl fmt::Debug for TantivyEngine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TantivyEngine").field("documents", &self.document_count()).finish_non_exhaustive()
    }
}

impl TantivyEngine {
    /// Indexes the documents, in this thread.
    pub fn new(documents: impl IntoIterator<Item = IndexedTexts>) -> Result<Self, SearchError> {
        Self::build(documents).map_err(SearchError::Build)
    }

    fn build(documents: impl IntoIterator<Item = IndexedTexts>) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let weighed = field_options(IndexRecordOption::WithFreqs);
        let title = schema.add_text_field("title", weighed.clone());
        let other_titles = schema.add_text_field("other_titles", weighed.clone());
        let texts = schema.add_text_field("texts", weighed);
        let spellings = schema.add_text_field("spellings", field_options(IndexRecordOption::Basic));
        let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        let builder = Index::builder().schema(schema.build()).settings(settings);
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), WRITER_BYTES)?;
        for texts_of in documents {
            let mut document = TantivyDocument::new();
            document.add_text(title, texts_of.title);
            document.add_text(other_titles, texts_of.other_titles);
            document.add_text(texts, texts_of.texts);
            document.add_text(spellings, texts_of.new_spellings);
            writer.add_document(document)?;
        }
        let index = writer.finalize()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { searcher: reader.searcher(), title, other_titles, texts, spellings })
    }

    fn visit_postings(
        &self,
        field: IndexedField,
        stem: &str,
        visit: &mut dyn FnMut(usize, f32),
    ) -> tantivy::Result<()> {
        let query = TermQuery::new(self.term(field, stem), IndexRecordOption::WithFreqs);
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        for segment in self.searcher.segment_readers() {
            weight.for_each(segment, &mut |document, score| visit(document as usize, score))?;
        }
        Ok(())
    }

    fn terms_within(&self, spelling: &str, edits: u8) -> tantivy::Result<Vec<String>> {
        let query = FuzzyTermQuery::new(Term::from_field_text(self.spellings, spelling), edits, true);
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.spellings)?;
            let mut stream = index.terms().search(query.automaton()?).into_stream()?;
            while stream.advance() {
                found.push(String::from_utf8_lossy(stream.key()).into_owned());
            }
        }
        Ok(found)
    }

    fn term(&self, field: IndexedField, stem: &str) -> Term {
        let field = match field {
            IndexedField::Title => self.title,
            IndexedField::OtherTitles => self.other_titles,
            IndexedField::Texts => self.texts,
        };
        Term::from_field_text(field, stem)
    }
}

impl Engine for TantivyEngine {
    fn for_each_posting(
        &self,
        field: IndexedField,
        stem: &str,
        visit: &mut dyn FnMut(usize, f32),
    ) -> Result<(), SearchError> {
        self.visit_postings(field, stem, visit).map_err(SearchError::Read)
    }

    fn document_frequency(&self, field: IndexedField, stem: &str) -> Result<u64, SearchError> {
        self.searcher.doc_freq(&self.term(field, stem)).map_err(SearchError::Read)
    }

    fn fuzzy_terms(&self, spelling: &str, edits: u8) -> Result<Vec<String>, SearchError> {
        self.terms_within(spelling, edits).map_err(SearchError::Read)
    }

    fn document_count(&self) -> usize {
        self.searcher.segment_readers().iter().map(SegmentReader::max_doc).sum::<u32>() as usize
    }

    fn bytes(&self) -> u64 {
        self.searcher.space_usage().map_or(0, |usage| usage.total().get_bytes())
    }
}

/// A field whose text is split at spaces and nowhere else.
fn field_options(record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}
