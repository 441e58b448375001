//! One line of the table of addresses: who may ask, what is taken and given, and what answers.

use std::sync::Arc;

use axum::Router;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use crate::app::Shared;
use crate::who::{self, Gate, Who};

/// One method of one address.
#[derive(Clone, Debug)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The address, with its parameters in braces: `/api/plans/{id}`.
    pub path: &'static str,
    /// Who may ask.
    pub who: Who,
    /// What it does, in a few words.
    pub about: &'static str,
    /// What is taken.
    pub takes: Option<Shape>,
    /// Headers and query parameters that are read.
    pub reads: Vec<Parameter>,
    /// What is given.
    pub gives: Vec<Given>,
    /// Refusals of its own. Those that follow from who may ask and what is taken are not named.
    pub refuses: Vec<StatusCode>,
    handler: MethodRouter<Shared>,
}

/// A JSON body.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its schema.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// One that could be sent.
    pub example: Option<Value>,
}

/// An answer that is no refusal.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its status.
    pub status: StatusCode,
    /// Its body.
    pub body: Body,
}

/// The body of an answer.
#[derive(Clone, Debug)]
pub enum Body {
    /// None.
    Empty,
    /// JSON.
    Json(Shape),
    /// Another media type.
    Other(&'static str),
}

/// A header or a query parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// `header` or `query`.
    pub place: &'static str,
    /// The schema's type, `string` or `integer`.
    pub kind: &'static str,
    /// What it says.
    pub about: &'static str,
}

impl Shape {
    fn of<T: Serialize + JsonSchema>(example: Option<&T>) -> Self {
        // What has a schema has a JSON form; examples are finite numbers and strings.
        let example = example.and_then(|example| serde_json::to_value(example).ok());
        Self { schema: SchemaGenerator::subschema_for::<T>, example }
    }
}

impl Route {
    /// `GET`
    pub fn get<H, T>(path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        Self::new(Method::GET, path, who, on(MethodFilter::GET, handler))
    }

    /// `POST`
    pub fn post<H, T>(path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        Self::new(Method::POST, path, who, on(MethodFilter::POST, handler))
    }

    /// `PUT`
    pub fn put<H, T>(path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        Self::new(Method::PUT, path, who, on(MethodFilter::PUT, handler))
    }

    /// `DELETE`
    pub fn delete<H, T>(path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        Self::new(Method::DELETE, path, who, on(MethodFilter::DELETE, handler))
    }

    fn new(method: Method, path: &'static str, who: Who, handler: MethodRouter<Shared>) -> Self {
        Self {
            method,
            path,
            who,
            about: "",
            takes: None,
            reads: Vec::new(),
            gives: Vec::new(),
            refuses: Vec::new(),
            handler,
        }
    }

    /// What it does, in a few words.
    #[must_use]
    pub fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// It takes a body such as this one.
    #[must_use]
    pub fn takes<T: Serialize + JsonSchema>(self, example: &T) -> Self {
        Self { takes: Some(Shape::of(Some(example))), ..self }
    }

    /// It reads a header.
    #[must_use]
    pub fn header(self, name: &'static str, about: &'static str) -> Self {
        self.reads(Parameter { name, place: "header", kind: "string", about })
    }

    /// It reads a query parameter, a whole number.
    #[must_use]
    pub fn query(self, name: &'static str, about: &'static str) -> Self {
        self.reads(Parameter { name, place: "query", kind: "integer", about })
    }

    fn reads(mut self, parameter: Parameter) -> Self {
        self.reads.push(parameter);
        self
    }

    /// It gives a body such as this one.
    #[must_use]
    pub fn gives<T: Serialize + JsonSchema>(self, status: StatusCode, example: &T) -> Self {
        self.gives_maybe(status, Some(example))
    }

    /// It gives a body, of which there is an example where the firm's data allow one.
    #[must_use]
    pub fn gives_maybe<T: Serialize + JsonSchema>(self, status: StatusCode, example: Option<&T>) -> Self {
        self.gives_body(status, Body::Json(Shape::of(example)))
    }

    /// It refuses with a problem that holds more than others.
    #[must_use]
    pub fn refuses_with<T: Serialize + JsonSchema>(self, status: StatusCode, example: &T) -> Self {
        self.gives(status, example)
    }

    /// It gives no body.
    #[must_use]
    pub fn gives_nothing(self, status: StatusCode) -> Self {
        self.gives_body(status, Body::Empty)
    }

    /// It gives something that is not JSON.
    #[must_use]
    pub fn gives_other(self, media_type: &'static str) -> Self {
        self.gives_body(StatusCode::OK, Body::Other(media_type))
    }

    fn gives_body(mut self, status: StatusCode, body: Body) -> Self {
        self.gives.push(Given { status, body });
        self
    }

    /// It refuses with these beside the usual ones.
    #[must_use]
    pub fn refuses(mut self, statuses: &[StatusCode]) -> Self {
        self.refuses.extend_from_slice(statuses);
        self
    }

    /// Every refusal that it may answer with, in order.
    #[must_use]
    pub fn refusals(&self) -> Vec<StatusCode> {
        let mut statuses = self.refuses.clone();
        statuses.push(StatusCode::INTERNAL_SERVER_ERROR);
        if self.who != Who::Anyone {
            statuses.extend([StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN]);
        }
        if !self.method.is_safe() {
            statuses.push(StatusCode::FORBIDDEN);
        }
        if self.takes.is_some() {
            statuses.extend([
                StatusCode::BAD_REQUEST,
                StatusCode::PAYLOAD_TOO_LARGE,
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                StatusCode::UNPROCESSABLE_ENTITY,
            ]);
        }
        if self.path.contains('{') {
            statuses.push(StatusCode::NOT_FOUND);
        }
        statuses.sort();
        statuses.dedup();
        statuses
    }

    /// Puts it, behind its guard, into a router.
    pub(crate) fn mount(self, router: Router<Shared>, app: &Shared) -> Router<Shared> {
        let counter = app.metrics.route(&self.method, self.path);
        let gate = Gate { app: app.clone(), who: self.who, counter };
        router.route(self.path, self.handler.layer(from_fn_with_state(Arc::new(gate), who::gate)))
    }
}
