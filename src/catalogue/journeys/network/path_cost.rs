//! The order of journeys, as a number that is added up along a path.

use crate::catalogue::journeys::network::flags::EdgeFlags;

/// The distance that an unmet demand counts for. Paths of fewer stops are in order of their unmet demands first.
const UNMET: usize = 64;

/// The cost of a path, to be compared and added up. In order of weight:
///
/// | bits | what |
/// |---|---|
/// | 96 to 127 | the distance: the number of stops, and 64 for each unmet demand |
/// | 76 to 95 | how far each step is from the best way to make it (see [`super::edge::Edge::rank`]) |
/// | 56 to 75 | the stops of unknown length |
/// | 32 to 55 | the months of the others |
/// | 16 to 31 | the grades of vagueness |
/// | 0 to 15 | the stops that only one source has |
///
/// Sums compare lexicographically in paths of up to 4,000 steps. Professions that are passed through need no place in it: where
/// no source has the move, there is no edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathCost(u128);

impl PathCost {
    const ONE_SOURCE: u32 = 0;
    const VAGUE: u32 = 16;
    const MONTHS: u32 = 32;
    const UNKNOWN: u32 = 56;
    const RANK: u32 = 76;
    const DISTANCE: u32 = 96;

    /// The least cost of a path of this distance.
    pub fn of_distance(distance: usize) -> Self {
        Self((distance as u128) << Self::DISTANCE)
    }

    /// The cost of a step with these flags that takes so many months, and is so far from the best way to make it.
    pub fn of_step(flags: EdgeFlags, months: u16, rank: u8) -> Self {
        let unmet = if flags.has(EdgeFlags::UNMET) { UNMET } else { 0 };
        let parts = [
            ((flags.stops() + unmet) as u128, Self::DISTANCE),
            (u128::from(rank), Self::RANK),
            (u128::from(flags.has(EdgeFlags::UNKNOWN_LENGTH)), Self::UNKNOWN),
            (u128::from(months), Self::MONTHS),
            (u128::from(flags.vagueness()), Self::VAGUE),
            (u128::from(flags.has(EdgeFlags::ONE_SOURCE)), Self::ONE_SOURCE),
        ];
        Self(parts.into_iter().map(|(value, shift)| value << shift).sum())
    }

    /// Its distance.
    pub fn distance(self) -> usize {
        (self.0 >> Self::DISTANCE) as usize
    }
}

impl std::ops::Add for PathCost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for PathCost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for PathCost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::default(), |sum, cost| sum + cost)
    }
}
