//! What an address names, found before a handler begins.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use std::sync::Arc;

use super::error::PageError;
use super::state::{AppState, CurrentCatalogue};
use crate::catalogue::Catalogue;
use crate::catalogue::reference::{RoleId, slug};
use crate::catalogue::role::Role;

/// The role that the address names, with the catalogue it was found in.
pub struct RoleInAddress {
    catalogue: Arc<Catalogue>,
    index: usize,
}

impl RoleInAddress {
    /// The catalogue of this request.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The role.
    #[must_use]
    pub fn role(&self) -> &Role {
        &self.catalogue.roles()[self.index]
    }
}

impl FromRequestParts<AppState> for RoleInAddress {
    type Rejection = PageError;

    /// Finds the role. Another of its titles, or a title as people type it, leads to its own address.
    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let catalogue = CurrentCatalogue::from_request_parts(parts, state).await?.into_inner();
        let asked = Path::<String>::from_request_parts(parts, state).await.map_or_else(|_| String::new(), |path| path.0);
        if let Some(index) = catalogue.graph().index(&RoleId(asked.clone())) {
            return Ok(Self { catalogue, index });
        }
        let as_slug = slug(&asked);
        let meant = catalogue.role(&as_slug).or_else(|| catalogue.graph().by_other_title(&as_slug));
        Err(match meant {
            Some(role) => PageError::Moved { to: parts.uri.path().replace(&asked_in_path(parts), role.id.as_str()) },
            None => PageError::unknown_role(&catalogue, &asked),
        })
    }
}

/// The last part of the path as it was sent.
fn asked_in_path(parts: &Parts) -> String {
    parts.uri.path().rsplit('/').next().unwrap_or_default().to_owned()
}
