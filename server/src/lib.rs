//! The server of Evergreen: one port with the app, the firm's data and the API.
//!
//! | module        | what it is                                                      |
//! |---------------|-----------------------------------------------------------------|
//! | [`routes`]    | every address, in one table                                     |
//! | [`route`]     | one line of it: who may ask, what is taken, given and refused   |
//! | [`who`]       | who may ask, and who asks                                       |
//! | [`app`]       | what every handler is given                                     |
//! | [`db`]        | one SQL text over SQLite or PostgreSQL                          |
//! | [`kept`]      | what is kept of it in memory, for reads                         |
//! | [`accounts`]  | accounts, passwords, sessions, links in mails                   |
//! | [`drafts`]    | what an investor has on the device, in versions                 |
//! | [`assessments`] | records that never change, and which of them counts           |
//! | [`plans`]     | the ledger of plans, made anew by the server                    |
//! | [`mine`]      | everything about one account: given out, or erased              |
//! | [`outbox`]    | what is to be sent                                              |
//! | [`openapi`]   | the API's document, from the table of routes                    |
//! | [`metrics`]   | counts, as Prometheus reads them                                |
//! | [`care`]      | the advisor for life, deputies, households, invitations         |
//! | [`meetings`]  | free times, booking, every later step, calendars                |
//! | [`desk`]      | what advisors see and decide                                    |
//! | [`talks`]     | seats at talks                                                  |
//! | [`calendar`]  | iCalendar texts                                                 |
//! | [`courier`]   | delivers it, at least once                                      |
//! | [`mail`]      | mails, composed and sent                                        |
//! | [`webhook`]   | events for the firm's own systems                               |
//! | [`texts`]     | what people type, checked at the edge                           |
//! | [`replay`]    | requests that may be sent again                                 |
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
pub mod assessments;
pub mod calendar;
pub mod care;
pub mod clock;
pub mod command;
pub mod courier;
pub mod db;
pub mod desk;
pub mod drafts;
pub mod error;
pub mod firm;
pub mod headers;
pub mod kept;
pub mod limits;
pub mod mail;
pub mod meetings;
pub mod metrics;
pub mod mine;
pub mod openapi;
pub mod outbox;
pub mod plans;
pub mod proof;
pub mod replay;
pub mod route;
pub mod routes;
pub mod sent;
pub mod site;
pub mod staff;
pub mod talks;
pub mod texts;
pub mod token;
pub mod turns;
pub mod webhook;
pub mod who;
pub mod words;

mod content;
mod demo;
mod edge;
mod encoding;
mod example;
mod faults;
mod language;
mod logs;
mod serve;
mod watch;
