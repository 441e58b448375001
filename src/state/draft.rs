//! What the investor has typed, and what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::ev;
use leptos::prelude::*;
use planner::answers::{self, Answers, Field, Form, FormError, Reason};
use planner::date::YearMonth;
use planner::day::Day;
use planner::firm::{Class, Firm};
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::state::attempts::Attempts;
use crate::state::field;
use crate::state::firm_data::FirmData;
use crate::state::life::{self, Part};
use crate::state::steps;
use crate::storage::{self, Key};

/// The schema of what is kept on the device; older ones keep opening.
const SCHEMA: u32 = 1;

/// What the investor has typed, and what follows from it. One signal is written; the rest is
/// derived. Every edit is on the device before the next key is pressed.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    kept: RwSignal<Kept>,
    form: Memo<Form>,
    checked: Memo<Checked>,
    answers: Memo<Result<Answers, Vec<FormError>>>,
    keeping: RwSignal<Keeping>,
    today: YearMonth,
}

/// What is kept on the device.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Kept {
    schema: u32,
    form: Form,
    /// What was typed for a number and cannot be read as one, by the field's path.
    texts: BTreeMap<String, String>,
    /// Risk items answered faster than they can be read.
    fast: BTreeSet<String>,
    /// The step the investor was at.
    place: Option<String>,
    /// The assessments that were finished.
    attempts: Attempts,
    /// The month in which they said that the class is theirs; none since an answer has changed.
    confirmed: Option<YearMonth>,
    /// Own words about products that do not suit, by the product's id.
    about: BTreeMap<String, String>,
    /// The day on which holdings were last typed.
    held_on: Option<Day>,
}

/// What a plan can be made from, and every problem.
#[derive(Clone, Debug, PartialEq)]
struct Checked {
    /// The form without the rows and figures of the life goals that cannot be used yet.
    form: Form,
    /// Its answers, or what stands in the way of a plan.
    answers: Result<Answers, Vec<FormError>>,
    /// Every problem, in the order of the questions.
    problems: Vec<FormError>,
}

/// How well the device keeps the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// All is well.
    #[default]
    Kept,
    /// The browser refuses: the answers last as long as the page.
    Refused,
    /// What was found could not be read; it lies aside, and the form began anew.
    Aside,
}

/// What is wrong with one answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// What was typed is no number.
    Unreadable,
    /// The planner cannot use it.
    Refused(Reason),
}

impl Draft {
    /// The answers kept on this device, or an empty form.
    #[must_use]
    pub fn new(firm: FirmData) -> Self {
        let today = clock::this_month();
        let (kept, keeping) = open();
        let kept = RwSignal::new(kept);
        let form = Memo::new(move |_| {
            let firm = firm.get();
            kept.with(|kept| firm.map_or_else(|| kept.form.clone(), |firm| in_force(kept, &firm)))
        });
        let checked = Memo::new(move |_| match firm.get() {
            Some(firm) => form.with(|form| kept.with(|kept| check(kept, form, &firm, today))),
            None => Checked { form: Form::default(), answers: Err(Vec::new()), problems: Vec::new() },
        });
        let answers = Memo::new(move |_| checked.with(|checked| checked.answers.clone()));
        let draft = Self { kept, form, checked, answers, keeping: RwSignal::new(keeping), today };
        draft.follow_other_windows();
        draft
    }

    /// The form as typed, without choices that the firm no longer offers.
    #[must_use]
    pub fn form(self) -> Signal<Form> {
        self.form.into()
    }

    /// The month of the plan.
    #[must_use]
    pub const fn today(self) -> YearMonth {
        self.today
    }

    /// The form that is planned with: without the rows and figures that cannot be used yet; tracked.
    #[must_use]
    pub fn planned_form(self) -> Form {
        self.checked.with(|checked| checked.form.clone())
    }

