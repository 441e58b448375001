//! Events for the firm's own systems, signed as Standard Webhooks (standardwebhooks.com) ask.

use std::time::Duration;

use anyhow::Context;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use ureq::Agent;

use crate::clock::SECOND_MS;
use crate::mail::Undelivered;
use crate::site::base64;

/// Longest time that one event may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Where events go.
#[derive(Clone, Debug)]
pub struct Webhook {
    url: String,
    secret: Secret,
    agent: Agent,
}

/// The key that both sides know. It shows itself to nobody.
#[derive(Clone)]
struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// An event, as the outbox has it.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// Identifier; the same when it is sent again.
    pub id: &'a str,
    /// What happened, such as `meeting_confirmed`.
    pub kind: &'a str,
    /// When it happened.
    pub at_ms: i64,
    /// Keys of what it is about.
    pub data: &'a Value,
}

impl Webhook {
    /// Sends to an address, signing with a secret of at least 24 characters.
    ///
    /// # Errors
    ///
    /// When the address is none, or the secret too short.
    pub fn new(url: &str, secret: &str) -> anyhow::Result<Self> {
        let sound = url.starts_with("https://") || url.starts_with("http://");
        anyhow::ensure!(sound, "EVERGREEN_WEBHOOK_URL has to begin with https:// or http://");
        let long = Some(secret).filter(|secret| 24 <= secret.len());
        let secret = long.context("EVERGREEN_WEBHOOK_SECRET has to have 24 characters or more")?;
        let config = Agent::config_builder().timeout_global(Some(TIMEOUT)).max_redirects(0).build();
        Ok(Self { url: url.to_owned(), secret: Secret(secret.to_owned()), agent: config.into() })
    }

    /// Sends an event. It waits for the answer: call it where waiting is allowed.
    ///
    /// # Errors
    ///
    /// When nobody answers, or not with success.
    pub fn send(&self, event: &Event, now_ms: i64) -> Result<(), Undelivered> {
        let body = json!({ "id": event.id, "type": event.kind, "at_ms": event.at_ms, "data": event.data })
            .to_string();
        let timestamp = (now_ms / SECOND_MS).to_string();
        let signature = signature(&self.secret.0, event.id, &timestamp, &body);
        let sent = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json")
            .header("webhook-id", event.id)
            .header("webhook-timestamp", &timestamp)
            .header("webhook-signature", &signature)
            .send(&body);
        match sent {
            Ok(answer) if answer.status().is_success() => Ok(()),
            Ok(answer) => Err(Undelivered::yet(format!("the webhook answered {}", answer.status().as_u16()))),
            Err(ureq::Error::StatusCode(code)) => {
                Err(Undelivered::yet(format!("the webhook answered {code}")))
            }
            Err(_) => Err(Undelivered::yet("the webhook could not be reached")),
        }
    }
}

/// `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64.
#[must_use]
pub fn signature(secret: &str, id: &str, timestamp: &str, body: &str) -> String {
    // A key of any length is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    format!("v1,{}", base64::encode(&mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_covers_key_time_and_body() {
        // Computed with: printf '0193.1795579200.{}' | openssl dgst -sha256 -hmac KEY -binary | base64
        let of = |id, timestamp, body| signature("a secret of many characters", id, timestamp, body);
        let one = of("0193", "1795579200", "{}");

        assert_eq!(one, EXPECTED);
        assert!(one != of("0194", "1795579200", "{}") && one != of("0193", "1795579201", "{}"));
        assert_ne!(one, of("0193", "1795579200", "[]"));
    }

    const EXPECTED: &str = "v1,i7mDkIKNY40+emnmEu4vEHdQm6R2HAOIrR4mE7025/g=";

    #[test]
    fn a_secret_is_long_and_shows_itself_to_nobody() {
        assert!(Webhook::new("https://crm.example.com", "short").is_err());
        assert!(Webhook::new("ftp://crm.example.com", "a secret of many characters").is_err());
        let hook = Webhook::new("https://crm.example.com", "a secret of many characters").unwrap();
        assert!(!format!("{hook:?}").contains("many"));
    }
}
