//! The advisor's desk.

use wire::{Attention, Language, MeetingState, Side};

use super::Lang;

/// A view of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What there is to do today.
    #[default]
    Today,
    /// The clients.
    Clients,
    /// When the advisor can be met.
    Hours,
    /// Who is to become a client.
    Invitations,
}

impl View {
    /// Every view, in the order of the row.
    pub const ALL: [Self; 4] = [Self::Today, Self::Clients, Self::Hours, Self::Invitations];

    /// Its name in the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Clients => "clients",
            Self::Hours => "hours",
            Self::Invitations => "invitations",
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
        View::Today => lang.pick("今天", "Today"),
        View::Clients => lang.pick("客户", "Clients"),
        View::Hours => lang.pick("接待时间", "Hours"),
        View::Invitations => lang.pick("邀请", "Invitations"),
    }
}

/// Names the row of views for those who hear the page.
#[must_use]
pub const fn views(lang: Lang) -> &'static str {
    lang.pick("工作台的部分", "Parts of the desk")
}

/// The desk is for those who work at the firm.
#[must_use]
pub const fn for_advisors(lang: Lang) -> &'static str {
    lang.pick("这一页是给顾问的", "This page is for advisors")
}

/// What others do instead.
#[must_use]
pub const fn for_advisors_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "它有客户的资料，只有他们的顾问能看。",
        "It shows what clients have told their advisors, and only those advisors see it.",
    )
}

/// The way to sign in.
#[must_use]
pub const fn sign_in(lang: Lang) -> &'static str {
    lang.pick("我是顾问，登录", "I am an advisor: sign in")
}

/// The way of an investor.
#[must_use]
pub const fn to_meetings(lang: Lang) -> &'static str {
    lang.pick("去我的面谈", "To my meetings")
}

/// What could not be loaded.
#[must_use]
pub const fn unreachable(lang: Lang) -> &'static str {
    lang.pick("工作台暂时载入不了", "The desk cannot be loaded right now")
}

// Today.

/// The heading over requests.
#[must_use]
pub const fn requests(lang: Lang) -> &'static str {
    lang.pick("等您答复", "Waiting for your answer")
}

/// There is no request.
#[must_use]
pub const fn no_requests(lang: Lang) -> &'static str {
    lang.pick("没有等您答复的请求。", "No request waits for you.")
}

/// The heading over the meetings of today.
#[must_use]
pub const fn meetings_today(lang: Lang) -> &'static str {
    lang.pick("今天的面谈", "Meetings today")
}

/// There is none today.
#[must_use]
pub const fn no_meetings_today(lang: Lang) -> &'static str {
    lang.pick("今天没有面谈。", "No meeting today.")
}

/// The heading over meetings whose time is over and that are not closed.
#[must_use]
pub const fn to_close(lang: Lang) -> &'static str {
    lang.pick("等您收尾的面谈", "Meetings to be closed")
}

/// What closes them.
#[must_use]
pub const fn to_close_lead(lang: Lang) -> &'static str {
    lang.pick(
        "时间已过：请说明是否谈过，再写下商量的结果。",
        "Their time is over. Say whether they took place, then write up what came of them.",
    )
}

/// The heading over clients who need attention.
#[must_use]
pub const fn attention(lang: Lang) -> &'static str {
    lang.pick("需要关注的客户", "Clients who need attention")
}

/// Nobody needs attention.
#[must_use]
pub const fn all_well(lang: Lang) -> &'static str {
    lang.pick("现在没有需要关注的客户。", "Nobody needs attention right now.")
}

/// Where a meeting stands, for the advisor.
#[must_use]
pub const fn state(lang: Lang, state: MeetingState) -> &'static str {
    match state {
        MeetingState::Requested => lang.pick("客户在等您确认", "The client waits for you"),
        MeetingState::Offered => lang.pick("等客户答复新时间", "Waiting for the client's answer"),
        MeetingState::Confirmed => lang.pick("已确认", "Confirmed"),
        MeetingState::Held => lang.pick("已面谈", "Took place"),
        MeetingState::Declined => lang.pick("您未能接受", "You could not take it"),
        MeetingState::Cancelled => lang.pick("已取消", "Called off"),
    }
}

