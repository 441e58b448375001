//! Opening an account, its mailbox, its password, its name.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;
use wire::{Account, AddressOnly, Confirm, Language, NewPassword, Profile, Role, SetPassword, SignUp};

use super::examples;
use super::session::start;
use crate::accounts::{self, NewAccount, email, link, password, session};
use crate::app::Shared;
use crate::asker::Asker;
use crate::db::{Tx, is_taken};
use crate::error::{ApiError, Fault};
use crate::limits;
use crate::outbox::{self, Mail};
use crate::route::Route;
use crate::sent::{Answer, Sent, answer};
use crate::who::{MaybeSignedIn, SignedIn, Who};
use crate::words::Words;
use crate::{token, transact};

/// The routes of accounts.
pub(super) fn routes() -> Vec<Route> {
    let email = || examples::EMAIL.to_owned();
    let password = || examples::PASSWORD.to_owned();
    let token = || examples::TOKEN.to_owned();
    vec![
        Route::post("/api/account", Who::Anyone, sign_up)
            .about("Opens an account, signs in, and sends a mail to confirm the mailbox")
            .takes(&SignUp {
                email: email(),
                password: password(),
                name: "李伟".to_owned(),
                language: Language::Zh,
            })
            .gives(StatusCode::OK, &examples::session())
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
        Route::get("/api/account", Who::Account, show)
            .about("The account that asks")
            .gives(StatusCode::OK, &examples::account()),
        Route::put("/api/account", Who::Account, change)
            .about("Changes name and language")
            .takes(&Profile { name: "李伟".to_owned(), language: Language::Zh })
            .gives(StatusCode::OK, &examples::account()),
        Route::put("/api/account/password", Who::Account, change_password)
            .about("Changes the password, and signs every other device out")
            .takes(&NewPassword { current: password(), password: "five other plain words here".to_owned() })
            .gives(StatusCode::OK, &examples::session())
            .refuses(&[StatusCode::UNAUTHORIZED, StatusCode::TOO_MANY_REQUESTS]),
        Route::post("/api/account/confirmation", Who::Anyone, confirm)
            .about("Confirms the mailbox with the end of the link in the mail")
            .takes(&Confirm { token: token(), password: Some(password()) })
            .gives(StatusCode::OK, &examples::session())
            .refuses(&[
                StatusCode::UNAUTHORIZED,
                StatusCode::GONE,
                StatusCode::CONFLICT,
                StatusCode::TOO_MANY_REQUESTS,
            ]),
        Route::post("/api/account/confirmation/mail", Who::Account, confirm_again)
            .about("Sends the mail to confirm the mailbox again")
            .gives_nothing(StatusCode::ACCEPTED)
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
        Route::post("/api/password/mail", Who::Anyone, forgot)
            .about("Sends a mail to set a new password, if the address has an account")
            .takes(&AddressOnly { email: email() })
            .gives_nothing(StatusCode::ACCEPTED)
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
        Route::put("/api/password", Who::Anyone, reset)
            .about("Sets a new password with the end of the link in the mail, and signs every device out")
            .takes(&SetPassword { token: token(), password: password() })
            .gives(StatusCode::OK, &examples::session())
            .refuses(&[StatusCode::GONE, StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS]),
    ]
}

/// `POST /api/account`
///
/// The answer is the same whether or not the address has an account. Where it has, the new one stays
/// unconfirmed for ever, and a mail tells the owner of the mailbox.
///
/// # Errors
///
/// [`ApiError::Faults`] with every field that cannot be taken; [`ApiError::TooMany`].
async fn sign_up(
    State(app): State<Shared>,
    asker: Asker,
    Sent(sent): Sent<SignUp>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    let checked = CheckedSignUp::check(sent)?;
    app.limits.count(limits::SIGN_UP_FROM, asker.network, now_ms)?;
    app.limits.count(limits::MAIL_TO, &checked.email, now_ms)?;

    let hash = app.passwords.hash(checked.password).await?;
    let secret = token::secret()?;
    let new = NewAccount {
        email: &checked.email,
        name: &checked.name,
        language: checked.language,
        role: Role::Investor,
        password_hash: Some(&hash),
        confirmed_ms: None,
    };
    let id = transact!(app.db, |tx| {
        let id = accounts::create(tx, &new, now_ms).await?;
        match accounts::confirmed_by_email(tx, new.email).await? {
            Some(owner) => tell_owner(tx, &owner.account(), now_ms).await?,
            None => send_confirmation(tx, &id, new.email, new.language, &secret, now_ms).await?,
        }
        id
    })?;
    let account = Account {
        id,
        email: checked.email,
        confirmed: false,
        name: checked.name,
        language: checked.language,
        role: Role::Investor,
    };
    start(&app, &account, &asker).await
}

