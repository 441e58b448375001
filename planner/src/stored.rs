//! A plan as it is stored, with the request that it was made from: whoever has the same firm's data
//! can make it again and compare.

use serde::{Deserialize, Serialize};

use crate::answers::FormError;
use crate::draws::Draws;
use crate::firm::Firm;
use crate::{Inputs, Plan, Request};

/// The schema of [`Stored`].
pub const SCHEMA: u32 = 1;

/// A plan and the request that it was made from. Stored as JSON.
///
/// The plan may be of any type that reads it: who compares a plan of an older version need not
/// understand it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored<P = Plan> {
    /// Version of this shape.
    pub schema: u32,
    /// What was asked for.
    pub request: Request,
    /// What it gave.
    pub plan: P,
}

impl Stored {
    /// Plans a request, with draws that are kept between plans.
    ///
    /// # Errors
    ///
    /// Every reason why it cannot be planned.
    pub fn make(draws: &mut Option<Draws>, request: Request, firm: &Firm) -> Result<Self, Vec<FormError>> {
        let inputs = Inputs::check(&request, firm)?;
        let plan = crate::plan_with(draws, &inputs, firm);
        Ok(Self { schema: SCHEMA, request, plan })
    }
}
