//! Passkeys.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::FromRow;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey as Credential, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};
use webauthn_rs_proto::ResidentKeyRequirement;
use wire::{Account, Passkey, PasskeyChallenge};

use crate::clock::MINUTE_MS;
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::words::Words;
use crate::{token, values};

/// How long an authenticator may take to answer.
const CHALLENGE_MS: i64 = 5 * MINUTE_MS;

/// Asks authenticators and checks their answers, for the host where people reach the server.
#[derive(Debug)]
pub struct Passkeys(Option<Webauthn>);

impl Passkeys {
    /// For a public address. A bare IP address has no passkeys.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        let built = || {
            let origin = Url::parse(public_url).ok()?;
            let host = origin.domain()?.to_owned();
            WebauthnBuilder::new(&host, &origin)
                .ok()?
                .rp_name("Evergreen 常青")
                .allow_any_port(host == "localhost")
                .build()
                .ok()
        };
        Self(built())
    }

    fn webauthn(&self) -> Result<&Webauthn, ApiError> {
        let words = Words::new("这个网址不支持通行密钥。", "There are no passkeys at this address.");
        self.0.as_ref().ok_or(ApiError::Conflict("no_passkeys", words))
    }

    /// What an authenticator is asked in order to make a passkey, and the state to keep until it answers.
    ///
    /// # Errors
    ///
    /// [`ApiError::Conflict`] where there are no passkeys; [`ApiError::Internal`].
    pub fn start_adding(&self, account: &Account) -> Result<(Value, String), ApiError> {
        let id = Uuid::parse_str(&account.id).map_err(|_| ApiError::Internal)?;
        let name = if account.name.is_empty() { &account.email } else { &account.name };
        let (mut asked, state) = self
            .webauthn()?
            .start_passkey_registration(id, &account.email, name, None)
            .map_err(|_| ApiError::Internal)?;
        // Whoever signs in types no address, so the authenticator has to know the account itself.
        if let Some(selection) = &mut asked.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        Ok((json(&asked)?, text(&state)?))
    }

    /// The passkey that an authenticator made.
    ///
    /// # Errors
    ///
    /// [`ApiError::PasskeyRefused`] when the answer does not belong to the question.
    pub fn finish_adding(&self, state: &str, answer: Value) -> Result<Credential, ApiError> {
        let state: PasskeyRegistration = read_state(state)?;
        let answer: RegisterPublicKeyCredential = read_answer(answer)?;
        self.webauthn()?.finish_passkey_registration(&answer, &state).map_err(|_| ApiError::PasskeyRefused)
    }

    /// What an authenticator is asked in order to sign in, and the state to keep until it answers.
    ///
    /// # Errors
    ///
    /// [`ApiError::Conflict`] where there are no passkeys; [`ApiError::Internal`].
    pub fn start_sign_in(&self) -> Result<(Value, String), ApiError> {
        let (mut asked, state) =
            self.webauthn()?.start_discoverable_authentication().map_err(|_| ApiError::Internal)?;
        // The page decides whether it asks at once or while an address is typed.
        asked.mediation = None;
        Ok((json(&asked)?, text(&state)?))
    }

    /// Which passkey an answer claims to come from: its [`StoredPasskey::credential_id`].
    ///
    /// # Errors
    ///
    /// [`ApiError::PasskeyRefused`] when it is no answer.
    pub fn claimed(&self, answer: &Value) -> Result<(PublicKeyCredential, String), ApiError> {
        let answer: PublicKeyCredential = read_answer(answer.clone())?;
        let (_, id) = self
            .webauthn()?
            .identify_discoverable_authentication(&answer)
            .map_err(|_| ApiError::PasskeyRefused)?;
        let id = token::hexadecimal(id);
        Ok((answer, id))
    }

    /// Whether an answer comes from a passkey.
    ///
    /// # Errors
    ///
    /// [`ApiError::PasskeyRefused`] when it does not.
    pub fn finish_sign_in(
        &self,
        state: &str,
        answer: &PublicKeyCredential,
        credential: &Credential,
    ) -> Result<AuthenticationResult, ApiError> {
        let state: DiscoverableAuthentication = read_state(state)?;
        self.webauthn()?
            .finish_discoverable_authentication_v2(answer, state, credential)
            .map_err(|_| ApiError::PasskeyRefused)
    }
}

fn json(value: &impl Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(value).map_err(|_| ApiError::Internal)
}

fn text(value: &impl Serialize) -> Result<String, ApiError> {
    serde_json::to_string(value).map_err(|_| ApiError::Internal)
}

fn read_answer<T: DeserializeOwned>(answer: Value) -> Result<T, ApiError> {
    serde_json::from_value(answer).map_err(|_| ApiError::PasskeyRefused)
}

