//! An error as JSON.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::web::query::parameters::WrongParameter;

/// Why open data has no answer.
#[derive(Debug, Serialize)]
pub struct ErrorBody {
    code: &'static str,
    message: String,
    did_you_mean: Vec<String>,
    wrong: Vec<WrongBody>,
}

/// A parameter that is refused.
#[derive(Debug, Serialize)]
struct WrongBody {
    parameter: String,
    value: String,
    did_you_mean: Vec<String>,
    choose_from: Vec<String>,
}

#[derive(Serialize)]
struct ErrorAnswer<'a> {
    revision: &'a str,
    error: ErrorBody,
}

impl ErrorBody {
    /// An error of this name, in words.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), did_you_mean: vec![], wrong: vec![] }
    }

    /// Says what may have been meant.
    #[must_use]
    pub fn did_you_mean(self, did_you_mean: Vec<String>) -> Self {
        Self { did_you_mean, ..self }
    }

    /// Names the parameters that are refused. What may have been meant is that of the first.
    #[must_use]
    pub fn of_parameters(self, wrong: Vec<WrongParameter>) -> Self {
        let body = |it: WrongParameter| WrongBody {
            parameter: it.parameter,
            value: it.value,
            did_you_mean: it.did_you_mean,
            choose_from: it.choose_from,
        };
        let did_you_mean = wrong.first().map(|it| it.did_you_mean.clone()).unwrap_or_default();
        Self { did_you_mean, wrong: wrong.into_iter().map(body).collect(), ..self }
    }

    /// The response, which names the version of the data.
    #[must_use]
    pub fn response(self, catalogue: &Catalogue, status: StatusCode) -> Response {
        (status, Json(ErrorAnswer { revision: catalogue.revision(), error: self })).into_response()
    }
}