/// What opens an account, with every field as it is stored.
struct CheckedSignUp {
    email: String,
    password: String,
    name: String,
    language: Language,
}

impl CheckedSignUp {
    fn check(sent: SignUp) -> Result<Self, ApiError> {
        let email = email::check(&sent.email);
        let name = check_name(&sent.name);
        let password = password::check("password", &sent.password, &sent.email.to_lowercase(), &sent.name);
        match (email, name, password) {
            (Ok(email), Ok(name), Ok(())) => {
                Ok(Self { email, password: sent.password, name, language: sent.language })
            }
            (email, name, password) => Err(ApiError::Faults(
                [email.err(), name.err(), password.err()].into_iter().flatten().collect(),
            )),
        }
    }
}

/// Longest name, in letters.
const NAME_MAX: u8 = 80;

pub(super) fn check_name(typed: &str) -> Result<String, Fault> {
    let name = typed.trim();
    if usize::from(NAME_MAX) < name.chars().count() {
        let words = Words::new("姓名最多 80 个字。", "A name has at most 80 letters.");
        return Err(Fault::range("name", 0.0, NAME_MAX.into(), words));
    }
    if name.contains(char::is_control) {
        let words = Words::new("姓名含有不能使用的字符。", "The name holds a character that cannot be used.");
        return Err(Fault::new("name", "character", words));
    }
    Ok(name.to_owned())
}

async fn send_confirmation(
    tx: &mut Tx,
    account_id: &str,
    to: &str,
    language: Language,
    secret: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    link::create(tx, account_id, link::Kind::Confirm, secret, now_ms).await?;
    let payload = json!({ "token": secret });
    outbox::mail(tx, &Mail { kind: "confirm_address", to, language, payload }, now_ms).await
}

/// Somebody tried to open an account with an address that has one.
async fn tell_owner(tx: &mut Tx, owner: &Account, now_ms: i64) -> Result<(), sqlx::Error> {
    let mail =
        Mail { kind: "address_has_account", to: &owner.email, language: owner.language, payload: json!({}) };
    outbox::mail(tx, &mail, now_ms).await
}

/// `GET /api/account`
async fn show(who: SignedIn) -> Answer<Account> {
    answer(who.account)
}

/// `PUT /api/account`
///
/// # Errors
///
/// [`ApiError::Faults`] when the name cannot be taken.
async fn change(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<Profile>,
) -> Result<Answer<Account>, ApiError> {
    let name = check_name(&sent.name).map_err(|fault| ApiError::Faults(vec![fault]))?;
    transact!(app.db, |tx| accounts::rename(tx, who.id(), &name, sent.language).await?)?;
    app.kept.forget_sessions();
    Ok(answer(Account { name, language: sent.language, ..who.account }))
}

/// `PUT /api/account/password`
///
/// # Errors
///
/// [`ApiError::WrongPassword`]; [`ApiError::Faults`] when the new one cannot be taken.
async fn change_password(
    State(app): State<Shared>,
    who: SignedIn,
    asker: Asker,
    Sent(sent): Sent<NewPassword>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    password::check("password", &sent.password, &who.account.email, &who.account.name)
        .map_err(|fault| ApiError::Faults(vec![fault]))?;
    app.limits.count(limits::SIGN_IN_TO, &who.account.email, now_ms)?;
    let row = accounts::by_id(&app.db, who.id()).await?.ok_or(ApiError::SignedOut)?;
    if !app.passwords.matches(sent.current, row.password_hash).await? {
        return Err(ApiError::WrongPassword);
    }
    let hash = app.passwords.hash(sent.password).await?;
    transact!(app.db, |tx| replace_password(tx, who.id(), &hash).await?)?;
    app.kept.forget_sessions();
    start(&app, &who.account, &asker).await
}

/// Whoever knew the old password is signed out.
async fn replace_password(tx: &mut Tx, account_id: &str, hash: &str) -> Result<(), sqlx::Error> {
    accounts::set_password(tx, account_id, hash).await?;
    session::close_all(tx, account_id).await
}

