//! Why open data has no answer, for those who read it by a program.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::interface::Interface;
use crate::site_map;
use crate::web::query::data_list::DataList;
use crate::web::query::parameters::{ParameterFault, WrongParameter, nearest};
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_body::ErrorBody;
use crate::web::view::error_page::PageError;

/// Why open data has no answer.
#[derive(Debug)]
pub enum ApiError {
    /// For the reason that a page would have.
    Page(PageError),
    /// For a reason of its own.
    Refused {
        /// The data.
        catalogue: CurrentCatalogue,
        /// The status.
        status: StatusCode,
        /// What is said.
        body: Box<ErrorBody>,
    },
}

impl ApiError {
    fn refused(catalogue: &CurrentCatalogue, status: StatusCode, body: ErrorBody) -> Self {
        Self::Refused { catalogue: catalogue.clone(), status, body: Box::new(body) }
    }

    /// A question lacks every parameter that it could begin with.
    #[must_use]
    pub fn missing_parameter(catalogue: &CurrentCatalogue, message: String) -> Self {
        Self::refused(catalogue, StatusCode::BAD_REQUEST, ErrorBody::new("missing-parameter", message))
    }

    /// Some parameters are refused.
    #[must_use]
    pub fn wrong_parameters(catalogue: &CurrentCatalogue, wrong: Vec<WrongParameter>) -> Self {
        let code = wrong.first().map_or("unknown-parameter", |first| first.fault.code());
        let said: Vec<String> = wrong.iter().map(|it| sentence(catalogue.interface(), it)).collect();
        let body = ErrorBody::new(code, said.join(" ")).of_parameters(wrong);
        Self::refused(catalogue, StatusCode::BAD_REQUEST, body)
    }

    /// There is no list of the data of this name.
    #[must_use]
    pub fn unknown_list(catalogue: &CurrentCatalogue, asked: &str) -> Self {
        let own = site_map::API_ANSWERS.map(|path| path.rsplit('/').next().unwrap_or_default());
        let names: Vec<&str> = own.into_iter().chain(DataList::ALL.map(DataList::name)).collect();
        let message = catalogue.interface().there_is_nothing_at_this_address();
        let body = ErrorBody::new("not-found", message).did_you_mean(nearest(asked, &names));
        Self::refused(catalogue, StatusCode::NOT_FOUND, body)
    }

    /// A list of the data has no entry with this id.
    #[must_use]
    pub fn unknown_entry(catalogue: &CurrentCatalogue, list: DataList, asked: &str) -> Self {
        let shown: String = asked.chars().take(100).collect();
        let message = catalogue.interface().list_has_no_entry(shown, list.name());
        let body = ErrorBody::new("unknown-id", message).did_you_mean(nearest(asked, &list.ids(catalogue)));
        Self::refused(catalogue, StatusCode::NOT_FOUND, body)
    }
}

/// What is wrong with a parameter, and what there is in its place.
fn sentence(t: &Interface, wrong: &WrongParameter) -> String {
    let (name, value) = (&wrong.parameter, &wrong.value);
    let choices = || t.or_list(&wrong.choose_from);
    match wrong.fault {
        ParameterFault::UnknownName if wrong.choose_from.is_empty() => t.no_parameters_here(name),
        ParameterFault::UnknownName => t.no_such_parameter(name, choices()),
        ParameterFault::UnknownValue => t.no_such_value(name, value, choices()),
        ParameterFault::Empty => t.parameter_is_empty(name),
        ParameterFault::TooLong(most) => t.parameter_is_too_long(name, most),
        ParameterFault::NoNumber(least, most) => t.parameter_is_no_number(name, least, most),
        ParameterFault::Repeated => t.parameter_stands_twice(name),
    }
}

impl From<PageError> for ApiError {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        match self {
            Self::Page(PageError::NotFound(missing)) => {
                let body = ErrorBody::new(missing.code, &missing.message).did_you_mean(missing.did_you_mean());
                body.response(&missing.catalogue, StatusCode::NOT_FOUND)
            }
            Self::Page(other) => other.into_response(),
            Self::Refused { catalogue, status, body } => body.response(&catalogue, status),
        }
    }
}
