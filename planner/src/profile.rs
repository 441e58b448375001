//! Stage 1: answers become dimensions, a class from C1-lowest to C5, and the reasons for it.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::firm::{
    CapWhen, Check, Class, Clause, Dimension, Firm, ItemKind, LowerReading, RiskItem, RiskOption,
    RiskQuestionnaire,
};

/// What the answers say about risk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The class: the lower of ability and willingness, after caps and the investor's own choice.
    pub class: Class,
    /// The class before the investor chose a lower one.
    pub assessed: Class,
    /// The highest class that is recommended: `class`, held by the objective and by open
    /// contradictions. The allocation goes by it.
    pub recommended: Class,
    /// Why `recommended` is below `class`; empty where it is not.
    pub recommended_reasons: Vec<ClassReason>,
    /// Financial capacity, 0 to 100.
    pub capacity: f64,
    /// Horizon and liquidity, 0 to 100.
    pub horizon: f64,
    /// Knowledge and experience, 0 to 100.
    pub knowledge: f64,
    /// Risk tolerance, 0 to 100.
    pub tolerance: f64,
    /// Composure in falls, 0 to 100; none without evidence.
    pub composure: Option<f64>,
    /// What the household can bear, 0 to 100.
    pub ability: f64,
    /// What the investor wants to bear, 0 to 100.
    pub willingness: f64,
    /// The class of ability alone.
    pub ability_class: Class,
    /// The class of willingness alone.
    pub willingness_class: Class,
    /// Why the class is not higher, in the order the reasons were applied.
    pub reasons: Vec<ClassReason>,
    /// Contradictions and other notices, X1 to X12.
    pub flags: Vec<Flag>,
    /// Two or more contradictions are not settled: what is recommended is held down.
    pub provisional: bool,
    /// The result waits until the questionnaire is taken again, or an advisor has looked.
    pub held: bool,
    /// The highest class that is recommended with this objective.
    pub objective_cap: Option<Class>,
    /// Largest fall in a year the investor would sit through, a fraction.
    pub loss_limit: f64,
    /// Years until most of the money is needed: the upper end of the answer.
    pub horizon_years: f64,
    /// Months the household can live on its reserve: the lower end of the answer.
    pub reserve_months: f64,
}

/// Why the class is not higher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassReason {
    /// Ability is the lower of the two.
    Ability,
    /// Willingness is the lower of the two.
    Willingness,
    /// Both give the same class.
    Both,
    /// A cap of the questionnaire, by its place in `caps`.
    Cap(usize),
    /// A gate: no legal capacity, or no loss accepted. The item's id.
    Gate(String),
    /// Contradictions are not settled; holds what is recommended, not the class.
    Provisional,
    /// The stated objective; holds what is recommended, not the class.
    Objective,
    /// Age, until an advisor has met the investor.
    Elder,
    /// The investor chose it.
    Chosen,
}

/// A notice about the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// `X1` to `X12`, as in the questionnaire's `checks` and `notices`.
    pub id: String,
    /// The items it is about.
    pub items: Vec<String>,
    /// What it does.
    pub effect: FlagEffect,
}

/// What a flag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagEffect {
    /// Ask the items again; until then the lower reading counts.
    AskAgain,
    /// The whole result is held until the questionnaire is taken again.
    Retake,
    /// An advisor looks at it before it counts.
    AdvisorReview,
    /// No error: something to talk about.
    Talk,
}