/// Takes the time that was asked for.
#[must_use]
pub const fn confirm(lang: Lang) -> &'static str {
    lang.pick("确认", "Confirm")
}

/// Says that it took place.
#[must_use]
pub const fn hold(lang: Lang) -> &'static str {
    lang.pick("已经谈过", "It took place")
}

/// Offers another time.
#[must_use]
pub const fn offer(lang: Lang) -> &'static str {
    lang.pick("提议另一个时间", "Offer another time")
}

/// Says no.
#[must_use]
pub const fn decline(lang: Lang) -> &'static str {
    lang.pick("婉拒", "Decline")
}

/// The box of the new time, on which clock.
#[must_use]
pub fn new_time(lang: Lang, clock: &str) -> String {
    match lang {
        Lang::Zh => format!("新的时间（{clock}）"),
        Lang::En => format!("The new time ({clock})"),
    }
}

/// No time was entered.
#[must_use]
pub const fn no_time(lang: Lang) -> &'static str {
    lang.pick("请填日期和时间。", "Enter a day and a time.")
}

/// Why; the client reads it.
#[must_use]
pub const fn reason(lang: Lang) -> &'static str {
    lang.pick("原因，客户会看到", "Why: the client reads it")
}

/// No reason was given.
#[must_use]
pub const fn no_reason(lang: Lang) -> &'static str {
    lang.pick("请写原因。", "Say why.")
}

/// The way to the client.
#[must_use]
pub const fn to_file(lang: Lang) -> &'static str {
    lang.pick("看客户资料", "See the client")
}

// Clients.

/// The box of the search.
#[must_use]
pub const fn find_client(lang: Lang) -> &'static str {
    lang.pick("按姓名或邮箱找客户", "Find a client by name or address")
}

/// There are no clients yet.
#[must_use]
pub const fn no_clients(lang: Lang) -> &'static str {
    lang.pick("还没有客户。可以在“邀请”里请人加入。", "No clients yet. Invite somebody under Invitations.")
}

/// Nobody is like that.
#[must_use]
pub const fn nobody_found(lang: Lang) -> &'static str {
    lang.pick("没有找到。", "Nobody found.")
}

/// How many clients are listed.
#[must_use]
pub fn clients(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 位，最需要关注的在前"),
        (Lang::En, 1) => "One client".to_owned(),
        (Lang::En, _) => format!("{count} clients, the most urgent first"),
    }
}

/// Why a client needs attention.
#[must_use]
pub const fn attention_of(lang: Lang, attention: Attention) -> &'static str {
    match attention {
        Attention::Request => lang.pick("约了面谈，还没答复", "Asked for a meeting, not answered yet"),
        Attention::Review => lang.pick("风险类别上升，等您核对", "A rise of the class waits for you"),
        Attention::Red => lang.pick("退休进入红区，还没谈过", "Retirement turned red, not spoken of yet"),
        Attention::Expired => lang.pick("风险评估已过期", "The assessment has ended"),
        Attention::Overdue => lang.pick("早该联系了", "Contact is overdue"),
        Attention::ExpiresSoon => lang.pick("风险评估快到期", "The assessment ends soon"),
        Attention::NotAssessed => lang.pick("还没做风险评估", "Not assessed yet"),
        Attention::ToConfirm => lang.pick("配置还没确认", "The allocation waits to be confirmed"),
        Attention::ReviewDue => {
            lang.pick("规划满一年，该一起回顾", "The plan is a year old: time to review it")
        }
        Attention::None => lang.pick("一切正常", "All is well"),
    }
}

/// The latest day of the next contact.
#[must_use]
pub fn next_contact(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("最迟 {day}联系"),
        Lang::En => format!("Contact by {day}"),
    }
}

