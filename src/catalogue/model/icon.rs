//! Icons: SVG path data on a grid of 24 by 24, drawn as strokes.

use std::fmt;

use svgtypes::{SimplePathSegment, SimplifyingPathParser};

/// The width and height of the grid.
pub const GRID: f64 = 24.0;
/// Limit of the path data in bytes: every page carries every icon.
pub const LONGEST: usize = 1_000;

/// What the conversion of arcs to curves may add to a coordinate.
const ROUNDING: f64 = 0.01;

/// The path data of an icon: it parses, and stays on the grid with every point that bends a curve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IconPath(String);

/// Why a text is no icon.
#[derive(Debug)]
pub enum IconError {
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It is not path data.
    Syntax(svgtypes::Error),
    /// It leaves the grid, or draws nothing.
    OffGrid,
}

impl fmt::Display for IconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "it is longer than {LONGEST} bytes"),
            Self::Syntax(error) => write!(f, "it is not the path data of an SVG: {error}"),
            Self::OffGrid => write!(f, "it draws outside of the grid of {GRID} by {GRID}, or nothing"),
        }
    }
}

impl std::error::Error for IconError {}

impl IconPath {
    /// Reads the value of the attribute `d` of an SVG path.
    ///
    /// # Errors
    /// The text is too long, not path data, or draws outside of the grid.
    pub fn parse(text: &str) -> Result<Self, IconError> {
        if text.len() > LONGEST {
            return Err(IconError::TooLong);
        }
        let segments: Vec<SimplePathSegment> =
            SimplifyingPathParser::from(text).collect::<Result<_, _>>().map_err(IconError::Syntax)?;
        // A curve lies between its ends and the points that bend it, so these are all that has to be looked at.
        let mut points = segments.iter().flat_map(|segment| match *segment {
            SimplePathSegment::MoveTo { x, y } | SimplePathSegment::LineTo { x, y } => vec![x, y],
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => vec![x1, y1, x2, y2, x, y],
            SimplePathSegment::Quadratic { x1, y1, x, y } => vec![x1, y1, x, y],
            SimplePathSegment::ClosePath => vec![],
        });
        let is_on_grid = points.all(|coordinate| (-ROUNDING..=GRID + ROUNDING).contains(&coordinate));
        let draws = segments.iter().any(|segment| !matches!(segment, SimplePathSegment::MoveTo { .. }));
        if is_on_grid && draws { Ok(Self(text.to_owned())) } else { Err(IconError::OffGrid) }
    }

    /// The path data.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IconPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{IconError, IconPath, LONGEST};

    #[test]
    fn path_data_on_the_grid_is_an_icon() {
        for good in ["M3 11.5 12 4l9 7.5", "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"] {
            assert_eq!(IconPath::parse(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn what_leaves_the_grid_or_draws_nothing_is_none() {
        for bad in ["M3 3h30", "M-1 3h3", "M3 3", "", "M3 3L1e400 5"] {
            assert!(matches!(IconPath::parse(bad), Err(IconError::OffGrid | IconError::Syntax(_))), "{bad}");
        }
    }

    #[test]
    fn other_text_is_none() {
        for bad in ["<path d=\"M3 3h3\"/>", "M3 3h", "h3", "M3 3h3 \" onload=\""] {
            assert!(matches!(IconPath::parse(bad), Err(IconError::Syntax(_))), "{bad}");
        }
        assert!(matches!(IconPath::parse(&"M3 3h1".repeat(LONGEST)), Err(IconError::TooLong)));
    }
}
