//! Meetings between a client and their advisor.
//!
//! | module       | what it is                                                     |
//! |--------------|----------------------------------------------------------------|
//! | [`zones`]    | time zones by name                                             |
//! | [`slots`]    | which times are free, from hours, exceptions and what is taken |
//! | [`life`]     | who may do what with a meeting, and where it then stands       |
//! | [`offer`]    | the free times of a client's advisor, and of who stands in     |
//! | [`store`]    | meetings in the database                                       |
//! | [`act`]      | booking, and every later step, with what it tells whom         |
//! | [`agenda`]   | what will be talked about, from the client's plan              |
//! | [`calendar`] | what calendars say about a meeting                             |

pub mod act;
pub mod agenda;
pub mod calendar;
pub mod feed;
pub mod life;
pub mod offer;
pub mod slots;
pub mod store;
pub mod zones;
