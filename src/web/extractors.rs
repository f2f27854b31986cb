//! What an address names, found before a handler begins.

use axum::extract::{FromRef, FromRequestParts, Path};
use axum::http::request::Parts;

use crate::catalogue::RoleRef;
use crate::catalogue::model::ids::RoleId;
use crate::catalogue::model::indexes::RoleIndex;
use crate::web::links;
use crate::web::state::{AppState, CurrentCatalogue};
use crate::web::view::error_page::PageError;

/// The role that the address names, with the catalogue it was found in.
pub struct RoleInAddress {
    catalogue: CurrentCatalogue,
    index: RoleIndex,
}

impl RoleInAddress {
    /// The catalogue of this request.
    #[must_use]
    pub fn catalogue(&self) -> &CurrentCatalogue {
        &self.catalogue
    }

    /// The role.
    #[must_use]
    pub fn role(&self) -> RoleRef<'_> {
        self.catalogue.role_at(self.index)
    }
}

impl<S> FromRequestParts<S> for RoleInAddress
where
    S: Send + Sync,
    AppState: FromRef<S>,
{
    type Rejection = PageError;

    /// Finds the role. Another of its titles, or a title as people type it, leads to the role's own address.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let Ok(catalogue) = CurrentCatalogue::from_request_parts(parts, state).await;
        let asked =
            Path::<String>::from_request_parts(parts, state).await.map_or_else(|_| String::new(), |path| path.0);
        if let Some(index) = catalogue.graph().index(&RoleId(asked.clone())) {
            return Ok(Self { catalogue, index: RoleIndex::at(index) });
        }
        Err(match catalogue.graph().named(&asked) {
            Some(role) => PageError::Elsewhere(links::sibling(parts.uri.path(), &role.id)),
            None => PageError::unknown_role(&catalogue, parts.uri.path(), &asked),
        })
    }
}
