//! Brings holdings back to their targets: new money first, then trades, by whole units of money.

use serde::{Deserialize, Serialize};

use crate::allocation::Weight;
use crate::answers::{Answers, Limit};
use crate::day::Day;
use crate::entry::{Desk, EntryError};
use crate::firm::AssetId;
use crate::firm::shelf::BandPolicy;

/// The band around a target weight: the smaller of an absolute one and a share of the target.
/// All are fractions; the 5/25 rule has 0.05 and 0.25.
///
/// # Source
///
/// Swedroe's 5/25 rule.
#[must_use]
pub fn band(target: f64, absolute: f64, relative: f64) -> f64 {
    absolute.min(relative * target)
}

/// What an investor wants to do, as entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrderForm {
    /// Money to be added now, 0 to 1e11.
    pub new_money: Option<f64>,
    /// Nothing is sold.
    pub buy_only: bool,
}

/// What an investor wants to do, checked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Order {
    /// Money to be added now, in whole units: what is below one stays aside.
    pub new_money: f64,
    /// Nothing is sold.
    pub buy_only: bool,
}

/// Checks an order. No answer about new money means none.
///
/// # Errors
///
/// Every reason why it cannot be used.
pub fn check(form: &OrderForm) -> Result<Order, Vec<EntryError>> {
    let mut desk = Desk::default();
    let limit = Limit { min: 0.0, max: 1e11, whole: false };
    let new_money = desk.number("new_money", Some(form.new_money.unwrap_or(0.0)), limit);
    desk.close(Order { new_money: new_money.floor(), buy_only: form.buy_only })
}

/// Holdings against their targets, and what brings them back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rebalance {
    /// Every asset class, in the order of the targets.
    pub positions: Vec<Position>,
    /// Money held now.
    pub wealth: f64,
    /// Money added; the trades sum to it exactly.
    pub new_money: f64,
    /// No position is outside its band today.
    pub in_range: bool,
    /// No position is outside its band after the trades.
    pub in_range_after: bool,
}

/// One asset class against its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// The asset class.
    pub asset: AssetId,
    /// Money held now.
    pub held: f64,
    /// Its share now, 0 to 1.
    pub share: f64,
    /// Its target, 0 to 1.
    pub target: f64,
    /// How far the share may be from the target, a fraction: the band, or the smallest trade where
    /// that is wider.
    pub band: f64,
    /// Bought, or sold where negative, in whole units of money.
    pub trade: f64,
    /// Its share after the trades, 0 to 1.
    pub share_after: f64,
}

impl Position {
    /// Whether a share would be outside its band.
    #[must_use]
    pub fn strays(&self, share: f64) -> bool {
        // A hair wider: 0.55 is within five points of 0.60.
        (share - self.target).abs() > self.band + 1e-9
    }
}

/// Compares the holdings of an investor with target weights; none where they are not sorted into
/// asset classes, or there is no money at all.
///
/// New money goes where most is missing. Where a position is outside its band even then, and sales
/// are allowed, every position further from its target than the policy's share of the band trades
/// back to that. Trades below the smallest one are left out and their money goes to the others;
/// new money is always placed.
#[must_use]
pub fn rebalance(
    answers: &Answers,
    targets: &[Weight],
    order: Order,
    policy: &BandPolicy,
) -> Option<Rebalance> {
    let wealth: f64 = answers.holdings.values().sum();
    let total = wealth + order.new_money;
    if answers.unsorted > 0.0 || total <= 0.0 {
        return None;
    }
    let held = |asset: &str| answers.holdings.get(asset).copied().unwrap_or(0.0);
    let slots: Vec<Slot> =
        targets.iter().map(|weight| Slot::new(held(&weight.asset), weight.share, total, policy)).collect();
    let mut trades = placed(&slots, order.new_money);
    let strays = slots.iter().zip(&trades).any(|(slot, trade)| slot.strays(*trade));
    if strays && !order.buy_only {
        trades = traded(&slots, order.new_money);
    }
    drop_small(&slots, &mut trades, policy.smallest_trade * total);
    let trades = whole(&slots, &trades, order.new_money);
    let share_of = |money: f64, of: f64| if of > 0.0 { money / of } else { 0.0 };
    let positions: Vec<Position> = targets
        .iter()
        .zip(&slots)
        .zip(&trades)
        .map(|((weight, slot), trade)| Position {
            asset: weight.asset.clone(),
            held: slot.held,
            share: share_of(slot.held, wealth),
            target: weight.share,
            band: slot.band / total,
            trade: *trade,
            share_after: share_of(slot.held + trade, total),
        })
        .collect();
    Some(Rebalance {
        wealth,
        new_money: order.new_money,
        in_range: wealth > 0.0 && !positions.iter().any(|position| position.strays(position.share)),
        in_range_after: !positions.iter().any(|position| position.strays(position.share_after)),
        positions,
    })
}

