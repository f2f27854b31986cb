//! Which part of a long list of open data is asked for.

use crate::web::links;
use crate::web::query;

/// The key of how many entries are asked for.
pub const LIMIT: &str = "limit";
/// The key of how many entries are skipped.
pub const OFFSET: &str = "offset";
/// So many entries are in one answer, at most, and where no number is asked for: it bounds the answer, however long the list.
pub const MOST: usize = 1_000;
/// More entries than this are never skipped.
pub const LAST: usize = 1_000_000;

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// How many entries, at most.
    pub limit: usize,
    /// How many entries come before the first.
    pub offset: usize,
}

impl Paging {
    /// Reads the part that a query asks for.
    #[must_use]
    pub fn parse(pairs: &[(String, String)]) -> Self {
        let number = |key| query::first(pairs, key).and_then(|value| value.parse().ok());
        Self { limit: number(LIMIT).unwrap_or(MOST).min(MOST), offset: number(OFFSET).unwrap_or_default() }
    }

    /// The same for a table, which is whole where no number is asked for: its description says how long it is.
    #[must_use]
    pub fn of_table(pairs: &[(String, String)]) -> Self {
        let asked = Self::parse(pairs);
        if query::first(pairs, LIMIT).is_some() { asked } else { Self { limit: LAST, ..asked } }
    }

    /// The entries of this part.
    pub fn part<T>(self, entries: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        entries.into_iter().skip(self.offset).take(self.limit)
    }

    /// The address of the next part of a list with so many entries; `None` for the last part.
    #[must_use]
    pub fn next(self, path: &str, pairs: &[(String, String)], total: usize) -> Option<String> {
        let offset = self.offset + self.limit;
        let others = pairs.iter().filter(|(key, _)| key != OFFSET).cloned();
        let next = (OFFSET.to_owned(), offset.to_string());
        (offset < total).then(|| links::with_query(path, others.chain([next])))
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Paging};
    use crate::web::query;

    #[test]
    fn a_list_is_read_part_by_part_to_its_end() {
        let mut pairs = query::pairs(Some("level=entry&limit=2"));
        let mut read = Vec::new();
        loop {
            let paging = Paging::parse(&pairs);
            read.extend(paging.part(0..5));
            let Some(next) = paging.next("/x", &pairs, 5) else { break };
            assert!(next.starts_with("/x?level=entry&limit=2&offset="), "{next}");
            pairs = query::pairs(next.split_once('?').map(|(_, query)| query));
        }
        assert_eq!(read, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_list_without_a_limit_has_one() {
        assert_eq!(Paging::parse(&[]), Paging { limit: MOST, offset: 0 });
    }
}
