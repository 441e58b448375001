//! Mail: composed from what the outbox holds, sent by SMTP, or written as files.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use std::{fs, path::Path};

use anyhow::Context;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::clock::SECOND_MS;

pub mod compose;
mod words;

pub use compose::{Composed, Sender, compose};

/// Longest time that one mail may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How mail leaves the server.
#[derive(Clone, Debug)]
pub enum Mailer {
    /// By SMTP.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Each as a file of this folder, for a person or a program to send.
    Folder(PathBuf),
}

/// Why a mail did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// What went wrong, without what stood in the mail.
    pub reason: String,
    /// Trying again would not help.
    pub for_good: bool,
}

impl Undelivered {
    /// It may go out next time.
    pub fn yet(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), for_good: false }
    }

    /// It never will.
    pub fn ever(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), for_good: true }
    }
}

impl Mailer {
    /// By SMTP where there is an address such as `smtps://user:password@mail.example.com`, otherwise as
    /// files of a folder.
    ///
    /// # Errors
    ///
    /// When the address is none.
    pub fn new(smtp_url: Option<&str>, folder: &Path) -> anyhow::Result<Self> {
        let Some(url) = smtp_url else { return Ok(Self::Folder(folder.to_owned())) };
        // The address may hold a password, so its error is not shown.
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .ok()
            .context("reading EVERGREEN_SMTP_URL: expected smtps://user:password@host")?;
        Ok(Self::Smtp(builder.timeout(Some(TIMEOUT)).build()))
    }

    /// Sends a mail. Its id names it everywhere: sent twice, it can be known.
    ///
    /// # Errors
    ///
    /// When an address is none, or nobody takes the mail.
    pub async fn send(
        &self,
        id: &str,
        to: &str,
        mail: &Composed,
        sender: &Sender<'_>,
        at_ms: i64,
    ) -> Result<(), Undelivered> {
        let message = message(id, to, mail, sender, at_ms).map_err(Undelivered::ever)?;
        match self {
            Self::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(Undelivered { reason: told(&error), for_good: error.is_permanent() }),
            },
            Self::Folder(folder) => {
                let (folder, id) = (folder.clone(), id.to_owned());
                let written =
                    tokio::task::spawn_blocking(move || write(&folder, &id, &message.formatted())).await;
                written
                    .map_err(|error| Undelivered::yet(error.to_string()))?
                    .map_err(|error| Undelivered::yet(error.to_string()))
            }
        }
    }
}

/// What a mail server answered: its code, and no address.
fn told(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None => "the mail server could not be reached".to_owned(),
    }
}

/// Writes a whole file or none.
fn write(folder: &Path, id: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!("{id}.part"));
    let mut file = fs::File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(unfinished, folder.join(format!("{id}.eml")))
}

fn message(id: &str, to: &str, mail: &Composed, sender: &Sender, at_ms: i64) -> Result<Message, String> {
    let address = |text: &str| text.parse().map_err(|_| "not an address that mail can be sent to".to_owned());
    let from = Mailbox::new(Some(sender.firm.join(" ")), address(sender.address)?);
    let seconds = u64::try_from(at_ms / SECOND_MS).unwrap_or(0);
    let host = sender.address.rsplit('@').next().unwrap_or("evergreen");
    let builder = Message::builder()
        .from(from)
        .to(Mailbox::new(None, address(to)?))
        .subject(&mail.subject)
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        .message_id(Some(format!("<{id}@{host}>")));
    let both = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
    let built = match &mail.calendar {
        None => builder.multipart(both),
        Some((method, calendar)) => {
            builder.multipart(MultiPart::mixed().multipart(both).singlepart(attached(method, calendar)?))
        }
    };
    built.map_err(|error| error.to_string())
}

fn attached(method: &str, calendar: &str) -> Result<SinglePart, String> {
    let kind = format!("text/calendar; charset=utf-8; method={method}");
    let kind = ContentType::parse(&kind).map_err(|error| error.to_string())?;
    Ok(Attachment::new("meeting.ics".to_owned()).body(calendar.to_owned(), kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENDER: Sender = Sender {
        firm: ["常青证券", "Evergreen Securities"],
        address: "service@example.com",
        public_url: "https://plan.example.com",
    };

    fn mail() -> Composed {
        Composed {
            subject: "面谈已确认".to_owned(),
            text: "您好".to_owned(),
            html: "<p>您好</p>".to_owned(),
            calendar: Some(("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned())),
        }
    }

    #[tokio::test]
    async fn without_smtp_a_mail_is_a_file_named_by_its_key() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::new(None, folder.path()).unwrap();

        for _ in 0..2 {
            mailer.send("0193", "li.wei@example.com", &mail(), &SENDER, 1_795_579_200_000).await.unwrap();
        }

        let names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["0193.eml"], "sent twice, it is still one");
        let text = fs::read_to_string(folder.path().join("0193.eml")).unwrap();
        for expected in [
            "To: li.wei@example.com",
            "Message-ID: <0193@example.com>",
            "Date: Wed, 25 Nov 2026 04:00:00 +0000",
            "multipart/mixed",
            "multipart/alternative",
            "method=REQUEST",
            "meeting.ics",
        ] {
            assert!(text.contains(expected), "{expected} is not in {text}");
        }
    }

    #[tokio::test]
    async fn an_address_that_is_none_is_given_up_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::new(None, folder.path()).unwrap();

        let refused = mailer.send("0193", "not an address", &mail(), &SENDER, 0).await.unwrap_err();

        assert!(refused.for_good);
        assert!(!refused.reason.contains("not an address\n"), "{}", refused.reason);
    }

    #[test]
    fn an_smtp_address_that_is_none_is_named_without_its_password() {
        let error = Mailer::new(Some("smtp//user:secret@host"), Path::new("mail")).unwrap_err();
        assert!(!format!("{error:#}").contains("secret"));
    }
}
