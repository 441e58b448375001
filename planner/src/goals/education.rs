//! What an education costs, what is there, and what to save.

/// An education that begins some years from now. Rates are fractions a year, of one kind (all
/// nominal or all real).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Education {
    /// Cost of one year of study today.
    pub cost_today: f64,
    /// Growth of that cost.
    pub cost_growth: f64,
    /// Years until study begins.
    pub years_to: u32,
    /// Years of study, paid at the start of each.
    pub years: u32,
    /// Return on the money saved.
    pub rate: f64,
    /// Saved already.
    pub saved: f64,
}

/// What an education needs, at the day study begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EducationFunding {
    /// Value of all years of study.
    pub need: f64,
    /// What is saved will have grown to.
    pub have: f64,
    /// What is missing, 0 or more.
    pub gap: f64,
    /// To save at the end of each year until then.
    pub saving_year: f64,
}

impl Education {
    /// Sets needs against means.
    ///
    /// # Formula
    ///
    /// `need = sum of cost (1 + e)^(n + k) / (1 + r)^k`, `have = saved (1 + r)^n`,
    /// `saving = gap r / ((1 + r)^n - 1)`.
    #[must_use]
    pub fn fund(self) -> EducationFunding {
        let grown = |rate: f64, years: u32| crate::rate::growth(rate, years);
        let first = self.cost_today * grown(self.cost_growth, self.years_to);
        let need: f64 =
            (0..self.years).map(|year| first * grown(self.cost_growth, year) / grown(self.rate, year)).sum();
        let have = self.saved * grown(self.rate, self.years_to);
        let gap = (need - have).max(0.0);
        EducationFunding { need, have, gap, saving_year: gap / end_value(self.rate, self.years_to) }
    }
}

/// Value after some years of one unit at the end of each; 1 if there is no year left.
fn end_value(rate: f64, years: u32) -> f64 {
    if years == 0 {
        return 1.0;
    }
    if rate == 0.0 { f64::from(years) } else { (crate::rate::growth(rate, years) - 1.0) / rate }
}
