//! What comes next, when the device has one version and the account another.

use std::collections::BTreeMap;

use wire::{Draft, Kept};

use crate::state::draft;
use crate::storage::Key;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nothing: both are the same.
    Same,
    /// The account takes what is on the device.
    Send,
    /// The device takes what is in the account.
    Take,
    /// Both have changed: the person chooses.
    Ask,
    /// The account has something that this version of the app cannot read.
    Newer,
}

/// The account's draft as this device last saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    /// Whose it was.
    pub(super) account_id: String,
    /// Its version.
    pub(super) version: i64,
    /// The [`mark`] of what the device had then.
    pub(super) mark: u64,
}

impl Base {
    /// In one line, as the device keeps it.
    pub(super) fn write(&self) -> String {
        format!("{} {} {}", self.account_id, self.version, self.mark)
    }

    /// Reads that line; none where it is damaged.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let (account_id, version, mark) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            account_id: account_id.to_owned(),
            version: version.parse().ok()?,
            mark: mark.parse().ok()?,
        })
    }
}

/// What comes next, for what is on the device, the version it last saw, and what the account has.
pub(super) fn next(here: &Kept, base: Option<&Base>, account_id: &str, stored: &Draft) -> Turn {
    let Some(theirs) = said(&stored.kept) else { return Turn::Newer };
    // What the device keeps it has opened, or put aside.
    let ours = said(here).unwrap_or_default();
    let own = base.filter(|base| base.account_id == account_id);
    let seen = own.is_some_and(|base| base.version == stored.version);
    let untouched = base.is_some_and(|base| base.mark == mark(here));
    let typed = |said: &Said| said.contains_key(Key::Draft.name());

    if ours == theirs {
        return if seen && !untouched { Turn::Send } else { Turn::Same };
    }
    // An empty device has lost its storage; nobody empties an account by it.
    if untouched || !typed(&ours) {
        return Turn::Take;
    }
    let foreign = base.is_some() && own.is_none();
    if seen || (!typed(&theirs) && !foreign) { Turn::Send } else { Turn::Ask }
}

/// What somebody has said, by name: without where they were, and what they have read.
type Said = BTreeMap<&'static str, String>;

/// What somebody has said; none where it cannot be read.
fn said(kept: &Kept) -> Option<Said> {
    let mut said = Said::new();
    if let Some(text) = kept.get(Key::Draft.name()) {
        said.insert(Key::Draft.name(), draft::without_place(text)?);
    }
    if let Some(text) = kept.get(Key::Scenarios.name()).filter(|text| !text.is_empty()) {
        said.insert(Key::Scenarios.name(), text.clone());
    }
    Some(said)
}

/// A number that changes with what is kept. Where somebody was among the questions does not count.
pub(super) fn mark(kept: &Kept) -> u64 {
    let said = said(kept).unwrap_or_default();
    let read = kept.get(Key::Reading.name());
    let parts = said.values().chain(read).flat_map(|text| text.bytes().chain([0]));
    // FNV-1a: the standard library promises no number that a later version comes to as well.
    parts.fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: &str = "me";

    fn kept(form: &str) -> Kept {
        if form.is_empty() { Kept::new() } else { [(Key::Draft.name().to_owned(), form.to_owned())].into() }
    }

    fn saving(amount: u32) -> String {
        format!(r#"{{"schema":1,"form":{{"schema":1,"money":{{"saving_year":{amount}.0}}}}}}"#)
    }

    fn base(account_id: &str, version: i64, form: &str) -> Base {
        Base { account_id: account_id.to_owned(), version, mark: mark(&kept(form)) }
    }

    #[track_caller]
    fn check(here: &str, base: Option<&Base>, (version, stored): (i64, &str), turn: Turn) {
        let stored = Draft { version, changed_ms: 0, kept: kept(stored) };
        assert_eq!(next(&kept(here), base, ME, &stored), turn);
    }

    #[test]
    fn what_a_guest_typed_goes_into_an_empty_account() {
        check(&saving(1), None, (0, ""), Turn::Send);
    }

    #[test]
    fn a_new_device_takes_what_is_in_the_account() {
        check("", None, (3, &saving(1)), Turn::Take);
    }

    #[test]
    fn an_edit_is_sent_and_nothing_is_sent_twice() {
        check(&saving(2), Some(&base(ME, 3, &saving(1))), (3, &saving(1)), Turn::Send);
        check(&saving(2), Some(&base(ME, 4, &saving(2))), (4, &saving(2)), Turn::Same);
    }

    #[test]
    fn what_another_device_wrote_is_taken_where_nothing_was_typed_here() {
        check(&saving(1), Some(&base(ME, 3, &saving(1))), (4, &saving(2)), Turn::Take);
    }

    #[test]
    fn where_both_have_typed_the_person_chooses() {
        check(&saving(2), Some(&base(ME, 3, &saving(1))), (4, &saving(3)), Turn::Ask);
        check(&saving(2), None, (4, &saving(3)), Turn::Ask);
    }

    #[test]
    fn both_may_have_typed_the_same() {
        check(&saving(2), Some(&base(ME, 3, &saving(1))), (4, &saving(2)), Turn::Same);
    }

    #[test]
    fn what_belongs_to_another_account_goes_into_this_one_only_by_choice() {
        check(&saving(2), Some(&base("other", 3, &saving(1))), (0, ""), Turn::Ask);
        // All of it is in the other account: this one begins with its own.
        check(&saving(1), Some(&base("other", 3, &saving(1))), (0, ""), Turn::Take);
    }

    #[test]
    fn a_device_that_lost_its_storage_empties_no_account() {
        check("", Some(&base(ME, 3, &saving(1))), (3, &saving(1)), Turn::Take);
    }

    #[test]
    fn walking_through_the_questions_is_no_change() {
        let walked = saving(1).replacen('{', r#"{"place":"saving","#, 1);
        check(&walked, Some(&base(ME, 3, &saving(1))), (3, &saving(1)), Turn::Same);
    }

    #[test]
    fn what_a_newer_version_wrote_is_left_alone() {
        check(&saving(1), None, (4, r#"{"schema":99}"#), Turn::Newer);
    }

    #[test]
    fn the_line_of_a_base_is_read_again() {
        let base = base(ME, 7, &saving(1));
        assert_eq!(Base::read(&base.write()), Some(base));
        assert_eq!(Base::read("me 7"), None);
    }
}