/// One asset class in money of the whole after new money.
#[derive(Clone, Copy, Debug)]
struct Slot {
    held: f64,
    target: f64,
    band: f64,
    /// Trades go back to this distance from the target.
    inner: f64,
}

impl Slot {
    fn new(held: f64, share: f64, total: f64, policy: &BandPolicy) -> Self {
        let band = band(share, policy.absolute, policy.relative);
        Self {
            held,
            target: share * total,
            band: band.max(policy.smallest_trade) * total,
            inner: policy.back_to * band * total,
        }
    }

    /// What is missing up to a distance from the target; negative where there is too much.
    fn missing(&self, trade: f64, distance: f64) -> f64 {
        self.target + distance - self.held - trade
    }

    fn strays(&self, trade: f64) -> bool {
        self.missing(trade, 0.0).abs() > self.band * (1.0 + 1e-9)
    }
}

/// Purchases of new money: first up to the inner edge of the band, then towards the target.
fn placed(slots: &[Slot], money: f64) -> Vec<f64> {
    let edge = |slot: &Slot| slot.missing(0.0, -slot.inner).max(0.0);
    let whole_way = |slot: &Slot| slot.missing(0.0, 0.0).max(0.0);
    let edges: Vec<f64> = slots.iter().map(edge).collect();
    let rest: Vec<f64> = slots.iter().map(|slot| whole_way(slot) - edge(slot)).collect();
    let first = spread(money, &edges);
    let left = (money - edges.iter().sum::<f64>()).max(0.0);
    first.iter().zip(spread(left, &rest)).map(|(first, more)| first + more).collect()
}

/// Money by needs, in proportion where it is short; never more than a need.
fn spread(money: f64, needs: &[f64]) -> Vec<f64> {
    let need: f64 = needs.iter().sum();
    let share = if need > 0.0 { (money / need).min(1.0) } else { 0.0 };
    needs.iter().map(|need| need * share).collect()
}

/// Trades that bring every position to the inner edge of its band, new money included.
///
/// What is sold beyond what the edges need buys towards targets, and the other way round: what is
/// above all targets together is what is below them, so there is always enough.
fn traded(slots: &[Slot], money: f64) -> Vec<f64> {
    let trades: Vec<f64> = slots
        .iter()
        .map(|slot| slot.missing(0.0, -slot.inner).max(0.0) + slot.missing(0.0, slot.inner).min(0.0))
        .collect();
    let short = money - trades.iter().sum::<f64>();
    let way = short.signum();
    let room: Vec<f64> =
        slots.iter().zip(&trades).map(|(slot, trade)| (way * slot.missing(*trade, 0.0)).max(0.0)).collect();
    let more = spread(short.abs(), &room);
    trades.iter().zip(more).map(|(trade, more)| trade + way * more).collect()
}