/// A state of another kind was kept for another question.
fn read_state<T: DeserializeOwned>(state: &str) -> Result<T, ApiError> {
    serde_json::from_str(state).map_err(|_| ApiError::PasskeyRefused)
}

/// Keeps a state until the authenticator answers, and gives the question.
///
/// # Errors
///
/// When the database fails.
pub async fn keep_challenge(
    tx: &mut Tx,
    account_id: Option<&str>,
    (options, state): (Value, &str),
    now_ms: i64,
) -> Result<PasskeyChallenge, sqlx::Error> {
    tx.change("delete from passkey_challenge where expires_ms <= $1", values![now_ms]).await?;
    let id = token::id();
    tx.change(
        "insert into passkey_challenge (id, account_id, state, expires_ms) values ($1, $2, $3, $4)",
        values![&id, account_id, state, now_ms + CHALLENGE_MS],
    )
    .await?;
    Ok(PasskeyChallenge { id, options })
}

/// Takes a kept state away: a question is answered once.
///
/// # Errors
///
/// [`ApiError::PasskeyRefused`] when there is none, it is too old, or it was kept for somebody else.
pub async fn take_challenge(
    tx: &mut Tx,
    id: &str,
    account_id: Option<&str>,
    now_ms: i64,
) -> Result<String, ApiError> {
    let kept: Option<(Option<String>, String)> = tx
        .first(
            "delete from passkey_challenge where id = $1 and $2 < expires_ms returning account_id, state",
            values![id, now_ms],
        )
        .await?;
    match kept {
        Some((owner, state)) if owner.as_deref() == account_id => Ok(state),
        _ => Err(ApiError::PasskeyRefused),
    }
}

/// Stores a passkey.
///
/// # Errors
///
/// When the database fails, or the passkey is stored already.
pub async fn add(
    tx: &mut Tx,
    account_id: &str,
    name: &str,
    credential: &Credential,
    now_ms: i64,
) -> Result<Passkey, ApiError> {
    let id = token::id();
    tx.change(
        "insert into passkey (id, account_id, credential_id, name, credential, created_ms)
         values ($1, $2, $3, $4, $5, $6)",
        values![&id, account_id, token::hexadecimal(credential.cred_id()), name, text(credential)?, now_ms],
    )
    .await?;
    Ok(Passkey { id, name: name.to_owned(), created_ms: now_ms, used_ms: None })
}

#[derive(Debug, FromRow)]
struct PasskeyRow {
    id: String,
    name: String,
    created_ms: i64,
    used_ms: Option<i64>,
}

/// The passkeys of an account, the newest first.
///
/// # Errors
///
/// When the database fails.
pub async fn of_account(db: &Db, account_id: &str) -> Result<Vec<Passkey>, sqlx::Error> {
    let rows: Vec<PasskeyRow> = db
        .all(
            "select id, name, created_ms, used_ms
             from passkey
             where account_id = $1
             order by created_ms desc, id desc",
            values![account_id],
        )
        .await?;
    let passkey = |PasskeyRow { id, name, created_ms, used_ms }| Passkey { id, name, created_ms, used_ms };
    Ok(rows.into_iter().map(passkey).collect())
}

/// A passkey with what is needed to check an answer.
#[derive(Clone, Debug, FromRow)]
pub struct StoredPasskey {
    /// Our own key of it.
    pub id: String,
    /// Whose it is.
    pub account_id: String,
    /// JSON
    credential: String,
}

impl StoredPasskey {
    /// Public key and counter.
    ///
    /// # Errors
    ///
    /// [`ApiError::Internal`] when it is not what was stored.
    pub fn credential(&self) -> Result<Credential, ApiError> {
        serde_json::from_str(&self.credential).map_err(|_| ApiError::Internal)
    }
}

/// The passkey that an authenticator calls so, in hexadecimal.
///
/// # Errors
///
/// When the database fails.
pub async fn find(tx: &mut Tx, credential_id: &str) -> Result<Option<StoredPasskey>, sqlx::Error> {
    tx.first(
        "select id, account_id, credential from passkey where credential_id = $1",
        values![credential_id],
    )
    .await
}

/// Notes that a passkey was used, and its counter.
///
/// # Errors
///
/// When the database fails.
pub async fn used(tx: &mut Tx, id: &str, credential: &Credential, now_ms: i64) -> Result<(), ApiError> {
    tx.change(
        "update passkey set used_ms = $1, credential = $2 where id = $3",
        values![now_ms, text(credential)?, id],
    )
    .await?;
    Ok(())
}

/// Takes a passkey away from an account, and says whether there was such a one.
///
/// # Errors
///
/// When the database fails.
pub async fn remove(tx: &mut Tx, account_id: &str, id: &str) -> Result<bool, sqlx::Error> {
    let removed =
        tx.change("delete from passkey where id = $1 and account_id = $2", values![id, account_id]).await?;
    Ok(removed != 0)
}
