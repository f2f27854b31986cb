//! Compressed sparse rows: one list of items for each row, concatenated in one array.

/// `rows` lists of items in two arrays: `items`, and for each row the index in it where the row starts. `u32` indexes halve the
/// memory.
#[derive(Debug)]
pub struct Csr<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Csr<T> {
    /// No rows yet; they are filled one after another.
    pub fn new() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }

    /// Adds an item to the row that is being filled.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends the row that is being filled.
    pub fn end_row(&mut self) {
        self.starts.push(self.len());
    }

    /// Counting sort of items by row, stable, in O(rows + items).
    pub fn sorted(rows: usize, items: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in items.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut sorted: Vec<Option<T>> = vec![None; starts[rows] as usize];
        for (row, item) in items {
            sorted[next[row as usize] as usize] = Some(item);
            next[row as usize] += 1;
        }
        Self { starts, items: sorted.into_iter().flatten().collect() }
    }

    /// The transpose: `end` maps the row and the item to the new row and the new item.
    pub fn reversed<U: Copy>(&self, rows: usize, end: impl Fn(u32, &T) -> (u32, U) + Copy) -> Csr<U> {
        let items = (0..self.rows()).flat_map(move |row| self.row(row).1.iter().map(move |item| end(row, item)));
        Csr::sorted(rows, items)
    }

    /// The index of the first item of a row, and its items; empty where there is no such row.
    pub fn row(&self, row: u32) -> (u32, &[T]) {
        match (self.starts.get(row as usize), self.starts.get(row as usize + 1)) {
            (Some(&from), Some(&to)) => (from, &self.items[from as usize..to as usize]),
            _ => (0, &[]),
        }
    }

    /// The row of an item, in O(log rows).
    pub fn row_of(&self, item: u32) -> u32 {
        (self.starts.partition_point(|start| *start <= item) as u32).saturating_sub(1)
    }

    /// An item by its index.
    pub fn get(&self, item: u32) -> Option<&T> {
        self.items.get(item as usize)
    }

    /// The items between two indexes.
    pub fn slice(&self, from: u32, to: u32) -> Option<&[T]> {
        self.items.get(from as usize..to as usize)
    }

    /// The number of rows.
    pub fn rows(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// The number of items in all rows.
    pub fn len(&self) -> u32 {
        self.items.len() as u32
    }

    /// The size of both arrays in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.starts.as_slice()) + size_of_val(self.items.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::Csr;

    #[test]
    fn reverse_of_reverse_is_the_same() {
        let rows = Csr::sorted(3, [(2, 0_u32), (0, 1), (2, 1), (0, 0)].into_iter());
        let reversed = rows.reversed(2, |row, item| (*item, row));
        assert_eq!(reversed.row(0).1, [0, 2]);
        let again = reversed.reversed(3, |row, item| (*item, row));
        assert_eq!(again.row(0).1, [0, 1]);
        assert_eq!(again.row(1).1, [] as [u32; 0]);
        assert_eq!(again.row(2).1, [0, 1]);
        assert_eq!((again.row_of(0), again.row_of(2), again.row_of(3)), (0, 2, 2));
    }
}
