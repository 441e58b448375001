//! One file or folder for each address: a page looks things up and hands them to components.

pub mod account;
pub mod address;
pub mod allocation;
pub mod asked;
mod asking;
pub mod assessment;
pub mod assumptions;
pub mod contact;
pub mod dashboard;
pub mod desk;
pub mod discover;
pub mod entered;
mod explained;
pub mod fees;
pub mod focus;
pub mod goals;
pub mod home;
pub mod learn;
pub mod locked;
pub mod meetings;
pub mod not_found;
pub mod planned;
pub mod present;
pub mod products;
pub mod profile;
pub mod remote;
pub mod report;
pub mod retirement;
pub mod seal;
pub mod settings;
mod sign_in;
#[cfg(debug_assertions)]
pub mod styleguide;
pub mod sync;
pub mod verify;
