//! The server of Evergreen: one port with the app, the firm's data and the API.
//!
//! | module        | what it is                                                      |
//! |---------------|-----------------------------------------------------------------|
//! | [`routes`]    | every address, in one table                                     |
//! | [`route`]     | one line of it: who may ask, what is taken, given and refused   |
//! | [`who`]       | who may ask, and who asks                                       |
//! | [`app`]       | what every handler is given                                     |
//! | [`db`]        | one SQL text over SQLite or PostgreSQL                          |
//! | [`accounts`]  | accounts, passwords, sessions, links in mails                   |
//! | [`outbox`]    | what is to be sent                                              |
//! | [`limits`]    | how often something may be asked                                |
//! | [`firm`]      | reads and checks the firm's folder, reporting every fault       |
//! | [`site`]      | the files of the app, compressed ahead of time                  |
//! | [`headers`]   | what every answer says about security                           |
//! | [`error`]     | refusals, as problem details                                    |
//! | [`proof`]     | where a stored plan differs from the same plan made again       |
//! | [`command`]   | the command line                                                |

pub mod accounts;
pub mod app;
pub mod asker;
pub mod clock;
pub mod command;
pub mod db;
pub mod error;
pub mod firm;
pub mod headers;
pub mod limits;
pub mod outbox;
pub mod proof;
pub mod route;
pub mod routes;
pub mod sent;
pub mod site;
pub mod token;
pub mod who;
pub mod words;

mod calendar;
mod content;
mod encoding;
mod language;
mod serve;
