//! What the description says of the lists of the data.

use serde_json::{Map, Value, json};

use crate::web::links;
use crate::web::query::data_list::DataList;

/// The schema of an entry of a list, what the list is called in names of operations, and what it is.
const fn described(list: DataList) -> (&'static str, &'static str, &'static str) {
    match list {
        DataList::Levels => ("Level", "Levels", "The career levels, lowest first."),
        DataList::Settings => ("Setting", "Settings", "The settings."),
        DataList::Contact => ("ContactKind", "KindsOfContact", "The kinds of contact with patients."),
        DataList::Categories => ("Category", "Categories", "The families of careers."),
        DataList::Qualifications => ("Qualification", "Qualifications", "The qualifications, lowest first."),
        DataList::Sources => ("Source", "Sources", "Where facts come from, with the licence of each."),
        DataList::Organisations => ("Organisation", "Organisations", "Organisations to turn to."),
        DataList::Regulators => ("Regulator", "Regulators", "Job titles that laws protect."),
        DataList::Facts => ("Fact", "Facts", "Figures that age."),
        DataList::Pay => ("PayScheme", "PaySchemes", "What sets pay, with the sums of each band."),
        DataList::Guides => ("Guide", "Guides", "The guides, with their texts."),
        DataList::Pathways => ("Pathway", "Pathways", "The pathways, with their steps."),
        DataList::Links => ("SearchService", "Searches", "Searches of other sites for jobs and courses."),
    }
}

/// Adds the paths of every list.
pub(super) fn add_paths(paths: &mut Map<String, Value>) {
    for list in DataList::ALL {
        let (schema, called, what) = described(list);
        let paging = ["limit", "offset"].map(|name| json!({"$ref": format!("#/components/parameters/{name}")}));
        let whole = json!({"get": {
            "operationId": format!("list{called}"),
            "tags": ["Lists"],
            "summary": what,
            "parameters": paging,
            "responses": {"200": {
                "description": "The list.",
                "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{called}")}}}
            }}
        }});
        let path = links::api_list(list.name());
        if list.has_ids() {
            let entry = json!({"get": {
                "operationId": format!("getOneOf{called}"),
                "tags": ["Lists"],
                "summary": "One of them.",
                "parameters": [{
                    "name": "id", "in": "path", "required": true, "description": "Its id.", "schema": {"type": "string"}
                }],
                "responses": {
                    "200": {
                        "description": "The entry.",
                        "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/One{schema}")}}}
                    },
                    "404": {"$ref": "#/components/responses/NotFound"}
                }
            }});
            paths.insert(format!("{path}/{{id}}"), entry);
        }
        paths.insert(path, whole);
    }
}

/// Adds the schemas of the answers of every list: a part of it, and one entry.
pub(super) fn add_schemas(schemas: &mut Value) {
    for list in DataList::ALL {
        let (schema, called, what) = described(list);
        let items = json!({"type": "array", "items": {"$ref": format!("#/components/schemas/{schema}")}});
        schemas[called] = json!({
            "type": "object", "description": what, "required": [list.name()], "properties": {list.name(): items}
        });
        if list.has_ids() {
            let mut one = schemas[schema].clone();
            add_envelope(&mut one);
            schemas[format!("One{schema}")] = one;
        }
        add_paging(&mut schemas[called]);
        add_envelope(&mut schemas[called]);
    }
}

/// Adds what every answer says.
pub(super) fn add_envelope(schema: &mut Value) {
    let fields = json!({
        "revision": {"type": "string", "description": "Names the version of the data."},
        "data_licence": {
            "type": ["string", "null"],
            "description": "The address of the licence of the data; null where others must ask before they use it."
        }
    });
    add(schema, fields);
}

/// Adds what a part of a list says.
pub(super) fn add_paging(schema: &mut Value) {
    let fields = json!({
        "total": {"type": "integer", "minimum": 0, "description": "How many entries there are in all."},
        "limit": {"type": "integer", "minimum": 1, "description": "How many entries this answer has, at most."},
        "offset": {"type": "integer", "minimum": 0, "description": "How many entries come before its first."},
        "next": {"type": ["string", "null"], "description": "The whole address of the next part; null for the last."}
    });
    add(schema, fields);
}

fn add(schema: &mut Value, fields: Value) {
    let Value::Object(fields) = fields else { return };
    for (name, field) in fields {
        if let Some(required) = schema["required"].as_array_mut() {
            required.push(name.clone().into());
        }
        schema["properties"][name] = field;
    }
}
