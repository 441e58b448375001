//! The administrator's desk: the firm's advisors, one who leaves, what could not be delivered.

use wire::Language;

use super::Lang;

/// A view of the administrator's desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The firm's advisors.
    #[default]
    Advisors,
    /// Mails and events that were given up.
    Undelivered,
}

impl View {
    /// Every view, in the order of the row.
    pub const ALL: [Self; 2] = [Self::Advisors, Self::Undelivered];

    /// Its name in the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advisors => "advisors",
            Self::Undelivered => "undelivered",
        }
    }

    /// The view of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// What a view is called.
#[must_use]
pub const fn view(lang: Lang, view: View) -> &'static str {
    match view {
        View::Advisors => lang.pick("顾问", "Advisors"),
        View::Undelivered => lang.pick("未送达", "Not delivered"),
    }
}

// The advisors.

/// There are none.
#[must_use]
pub const fn nobody(lang: Lang) -> &'static str {
    lang.pick(
        "公司还没有顾问。在服务器上用命令 evergreen-server advisor add 开户。",
        "The firm has no advisors yet. The command evergreen-server advisor add opens their accounts.",
    )
}

/// How many clients, of how many.
#[must_use]
pub fn load(lang: Lang, clients: u32, capacity: u32) -> String {
    match (lang, capacity) {
        (Lang::Zh, 0) => format!("{clients} 位客户，不再接新客户"),
        (Lang::Zh, _) => format!("{clients} 位客户，最多 {capacity} 位"),
        (Lang::En, 0) => format!("{}, no new ones", clients_of(lang, clients)),
        (Lang::En, _) => format!("{} of at most {capacity}", clients_of(lang, clients)),
    }
}

/// So many clients.
#[must_use]
pub fn clients_of(lang: Lang, clients: u32) -> String {
    match (lang, clients) {
        (Lang::Zh, _) => format!("{clients} 位客户"),
        (Lang::En, 1) => "1 client".to_owned(),
        (Lang::En, _) => format!("{clients} clients"),
    }
}

/// The way to the departure of an advisor.
#[must_use]
pub const fn to_departure(lang: Lang) -> &'static str {
    lang.pick("办理离职交接", "Hand over on departure")
}

/// The same with the name, for those who hear the page.
#[must_use]
pub fn to_departure_of(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}：办理离职交接"),
        Lang::En => format!("Hand over on departure: {name}"),
    }
}

// A departure.

/// The way back.
#[must_use]
pub const fn back(lang: Lang) -> &'static str {
    lang.pick("回到顾问名单", "Back to the advisors")
}

/// There is no such advisor.
#[must_use]
pub const fn no_such_advisor(lang: Lang) -> &'static str {
    lang.pick("没有这位顾问。", "There is no such advisor.")
}

/// The heading.
#[must_use]
pub fn leaves(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("{name} 离开公司"),
        Lang::En => format!("{name} leaves the firm"),
    }
}

/// What a departure does.
#[must_use]
pub const fn leaves_lead(lang: Lang) -> &'static str {
    lang.pick(
        "每位客户都交给另一位顾问，各留一条记录，并收到您写的说明。待进行的面谈会取消，由新顾问另约。此后不再有新客户分到离职的顾问。",
        "Every client gets another advisor: each hand-over is recorded, and each client is told what you write. Meetings ahead are called off; the new advisor arranges others. Nobody new comes to the advisor who leaves.",
    )
}

/// How many clients prefer which language.
#[must_use]
pub fn in_language(lang: Lang, clients: u32, language: Language) -> String {
    let name = super::desk::language(lang, language);
    match lang {
        Lang::Zh => format!("{clients} 位用{name}"),
        Lang::En => format!("{clients} in {name}"),
    }
}

/// The advisor stands in for a colleague.
#[must_use]
pub const fn stands_in(lang: Lang) -> &'static str {
    lang.pick(
        "这位顾问正在或即将代班。请先让被代班的同事在“接待时间”里另选代班人。",
        "They stand in for a colleague now or soon. That colleague has to name somebody else under Hours first.",
    )
}

/// Who takes over.
#[must_use]
pub const fn to_whom(lang: Lang) -> &'static str {
    lang.pick("由谁接手", "Who takes over")
}

/// Nobody is named: the firm's rule.
#[must_use]
pub const fn by_rule(lang: Lang) -> &'static str {
    lang.pick("按名额和语言分给各位同事", "Whoever has room and speaks the language")
}

/// The heading of the preview.
#[must_use]
pub const fn preview(lang: Lang) -> &'static str {
    lang.pick("交接之后", "After the hand-over")
}

/// Columns of the preview: advisor, now, taken over, then, at most.
#[must_use]
pub const fn preview_columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["顾问", "现有客户", "接手", "之后", "名额"],
        Lang::En => ["Advisor", "Now", "Takes over", "Then", "At most"],
    }
}

