//! Faults of `assumptions/*.toml`.

use super::{Fault, FaultReason, Sheet, label};
use crate::firm::{Asset, Assumptions, Correlation, Region};

/// What is left of a diagonal entry below this is as good as nothing: the matrix is singular.
const SMALLEST_PIVOT: f64 = 1e-10;

/// The faults of every set, and of regions without a set or with two.
pub(super) fn faults(sets: &[Assumptions]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (place, set) in sets.iter().enumerate() {
        let earlier = sets.iter().take(place).any(|earlier| earlier.region == set.region);
        faults.extend(set_faults(set, earlier));
    }
    for region in Region::ALL {
        if !sets.iter().any(|set| set.region == region) {
            let mut sheet = Sheet::new(file(region.currency()));
            sheet.fault("region", FaultReason::Missing);
            faults.extend(sheet.faults);
        }
    }
    faults
}

/// The file of a set.
fn file(currency: &str) -> String {
    format!("assumptions/{}.toml", currency.to_lowercase())
}

fn set_faults(set: &Assumptions, region_taken: bool) -> Vec<Fault> {
    let mut sheet = Sheet::new(file(&set.currency));
    sheet.schema(set.schema);
    sheet.text("name", &set.name);
    if region_taken {
        sheet.fault("region", FaultReason::Duplicate { name: super::region_key(set.region).to_owned() });
    }
    let expected = set.region.currency();
    if set.currency != expected {
        sheet.fault("currency", FaultReason::Currency { found: set.currency.clone(), expected });
    }
    sheet.day("dated", &set.dated);
    if let Some(approver) = &set.approved_by {
        sheet.text("approved_by", approver);
    }
    sheet.text("basis", &set.basis);
    sheet.range("inflation", set.inflation, -0.02..=0.2);
    sheet.range("inflation_deviation", set.inflation_deviation, 0.0..=0.1);
    assets(&mut sheet, &set.asset);
    correlation(&mut sheet, &set.correlation, &set.asset);
    sheet.faults
}

fn assets(sheet: &mut Sheet, assets: &[Asset]) {
    if assets.is_empty() {
        sheet.fault("asset", FaultReason::TooFew { found: 0, least: 1 });
    }
    sheet.names(assets.iter().map(|asset| asset.id.as_str()), |place| format!("asset.{place}.id"));
    for (place, asset) in assets.iter().enumerate() {
        let key = format!("asset.{}", label(&asset.id, place));
        sheet.text(&format!("{key}.name"), &asset.name);
        sheet.ranges(
            &key,
            [
                ("compound_return", asset.compound_return, -0.2..=0.5),
                ("volatility", asset.volatility, 0.0..=1.0),
                ("fee", asset.fee, 0.0..=0.1),
            ],
        );
        sheet.text(&format!("{key}.source"), &asset.source);
    }
}

/// The matrix is looked at as a whole only where every row has its length.
fn correlation(sheet: &mut Sheet, correlation: &Correlation, assets: &[Asset]) {
    if !correlation.order.iter().eq(assets.iter().map(|asset| &asset.id)) {
        sheet.fault("correlation.order", FaultReason::Order);
    }
    let matrix = &correlation.matrix;
    if !is_square(sheet, matrix, correlation.order.len()) {
        return;
    }
    let before = sheet.faults.len();
    entries(sheet, matrix);
    if sheet.faults.len() == before && !is_positive_definite(matrix) {
        sheet.fault("correlation.matrix", FaultReason::NotPositiveDefinite);
    }
}

fn is_square(sheet: &mut Sheet, matrix: &[Vec<f64>], expected: usize) -> bool {
    let before = sheet.faults.len();
    if matrix.len() != expected {
        sheet.fault("correlation.matrix", FaultReason::Length { found: matrix.len(), expected });
    }
    for (place, row) in matrix.iter().enumerate().filter(|(_, row)| row.len() != expected) {
        sheet
            .fault(format!("correlation.matrix.{place}"), FaultReason::Length { found: row.len(), expected });
    }
    sheet.faults.len() == before
}

/// Entries are correlations: from -1 to 1, one on the diagonal, the same across it.
fn entries(sheet: &mut Sheet, matrix: &[Vec<f64>]) {
    for (row_idx, row) in matrix.iter().enumerate() {
        for (column_idx, &value) in row.iter().enumerate().take(row_idx + 1) {
            let key = format!("correlation.matrix.{row_idx}.{column_idx}");
            let mirrored =
                matrix.get(column_idx).and_then(|other| other.get(row_idx)).copied().unwrap_or(f64::NAN);
            if row_idx == column_idx {
                if (value - 1.0).abs() > f64::EPSILON || value.is_nan() {
                    sheet.fault(key, FaultReason::Fixed { value, expected: 1.0 });
                }
            } else if (value - mirrored).abs() > f64::EPSILON {
                sheet.fault(key, FaultReason::NotSymmetric { value, mirrored });
            } else {
                sheet.range(key, if value.is_nan() { value } else { mirrored }, -1.0..=1.0);
            }
        }
    }
}

/// Whether a square symmetric matrix has a Cholesky factor.
///
/// Each row of the factor is made from the rows above it; the matrix has a factor as long as
/// something positive is left for the diagonal.
fn is_positive_definite(matrix: &[Vec<f64>]) -> bool {
    let mut factor: Vec<Vec<f64>> = Vec::new();
    for row in matrix {
        let mut next: Vec<f64> = Vec::new();
        for (above, entry) in factor.iter().zip(row) {
            let Some(pivot) = above.last() else { return false };
            let explained: f64 = next.iter().zip(above).map(|(a, b)| a * b).sum();
            next.push((entry - explained) / pivot);
        }
        let explained: f64 = next.iter().map(|a| a * a).sum();
        let left = row.get(factor.len()).copied().unwrap_or(0.0) - explained;
        if left.is_nan() || left <= SMALLEST_PIVOT {
            return false;
        }
        next.push(left.sqrt());
        factor.push(next);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_positive_definite;

    #[track_caller]
    fn check(matrix: &[&[f64]], expected: bool) {
        let matrix: Vec<Vec<f64>> = matrix.iter().map(|row| row.to_vec()).collect();
        assert_eq!(is_positive_definite(&matrix), expected, "{matrix:?}");
    }

    #[test]
    fn correlations_that_can_hold_together_are_positive_definite() {
        check(&[&[1.0]], true);
        check(&[&[1.0, 0.5], &[0.5, 1.0]], true);
        check(&[&[1.0, 0.5, 0.5], &[0.5, 1.0, 0.5], &[0.5, 0.5, 1.0]], true);
    }

    #[test]
    fn correlations_that_cannot_hold_together_are_not() {
        check(&[&[1.0, 1.0], &[1.0, 1.0]], false);
        check(&[&[1.0, 0.9, -0.9], &[0.9, 1.0, 0.9], &[-0.9, 0.9, 1.0]], false);
        check(&[&[1.0, f64::NAN], &[f64::NAN, 1.0]], false);
    }
}
