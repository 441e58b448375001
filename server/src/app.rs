//! What every handler is given.

use std::sync::Arc;

use planner::firm::Firm;
use planner::firm::shelf::Shelf;

use crate::accounts::passkey::Passkeys;
use crate::accounts::password::Passwords;
use crate::clock::Clock;
use crate::db::Db;
use crate::firm::FirmFiles;
use crate::firm::care::Care;
use crate::firm::library::Library;
use crate::kept::Kept;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::plans::FirmVersion;
use crate::turns::Turns;
use crate::watch::Numbers;

/// Everything that lives as long as the server. Servers keep nothing else, and of the database only what
/// [`Kept`] says: any number of them can run on one.
#[derive(Debug)]
pub struct App {
    /// Storage.
    pub db: Db,
    /// What is kept of it in memory.
    pub kept: Kept,
    /// The firm's checked data.
    pub firm: Firm,
    /// The same as plans name it.
    pub firm_version: FirmVersion,
    /// Products, stress tests and fee facts.
    pub shelf: Shelf,
    /// Articles, glossary, talks and sample households.
    pub library: Library,
    /// How clients are looked after.
    pub care: Care,
    /// The time.
    pub clock: Clock,
    /// Hashes passwords, a few at a time.
    pub passwords: Passwords,
    /// Asks authenticators.
    pub passkeys: Passkeys,
    /// Makes plans, a few at a time.
    pub planning: Turns,
    /// What is counted.
    pub metrics: Metrics,
    /// The numbers of requests.
    pub(crate) numbers: Numbers,
    /// How often something may be asked.
    pub limits: Limits,
    /// How it is reached.
    pub settings: Settings,
}

/// How the server is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where people reach it, such as `https://plan.example.com`, without a slash at the end. Links in
    /// mails begin with it, and passkeys are bound to its host.
    pub public_url: String,
    /// Requests come through a proxy, which writes the asker's address into `X-Forwarded-For`.
    pub behind_proxy: bool,
}

impl App {
    /// With the machine's clock and the usual limits.
    ///
    /// # Errors
    ///
    /// When the firm's data has no JSON form, such as a number that is not finite.
    pub fn new(
        db: Db,
        FirmFiles { firm, shelf, library, care }: FirmFiles,
        settings: Settings,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self {
            db,
            kept: Kept::default(),
            firm_version: FirmVersion::of(&firm)?,
            firm,
            shelf,
            library,
            care,
            clock: Clock::System,
            passwords: Passwords::default(),
            passkeys: Passkeys::new(&settings.public_url),
            planning: Turns::default(),
            metrics: Metrics::default(),
            numbers: Numbers::default(),
            limits: Limits::default(),
            settings,
        })
    }

    /// Milliseconds since 1970, UTC.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }
}

/// The state of the router.
pub type Shared = Arc<App>;
