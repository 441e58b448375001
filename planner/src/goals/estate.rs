//! What is left at the investor's death: inventory, heirs, documents, costs.
//!
//! Nothing here is advice about law: it says what to bring to a lawyer.

use serde::{Deserialize, Serialize};

use super::{Room, total};
use crate::answers::{Document, Heir, Relation};
use crate::firm::{EstatePolicy, Region};

/// What is left, to whom, and what is still to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EstatePlan {
    /// Financial assets.
    pub financial: f64,
    /// Homes and other property.
    pub property: f64,
    /// What insurance on the investor pays.
    pub insurance: f64,
    /// What is owed.
    pub debts: f64,
    /// The spouse's own half of the marital property, after debts; assumed to be half even where an
    /// agreement says otherwise.
    pub spouse_own: f64,
    /// What is inherited, after debts, insurance left out.
    pub inherited: f64,
    /// Who would get what share of it by law, one row a person; parents are those who are supported.
    /// Empty where no heir is known.
    pub by_law: Vec<Heir>,
    /// Who is to get what, as answered.
    pub wished: Vec<Heir>,
    /// What is wished is not what the law gives, and no will says so.
    pub wish_needs_will: bool,
    /// Share of all assets that a document covers, 0 to 1: a will covers assets, a designation of
    /// beneficiaries covers insurance. 0 without assets.
    pub covered_share: f64,
    /// What has to be paid: debts, final costs, probate.
    pub costs: f64,
    /// What can be paid with at once: financial assets and insurance.
    pub liquid: f64,
    /// What is missing, 0 or more: property would have to be sold.
    pub liquidity_gap: f64,
    /// What to do, in order.
    pub checklist: Vec<Task>,
}

/// One line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What it is.
    pub item: TaskItem,
    /// How far it is.
    pub state: TaskState,
}

/// What there is to do about an estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskItem {
    /// List what there is.
    Inventory,
    /// Write a will.
    Will,
    /// Name a guardian.
    Guardianship,
    /// Name the beneficiaries of insurance and accounts.
    Beneficiaries,
    /// Agree which property is whose.
    MaritalProperty,
    /// China: find out which property is marital, since half of it is the spouse's.
    MaritalHalf,
    /// Canada: name beneficiaries of registered accounts.
    RegisteredAccounts,
    /// Canada: ask what tax is due on gains at death.
    GainsAtDeath,
    /// Keep enough money at hand for debts and costs.
    Liquidity,
    /// Meet a lawyer.
    Lawyer,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Done.
    Done,
    /// To be done.
    Open,
    /// To be asked: the answers do not say.
    Ask,
    /// Not needed here.
    NotNeeded,
}

/// Lays out the estate.
pub(super) fn lay_out(room: &Room) -> EstatePlan {
    let (answers, estate) = (room.answers, &room.answers.life.estate);
    let policy = room.firm.policy.life.estate_of(answers.region);
    let family = Family::of(room);
    let (financial, property) = (answers.wealth(), estate.property);
    let insurance = answers.cover(0).life;
    let debts = total(answers.debts.iter().map(|debt| debt.balance));
    let net = (financial + property - debts).max(0.0);
    let spouse_own = if policy.spouse_half && family.spouse { net / 2.0 } else { 0.0 };
    let inherited = net - spouse_own;
    let by_law = by_law(family, inherited, policy);
    let has = |document: Document| estate.documents.contains(&document);
    let final_costs = room.firm.policy.life.protection.final_costs.get(&answers.region).copied();
    let probate = policy.probate_rate * (inherited - policy.probate_from).max(0.0);
    let costs = debts + final_costs.unwrap_or(0.0) + probate;
    let liquid = financial + insurance;
    let liquidity_gap = (costs - liquid).max(0.0);
    EstatePlan {
        financial,
        property,
        insurance,
        debts,
        spouse_own,
        inherited,
        wish_needs_will: !has(Document::Will) && !estate.heirs.is_empty() && differs(&estate.heirs, &by_law),
        by_law,
        wished: estate.heirs.clone(),
        covered_share: covered_share(
            financial + property,
            has(Document::Will),
            insurance,
            has(Document::Beneficiaries),
        ),
        costs,
        liquid,
        liquidity_gap,
        checklist: checklist(room, family, liquidity_gap),
    }
}

/// Those who may inherit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// There is a spouse.
    pub spouse: bool,
    /// Children.
    pub children: usize,
    /// Parents.
    pub parents: usize,
}

