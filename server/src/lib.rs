//! The server of Evergreen: one port with the app, the firm's data and the API.
//!
//! | module      | what it is                                                 |
//! |-------------|------------------------------------------------------------|
//! | [`routes`]  | every address, in one table                                |
//! | [`firm`]    | reads and checks the firm's folder, reporting every fault  |
//! | [`site`]    | the files of the app, compressed ahead of time             |
//! | [`headers`] | what every answer says about security                      |
//! | [`error`]   | refusals, as problem details                               |
//! | [`command`] | the command line                                           |

pub mod command;
pub mod error;
pub mod firm;
pub mod headers;
pub mod routes;
pub mod site;

mod content;
mod encoding;
mod serve;
