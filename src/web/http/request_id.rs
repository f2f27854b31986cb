//! A name for each request, so that a line of our log and one of a proxy's can be joined.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::{HeaderName, HeaderValue};

/// The header that proxies name requests in. Errors carry it back, so that whoever reports one can say which.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The longest name that is taken from a proxy.
const LONGEST: usize = 64;

/// The next name: this process by a random number, and a count.
#[must_use]
pub fn next() -> HeaderValue {
    static PROCESS: LazyLock<u32> = LazyLock::new(|| (RandomState::new().hash_one(0) >> 32) as u32);
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = format!("{:08x}-{:x}", *PROCESS, COUNT.fetch_add(1, Ordering::Relaxed));
    HeaderValue::try_from(name).unwrap_or_else(|_| HeaderValue::from_static("none"))
}

/// Whether a name from outside can be logged and sent back: short, of letters, digits, `-`, `_` and `.`.
#[must_use]
pub fn is_valid(name: &HeaderValue) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    (1..=LONGEST).contains(&name.len()) && name.as_bytes().iter().all(is_plain)
}