/// The class, and until when its assessment counts.
#[must_use]
pub fn class_until(lang: Lang, class: &str, day: &str) -> String {
    match (lang, day.is_empty()) {
        (_, true) => class.to_owned(),
        (Lang::Zh, false) => format!("{class}，有效到{day}"),
        (Lang::En, false) => format!("{class} until {day}"),
    }
}

/// The day of the last contact; none before there was one.
#[must_use]
pub fn last_contact(lang: Lang, day: Option<&str>) -> String {
    match (lang, day) {
        (Lang::Zh, Some(day)) => format!("上次 {day}"),
        (Lang::Zh, None) => "还没联系过".to_owned(),
        (Lang::En, Some(day)) => format!("Last contact {day}"),
        (Lang::En, None) => "No contact yet".to_owned(),
    }
}

/// They are looked after for somebody else.
#[must_use]
pub const fn as_deputy(lang: Lang) -> &'static str {
    lang.pick("代同事照看", "Looked after as a deputy")
}

// A client.

/// The way back.
#[must_use]
pub const fn back(lang: Lang) -> &'static str {
    lang.pick("回到工作台", "Back to the desk")
}

/// Names of the facts: address, language, last contact, next contact, household.
#[must_use]
pub const fn facts(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["邮箱", "语言", "上次联系", "最迟下次联系", "家人"],
        Lang::En => ["Address", "Language", "Last contact", "Next contact by", "Household"],
    }
}

/// There was no contact yet.
#[must_use]
pub const fn never(lang: Lang) -> &'static str {
    lang.pick("还没有", "Not yet")
}

/// A language.
#[must_use]
pub const fn language(lang: Lang, language: Language) -> &'static str {
    match language {
        Language::Zh => lang.pick("中文", "Chinese"),
        Language::En => lang.pick("英文", "English"),
    }
}

/// The heading over the plan.
#[must_use]
pub const fn plan(lang: Lang) -> &'static str {
    lang.pick("客户的规划", "The client's plan")
}

/// There is no plan yet.
#[must_use]
pub const fn no_plan(lang: Lang) -> &'static str {
    lang.pick("客户还没有存下规划。", "The client has not stored a plan yet.")
}

/// Names of the figures: chance, class, stored, assumptions.
#[must_use]
pub const fn plan_facts(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["不必减少开支的机会", "风险类别", "存下的日期", "假设的日期"],
        Lang::En => ["Chance of no cut in spending", "Class", "Stored", "Assumptions of"],
    }
}

/// Unfolds the figures of the plan.
#[must_use]
pub const fn figures(lang: Lang) -> &'static str {
    lang.pick("客户看到的数字，在这台设备上重新算一遍", "The figures the client sees, worked out again here")
}

/// The plan stood on other data of the firm.
#[must_use]
pub const fn other_rules(lang: Lang) -> &'static str {
    lang.pick(
        "公司的假设或规则在那之后变了，下面是按现在的算的。",
        "The firm's assumptions or rules have changed since. These figures are by those of today.",
    )
}

/// Until when the assessment counts.
#[must_use]
pub fn assessed_until(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("评估有效到{day}"),
        Lang::En => format!("The assessment counts until {day}"),
    }
}

/// The heading over a rise of the class.
#[must_use]
pub const fn rise(lang: Lang) -> &'static str {
    lang.pick("风险类别上升，等您核对", "A rise of the class waits for you")
}

/// From which class to which.
#[must_use]
pub fn rise_of(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Zh if from.is_empty() => format!("新的评估是 {to}。"),
        Lang::Zh => format!("从 {from} 升到 {to}，升了两级以上。请和客户核对后再决定是否生效。"),
        Lang::En if from.is_empty() => format!("The new assessment gives {to}."),
        Lang::En => format!(
            "It rose from {from} to {to}, by two steps or more. Speak with the client before it counts."
        ),
    }
}