    /// The checked answers that are planned with, or everything that stands in the way of a plan in
    /// the order of the questions. Loans, large amounts and life goals that are not complete stand
    /// in nobody's way: they are not counted yet. Without the firm's data there are neither answers
    /// nor problems.
    #[must_use]
    pub const fn answers(self) -> Memo<Result<Answers, Vec<FormError>>> {
        self.answers
    }

    /// What is missing or absurd among the questions, in their order; tracked. The life goals are
    /// not among them.
    #[must_use]
    pub fn open(self) -> Vec<FormError> {
        self.problems(|error| !matches!(error.field, Field::Life(_)))
    }

    /// What cannot be used yet of a part that is edited on its own, and is not counted; tracked.
    #[must_use]
    pub fn left_out(self, part: Part) -> Vec<FormError> {
        self.problems(|error| Part::of(&error.field) == Some(part))
    }

    fn problems(self, of: impl Fn(&FormError) -> bool) -> Vec<FormError> {
        self.checked.with(|checked| checked.problems.iter().filter(|error| of(error)).cloned().collect())
    }

    /// What is wrong with the answer to a question; tracked.
    #[must_use]
    pub fn problems_of(self, field: &Field) -> Vec<Problem> {
        if self.text(field).is_some() {
            return vec![Problem::Unreadable];
        }
        self.checked.with(|checked| {
            let here = checked.problems.iter().filter(|error| error.field == *field);
            here.map(|error| Problem::Refused(error.reason.clone())).collect()
        })
    }

    /// Follows every change of what is kept, and reads nothing of it.
    pub fn follow(self) {
        self.kept.track();
    }

    /// Nothing has been answered yet.
    #[must_use]
    pub fn untouched(self) -> bool {
        self.kept.with(|kept| Kept { place: None, schema: 0, ..kept.clone() } == Kept::default())
    }