/// Takes out the smallest trade until none is too small. Its money goes to the trade of its side
/// with the most room, or comes off the other side; a lone purchase of new money stays.
fn drop_small(slots: &[Slot], trades: &mut [f64], smallest: f64) {
    for _ in 0..slots.len() {
        let by_size = |(_, a): &(usize, f64), (_, b): &(usize, f64)| a.abs().total_cmp(&b.abs());
        let present = |(_, trade): &(usize, f64)| *trade != 0.0;
        let Some((least, trade)) = trades.iter().copied().enumerate().filter(present).min_by(by_size) else {
            return;
        };
        if trade.abs() >= smallest {
            return;
        }
        let room =
            |idx: usize, own: f64| slots.get(idx).map_or(0.0, |slot| trade.signum() * slot.missing(own, 0.0));
        let others = trades.iter().copied().enumerate().filter(|(idx, own)| *idx != least && *own != 0.0);
        // Its own side first; within a side where there is the most room.
        let rank = |(idx, own): &(usize, f64)| ((own * trade > 0.0), room(*idx, *own));
        let better = |a: &(usize, f64), b: &(usize, f64)| {
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        };
        let Some((taker, _)) = others.max_by(better) else { return };
        if let Some(own) = trades.get_mut(taker) {
            *own += trade;
        }
        if let Some(own) = trades.get_mut(least) {
            *own = 0.0;
        }
    }
}

/// The same in whole units: sales are cut to whole units, purchases share what that leaves, so that
/// all sum to the new money exactly.
fn whole(slots: &[Slot], trades: &[f64], money: f64) -> Vec<f64> {
    let sold = |slot: &Slot, trade: f64| trade.min(0.0).max(-slot.held).trunc();
    let sales: Vec<f64> = slots.iter().zip(trades).map(|(slot, trade)| sold(slot, *trade)).collect();
    let to_spend = money - sales.iter().sum::<f64>();
    let wished: f64 = trades.iter().map(|trade| trade.max(0.0)).sum();
    let last = trades.iter().rposition(|trade| *trade > 0.0);
    let (mut so_far, mut spent) = (0.0, 0.0);
    let mut whole = Vec::with_capacity(trades.len());
    for ((idx, trade), sale) in trades.iter().enumerate().zip(sales) {
        so_far += trade.max(0.0);
        // Rounding what was spent so far, and not each purchase, loses nothing on the way.
        let until = if Some(idx) == last { to_spend } else { (so_far / wished * to_spend).round() };
        let bought = if *trade > 0.0 { until - spent } else { 0.0 };
        spent += bought;
        whole.push(sale + bought);
    }
    whole
}

/// Where an allocation stands between proposal and upkeep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The assessment has expired or changed: nothing else counts until it is taken again.
    NeedsProfile,
    /// Proposed by rule, not confirmed by client and advisor.
    Proposed,
    /// Confirmed; holdings are not known by asset class.
    Confirmed,
    /// A position is outside its band.
    OutOfRange,
    /// Every position is within its band around weights that are tilted until a day.
    Tactical {
        /// The last day of the tilt.
        until: Day,
    },
    /// Every position is within its band.
    InRange,
}

/// What is known of an allocation beside its weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The assessment is valid.
    pub assessed: bool,
    /// Client and advisor have confirmed the allocation.
    pub confirmed: bool,
    /// Last day of a tilt; none without one.
    pub tilted_until: Option<Day>,
}

/// The state of an allocation on a day. What needs an act is told before what does not.
#[must_use]
pub fn state(record: &Record, rebalance: Option<&Rebalance>, today: Day) -> State {
    if !record.assessed {
        return State::NeedsProfile;
    }
    if !record.confirmed {
        return State::Proposed;
    }
    let tilted = record.tilted_until.filter(|until| today <= *until);
    match (rebalance, tilted) {
        (Some(rebalance), _) if !rebalance.in_range => State::OutOfRange,
        (_, Some(until)) => State::Tactical { until },
        (Some(_), None) => State::InRange,
        (None, None) => State::Confirmed,
    }
}
