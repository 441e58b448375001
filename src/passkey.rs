//! The only file that asks the device for passkeys (WebAuthn).

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use leptos::prelude::window;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use crate::api::ApiError;

/// Whether this browser knows passkeys that are written as JSON.
#[must_use]
pub fn known() -> bool {
    parser("parseRequestOptionsFromJSON").is_some()
}

/// Makes a passkey from what the server asks.
///
/// # Errors
///
/// [`ApiError::NoPasskey`] where the person, or the device, declines.
pub async fn make(options: &Value) -> Result<Value, ApiError> {
    ask("create", "parseCreationOptionsFromJSON", options).await.ok_or(ApiError::NoPasskey)
}

/// Answers what the server asks with a passkey that is there.
///
/// # Errors
///
/// [`ApiError::NoPasskey`] where the person, or the device, declines.
pub async fn answer(options: &Value) -> Result<Value, ApiError> {
    ask("get", "parseRequestOptionsFromJSON", options).await.ok_or(ApiError::NoPasskey)
}

async fn ask(act: &str, parse: &str, options: &Value) -> Option<Value> {
    let text = serde_json::to_string(options.get("publicKey")?).ok()?;
    let (class, parse) = parser(parse)?;
    let public_key = parse.call1(&class, &JSON::parse(&text).ok()?).ok()?;
    let wanted = Object::new();
    Reflect::set(&wanted, &"publicKey".into(), &public_key).ok()?;
    let credentials = Reflect::get(&window().navigator(), &"credentials".into()).ok()?;
    let act: Function = Reflect::get(&credentials, &act.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = Reflect::apply(&act, &credentials, &Array::of1(&wanted)).ok()?.dyn_into().ok()?;
    let credential = JsFuture::from(promise).await.ok()?;
    // It has a `toJSON` of its own.
    serde_json::from_str(&String::from(JSON::stringify(&credential).ok()?)).ok()
}

/// The browser's class of passkeys, and one of its readers.
fn parser(name: &str) -> Option<(JsValue, Function)> {
    let class = Reflect::get(&window(), &"PublicKeyCredential".into()).ok()?;
    let reader = Reflect::get(&class, &name.into()).ok()?.dyn_into().ok()?;
    Some((class, reader))
}