    /// Writes an answer.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        self.write(|kept| change(&mut kept.form));
    }

    /// Writes what was typed for a number: its value where it can be read, the text where not.
    pub fn type_number(self, field: &Field, text: &str, value: Option<f64>) {
        self.write(|kept| {
            field::set_number(&mut kept.form, field, value);
            if matches!(field, Field::Holding(_) | Field::Unsorted) {
                kept.held_on = clock::today();
            }
            if value.is_some() || text.trim().is_empty() {
                kept.texts.remove(&field.to_string());
            } else {
                kept.texts.insert(field.to_string(), text.to_owned());
            }
        });
    }

    /// Chooses the options of a risk item, and notes whether it was answered too fast to be read.
    pub fn answer_risk(self, item: &str, chosen: Vec<String>, fast: bool) {
        self.write(|kept| {
            // Only the first answer tells how the question was read.
            let first = kept.form.risk.get(item).is_none_or(Vec::is_empty);
            if first && fast {
                kept.fast.insert(item.to_owned());
            }
            if kept.form.risk.get(item) != Some(&chosen) {
                kept.confirmed = None;
            }
            kept.form.risk.insert(item.to_owned(), chosen);
        });
    }

    /// The investor asks for the result of the risk questions.
    pub fn ask_for_class(self) {
        self.write(|kept| kept.attempts.ask());
    }

    /// The answers give this class: where the investor asked for it, an assessment is finished.
    pub fn assessed(self, class: Class) {
        if self.kept.with_untracked(|kept| kept.attempts.waits()) {
            self.write(|kept| kept.attempts.finish(&kept.form.risk, class, clock::epoch_ms()));
        }
    }

    /// What was typed for a number and cannot be read as one; tracked.
    #[must_use]
    pub fn text(self, field: &Field) -> Option<String> {
        self.kept.with(|kept| kept.texts.get(&field.to_string()).cloned())
    }

    /// Takes a row of a list away, with the unreadable texts of the list.
    pub fn remove_row(self, list: &str, change: impl FnOnce(&mut Form)) {
        self.write(|kept| {
            change(&mut kept.form);
            // Texts are kept by row number, and the rows have moved.
            kept.texts.retain(|path, _| !path.starts_with(list));
        });
    }

    /// The step the investor was at last; tracked.
    #[must_use]
    pub fn place(self) -> Option<String> {
        self.kept.with(|kept| kept.place.clone())
    }

    /// Remembers the step the investor is at.
    pub fn set_place(self, step: &str) {
        if self.kept.with_untracked(|kept| kept.place.as_deref() != Some(step)) {
            self.write(|kept| kept.place = Some(step.to_owned()));
        }
    }

    /// The month in which the investor said that the class is theirs; none before, and none once a
    /// risk answer has changed. Tracked.
    #[must_use]
    pub fn confirmed(self) -> Option<YearMonth> {
        self.kept.with(|kept| kept.confirmed)
    }

    /// The investor says that the class is theirs.
    pub fn confirm(self) {
        let today = self.today;
        self.write(|kept| kept.confirmed = Some(today));
    }

    /// Takes the answers to every risk question back: they are asked again.
    pub fn retake_risk(self) {
        self.write(|kept| {
            kept.form.risk.clear();
            kept.form.lower_class = None;
            kept.fast.clear();
            kept.confirmed = None;
        });
    }

    /// Own words about a product that does not suit; tracked.
    #[must_use]
    pub fn about(self, product: &str) -> String {
        self.kept.with(|kept| kept.about.get(product).cloned().unwrap_or_default())
    }

    /// Keeps own words about a product.
    pub fn write_about(self, product: &str, words: String) {
        self.write(|kept| {
            if words.is_empty() {
                kept.about.remove(product);
            } else {
                kept.about.insert(product.to_owned(), words);
            }
        });
    }

    /// The day on which holdings were last typed; none where nobody has noted it. Tracked.
    #[must_use]
    pub fn held_on(self) -> Option<Day> {
        self.kept.with(|kept| kept.held_on)
    }

    /// How well the device keeps the answers.
    #[must_use]
    pub fn keeping(self) -> Signal<Keeping> {
        self.keeping.into()
    }

    /// Erases every answer, here and on the device. It cannot be undone.
    pub fn erase(self) {
        storage::remove(Key::Draft);
        storage::remove(Key::DraftAside);
        storage::remove(Key::Language);
        self.keeping.set(Keeping::Kept);
        self.kept.set(Kept::default());
    }

    fn write(self, change: impl FnOnce(&mut Kept)) {
        self.kept.update(|kept| {
            change(kept);
            kept.schema = SCHEMA;
            kept.form.schema = answers::SCHEMA;
        });
        let kept = self.kept.with_untracked(serde_json::to_string);
        // A form always has a text; only the browser can refuse.
        let refused = kept.map(|text| storage::write(Key::Draft, &text)).is_ok_and(|kept| kept.is_err());
        let now = if refused { Keeping::Refused } else { self.keeping.get_untracked() };
        let now = if !refused && now == Keeping::Refused { Keeping::Kept } else { now };
        if now != self.keeping.get_untracked() {
            self.keeping.set(now);
        }
    }

    /// Takes over what another window of this browser has written, so that neither overwrites the
    /// other with old answers.
    fn follow_other_windows(self) {
        let listener = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(Key::Draft.name()) {
                let text = event.new_value().unwrap_or_default();
                self.kept.set(read(&text).unwrap_or_default());
            }
        });
        on_cleanup(move || listener.remove());
    }
}

/// Opens what is kept on the device. What cannot be read is put aside, never thrown away.
fn open() -> (Kept, Keeping) {
    let Some(text) = storage::read(Key::Draft) else { return (Kept::default(), Keeping::Kept) };
    if let Some(kept) = read(&text) {
        return (kept, Keeping::Kept);
    }
    if storage::write(Key::DraftAside, &text).is_ok() {
        storage::remove(Key::Draft);
    }
    (Kept::default(), Keeping::Aside)
}

/// Reads what is kept; none where a newer version wrote it, or it is damaged.
fn read(text: &str) -> Option<Kept> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    (kept.schema <= SCHEMA && kept.form.schema <= answers::SCHEMA).then_some(kept)
}