/// `POST /api/account/confirmation`
///
/// A stranger may have opened the account with somebody else's address, so whoever opens the link also
/// shows that the account is theirs: by being signed in to it, or by its password.
///
/// # Errors
///
/// [`ApiError::LinkGone`]; [`ApiError::WrongPassword`]; [`ApiError::Conflict`] when the address has been
/// confirmed for another account meanwhile.
async fn confirm(
    State(app): State<Shared>,
    MaybeSignedIn(who): MaybeSignedIn,
    asker: Asker,
    Sent(sent): Sent<Confirm>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::LINK_FROM, asker.network, now_ms)?;
    let kind = link::Kind::Confirm;
    let linked = link::look_up(&app.db, kind, &sent.token, now_ms).await?.ok_or(ApiError::LinkGone)?;
    let is_own = who.is_some_and(|who| who.id() == linked.account_id);
    if !is_own && !app.passwords.matches(sent.password.unwrap_or_default(), linked.password_hash).await? {
        return Err(ApiError::WrongPassword);
    }
    let id = linked.account_id;
    transact!(app.db, |tx| {
        if !link::use_up(tx, &id, kind, &sent.token, now_ms).await? {
            return Err(ApiError::LinkGone);
        }
        accounts::confirm(tx, &id, now_ms).await.map_err(taken_meanwhile)?;
    })?;
    app.kept.forget_sessions();
    let row = accounts::by_id(&app.db, &id).await?.ok_or(ApiError::LinkGone)?;
    start(&app, &row.account(), &asker).await
}

fn taken_meanwhile(error: sqlx::Error) -> ApiError {
    if !is_taken(&error) {
        return error.into();
    }
    let words = Words::new(
        "这个邮箱已用于另一个账户，请登录那个账户。",
        "This address belongs to another account meanwhile. Please sign in to that one.",
    );
    ApiError::Conflict("address_taken", words)
}

/// `POST /api/account/confirmation/mail`
///
/// # Errors
///
/// [`ApiError::TooMany`].
async fn confirm_again(
    State(app): State<Shared>,
    who: SignedIn,
    asker: Asker,
) -> Result<StatusCode, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::MAIL_FROM, asker.network, now_ms)?;
    app.limits.count(limits::MAIL_TO, &who.account.email, now_ms)?;
    if who.account.confirmed {
        return Ok(StatusCode::ACCEPTED);
    }
    let secret = token::secret()?;
    let Account { email, language, .. } = &who.account;
    transact!(app.db, |tx| {
        match accounts::confirmed_by_email(tx, email).await? {
            Some(owner) => tell_owner(tx, &owner.account(), now_ms).await?,
            None => send_confirmation(tx, who.id(), email, *language, &secret, now_ms).await?,
        }
    })?;
    Ok(StatusCode::ACCEPTED)
}

/// `POST /api/password/mail`
///
/// # Errors
///
/// [`ApiError::Faults`] when it is no address; [`ApiError::TooMany`].
async fn forgot(
    State(app): State<Shared>,
    asker: Asker,
    Sent(sent): Sent<AddressOnly>,
) -> Result<StatusCode, ApiError> {
    let now_ms = app.now_ms();
    let email = email::check(&sent.email).map_err(|fault| ApiError::Faults(vec![fault]))?;
    app.limits.count(limits::MAIL_FROM, asker.network, now_ms)?;
    app.limits.count(limits::MAIL_TO, &email, now_ms)?;
    let secret = token::secret()?;
    if let Some(row) = accounts::by_email(&app.db, &email).await? {
        let account = row.account();
        let mail = Mail {
            kind: "set_password",
            to: &email,
            language: account.language,
            payload: json!({ "token": &secret }),
        };
        transact!(app.db, |tx| {
            link::create(tx, &account.id, link::Kind::Reset, &secret, now_ms).await?;
            outbox::mail(tx, &mail, now_ms).await?;
        })?;
    }
    Ok(StatusCode::ACCEPTED)
}

/// `PUT /api/password`
///
/// Whoever holds the link reads the mailbox, so this confirms it too.
///
/// # Errors
///
/// [`ApiError::LinkGone`]; [`ApiError::Faults`] when the password cannot be taken.
async fn reset(
    State(app): State<Shared>,
    asker: Asker,
    Sent(sent): Sent<SetPassword>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::LINK_FROM, asker.network, now_ms)?;
    let mut kind = link::Kind::Reset;
    let mut linked = link::look_up(&app.db, kind, &sent.token, now_ms).await?;
    if linked.is_none() {
        kind = link::Kind::Welcome;
        linked = link::look_up(&app.db, kind, &sent.token, now_ms).await?;
    }
    let id = linked.ok_or(ApiError::LinkGone)?.account_id;
    let account = accounts::by_id(&app.db, &id).await?.ok_or(ApiError::LinkGone)?.account();
    password::check("password", &sent.password, &account.email, &account.name)
        .map_err(|fault| ApiError::Faults(vec![fault]))?;
    let hash = app.passwords.hash(sent.password).await?;
    transact!(app.db, |tx| {
        if !link::use_up(tx, &id, kind, &sent.token, now_ms).await? {
            return Err(ApiError::LinkGone);
        }
        replace_password(tx, &id, &hash).await?;
        accounts::confirm(tx, &id, now_ms).await.map_err(taken_meanwhile)?;
    })?;
    app.kept.forget_sessions();
    start(&app, &Account { confirmed: true, ..account }, &asker).await
}
