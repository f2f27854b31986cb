//! `/datapackage.json`: the tables and their columns, as a Frictionless data package.

use axum::Json;
use axum::extract::RawQuery;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::catalogue::Catalogue;
use crate::catalogue::model::ids::slug;
use crate::catalogue::model::reference::Source;
use crate::catalogue::model::table_columns::{ColumnKind, TableColumn};
use crate::site_map;
use crate::web::feeds::tables::{self, Table};
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::query;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;
use crate::web::view::distributions::{keywords, last_reviewed};

/// Describes the tables.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    tables::check(&catalogue, &query::pairs(query.as_deref()), &[])?;
    Ok((CachePolicy::Api, Json(package(&catalogue))).into_response())
}

fn package(catalogue: &Catalogue) -> Value {
    let site = catalogue.site();
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": slug(&site.name),
        "title": site.name,
        "description": site.about,
        "homepage": links::absolute(site, site_map::DEVELOPERS),
        "revision": catalogue.revision(),
        "keywords": keywords(catalogue).collect::<Vec<_>>(),
        "sources": catalogue.sources().iter().map(source).collect::<Vec<_>>(),
        "resources": Table::ALL.map(|table| resource(catalogue, table)),
    });
    if let Some(licence) = &site.data_licence {
        package["licenses"] = json!([{"name": licence.id, "title": licence.title, "path": licence.url}]);
        package["attribution"] = json!(licence.attribution);
    }
    if let Some(publisher) = &site.publisher {
        package["contributors"] = json!([{"title": publisher, "role": "publisher"}]);
    }
    if let Some(reviewed) = last_reviewed(catalogue) {
        package["created"] = format!("{reviewed}T00:00:00Z").into();
    }
    package
}

fn source(source: &Source) -> Value {
    let mut entry = json!({"title": format!("{}, {}", source.title, source.publisher), "licence": source.licence});
    if let Some(url) = &source.url {
        entry["path"] = json!(url);
    }
    entry
}

fn resource(catalogue: &Catalogue, table: Table) -> Value {
    let (t, whole) = (catalogue.interface(), table.whole(catalogue));
    let title = match table {
        Table::Roles => t.table_of_roles(),
        Table::Progressions => t.table_of_progressions(),
        Table::EntryRoutes => t.table_of_ways_in(),
    };
    let path = table.path().trim_start_matches('/');
    let hash: String = Sha256::digest(&whole).iter().map(|byte| format!("{byte:02x}")).collect();
    let columns = table.columns();
    let to_roles = |column: &&TableColumn| column.kind == ColumnKind::Role && table != Table::Roles;
    let foreign_key =
        |column: &TableColumn| json!({"fields": [column.name], "reference": {"resource": "roles", "fields": ["id"]}});
    let mut schema = json!({"fields": columns.iter().map(field).collect::<Vec<_>>(), "missingValues": [""]});
    if table == Table::Roles {
        schema["primaryKey"] = json!(["id"]);
    } else {
        schema["foreignKeys"] = columns.iter().filter(to_roles).map(foreign_key).collect();
    }
    json!({
        "name": path.trim_end_matches(".csv"),
        "title": title,
        "path": path,
        "profile": "tabular-data-resource",
        "scheme": "http",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": whole.len(),
        "hash": format!("sha256:{hash}"),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": schema,
    })
}

fn field(column: &TableColumn) -> Value {
    let (kind, format) = match column.kind {
        ColumnKind::Text | ColumnKind::Role => ("string", "default"),
        ColumnKind::Address => ("string", "uri"),
        ColumnKind::Number => ("integer", "default"),
        ColumnKind::Flag => ("boolean", "default"),
        ColumnKind::Date => ("date", "default"),
    };
    json!({"name": column.name, "type": kind, "format": format, "description": column.meaning})
}