/// The two answers: it counts, it does not.
#[must_use]
pub const fn rise_answers(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["核对无误，生效", "不生效"],
        Lang::En => ["It is right and counts", "It does not count"],
    }
}

/// The heading over the meetings of a client.
#[must_use]
pub const fn meetings(lang: Lang) -> &'static str {
    lang.pick("面谈", "Meetings")
}

/// There were none.
#[must_use]
pub const fn no_meetings(lang: Lang) -> &'static str {
    lang.pick("还没有面谈。", "No meetings yet.")
}

// The allocation.

/// The heading over the allocation.
#[must_use]
pub const fn allocation(lang: Lang) -> &'static str {
    lang.pick("资产配置", "The allocation")
}

/// Nothing was decided.
#[must_use]
pub const fn proposed(lang: Lang) -> &'static str {
    lang.pick("系统的建议，您还没有确认。", "Proposed by the plan, not confirmed by you yet.")
}

/// Who decided, when, and whether it is about the newest plan.
#[must_use]
pub fn decided(lang: Lang, by: &str, day: &str, adjusted: bool, newest: bool) -> String {
    let how = if adjusted { lang.pick("调整", "adjusted") } else { lang.pick("确认", "confirmed") };
    match (lang, newest) {
        (Lang::Zh, true) => format!("{by} 于{day}{how}。"),
        (Lang::Zh, false) => format!("{by} 于{day}{how}过较早的规划；最新的规划还没有确认。"),
        (Lang::En, true) => format!("{by} {how} it on {day}."),
        (Lang::En, false) => {
            format!("{by} {how} an earlier plan on {day}. The newest plan is not confirmed yet.")
        }
    }
}

/// Who tilted it, and until when.
#[must_use]
pub fn tilted(lang: Lang, by: &str, until: &str) -> String {
    match lang {
        Lang::Zh => format!("{by} 设了战术调整，到{until}为止。"),
        Lang::En => format!("{by} set a tilt that ends on {until}."),
    }
}

/// Columns of the weights: asset class, proposed, confirmed, tilted.
#[must_use]
pub const fn weight_columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["资产类别", "建议", "确认", "战术"],
        Lang::En => ["Asset class", "Proposed", "Confirmed", "Tilted"],
    }
}

/// Unfolds the decision.
#[must_use]
pub const fn decide(lang: Lang) -> &'static str {
    lang.pick("确认或调整配置", "Confirm or adjust the allocation")
}

/// What the decision does.
#[must_use]
pub const fn decide_lead(lang: Lang) -> &'static str {
    lang.pick(
        "不改数字就是按现在的比例确认。改动后合计要等于 100%，并在客户的限度之内。单位是百分比。",
        "Leave the figures to confirm them as they stand. Changed, they have to sum to 100% and stay within the client's limits. In percent.",
    )
}

/// Decides.
#[must_use]
pub const fn decide_now(lang: Lang) -> &'static str {
    lang.pick("确认这个配置", "Confirm this allocation")
}

/// Unfolds the tilt.
#[must_use]
pub const fn tilt(lang: Lang) -> &'static str {
    lang.pick("设战术调整", "Set a tilt")
}

/// What a tilt is.
#[must_use]
pub const fn tilt_lead(lang: Lang) -> &'static str {
    lang.pick(
        "各类增减的百分点，合计为 0；到期自动回到确认的配置。",
        "Percentage points up or down that sum to 0. When it ends, the confirmed allocation holds again by itself.",
    )
}

/// The last day of a tilt.
#[must_use]
pub const fn last_day(lang: Lang) -> &'static str {
    lang.pick("最后一天", "Last day")
}

/// No day was entered.
#[must_use]
pub const fn no_day(lang: Lang) -> &'static str {
    lang.pick("请填日期。", "Enter a day.")
}

/// Sets the tilt.
#[must_use]
pub const fn tilt_now(lang: Lang) -> &'static str {
    lang.pick("设定", "Set it")
}