/// The form in a text that a device has kept; none where a newer version wrote it, or it is damaged.
#[must_use]
pub fn form_in(text: &str) -> Option<Form> {
    read(text).map(|kept| kept.form)
}

/// The same text without the step the investor was at: walking through the questions changes nothing
/// that was said. None where it cannot be read.
#[must_use]
pub fn without_place(text: &str) -> Option<String> {
    let kept = Kept { place: None, ..read(text)? };
    serde_json::to_string(&kept).ok()
}

/// The form with how it was filled in, and without choices that the firm's questionnaires no longer
/// offer: a question that has changed is an open question.
fn in_force(kept: &Kept, firm: &Firm) -> Form {
    let mut form = kept.form.clone();
    let fast_items = u32::try_from(kept.fast.len()).unwrap_or(u32::MAX);
    form.conduct = kept.attempts.conduct(&form.risk, clock::epoch_ms(), fast_items);
    let items = &firm.risk.items;
    form.risk.retain(|id, _| items.iter().any(|item| item.id == *id));
    for item in items {
        if let Some(chosen) = form.risk.get_mut(&item.id) {
            chosen.retain(|key| item.options.iter().any(|option| option.key == *key));
        }
    }
    for item in &firm.goals.items {
        if let Some(chosen) = form.goals.get_mut(&item.id) {
            chosen.retain(|key| item.options.iter().any(|option| option.key == *key));
        }
    }
    form
}

/// Checks what was typed, and sets aside what may wait until it is complete.
fn check(kept: &Kept, form: &Form, firm: &Firm, today: YearMonth) -> Checked {
    let answers = answers::check(form, firm, today);
    let mut problems = answers.as_ref().err().cloned().unwrap_or_default();
    let mut unread = unread(kept, firm);
    unread.retain(|field| !problems.iter().any(|error| error.field == *field));
    problems.extend(unread.into_iter().map(|field| FormError { field, reason: Reason::Missing }));
    if problems.is_empty() {
        return Checked { form: form.clone(), answers, problems };
    }
    let stands = |error: &&FormError| Part::of(&error.field).is_none();
    let in_the_way: Vec<FormError> = problems.iter().filter(stands).cloned().collect();
    if !in_the_way.is_empty() {
        return Checked { form: form.clone(), answers: Err(in_the_way), problems };
    }
    let mut form = form.clone();
    life::leave_out(&mut form, &problems.iter().map(|error| &error.field).collect::<Vec<_>>());
    Checked { answers: answers::check(&form, firm, today), form, problems }
}

/// The questions in sight whose typed text cannot be read. Texts of questions that are not asked
/// (any more) wait without harm.
fn unread(kept: &Kept, firm: &Firm) -> Vec<Field> {
    if kept.texts.is_empty() {
        return Vec::new();
    }
    let steps = steps::all(&kept.form, firm);
    let asked = steps.iter().flat_map(|step| step.fields(&kept.form, firm));
    let edited = Part::ALL.into_iter().flat_map(|part| part.numbers(&kept.form));
    asked.chain(edited).filter(|field| kept.texts.contains_key(&field.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read_again() {
        let mut kept = Kept { schema: SCHEMA, place: Some("saving".to_owned()), ..Kept::default() };
        kept.texts.insert(Field::SavingYear.to_string(), "abc".to_owned());
        kept.form.couple = Some(true);

        let text = serde_json::to_string(&kept).unwrap();

        assert_eq!(read(&text), Some(kept));
    }

    #[test]
    fn what_a_newer_version_wrote_is_not_read() {
        assert_eq!(read(r#"{"schema":2}"#), None);
        assert_eq!(read(r#"{"schema":1,"news":true}"#), None);
        assert_eq!(read(r#"{"schema":1,"form":{"schema":99}}"#), None);
    }

    #[test]
    fn damaged_text_is_not_read() {
        assert_eq!(read("{"), None);
        assert_eq!(read(""), None);
    }
}
