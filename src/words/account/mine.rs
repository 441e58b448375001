//! What belongs to the account: who it is, the advisor, the family, plans, and all data.

use planner::zone::Zone;
use wire::{Language, Role};

use super::super::Lang;

/// The heading of one's own page.
#[must_use]
pub fn greeting(lang: Lang, name: &str) -> String {
    match (lang, name.is_empty()) {
        (Lang::Zh, true) => "您好".to_owned(),
        (Lang::Zh, false) => format!("{name}，您好"),
        (Lang::En, true) => "Welcome".to_owned(),
        (Lang::En, false) => format!("Welcome, {name}"),
    }
}

/// What the account may do, where it is not an investor's.
#[must_use]
pub const fn role(lang: Lang, role: Role) -> Option<&'static str> {
    match role {
        Role::Investor => None,
        Role::Advisor => Some(lang.pick("顾问", "Advisor")),
        Role::Administrator => Some(lang.pick("管理员", "Administrator")),
    }
}

/// The mailbox has not been confirmed.
#[must_use]
pub const fn unconfirmed(lang: Lang) -> &'static str {
    lang.pick(
        "邮箱还没有确认。请打开我们寄的邮件，点里面的链接；忘记密码时要靠它找回。",
        "Your address is not confirmed yet. Please open the link in the mail we sent: without it a forgotten password cannot be set anew.",
    )
}

/// Sends the mail of confirmation again.
#[must_use]
pub const fn send_again(lang: Lang) -> &'static str {
    lang.pick("再寄一次", "Send it again")
}

/// It was sent again.
#[must_use]
pub const fn sent_again(lang: Lang) -> &'static str {
    lang.pick("已寄出。", "It is on its way.")
}

/// The part about the advisor.
#[must_use]
pub const fn advisor(lang: Lang) -> &'static str {
    lang.pick("您的顾问", "Your advisor")
}

/// Nobody looks after the client yet.
#[must_use]
pub const fn no_advisor(lang: Lang) -> &'static str {
    lang.pick(
        "您还没有顾问。选定之后，长期由同一位顾问服务，不会随意更换。",
        "You have no advisor yet. Once there is one, it is the same person for the long run.",
    )
}

/// Asks for one.
#[must_use]
pub const fn take_advisor(lang: Lang) -> &'static str {
    lang.pick("为我安排一位顾问", "Find me an advisor")
}

/// Nobody has room.
#[must_use]
pub const fn no_room(lang: Lang) -> &'static str {
    lang.pick(
        "现在没有空闲的顾问，我们会尽快为您安排。",
        "No advisor has room right now. We will find you one soon.",
    )
}

/// Since when, and in which languages.
#[must_use]
pub fn advisor_about(lang: Lang, languages: &[Language], since: Option<&str>) -> String {
    let name = |language: &Language| match language {
        Language::Zh => lang.pick("中文", "Chinese"),
        Language::En => lang.pick("英文", "English"),
    };
    let spoken = languages.iter().map(name).collect::<Vec<_>>().join(lang.pick("、", ", "));
    let spoken = match lang {
        Lang::Zh => format!("会说{spoken}"),
        Lang::En => format!("Speaks {spoken}"),
    };
    match (lang, since) {
        (_, None) => spoken,
        (Lang::Zh, Some(since)) => format!("{spoken} · 从 {since} 起"),
        (Lang::En, Some(since)) => format!("{spoken} · since {since}"),
    }
}

/// The latest day of the next contact.
#[must_use]
pub fn next_contact(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("最晚在 {day} 之前联系您。"),
        Lang::En => format!("You hear from them by {day} at the latest."),
    }
}

/// The latest day of a contact that did not come.
#[must_use]
pub fn contact_overdue(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("原定在 {day} 之前联系您，这一天已经过了。您可以随时约面谈。"),
        Lang::En => {
            format!("They were to be in touch by {day}, which is past. You can ask for a meeting now.")
        }
    }
}

/// Who stands in.
#[must_use]
pub fn deputy(lang: Lang, name: &str, from: &str, until: &str) -> String {
    match lang {
        Lang::Zh => format!("{from} 至 {until} 由{name}代为服务。"),
        Lang::En => format!("{name} stands in from {from} until {until}."),
    }
}