/// Ends the tilt.
#[must_use]
pub const fn end_tilt(lang: Lang) -> &'static str {
    lang.pick("现在结束战术调整", "End the tilt now")
}

/// It is no percentage.
#[must_use]
pub const fn no_percent(lang: Lang) -> &'static str {
    lang.pick("请填百分比，例如 12.5。", "Enter a percentage, such as 12.5.")
}

// Notes.

/// The heading over the notes.
#[must_use]
pub const fn notes(lang: Lang) -> &'static str {
    lang.pick("备注", "Notes")
}

/// Who reads them.
#[must_use]
pub const fn notes_lead(lang: Lang) -> &'static str {
    lang.pick(
        "页面上客户看不到；客户导出自己的资料时会包含。",
        "The client does not see them on the page, but finds them in an export of their own data.",
    )
}

/// The box of a new note.
#[must_use]
pub const fn new_note(lang: Lang) -> &'static str {
    lang.pick("写一条备注", "Write a note")
}

/// The note is about a contact.
#[must_use]
pub const fn was_contact(lang: Lang) -> &'static str {
    lang.pick("这是一次联系，下次联系从今天算起", "This was a contact: the next one counts from today")
}

/// Saves the note.
#[must_use]
pub const fn save_note(lang: Lang) -> &'static str {
    lang.pick("保存备注", "Save the note")
}

// Tier and hand-over.

/// The heading over tier and hand-over.
#[must_use]
pub const fn care(lang: Lang) -> &'static str {
    lang.pick("服务与交接", "Service and hand-over")
}

/// The list of tiers.
#[must_use]
pub const fn tier(lang: Lang) -> &'static str {
    lang.pick("服务等级", "Tier of service")
}

/// Unfolds the hand-over.
#[must_use]
pub const fn hand_over(lang: Lang) -> &'static str {
    lang.pick("交接给另一位顾问", "Hand over to another advisor")
}

/// What a hand-over does.
#[must_use]
pub const fn hand_over_lead(lang: Lang) -> &'static str {
    lang.pick(
        "交接会留下记录，客户会收到您写的说明。待进行的面谈会取消，由新顾问另约。",
        "A hand-over is recorded, and the client is told what you write. Meetings ahead are called off; the new advisor arranges others.",
    )
}

/// Who takes over.
#[must_use]
pub const fn to_whom(lang: Lang) -> &'static str {
    lang.pick("交给谁", "To whom")
}

/// Nobody is chosen.
#[must_use]
pub const fn nobody_chosen(lang: Lang) -> &'static str {
    lang.pick("请选择", "Choose")
}

/// Why, for the firm.
#[must_use]
pub const fn hand_over_reason(lang: Lang) -> &'static str {
    lang.pick("原因，只留在公司记录", "Why, for the firm's records")
}

/// What the client is told.
#[must_use]
pub const fn hand_over_note(lang: Lang) -> &'static str {
    lang.pick("给客户的说明", "What the client is told")
}

/// Does it.
#[must_use]
pub const fn hand_over_now(lang: Lang) -> &'static str {
    lang.pick("交接这位客户", "Hand this client over")
}

// What came of a meeting.

/// Who reads it.
#[must_use]
pub const fn summary_hint(lang: Lang) -> &'static str {
    lang.pick(
        "客户会看到。写商量了什么、为什么，不写承诺。",
        "The client reads it. What was considered and why; no promises.",
    )
}

/// Adds something to be done.
#[must_use]
pub const fn add_task(lang: Lang) -> &'static str {
    lang.pick("加一件约定的事", "Add something to be done")
}

/// Something to be done, by its number.
#[must_use]
pub fn task(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 件"),
        Lang::En => format!("Number {number}"),
    }
}

/// Takes it away.
#[must_use]
pub fn remove_task(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("移除第 {number} 件"),
        Lang::En => format!("Remove number {number}"),
    }
}

/// Who does it.
#[must_use]
pub const fn who(lang: Lang) -> &'static str {
    lang.pick("谁来做", "Who does it")
}

