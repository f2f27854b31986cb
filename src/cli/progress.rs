//! What a command says on a terminal while it works.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How often the line is drawn. Work that is done sooner shows none.
const EACH: Duration = Duration::from_millis(250);

/// A line on the terminal that says what is being done, and for how long already. It goes when this is dropped; where the errors do
/// not go to a terminal, there is none.
pub(super) struct Working(ProgressBar);

impl Working {
    /// Shows the line: `what` is such as "checking data".
    pub(super) fn on(what: String) -> Self {
        let style = ProgressStyle::with_template("{spinner} {msg}, {elapsed}");
        let line = style.map_or_else(|_| ProgressBar::hidden(), |style| ProgressBar::new_spinner().with_style(style));
        line.set_message(what);
        line.enable_steady_tick(EACH);
        Self(line)
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