/// Scores checked answers. Never fails: [`Answers`] hold an answer to every item.
///
/// # Formula
///
/// A dimension is the weighted mean of its items, each 0 to 100. `ability` and `willingness` are
/// weighted means of two dimensions each; the class is the lower of their classes, held down by
/// the questionnaire's caps.
#[must_use]
pub fn score(answers: &Answers, firm: &Firm) -> Profile {
    let questionnaire = &firm.risk;
    let contradictions = contradictions(answers, questionnaire);
    let sheet = Sheet { answers, questionnaire, contradictions: &contradictions };

    let [capacity, horizon, knowledge, tolerance] =
        [Dimension::Capacity, Dimension::Horizon, Dimension::Knowledge, Dimension::Tolerance]
            .map(|dimension| sheet.dimension(dimension).unwrap_or(0.0));
    let composure = sheet.dimension(Dimension::Composure);
    let composites = questionnaire.composites;
    let ability = composites.ability_capacity * capacity + composites.ability_horizon * horizon;
    let willingness = composure.map_or(tolerance, |composure| {
        composites.willingness_tolerance * tolerance + composites.willingness_composure * composure
    });

    let ability_class = class_of(ability, questionnaire);
    let willingness_class = class_of(willingness, questionnaire);
    let flags =
        flags(answers, firm, &contradictions, willingness - ability, ability_class.min(willingness_class));
    let unsettled = flags.iter().filter(|flag| flag.effect == FlagEffect::AskAgain).count();
    let provisional = u32::try_from(unsettled).unwrap_or(u32::MAX) >= firm.policy.conduct.flags_for_review;
    let held = flags.iter().any(|flag| matches!(flag.effect, FlagEffect::Retake | FlagEffect::AdvisorReview));

    let mut verdict = Verdict::lower_of(ability_class, willingness_class);
    for (idx, cap) in questionnaire.caps.iter().enumerate() {
        if sheet.triggers(&cap.when) {
            verdict.hold(cap.class, ClassReason::Cap(idx));
        }
    }
    if answers.you().age >= firm.policy.suitability.elder_cap_age {
        verdict.hold(firm.policy.suitability.elder_cap, ClassReason::Elder);
    }
    for item in questionnaire.items.iter().filter(|item| item.kind == ItemKind::Gate) {
        if sheet.chosen(item).any(|option| option.lowest) {
            verdict.hold(Class::C1Lowest, ClassReason::Gate(item.id.clone()));
        }
    }
    let assessed = verdict.class;
    if let Some(lower) = answers.lower_class {
        verdict.hold(lower, ClassReason::Chosen);
    }
    let objective_cap = sheet.smallest(|option| option.objective_cap);
    let mut recommendation = Verdict { class: verdict.class, reasons: Vec::new() };
    recommendation.hold(objective_cap.unwrap_or(Class::C5), ClassReason::Objective);
    if provisional {
        recommendation.hold(firm.policy.conduct.provisional_cap, ClassReason::Provisional);
    }

    Profile {
        class: verdict.class,
        assessed,
        recommended: recommendation.class,
        recommended_reasons: recommendation.reasons,
        capacity,
        horizon,
        knowledge,
        tolerance,
        composure,
        ability,
        willingness,
        ability_class,
        willingness_class,
        reasons: verdict.reasons,
        provisional,
        held,
        objective_cap,
        loss_limit: sheet.loss_limit(),
        horizon_years: sheet.figure(|option| option.horizon_years),
        reserve_months: sheet.figure(|option| option.reserve_months),
        flags,
    }
}

/// The class of some points, 0 to 100. A score on a cut-off belongs to the higher class.
#[must_use]
pub fn class_of(points: f64, questionnaire: &RiskQuestionnaire) -> Class {
    questionnaire
        .cutoffs
        .iter()
        .rfind(|cutoff| cutoff.from <= points)
        .map_or(Class::C1, |cutoff| cutoff.class)
}

/// A class on its way down, and why.
struct Verdict {
    class: Class,
    reasons: Vec<ClassReason>,
}

impl Verdict {
    fn lower_of(ability: Class, willingness: Class) -> Self {
        let reason = match ability.cmp(&willingness) {
            std::cmp::Ordering::Less => ClassReason::Ability,
            std::cmp::Ordering::Equal => ClassReason::Both,
            std::cmp::Ordering::Greater => ClassReason::Willingness,
        };
        Self { class: ability.min(willingness), reasons: vec![reason] }
    }

    fn hold(&mut self, at: Class, reason: ClassReason) {
        if at < self.class {
            self.class = at;
            self.reasons.push(reason);
        }
    }
}

/// The answers beside the questionnaire, read low where they contradict each other.
struct Sheet<'a> {
    answers: &'a Answers,
    questionnaire: &'a RiskQuestionnaire,
    contradictions: &'a [&'a Check],
}

impl<'a> Sheet<'a> {
    fn chosen(&self, item: &'a RiskItem) -> impl Iterator<Item = &'a RiskOption> {
        let keys = self.answers.risk.get(&item.id).map_or(&[][..], Vec::as_slice);
        item.options.iter().filter(move |option| keys.contains(&option.key))
    }

    fn options(&self) -> impl Iterator<Item = &'a RiskOption> {
        self.questionnaire.items.iter().flat_map(|item| self.chosen(item))
    }

