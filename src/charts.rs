//! Drawings as SVG text, and the geometry behind them.
//!
//! A drawing gets the room it has and returns SVG whose parts carry classes and no colours:
//! `style/components/chart.css` gives them ink, so one drawing serves light, dark and print.
//! Titles, legends and tables stand beside a drawing in HTML.

pub mod balance;
pub mod canvas;
pub mod code;
pub mod courses;
pub mod fan;
pub mod frontier;
pub mod glide;
pub mod lifetime;
pub mod mix;
pub mod scale;
pub mod spread;
pub mod track;
