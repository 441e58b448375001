//! Life goals beside retirement: formulas of education, housing and protection.

pub mod education;
pub mod mortgage;
pub mod protection;
