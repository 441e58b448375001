//! The app: what the investor sees, a single page compiled to WebAssembly.
//!
//! | module         | holds                                                          |
//! |----------------|----------------------------------------------------------------|
//! | [`app`]        | provides state, frames every screen, maps addresses to pages   |
//! | [`routes`]     | every address                                                  |
//! | [`places`]     | the places of the bars, and their rooms                        |
//! | [`pages`]      | one file or folder for each address                            |
//! | [`chunks`]     | pages that are fetched when they are needed                    |
//! | [`components`] | props in, callbacks out                                        |
//! | [`charts`]     | drawings and their tables                                      |
//! | [`state`]      | what several pages share                                       |
//! | [`words`]      | every sentence                                                 |
//! | [`api`]        | the server as the app sees it                                  |
//! | [`storage`]    | the browser's storage                                          |
//! | [`passkey`]    | the device's passkeys                                          |
//! | [`clock`]      | the month, and the time since the page opened                  |
//! | [`compute`]    | the worker that makes plans                                    |
//! | [`typed`]      | numbers as they are typed                                      |
//! | [`node`]       | a piece of a page as plain data, and its one renderer           |
//! | [`opening`]    | what stands on the page until the app is there                |
//! | [`format`]     | money, shares, ages and dates as text                          |

pub mod api;
pub mod app;
pub mod charts;
pub mod chunks;
pub mod clock;
pub mod components;
pub mod compute;
pub mod format;
pub mod node;
pub mod opening;
pub mod pages;
pub mod passkey;
pub mod places;
pub mod routes;
pub mod state;
pub mod storage;
pub mod typed;
pub mod words;
