//! The limit of open files, which bounds the connections.

/// How many of the wished connections the limit of open files (RLIMIT_NOFILE) allows: each needs a descriptor, and the rest
/// of the program a few.
#[must_use]
pub fn connections_possible(wished: usize) -> usize {
    const OTHERS: usize = 32;
    let Some(limit) = raise_descriptors(wished + OTHERS) else { return wished };
    let possible = limit.saturating_sub(OTHERS).max(limit / 2).max(1);
    if possible < wished {
        tracing::warn!(wished, possible, "fewer connections than wished for: the limit of open files is low");
    }
    possible.min(wished)
}

/// Raises the soft limit of open files as far as needed and allowed; the limit then, `None` if there is none.
#[cfg(unix)]
fn raise_descriptors(needed: usize) -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let needed = u64::try_from(needed).unwrap_or(u64::MAX);
    let limit = getrlimit(Resource::Nofile);
    let current = limit.current?;
    let mut reached = current;
    if current < needed {
        let raised = limit.maximum.map_or(needed, |maximum| maximum.min(needed));
        if setrlimit(Resource::Nofile, Rlimit { current: Some(raised), maximum: limit.maximum }).is_ok() {
            reached = raised;
        }
    }
    usize::try_from(reached).ok()
}

#[cfg(not(unix))]
fn raise_descriptors(_: usize) -> Option<usize> {
    None
}