/// A change of advisor.
#[must_use]
pub fn handed_over(lang: Lang, day: &str, from: &str, to: &str) -> String {
    match lang {
        Lang::Zh => format!("{day}，顾问由{from}改为{to}。"),
        Lang::En => format!("On {day} your advisor changed from {from} to {to}."),
    }
}

/// The part about the family.
#[must_use]
pub const fn family(lang: Lang) -> &'static str {
    lang.pick("家庭", "Family")
}

/// What linked accounts are good for.
#[must_use]
pub const fn family_lead(lang: Lang) -> &'static str {
    lang.pick(
        "把家人的账户连起来，便于顾问一起服务。",
        "Link the accounts of your family, so that your advisor can look after all of you.",
    )
}

/// Opens the form that invites somebody.
#[must_use]
pub const fn invite_kin(lang: Lang) -> &'static str {
    lang.pick("邀请家人", "Invite a family member")
}

/// Invites somebody.
#[must_use]
pub const fn invite(lang: Lang) -> &'static str {
    lang.pick("寄邀请", "Send the invitation")
}

/// The address of somebody of the family.
#[must_use]
pub const fn kin_email(lang: Lang) -> &'static str {
    lang.pick("家人的邮箱", "Address of a family member")
}

/// They have not agreed yet.
#[must_use]
pub const fn not_agreed(lang: Lang) -> &'static str {
    lang.pick("还没有同意", "has not agreed yet")
}

/// Ends the link.
#[must_use]
pub fn end_link(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("解除与{name}的关联"),
        Lang::En => format!("End the link with {name}"),
    }
}

/// Ends something, in one word.
#[must_use]
pub const fn end(lang: Lang) -> &'static str {
    lang.pick("解除", "End")
}

/// The part about stored plans.
#[must_use]
pub const fn plans(lang: Lang) -> &'static str {
    lang.pick("存档的方案", "Stored plans")
}

/// What a stored plan is.
#[must_use]
pub const fn plans_lead(lang: Lang) -> &'static str {
    lang.pick(
        "一份方案定下半分钟后自动存档。存档由服务器重新计算，之后不再改变，顾问也看得到。",
        "A plan is stored by itself once it has stood for half a minute. The server computes it again, it never changes, and your advisor sees it too.",
    )
}

/// There is none.
#[must_use]
pub const fn no_plans(lang: Lang) -> &'static str {
    lang.pick("还没有存档的方案。", "There is no stored plan yet.")
}

/// The answers are not complete.
#[must_use]
pub const fn not_complete(lang: Lang) -> &'static str {
    lang.pick("回答完问卷，就可以存档。", "Once every question has an answer, a plan can be stored.")
}

/// Stores the plan of today.
#[must_use]
pub const fn store_plan(lang: Lang) -> &'static str {
    lang.pick("存档现在的方案", "Store the plan of today")
}

/// The newest stored plan is the plan in sight, to the bit.
#[must_use]
pub const fn plan_is_stored(lang: Lang) -> &'static str {
    lang.pick(
        "现在的方案已存档，与这台设备算得一字不差。",
        "The plan of today is stored, equal to the bit to this device's.",
    )
}

/// A line of the ledger: which plan, where it stood, and the day it was stored.
#[must_use]
pub fn plan_line(lang: Lang, number: i64, zone: Zone, day: &str) -> String {
    let zone = crate::words::zone::name(lang, zone);
    match lang {
        Lang::Zh => format!("第 {number} 份：{zone} · {day}"),
        Lang::En => format!("No. {number}: {zone} · {day}"),
    }
}

/// Unfolds the plans before those.
#[must_use]
pub fn older_plans(lang: Lang, plans: usize) -> String {
    match lang {
        Lang::Zh => format!("更早的 {plans} 份"),
        Lang::En if plans == 1 => "1 earlier plan".to_owned(),
        Lang::En => format!("{plans} earlier plans"),
    }
}

/// Nothing came before it.
#[must_use]
pub const fn first_plan(lang: Lang) -> &'static str {
    lang.pick(
        "这是第一份，以后的都从它比起。",
        "This is the first one: later ones are compared from here on.",
    )
}

/// It cannot be compared with the one before.
#[must_use]
pub const fn plans_not_comparable(lang: Lang) -> &'static str {
    lang.pick(
        "这一份和前一份没法比较：规则已经不同。",
        "This one cannot be compared with the one before: the rules are different now.",
    )
}

