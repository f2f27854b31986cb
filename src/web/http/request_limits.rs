//! How large a request may be, and which are refused before anything looks at them.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::http::{HeaderValue, Method, Request, StatusCode};
use axum::response::{IntoResponseParts, ResponseParts};
use bytes::Buf as _;
use http_body::Body;
use tokio::time::timeout;

/// The longest path and query together, in bytes.
pub const LONGEST_TARGET: usize = 2 << 10;
/// The most parameters in a query.
pub const MOST_PARAMETERS: usize = 32;
/// The largest head of a request, in bytes.
pub const LARGEST_HEAD: usize = 16 << 10;

/// What `Allow` says.
pub const ALLOWED: HeaderValue = HeaderValue::from_static("GET, HEAD");
/// How much of a refused body is read, and for how long: many clients look at an answer only once they have sent all.
const READ_OF_BODY: usize = 1 << 20;
const TIME_FOR_BODY: Duration = Duration::from_secs(5);

/// Why a request is refused. As part of an answer of the routes it asks for the page that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpError {
    /// It brings a body.
    Body,
    /// It wants something done, not shown.
    Method,
    /// Its address is too long.
    LongTarget,
    /// Its query has too many parameters.
    ManyParameters,
    /// Its headers are too large.
    LargeHead,
    /// Its path is not text.
    PathNotText,
    /// It is no HTTP that can be understood.
    NotHttp,
    /// The handler panicked.
    Panic,
    /// The Braille translator does not answer.
    Braille,
}

impl HttpError {
    /// The status of the answer.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::Body => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::LongTarget => StatusCode::URI_TOO_LONG,
            Self::ManyParameters | Self::PathNotText | Self::NotHttp => StatusCode::BAD_REQUEST,
            Self::LargeHead => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::Panic => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Braille => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Its name in a JSON answer.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Body => "body-not-allowed",
            Self::Method => "method-not-allowed",
            Self::LongTarget => "address-too-long",
            Self::ManyParameters => "too-many-parameters",
            Self::LargeHead => "headers-too-large",
            Self::PathNotText => "bad-address",
            Self::NotHttp => "bad-request",
            Self::Panic => "internal-error",
            Self::Braille => "no-braille-now",
        }
    }

    /// What is wrong, as a heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Body => "This page takes no data",
            Self::Method => "This page can only be read",
            Self::LongTarget => "This address is too long",
            Self::ManyParameters => "This address asks for too much at once",
            Self::LargeHead => "Your browser sent too much",
            Self::PathNotText => "This address cannot be read",
            Self::NotHttp => "This request cannot be read",
            Self::Panic => "Something went wrong",
            Self::Braille => "There is no Braille file just now",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Body => "The request came with a body. Nothing can be sent to this site.",
            Self::Method => "Use GET or HEAD. Nothing on this site can be changed from outside.",
            Self::LongTarget => "An address here has at most 2,048 characters. Choose fewer options and try again.",
            Self::ManyParameters => "An address here has at most 32 options. Choose fewer and try again.",
            Self::LargeHead => "The headers of a request may have 16 KiB together.",
            Self::PathNotText => "Some characters in it are not valid text. Check the link that led you here.",
            Self::NotHttp => "It is not written as HTTP asks. Open the page in a browser.",
            Self::Panic => "The fault is ours, not yours. Please try again in a while.",
            Self::Braille => "Please try again in a minute, or choose uncontracted Braille.",
        }
    }
}

impl IntoResponseParts for HttpError {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.extensions_mut().insert(self);
        Ok(parts)
    }
}

/// Reads a refused body to its end, within bounds, and drops it.
pub async fn drain<B: Body + Unpin>(mut body: B) {
    let read = async {
        let mut left = READ_OF_BODY;
        while let Some(Ok(frame)) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            left = left.saturating_sub(frame.data_ref().map_or(0, |data| data.remaining()));
            if left == 0 {
                break;
            }
        }
    };
    // Either way the answer comes next.
    let _ = timeout(TIME_FOR_BODY, read).await;
}

/// Refuses what no page could answer.
pub fn check<B: Body>(request: &Request<B>) -> Result<(), HttpError> {
    if !request.body().is_end_stream() {
        return Err(HttpError::Body);
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Err(HttpError::Method);
    }
    let uri = request.uri();
    let query = uri.query().unwrap_or_default();
    if uri.path().len() + query.len() >= LONGEST_TARGET {
        return Err(HttpError::LongTarget);
    }
    // Between a name and its value stand ": ", behind them the end of the line.
    let head: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if head > LARGEST_HEAD {
        return Err(HttpError::LargeHead);
    }
    if !query.is_empty() && query.split('&').filter(|pair| !pair.is_empty()).count() > MOST_PARAMETERS {
        return Err(HttpError::ManyParameters);
    }
    if !is_text(uri.path()) {
        return Err(HttpError::PathNotText);
    }
    Ok(())
}

/// Whether what a path spells with `%` is UTF-8. A `%` that spells nothing stands for itself.
fn is_text(path: &str) -> bool {
    if !path.contains('%') {
        return true;
    }
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let digits = (byte == b'%').then(|| Some((hex(ahead.next()?)?, hex(ahead.next()?)?))).flatten();
        if let Some((high, low)) = digits {
            bytes = ahead;
            decoded.push(high << 4 | low);
        } else {
            decoded.push(byte);
        }
    }
    std::str::from_utf8(&decoded).is_ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn a_path_is_text_when_its_bytes_are_utf8() {
        assert!(is_text("/roles/nurse"));
        assert!(is_text("/roles/caf%C3%A9"));
        assert!(is_text("/roles/100%"));
        assert!(is_text("/roles/%zz"));
        assert!(!is_text("/roles/%ff"));
        assert!(!is_text("/roles/%C3"));
    }
}
