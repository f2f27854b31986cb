//! What the benchmarks over made-up roles share: words that are like people's, slips of the pen, and a fixed row of numbers.

/// Made-up words: some for titles, and many for texts, whose frequency falls as people's words' does (Zipf).
pub struct Words {
    titles: Vec<String>,
    last: Vec<String>,
    pub text: Vec<String>,
}

impl Words {
    /// Words in a fixed number.
    pub fn new(chance: &mut Chance) -> Self {
        let mut word =
            |syllables: usize| -> String { (0..syllables).map(|_| SYLLABLES[chance.below(SYLLABLES.len())]).collect() };
        let titles = (0..4_000).map(|_| word(4)).collect();
        let last = (0..60).map(|_| word(4)).collect();
        let text = (0..30_000).map(|rank| word(2 + usize::from(rank > 300) + usize::from(rank > 5_000))).collect();
        Self { titles, last, text }
    }

    /// The first word of a title.
    pub fn first(&self, chance: &mut Chance) -> &str {
        &self.titles[chance.below(self.titles.len())]
    }

    /// A word within a title.
    pub fn middle(&self, chance: &mut Chance) -> &str {
        &self.titles[chance.below(self.titles.len() / 10)]
    }

    /// The last word of a title.
    pub fn last(&self, chance: &mut Chance) -> &str {
        &self.last[chance.below(self.last.len())]
    }

    /// So many words of a text.
    pub fn sentence(&self, length: usize, chance: &mut Chance) -> String {
        let word = |_| {
            let rank = (self.text.len() as f64).powf(chance.share()) as usize - 1;
            self.text[rank.min(self.text.len() - 1)].as_str()
        };
        (0..length).map(word).collect::<Vec<_>>().join(" ")
    }
}

const SYLLABLES: [&str; 40] = [
    "ra", "di", "o", "gra", "pher", "nur", "se", "the", "ra", "pist", "den", "tal", "op", "to", "me", "trist", "care",
    "sup", "port", "wor", "ker", "ma", "na", "ger", "as", "sis", "tant", "cli", "ni", "cal", "phar", "ma", "cist",
    "po", "di", "a", "trist", "mid", "wi", "fe",
];

/// A fixed row of numbers that looks like chance (Knuth's MMIX generator).
pub struct Chance(u64);

impl Chance {
    /// A row that begins here.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number from 0 to below this.
    pub fn below(&mut self, most: usize) -> usize {
        (self.share() * most as f64) as usize
    }
}

/// Changes one letter of each word of more than three: one is left out, doubled, put in another's place, or two change about.
pub fn slip(title: &str, chance: &mut Chance) -> String {
    let words = title.split(' ').map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() > 3 {
            let at = 1 + chance.below(letters.len() - 2);
            match chance.below(4) {
                0 => drop(letters.remove(at)),
                1 => letters.insert(at, letters[at]),
                2 => letters[at] = 'x',
                _ => letters.swap(at, at + 1),
            }
        }
        letters.into_iter().collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The memory of this process, in MB, where the system tells it.
pub fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() / 1024
}