    fn lower_readings(&self) -> impl Iterator<Item = &'a LowerReading> {
        self.contradictions.iter().flat_map(|check| &check.lower_readings)
    }

    /// Points of an item, 0 to 100; none where the answer is no evidence.
    fn points(&self, item: &'a RiskItem) -> Option<f64> {
        let scores: Vec<f64> = self.chosen(item).filter_map(|option| option.score).collect();
        if scores.is_empty() {
            return None;
        }
        let points = scores.iter().sum::<f64>().min(100.0);
        let readings = self.lower_readings().filter(|reading| reading.item == item.id);
        Some(readings.fold(points, |points, reading| points.min(reading.score_at_most)))
    }

    /// Weighted mean of the items of a dimension; none without evidence.
    fn dimension(&self, dimension: Dimension) -> Option<f64> {
        let mut points = 0.0;
        let mut weights = 0.0;
        for item in self.questionnaire.items.iter().filter(|item| item.dimension == Some(dimension)) {
            if let Some(item_points) = self.points(item) {
                points += item.weight * item_points;
                weights += item.weight;
            }
        }
        (weights > 0.0).then(|| points / weights)
    }

    fn triggers(&self, when: &CapWhen) -> bool {
        match when {
            CapWhen::Answer { item, options } => {
                self.answers.risk.get(item).is_some_and(|keys| keys.iter().any(|key| options.contains(key)))
            }
            // A dimension without evidence has shown nothing, so the cap holds.
            CapWhen::Below { dimension, points } => {
                self.dimension(*dimension).is_none_or(|score| score < *points)
            }
        }
    }

    fn smallest(&self, figure: impl Fn(&RiskOption) -> Option<Class>) -> Option<Class> {
        self.options().filter_map(figure).min()
    }

    /// The figure that one item of the questionnaire carries; a checked firm has that item.
    fn figure(&self, figure: impl Fn(&RiskOption) -> Option<f64>) -> f64 {
        self.options().find_map(figure).unwrap_or(0.0)
    }

    fn loss_limit(&self) -> f64 {
        let stated = self.figure(|option| option.loss_limit);
        self.lower_readings().filter_map(|reading| reading.loss_limit_at_most).fold(stated, f64::min)
    }
}

fn contradictions<'a>(answers: &Answers, questionnaire: &'a RiskQuestionnaire) -> Vec<&'a Check> {
    let holds = |clause: &Clause| {
        let keys = answers.risk.get(&clause.item).map_or(&[][..], Vec::as_slice);
        keys.iter().filter(|key| clause.options.contains(key)).count() >= clause.at_least
    };
    let raised =
        |check: &&Check| check.all.iter().all(holds) && (check.any.is_empty() || check.any.iter().any(holds));
    questionnaire.checks.iter().filter(raised).collect()
}

/// Every notice: the contradictions X1 to X9, then conduct (X10, X11), then the gap (X12).
fn flags(answers: &Answers, firm: &Firm, contradictions: &[&Check], gap: f64, class: Class) -> Vec<Flag> {
    let mut flags: Vec<Flag> = Vec::new();
    for check in contradictions {
        let clauses = check.all.iter().chain(&check.any);
        let mut items: Vec<String> = clauses.map(|clause| clause.item.clone()).collect();
        items.dedup();
        flags.push(Flag { id: check.id.clone(), items, effect: FlagEffect::AskAgain });
    }
    let mut notice = |id: &str, raised: bool, effect| {
        if raised {
            flags.push(Flag { id: id.to_owned(), items: Vec::new(), effect });
        }
    };
    notice("X10", straight_lined(answers, firm), FlagEffect::Retake);
    notice("X11", hurried(answers, firm, class), FlagEffect::AdvisorReview);
    notice("X12", gap.abs() > firm.policy.conduct.gap_conversation_points, FlagEffect::Talk);
    flags
}

/// Nearly the same option position in every single-choice item that is scored.
fn straight_lined(answers: &Answers, firm: &Firm) -> bool {
    let items = firm.risk.items.iter().filter(|item| item.kind == ItemKind::Single);
    let positions: Vec<usize> = items
        .filter_map(|item| {
            let key = answers.risk.get(&item.id)?.first()?;
            item.options.iter().position(|option| option.key == *key)
        })
        .collect();
    let most =
        (0..8).map(|at| positions.iter().filter(|position| **position == at).count()).max().unwrap_or(0);
    !positions.is_empty() && share(most, positions.len()) >= firm.policy.conduct.straight_line_share
}

/// Too fast to have read, too many attempts, or a jump upwards since the last assessment.
fn hurried(answers: &Answers, firm: &Firm, class: Class) -> bool {
    let conduct = answers.conduct;
    let policy = &firm.policy;
    let fast = share(conduct.fast_items as usize, firm.risk.items.len()) > policy.conduct.fast_share;
    let rise = conduct.last_class.map_or(0, |last| class.rank().saturating_sub(last.rank()));
    let jumped = rise >= policy.suitability.upgrade_review_levels as usize
        && conduct.days_since_last <= policy.suitability.upgrade_window_days;
    fast || conduct.attempts_today >= policy.suitability.max_assessments_per_day || jumped
}

#[expect(clippy::cast_precision_loss, reason = "counts of items")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