/// One of the two.
#[must_use]
pub const fn doer(lang: Lang, side: Side) -> &'static str {
    match side {
        Side::Client => lang.pick("客户", "The client"),
        Side::Advisor => lang.pick("顾问", "The advisor"),
    }
}

/// Sends it to the client.
#[must_use]
pub const fn send_summary(lang: Lang) -> &'static str {
    lang.pick("发给客户", "Send to the client")
}

/// Changes what was written.
#[must_use]
pub const fn edit(lang: Lang) -> &'static str {
    lang.pick("修改", "Change it")
}

/// The heading over what the client thought.
#[must_use]
pub const fn feedback(lang: Lang) -> &'static str {
    lang.pick("客户的反馈", "What the client thought")
}

/// The answers of the client.
#[must_use]
pub fn points(lang: Lang, understood: u8, helped: u8) -> String {
    match lang {
        Lang::Zh => format!("看懂规划 {understood} 分，有帮助 {helped} 分（满分 5 分）。"),
        Lang::En => format!("Understood {understood}, helped {helped}, of 5."),
    }
}

/// Takes an entry away.
#[must_use]
pub const fn remove(lang: Lang) -> &'static str {
    lang.pick("移除", "Remove")
}

// Hours.

/// The heading over the week.
#[must_use]
pub const fn week(lang: Lang) -> &'static str {
    lang.pick("每周时间", "Every week")
}

/// A day of the week, 1 for Monday to 7.
#[must_use]
pub const fn weekday(lang: Lang, day: u8) -> &'static str {
    match day {
        1 => lang.pick("周一", "Monday"),
        2 => lang.pick("周二", "Tuesday"),
        3 => lang.pick("周三", "Wednesday"),
        4 => lang.pick("周四", "Thursday"),
        5 => lang.pick("周五", "Friday"),
        6 => lang.pick("周六", "Saturday"),
        _ => lang.pick("周日", "Sunday"),
    }
}

/// There are no hours.
#[must_use]
pub const fn closed(lang: Lang) -> &'static str {
    lang.pick("不接待", "Closed")
}

/// Adds hours to a day.
#[must_use]
pub const fn add_hours(lang: Lang) -> &'static str {
    lang.pick("加一段时间", "Add hours")
}

/// Begin and end.
#[must_use]
pub const fn from_until(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["从", "到"],
        Lang::En => ["From", "Until"],
    }
}

/// The heading over days that are not as every week.
#[must_use]
pub const fn other_days(lang: Lang) -> &'static str {
    lang.pick("个别日子", "Other days")
}

/// What they are.
#[must_use]
pub const fn other_days_lead(lang: Lang) -> &'static str {
    lang.pick(
        "和每周不同的日子：休假、半天、额外开放。",
        "Days that are not as every week: closed, closed for some hours, or open besides.",
    )
}

/// Adds such a day.
#[must_use]
pub const fn add_day(lang: Lang) -> &'static str {
    lang.pick("加一天", "Add a day")
}

/// The day.
#[must_use]
pub const fn date(lang: Lang) -> &'static str {
    lang.pick("日期", "Day")
}

/// What kind of day.
#[must_use]
pub const fn kind(lang: Lang) -> &'static str {
    lang.pick("安排", "What")
}

/// Kinds of days: closed for some hours, closed, open besides.
#[must_use]
pub const fn day_kinds(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["这段时间不接待", "全天不接待", "额外开放"],
        Lang::En => ["Closed for some hours", "Closed all day", "Open besides"],
    }
}

/// The heading over times away.
#[must_use]
pub const fn away(lang: Lang) -> &'static str {
    lang.pick("离开期间", "Times away")
}

/// Who stands in.
#[must_use]
pub const fn away_lead(lang: Lang) -> &'static str {
    lang.pick(
        "这段时间由您指定的同事代为接待。",
        "In that time your clients meet the colleague whom you name.",
    )
}

