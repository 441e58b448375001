//! The API's document, OpenAPI 3.1, made from the table of routes.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::route::{Body, Route, Shape};
use crate::who::Who;

/// The document of some routes.
#[must_use]
pub fn document(routes: &[Route]) -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut schemas = settings.into_generator();
    let problem = reference::<wire::Problem>(&mut schemas);

    let mut paths: Map<String, Value> = Map::new();
    for route in routes {
        let operation = operation(route, &problem, &mut schemas);
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        if let Some(path) = path.as_object_mut() {
            path.insert(route.method.as_str().to_lowercase(), operation);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Evergreen 常青",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Times are milliseconds since 1970 in UTC. Every refusal is a problem (RFC 9457) in \
                            the language of Accept-Language, zh or en. A write that a browser sends from \
                            another site is refused.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": {
                "session": { "type": "apiKey", "in": "cookie", "name": crate::accounts::session::COOKIE },
            },
            "schemas": schemas.take_definitions(true),
        },
    })
}

fn reference<T: schemars::JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    schemas.subschema_for::<T>().to_value()
}

fn operation(route: &Route, problem: &Value, schemas: &mut SchemaGenerator) -> Value {
    let mut operation = json!({
        "operationId": name(route),
        "summary": route.about,
        "description": open_to(route.who),
        "parameters": parameters(route),
        "responses": responses(route, problem, schemas),
    });
    let fields = [
        ("requestBody", route.takes.as_ref().map(|shape| request_body(shape, schemas))),
        ("security", (route.who != Who::Anyone).then(|| json!([{ "session": [] }]))),
    ];
    if let Some(operation) = operation.as_object_mut() {
        operation.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    operation
}

/// Method and path as one word: `get_api_plans_id`.
fn name(route: &Route) -> String {
    let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
    let words = format!("{} {}", route.method.as_str().to_lowercase(), route.path);
    let joined: String = words.chars().map(letters).collect();
    joined.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

/// Who may ask, in words.
pub(crate) const fn open_to(who: Who) -> &'static str {
    match who {
        Who::Anyone => "Open to anyone.",
        Who::Account => "Open to every account.",
        Who::Only(wire::Role::Investor) => "Open to investors.",
        Who::Only(wire::Role::Advisor) => "Open to advisors.",
        Who::Only(wire::Role::Administrator) => "Open to administrators.",
        Who::Staff => "Open to advisors and administrators.",
    }
}

fn parameters(route: &Route) -> Vec<Value> {
    let in_path = route.path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(|name| {
        let schema = match name {
            "id" => json!({ "type": "string", "format": "uuid" }),
            "step" => json!({ "type": "string", "enum": wire::Step::ALL.map(wire::Step::name) }),
            _ => json!({ "type": "string" }),
        };
        json!({ "name": name, "in": "path", "required": true, "schema": schema })
    });
    let read = route.reads.iter().map(|parameter| {
        json!({
            "name": parameter.name,
            "in": parameter.place,
            "description": parameter.about,
            "schema": { "type": parameter.kind },
        })
    });
    in_path.chain(read).collect()
}

fn request_body(shape: &Shape, schemas: &mut SchemaGenerator) -> Value {
    json!({ "required": true, "content": { "application/json": media(shape, schemas) } })
}

fn media(shape: &Shape, schemas: &mut SchemaGenerator) -> Value {
    let mut media = json!({ "schema": (shape.schema)(schemas) });
    if let (Some(media), Some(example)) = (media.as_object_mut(), &shape.example) {
        media.insert("example".to_owned(), example.clone());
    }
    media
}

fn responses(route: &Route, problem: &Value, schemas: &mut SchemaGenerator) -> Value {
    let given = route.gives.iter().map(|given| {
        let about = given.status.canonical_reason().unwrap_or_default();
        let answer = match &given.body {
            Body::Empty => json!({ "description": about }),
            Body::Json(shape) => {
                let kind =
                    if given.status.is_success() { "application/json" } else { wire::Problem::MEDIA_TYPE };
                json!({ "description": about, "content": { kind: media(shape, schemas) } })
            }
            Body::Other(kind) => json!({ "description": about, "content": { *kind: {} } }),
        };
        (given.status.as_str().to_owned(), answer)
    });
    let mut responses: Map<String, Value> = given.collect();
    for status in route.refusals() {
        responses.entry(status.as_str()).or_insert_with(|| {
            json!({
                "description": status.canonical_reason().unwrap_or_default(),
                "content": { wire::Problem::MEDIA_TYPE: { "schema": problem } },
            })
        });
    }
    responses.into()
}
