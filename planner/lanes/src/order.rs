//! Quantiles of many values.

/// The lower quantiles of some values, for shares in rising order; leaves the values in another
/// order. A lower quantile is one that at least a share of `1 - share` is not below.
///
/// With no values they are 0: nothing has been shown.
#[must_use]
pub fn quantiles<const COUNT: usize>(values: &mut [f64], shares: [f64; COUNT]) -> [f64; COUNT] {
    let ranks = shares.map(|share| rank(values.len(), share));
    let mut found = [0.0; COUNT];
    select(values, 0, &ranks, &mut found);
    found
}

/// Finds several ranks, the middle one first, so that the others are looked for in its halves.
/// `values` are those from place `first` on.
#[inline(never)]
fn select(values: &mut [f64], first: usize, ranks: &[usize], found: &mut [f64]) {
    let middle = ranks.len() / 2;
    let Some(rank) = ranks.get(middle).filter(|rank| (first..first + values.len()).contains(*rank)) else {
        return;
    };
    let value = nth(values, rank - first);
    let (below, above) = values.split_at_mut(rank - first);
    let equal = ranks.iter().filter(|other| *other == rank).count();
    let start = ranks.iter().position(|other| other == rank).unwrap_or(middle);
    let (before, rest) = found.split_at_mut(start);
    let (same, after) = rest.split_at_mut(equal);
    same.fill(value);
    select(below, first, ranks.get(..start).unwrap_or_default(), before);
    select(
        above.get_mut(1..).unwrap_or_default(),
        rank + 1,
        ranks.get(start + equal..).unwrap_or_default(),
        after,
    );
}

/// The value at a place, counted from 0 in rising order; leaves none greater before it and none
/// smaller behind it. Without such a place it is 0: nothing has been shown.
///
/// Hoare's FIND with the median of three as the pivot. The standard library's selection, built for
/// size as the worker's is, takes several times as long.
#[inline(never)]
pub fn nth(values: &mut [f64], place: usize) -> f64 {
    let (mut low, mut high) = (0, values.len().saturating_sub(1));
    while low < high {
        let (left, right) = part(values, low, high);
        if place <= right {
            high = right;
        } else if left <= place {
            low = left;
        } else {
            break;
        }
    }
    values.get(place).copied().unwrap_or(0.0)
}

/// Brings the values from `low` to `high` into two parts: up to `right` none above a pivot, from
/// `left` on none below it.
#[expect(clippy::indexing_slicing, reason = "the pivot is among the values: both ends stop at it")]
fn part(values: &mut [f64], low: usize, high: usize) -> (usize, usize) {
    let [first, middle, last] = [values[low], values[low.midpoint(high)], values[high]];
    let pivot = first.min(middle).max(first.max(middle).min(last));
    let (mut left, mut right) = (low, high);
    loop {
        while values[left] < pivot {
            left += 1;
        }
        while pivot < values[right] {
            right -= 1;
        }
        if left <= right {
            values.swap(left, right);
            left += 1;
            // At the very first place there is nothing before it.
            let Some(before) = right.checked_sub(1) else { return (left, 0) };
            right = before;
        }
        if right < left {
            return (left, right);
        }
    }
}

/// The place of the lower quantile among so many sorted values.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a count times a share from 0 to 1"
)]
#[must_use]
pub fn rank(count: usize, share: f64) -> usize {
    // A hair above, so that 0.2 × 10,000 is 2,000 on every machine whatever the share's last bit.
    ((count as f64 * share + 1e-9) as usize).min(count.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values in no order, some of them equal.
    fn jumbled(count: u32) -> Vec<f64> {
        (0..count).map(|idx| f64::from(idx * 7919 % 104_729 % (count / 2 + 1))).collect()
    }

    #[test]
    fn every_place_has_the_value_that_sorting_puts_there() {
        for count in [1, 2, 3, 10, 101, 1000] {
            let mut sorted = jumbled(count);
            sorted.sort_by(f64::total_cmp);
            for (place, value) in sorted.iter().enumerate() {
                let mut values = jumbled(count);
                assert_eq!(nth(&mut values, place), *value, "{place} of {count}");
                assert!(values[..place].iter().all(|other| other <= value));
                assert!(values[place..].iter().all(|other| other >= value));
            }
        }
    }

    #[test]
    fn sorted_and_equal_values_are_no_trouble() {
        let mut rising: Vec<f64> = (0..10_000).map(f64::from).collect();
        assert_eq!(nth(&mut rising, 1999), 1999.0);
        assert_eq!(nth(&mut vec![0.5; 10_000], 5000), 0.5);
        assert_eq!(nth(&mut [], 0), 0.0);
    }

    #[test]
    fn quantiles_are_lower_ones() {
        let mut values: Vec<f64> = (1..=10).rev().map(f64::from).collect();
        assert_eq!(quantiles(&mut values, [0.1, 0.2, 0.5, 0.5, 0.9]), [2.0, 3.0, 6.0, 6.0, 10.0]);
    }
}
