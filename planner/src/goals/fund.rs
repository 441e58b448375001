//! A pot and a saving that pay for something at a date: P, B, M and a zone on the draws of retirement.

use serde::{Deserialize, Serialize};

use super::{Measures, Room, Zone, total};
use crate::allocation::{self, LogReturn};
use crate::answers::Project;
use crate::draws::Draws;
use crate::firm::ZonePolicy;
use crate::household::Pot;
use crate::projection::{self, Column, Lifetimes};
use crate::zone;

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stand {
    /// The zone.
    pub zone: Zone,
    /// P: share of lifetimes that pay all of it, 0 to 1.
    pub success: f64,
    /// B: share of it that is paid in a bad market, one in ten; 1 is all of it.
    pub bad_market: f64,
    /// M: the same in the median market.
    pub median: f64,
}

impl Stand {
    /// Where a goal stands that costs nothing.
    const PAID: Self = Self { zone: Zone::Green, success: 1.0, bad_market: 1.0, median: 1.0 };

    /// Measures and the zone they make.
    #[must_use]
    pub const fn of(measures: Measures, zone: Zone) -> Self {
        let Measures { success, bad_market, median, .. } = measures;
        Self { zone, success, bad_market, median }
    }
}

/// What a goal needs at its date and what there is, where every year brings the median return.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Funding {
    /// Value of all its payments at its date.
    pub need: f64,
    /// What pot and planned saving will have grown to.
    pub have: f64,
    /// What is missing, 0 or more.
    pub gap: f64,
    /// To save a month, beside what is planned, until its date.
    pub saving_month: f64,
}

/// Money that pays for something at a date. Years are counted from today.
#[derive(Clone, Debug, PartialEq)]
pub struct Fund {
    /// Money today.
    pub pot: f64,
    /// Saved in each year.
    pub saving: Vec<f64>,
    /// Years from today until the first payment.
    pub in_years: u32,
    /// What is paid in each year from then on.
    pub parts: Vec<f64>,
    /// Share of the payments that may not be cut, 0 to 1.
    pub essential: f64,
}

impl Fund {
    /// A large amount and its pot; `essential` is the share that may not be cut where they did not
    /// say, 0 to 1.
    #[must_use]
    pub fn of(project: &Project, pot: &Pot, essential: f64) -> Self {
        Self {
            pot: pot.from_wealth,
            saving: pot.from_saving.clone(),
            in_years: project.in_years,
            parts: project.parts(),
            essential: project.shrink_share.map_or(essential, |share| 1.0 - share),
        }
    }

    /// The same, some years later.
    #[must_use]
    pub fn waiting(&self, years: u32) -> Self {
        Self { in_years: self.in_years + years, ..self.clone() }
    }

    /// The same, smaller by a share.
    #[must_use]
    pub fn shrunk(&self, share: f64) -> Self {
        let parts = self.parts.iter().map(|part| part * (1.0 - share)).collect();
        Self { parts, essential: 1.0, ..self.clone() }
    }

    /// The same, with a level saving in every year until the first payment in place of what is planned.
    #[must_use]
    pub fn saving_level(&self, saving_year: f64) -> Self {
        Self { saving: vec![saving_year; self.saving_years()], ..self.clone() }
    }

    /// Years in which is saved: until the first payment, its year included.
    fn saving_years(&self) -> usize {
        self.in_years as usize + 1
    }

    /// Plays the fund: K is the share of its payments that pot and saving carry.
    #[must_use]
    pub fn play(&self, returns: &[LogReturn], draws: &Draws, lifetimes: u32) -> Lifetimes {
        let mut payments = vec![0.0; self.in_years as usize];
        payments.extend(&self.parts);
        let column =
            Column::payments(self.pot, self.saving.clone(), self.saving_years(), payments, self.essential);
        projection::play(&[column], returns, draws, lifetimes).into_iter().next().unwrap_or_default()
    }