/// Some would find nobody.
#[must_use]
pub fn without_room(lang: Lang, clients: u32) -> String {
    match (lang, clients) {
        (Lang::Zh, _) => format!(
            "还有 {clients} 位客户找不到有名额、又会说其语言的顾问。请指定接手的顾问，或先请同事增加名额。"
        ),
        (Lang::En, 1) => "For one client nobody has room and speaks the language. Name who takes over, or have a colleague take more clients first.".to_owned(),
        (Lang::En, _) => format!(
            "For {clients} clients nobody has room and speaks the language. Name who takes over, or have a colleague take more clients first."
        ),
    }
}

/// The named one gets more than they said they could take.
#[must_use]
pub fn above_capacity(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("这超过了 {name} 的名额。"),
        Lang::En => format!("This is more than {name} can take."),
    }
}

/// The named one does not speak the language of some.
#[must_use]
pub fn not_spoken(lang: Lang, name: &str, clients: u32, language: Language) -> String {
    let spoken = super::desk::language(lang, language);
    match lang {
        Lang::Zh => format!("其中 {clients} 位用{spoken}，{name} 不说{spoken}。"),
        Lang::En => format!("{clients} of them prefer {spoken}, which {name} does not speak."),
    }
}

/// What each client is told.
#[must_use]
pub const fn note(lang: Lang) -> &'static str {
    lang.pick("给每位客户的说明", "What each client is told")
}

/// The note is missing.
#[must_use]
pub const fn no_note(lang: Lang) -> &'static str {
    lang.pick("请写给客户的说明。", "Write what the clients are told.")
}

/// Goes on to the question whether it is meant.
#[must_use]
pub fn hand_over_all(lang: Lang, clients: u32) -> String {
    match (lang, clients) {
        (Lang::Zh, 0) => "不再分配新客户".to_owned(),
        (Lang::Zh, _) => format!("交接 {clients} 位客户"),
        (Lang::En, 0) => "Give them no new clients".to_owned(),
        (Lang::En, _) => format!("Hand over {}", clients_of(lang, clients)),
    }
}

/// It cannot be taken back.
#[must_use]
pub const fn are_you_sure(lang: Lang) -> &'static str {
    lang.pick(
        "确定后客户立即换顾问，并收到邮件。之后只能逐位再交接。",
        "The clients change advisors at once, and get a mail. Afterwards each can only be handed over again, one by one.",
    )
}

/// It is meant: does it.
#[must_use]
pub const fn sure(lang: Lang) -> &'static str {
    lang.pick("确定交接", "Yes, hand them over")
}

/// Not yet.
#[must_use]
pub const fn not_yet(lang: Lang) -> &'static str {
    lang.pick("先不交接", "Not yet")
}

/// What came of it.
#[must_use]
pub fn done(lang: Lang, name: &str, clients: u32) -> String {
    match (lang, clients) {
        (Lang::Zh, 0) => format!("{name} 没有客户要交接，不再有新客户。"),
        (Lang::Zh, _) => format!("{name} 的 {clients} 位客户都有了新的顾问。"),
        (Lang::En, 0) => format!("{name} had no clients to hand over and gets no new ones."),
        (Lang::En, 1) => format!("The one client of {name} has another advisor now."),
        (Lang::En, _) => format!("All {clients} clients of {name} have another advisor now."),
    }
}

// What could not be delivered.

/// What the list is.
#[must_use]
pub const fn undelivered_lead(lang: Lang) -> &'static str {
    lang.pick(
        "多次尝试后仍未送达的邮件和事件。原因解决后，可以再送一次。",
        "Mails and events that were given up after many attempts. Once the cause is gone, have them delivered again.",
    )
}

/// Everything was delivered.
#[must_use]
pub const fn all_delivered(lang: Lang) -> &'static str {
    lang.pick("没有未送达的邮件或事件。", "Every mail and event was delivered.")
}

/// What it is: a mail or an event, and of what kind.
#[must_use]
pub fn letter(lang: Lang, channel: &str, kind: &str) -> String {
    let channel = if channel == "mail" { lang.pick("邮件", "Mail") } else { lang.pick("事件", "Event") };
    format!("{channel} {kind}")
}

/// How often it was tried, and when it was given up.
#[must_use]
pub fn given_up(lang: Lang, attempts: u32, day: &str) -> String {
    match lang {
        Lang::Zh => format!("试了 {attempts} 次，{day}放弃"),
        Lang::En => format!("Tried {attempts} times, given up on {day}"),
    }
}

/// Has it delivered again.
#[must_use]
pub const fn deliver_again(lang: Lang) -> &'static str {
    lang.pick("再送一次", "Deliver again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_client_is_not_many() {
        assert_eq!(clients_of(Lang::En, 1), "1 client");
        assert_eq!(load(Lang::En, 3, 0), "3 clients, no new ones");
        assert_ne!(done(Lang::En, "Alex", 1), done(Lang::En, "Alex", 2));
    }

    #[test]
    fn every_view_is_found_by_its_name() {
        assert!(View::ALL.into_iter().all(|view| View::of_name(view.name()) == Some(view)));
    }
}