/// Makes a stored plan anew.
#[must_use]
pub const fn verify_plan(lang: Lang) -> &'static str {
    lang.pick("重新计算核对", "Work it out again")
}

/// Whether it came out the same.
#[must_use]
pub const fn verified(lang: Lang, same: bool) -> &'static str {
    if same {
        lang.pick("重新算过，和存档的一致。", "Worked out again: the same as what is stored.")
    } else {
        lang.pick(
            "重新算过，和存档的不一致。请联系您的顾问。",
            "Worked out again: it differs from what is stored. Please tell your advisor.",
        )
    }
}

/// What was put aside.
#[must_use]
pub const fn aside(lang: Lang) -> &'static str {
    lang.pick("放在一边的回答", "Answers that were put aside")
}

/// What that is.
#[must_use]
pub const fn aside_lead(lang: Lang) -> &'static str {
    lang.pick(
        "两台设备的回答不一样时，您没有选的那一份还在这台设备上。换回后，现在的这一份会放到一边。",
        "When two devices had different answers, the ones you did not choose were kept on this device. If you bring them back, the present ones are put aside.",
    )
}

/// Exchanges both.
#[must_use]
pub const fn swap(lang: Lang) -> &'static str {
    lang.pick("换回", "Bring them back")
}

/// The part about name and language.
#[must_use]
pub const fn about_you(lang: Lang) -> &'static str {
    lang.pick("称呼和语言", "Name and language")
}

/// The language of mail and pages.
#[must_use]
pub const fn language(lang: Lang) -> &'static str {
    lang.pick("邮件和页面的语言", "Language of mails and pages")
}

/// Saves.
#[must_use]
pub const fn save(lang: Lang) -> &'static str {
    lang.pick("保存", "Save")
}

/// It was saved.
#[must_use]
pub const fn saved(lang: Lang) -> &'static str {
    lang.pick("已保存。", "Saved.")
}

/// The part about all data.
#[must_use]
pub const fn data(lang: Lang) -> &'static str {
    lang.pick("您的数据", "Your data")
}

/// Takes all data out.
#[must_use]
pub const fn export(lang: Lang) -> &'static str {
    lang.pick("下载我的全部数据", "Download all my data")
}

/// What that file is.
#[must_use]
pub const fn export_lead(lang: Lang) -> &'static str {
    lang.pick(
        "一个 JSON 文件，含账户下保存的一切。",
        "One JSON file with everything that is stored about your account.",
    )
}

/// Opens the way to erase the account.
#[must_use]
pub const fn erase(lang: Lang) -> &'static str {
    lang.pick("注销账户", "Erase my account")
}

/// What erasing does, and what stays.
#[must_use]
pub const fn erase_meaning(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => [
            "账户、回答、方案、面谈和家庭关联会全部删除，这台设备上的内容也一起清除，无法恢复。",
            "按法律要求，做过的风险测评在去掉姓名和邮箱后保存二十年。",
        ],
        Lang::En => [
            "Your account, answers, plans, meetings and family links are erased, and so is what is on this device. It cannot be undone.",
            "The law asks us to keep finished risk assessments for twenty years. They are kept without your name and address.",
        ],
    }
}

/// Erases the account.
#[must_use]
pub const fn erase_yes(lang: Lang) -> &'static str {
    lang.pick("永久注销", "Erase it for good")
}

/// Signs this device out.
#[must_use]
pub const fn sign_out(lang: Lang) -> &'static str {
    lang.pick("退出登录", "Sign out")
}

/// What signing out does.
#[must_use]
pub const fn sign_out_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "您的内容都在账户里；退出后，这台设备上不再留有。",
        "All of yours is in your account. Once you are signed out, nothing of it stays on this device.",
    )
}

/// Not all of it is in the account yet.
#[must_use]
pub const fn not_all_stored(lang: Lang) -> &'static str {
    lang.pick(
        "这台设备上还有内容没有存进账户。可以先连上网络再退出，或退出而把内容留在这台设备上。",
        "Something on this device is not in your account yet. Connect first and then sign out, or sign out and leave it on this device.",
    )
}

/// Signs out and leaves what is on the device.
#[must_use]
pub const fn sign_out_leaving(lang: Lang) -> &'static str {
    lang.pick("退出，内容留在这台设备上", "Sign out and leave it on this device")
}