    /// Where the fund stands, how it is funded, and the level saving that makes it green.
    pub(super) fn measure(&self, room: &Room) -> (Stand, Funding, f64) {
        let returns =
            allocation::pot_log_returns(room.profile, self.in_years, room.answers.region, room.firm);
        let funding = self.funding(&returns);
        // Of what is not to be paid no share can be: less than one unit of money is nothing.
        if total(self.parts.iter().copied()) < 1.0 {
            return (Stand::PAID, funding, 0.0);
        }
        let lifetimes = self.play(&returns, room.draws, room.lifetimes);
        let policy = &room.firm.policy.zone;
        (stand(&lifetimes, policy), funding, green_saving(&lifetimes, policy))
    }

    /// What there is at the date, where every year brings the median return.
    ///
    /// # Formula
    ///
    /// `need = sum of part_k / G(n, n + k)`, `have = pot G(0, n) + sum of saving_t G(t, n)`,
    /// `saving = gap / sum of G(t, n) for t in 0..=n`, where `G` is growth at the median return.
    #[must_use]
    pub fn funding(&self, returns: &[LogReturn]) -> Funding {
        let last = returns.last().map_or(0.0, |year| year.mean);
        let mut discount = 1.0;
        let mut need = 0.0;
        for part in &self.parts {
            need += part * discount;
            discount *= libm::exp(-last);
        }
        let mut have = self.pot;
        let mut unit = 0.0;
        for year in 0..=self.in_years as usize {
            have += self.saving.get(year).copied().unwrap_or(0.0);
            unit += 1.0;
            if year < self.in_years as usize {
                let growth = libm::exp(returns.get(year).map_or(last, |year| year.mean));
                have *= growth;
                unit *= growth;
            }
        }
        let gap = (need - have).max(0.0);
        Funding { need, have, gap, saving_month: gap / unit / 12.0 }
    }
}

/// Where the lifetimes of a fund stand.
#[must_use]
pub fn stand(lifetimes: &Lifetimes, policy: &ZonePolicy) -> Stand {
    let measures = zone::measure(lifetimes, policy);
    Stand::of(measures, zone::classify(measures, policy))
}

/// Roundings are tried this often; one is enough in practice.
const ROUNDING_TRIES: u32 = 4;

/// The least level saving a year that makes a fund green without what is planned, in whole units:
/// a quantile over the paths of the saving that brings each to its mark.
#[must_use]
pub fn green_saving(lifetimes: &Lifetimes, policy: &ZonePolicy) -> f64 {
    // What is planned is left out: the level saving takes its place.
    let bare = Lifetimes { inflow: vec![0.0; lifetimes.inflow.len()], ..lifetimes.clone() };
    let needed = needed(&bare, policy, &|lifetimes, idx, mark| {
        (mark - lifetimes.wealth) / lifetimes.saving.get(idx).copied().unwrap_or(1.0)
    });
    let mut saving = needed.ceil().max(0.0);
    for _ in 1..ROUNDING_TRIES {
        let tried = Lifetimes { saving_year: saving, ..bare.clone() };
        if stand(&tried, policy).zone == Zone::Green {
            break;
        }
        saving += 1.0;
    }
    saving
}

/// The value of a lever at which enough paths reach their marks: P needs all of the wish on most
/// paths, B needs part of it on nearly all. `value(lifetimes, path, mark)` is the value that brings
/// one path's resources to the mark; of no paths it is 0.
pub(super) fn needed(
    lifetimes: &Lifetimes,
    policy: &ZonePolicy,
    value: &dyn Fn(&Lifetimes, usize, f64) -> f64,
) -> f64 {
    let wished = lifetimes.wished_year;
    let essential = zone::essential_share(lifetimes.essential_year, wished, policy);
    let reach = |part: f64, may_fail: f64| {
        let mut values: Vec<f64> = (0..lifetimes.spending.len())
            .map(|idx| value(lifetimes, idx, part * wished * at(&lifetimes.spending, idx)))
            .collect();
        let count = values.len();
        // All but so many paths must reach the mark.
        let place = count.saturating_sub(1 + projection::rank(count, may_fail));
        lanes::nth(&mut values, place)
    };
    let by_success = reach(1.0, 1.0 - policy.green_success);
    let by_bad_market = reach(zone::green_bad_market(essential, policy), policy.bad_market_quantile);
    by_success.max(by_bad_market)
}

fn at(values: &[f64], idx: usize) -> f64 {
    values.get(idx).copied().unwrap_or(0.0)
}