/// There is nobody to stand in.
#[must_use]
pub const fn no_deputy(lang: Lang) -> &'static str {
    lang.pick("公司里没有其他顾问可以代为接待。", "The firm has no other advisor who could stand in.")
}

/// Adds such a time.
#[must_use]
pub const fn add_away(lang: Lang) -> &'static str {
    lang.pick("加一段离开的时间", "Add a time away")
}

/// Who stands in.
#[must_use]
pub const fn deputy(lang: Lang) -> &'static str {
    lang.pick("由谁代为接待", "Who stands in")
}

/// The heading over the rest.
#[must_use]
pub const fn general(lang: Lang) -> &'static str {
    lang.pick("其他", "The rest")
}

/// The time zone.
#[must_use]
pub const fn time_zone(lang: Lang) -> &'static str {
    lang.pick("时区", "Time zone")
}

/// Most clients.
#[must_use]
pub const fn capacity(lang: Lang) -> &'static str {
    lang.pick("最多几位客户", "Most clients")
}

/// Kept free after a meeting.
#[must_use]
pub const fn buffer(lang: Lang) -> &'static str {
    lang.pick("每次面谈后留空", "Kept free after a meeting")
}

/// So many minutes.
#[must_use]
pub fn minutes(lang: Lang, minutes: u16) -> String {
    match lang {
        Lang::Zh => format!("{minutes} 分钟"),
        Lang::En => format!("{minutes} minutes"),
    }
}

/// Languages that are spoken.
#[must_use]
pub const fn languages(lang: Lang) -> &'static str {
    lang.pick("会说的语言", "Languages you speak")
}

/// Saves the hours.
#[must_use]
pub const fn save_hours(lang: Lang) -> &'static str {
    lang.pick("保存接待时间", "Save the hours")
}

/// It was saved.
#[must_use]
pub const fn saved(lang: Lang) -> &'static str {
    lang.pick("已保存。", "Saved.")
}

// Invitations.

/// The heading over the form.
#[must_use]
pub const fn invite(lang: Lang) -> &'static str {
    lang.pick("邀请一位客户", "Invite a client")
}

/// What an invitation does.
#[must_use]
pub const fn invite_lead(lang: Lang) -> &'static str {
    lang.pick(
        "对方会收到邮件；您也可以自己把链接发过去。用链接开户的人，您就是他们的顾问。",
        "They get a mail, and you may pass the link on yourself. Whoever opens an account with it has you as their advisor.",
    )
}

/// Whom.
#[must_use]
pub const fn address(lang: Lang) -> &'static str {
    lang.pick("对方的邮箱", "Their e-mail address")
}

/// In which language.
#[must_use]
pub const fn mail_language(lang: Lang) -> &'static str {
    lang.pick("邮件的语言", "Language of the mail")
}

/// Sends it.
#[must_use]
pub const fn make_link(lang: Lang) -> &'static str {
    lang.pick("发出邀请", "Send the invitation")
}

/// The link is told once.
#[must_use]
pub const fn link(lang: Lang) -> &'static str {
    lang.pick("邀请链接，只显示这一次", "The link, shown this once")
}

/// The heading over what was sent.
#[must_use]
pub const fn invited(lang: Lang) -> &'static str {
    lang.pick("已发出的邀请", "Invitations that were sent")
}

/// None was sent.
#[must_use]
pub const fn nobody_invited(lang: Lang) -> &'static str {
    lang.pick("还没有发出邀请。", "None yet.")
}

/// It was accepted.
#[must_use]
pub fn accepted(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("{day}已接受"),
        Lang::En => format!("Accepted on {day}"),
    }
}

/// It waits.
#[must_use]
pub fn link_until(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("等对方接受，链接有效到{day}"),
        Lang::En => format!("Waiting: the link works until {day}"),
    }
}

/// It came to nothing.
#[must_use]
pub const fn link_over(lang: Lang) -> &'static str {
    lang.pick("链接已过期", "The link has ended")
}