impl Family {
    fn of(room: &Room) -> Self {
        let life = &room.answers.life;
        Self {
            spouse: room.answers.people.len() > 1,
            children: life.children.len(),
            parents: life.parents.len(),
        }
    }
}

/// Shares of what is inherited without a will, one row a person.
///
/// # Source
///
/// China: Civil Code of 2021, first order: spouse, children and parents in equal parts. Canada: the
/// figures of the firm, by default Ontario's: a first amount to the spouse, then a part of the rest.
#[must_use]
pub fn by_law(family: Family, inherited: f64, policy: &EstatePolicy) -> Vec<Heir> {
    let parents =
        if policy.parents_inherit || (!family.spouse && family.children == 0) { family.parents } else { 0 };
    let others = family.children + parents;
    if others == 0 && !family.spouse {
        return Vec::new();
    }
    let spouse = if family.spouse { spouse_share(family, others, inherited, policy) } else { 0.0 };
    let each = (1.0 - spouse) / count(others).max(1.0);
    let rows =
        |relation: Relation, share: f64, rows: usize| std::iter::repeat_n(Heir { relation, share }, rows);
    rows(Relation::Spouse, spouse, usize::from(family.spouse))
        .chain(rows(Relation::Child, each, family.children))
        .chain(rows(Relation::Parent, each, parents))
        .collect()
}

/// The spouse's share: the first amount, and a part of the rest.
fn spouse_share(family: Family, others: usize, inherited: f64, policy: &EstatePolicy) -> f64 {
    if others == 0 || inherited <= policy.spouse_first {
        return 1.0;
    }
    let named = if family.children == 1 { policy.spouse_with_child } else { policy.spouse_with_children };
    let part = named.unwrap_or(1.0 / (count(others) + 1.0));
    let first = policy.spouse_first / inherited;
    first + part * (1.0 - first)
}

fn count(people: usize) -> f64 {
    f64::from(u32::try_from(people).unwrap_or(u32::MAX))
}

/// Whether the relations get other shares: by relation, to a hundredth.
fn differs(wished: &[Heir], by_law: &[Heir]) -> bool {
    let share = |heirs: &[Heir], relation: Relation| {
        heirs.iter().filter(|heir| heir.relation == relation).map(|heir| heir.share).sum::<f64>()
    };
    [Relation::Spouse, Relation::Child, Relation::Parent, Relation::Other]
        .into_iter()
        .any(|relation| (share(wished, relation) - share(by_law, relation)).abs() > 0.01)
}

fn covered_share(assets: f64, will: bool, insurance: f64, beneficiaries: bool) -> f64 {
    let all = assets + insurance;
    let covered = if will { assets } else { 0.0 } + if beneficiaries { insurance } else { 0.0 };
    if all > 0.0 { covered / all } else { 0.0 }
}

/// Age at which a child needs no guardian, in years.
const OF_AGE: u32 = 18;

fn checklist(room: &Room, family: Family, liquidity_gap: f64) -> Vec<Task> {
    let (answers, estate) = (room.answers, &room.answers.life.estate);
    let document = |document: Document, needed: bool| match (estate.documents.contains(&document), needed) {
        (true, _) => TaskState::Done,
        (false, true) => TaskState::Open,
        (false, false) => TaskState::NotNeeded,
    };
    let done = |done: bool| if done { TaskState::Done } else { TaskState::Open };
    let minors = answers.life.children.iter().any(|child| child.age < OF_AGE);
    let china = answers.region == Region::China;
    let mut tasks = vec![
        (TaskItem::Inventory, done(answers.wealth() + estate.property > 0.0)),
        (TaskItem::Will, document(Document::Will, true)),
        (TaskItem::Guardianship, document(Document::Guardianship, minors)),
        (TaskItem::Beneficiaries, document(Document::Beneficiaries, answers.cover(0).life > 0.0)),
        (TaskItem::MaritalProperty, document(Document::MaritalProperty, family.spouse && china)),
    ];
    if china && family.spouse {
        let agreed = estate.documents.contains(&Document::MaritalProperty);
        tasks.push((TaskItem::MaritalHalf, if agreed { TaskState::Done } else { TaskState::Ask }));
    }
    if !china {
        tasks.push((TaskItem::RegisteredAccounts, TaskState::Ask));
        tasks.push((TaskItem::GainsAtDeath, TaskState::Ask));
    }
    tasks.push((TaskItem::Liquidity, done(liquidity_gap <= 0.0)));
    tasks.push((TaskItem::Lawyer, done(estate.lawyer_met)));
    tasks.into_iter().map(|(item, state)| Task { item, state }).collect()
}
