//! Meetings, as the investor reads of them.

use wire::{Language, MeetingState, MeetingSubject, Place, Side, Topic};

use super::Lang;

/// The heading.
#[must_use]
pub const fn headline(lang: Lang) -> &'static str {
    lang.pick("和您的顾问见面", "Meet your advisor")
}

/// What a meeting is, before there is an account.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "一位固定的顾问长期陪伴您。您说想谈什么，选一个时间，他们和您看着同一份规划谈。",
        "One advisor stays with you for life. You say what it is about and choose a time; then both of you look at the same plan.",
    )
}

/// What is to be known of a meeting, before there is an account.
#[must_use]
pub const fn terms(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => [
            "可在营业部、电话或视频进行。",
            "顾问确认后您会收到邮件，可放进日历。",
            "改期、取消都在这里，不用打电话。",
        ],
        Lang::En => [
            "At the branch, by telephone or by video.",
            "Once your advisor confirms, you get a mail that goes into your calendar.",
            "Move it or call it off here, without a telephone call.",
        ],
    }
}

/// Why an account is needed now.
#[must_use]
pub const fn account_first(lang: Lang) -> &'static str {
    lang.pick(
        "选时间之前，请先开一个账户，这样顾问知道是谁。您写的内容会留着。",
        "To choose a time, open an account first, so that your advisor knows who asks. What you typed stays.",
    )
}

/// The way to a new account.
#[must_use]
pub const fn sign_up(lang: Lang) -> &'static str {
    lang.pick("开账户，选时间", "Open an account and choose a time")
}

/// The way to an account that is there.
#[must_use]
pub const fn sign_in(lang: Lang) -> &'static str {
    lang.pick("我有账户，登录", "I have an account: sign in")
}

/// The session has ended.
#[must_use]
pub const fn signed_out(lang: Lang) -> &'static str {
    lang.pick(
        "登录已过期，请重新登录。您写的内容还在。",
        "Your session has ended. Sign in again: what you typed is still here.",
    )
}

/// For somebody who has clients instead of an advisor.
#[must_use]
pub const fn for_investors(lang: Lang) -> &'static str {
    lang.pick("这一页是给投资者的", "This page is for investors")
}

/// What advisors do instead.
#[must_use]
pub const fn for_investors_way_out(lang: Lang) -> &'static str {
    lang.pick("您和客户的面谈在工作台。", "Your meetings with clients are on the desk.")
}

/// What could not be loaded.
#[must_use]
pub const fn unreachable(lang: Lang) -> &'static str {
    lang.pick("面谈暂时载入不了", "The meetings cannot be loaded right now")
}

/// What to do about it.
#[must_use]
pub const fn unreachable_way_out(lang: Lang) -> &'static str {
    lang.pick("请检查网络后再试。", "Check the network, then try again.")
}

/// The server said no without a sentence of its own, or nobody answered.
#[must_use]
pub const fn not_done(lang: Lang, answered: bool) -> &'static str {
    if answered {
        lang.pick("没有办成，请稍后再试。", "That was not done. Please try again later.")
    } else {
        lang.pick(
            "没有网络，没有办成。网络恢复后请再按一次。",
            "There is no network, so nothing was done. Press again once it is back.",
        )
    }
}

// The advisor.

/// Names the part about the advisor.
#[must_use]
pub const fn advisor(lang: Lang) -> &'static str {
    lang.pick("您的顾问", "Your advisor")
}

/// The languages of an advisor.
#[must_use]
pub fn speaks(lang: Lang, languages: &[Language]) -> String {
    let name = |language: &Language| match language {
        Language::Zh => lang.pick("中文", "Chinese"),
        Language::En => lang.pick("英文", "English"),
    };
    let names: Vec<_> = languages.iter().map(name).collect();
    match lang {
        Lang::Zh => format!("会说{}", names.join("和")),
        Lang::En => format!("Speaks {}", names.join(" and ")),
    }
}

/// Who stands in.
#[must_use]
pub fn deputy(lang: Lang, name: &str, from: &str, until: &str) -> String {
    match lang {
        Lang::Zh => format!("{from}到{until}期间由{name}代为接待。"),
        Lang::En => format!("{name} stands in from {from} to {until}."),
    }
}

/// There is no advisor yet.
#[must_use]
pub const fn no_advisor(lang: Lang) -> &'static str {
    lang.pick("您还没有顾问", "You have no advisor yet")
}

/// How one is chosen.
#[must_use]
pub const fn no_advisor_why(lang: Lang) -> &'static str {
    lang.pick(
        "我们会为您安排一位说您的语言、有时间的顾问，以后一直是这一位。",
        "You get one who speaks your language and has room, and keep them from then on.",
    )
}

/// Takes an advisor.
#[must_use]
pub const fn take_advisor(lang: Lang) -> &'static str {
    lang.pick("请安排一位顾问", "Give me an advisor")
}

// Asking.

/// The heading over the form.
#[must_use]
pub const fn ask(lang: Lang) -> &'static str {
    lang.pick("约一次面谈", "Ask for a meeting")
}

/// The same where there is a meeting already.
#[must_use]
pub const fn ask_another(lang: Lang) -> &'static str {
    lang.pick("再约一次", "Ask for another meeting")
}

/// Unfolds the form.
#[must_use]
pub const fn unfold(lang: Lang) -> &'static str {
    lang.pick("说想谈什么，选时间", "Say what it is about, and choose a time")
}

/// The question of the topic.
#[must_use]
pub const fn why(lang: Lang) -> &'static str {
    lang.pick("想谈什么？", "What is it about?")
}

/// A topic.
#[must_use]
pub const fn topic(lang: Lang, topic: Topic) -> &'static str {
    match topic {
        Topic::ZoneCrossed => lang.pick("退休的区域", "The zone of my retirement"),
        Topic::GapFound => lang.pick("规划里的一个缺口", "A gap in my plan"),
        Topic::ProductAboveClass => lang.pick("高于我的类别的产品", "A product above my class"),
        Topic::AnnualReview => lang.pick("年度回顾", "The yearly review"),
        Topic::Goal => lang.pick("一个人生目标", "A life goal"),
        Topic::Own => lang.pick("别的事情", "Something else"),
    }
}

/// The topic of the zone, by the zone that the plan shows.
#[must_use]
pub fn topic_of_zone(lang: Lang, zone: &str) -> String {
    match lang {
        Lang::Zh => format!("我的退休在{zone}"),
        Lang::En => format!("My retirement is in the {}", zone.to_lowercase()),
    }
}

/// The question of the subject, and the line that stands for none.
#[must_use]
pub const fn about(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("具体是哪一方面（可不选）", "不选"),
        Lang::En => ("Which part of it (you may leave this)", "None"),
    }
}

/// A subject.
#[must_use]
pub const fn subject(lang: Lang, subject: MeetingSubject) -> &'static str {
    match subject {
        MeetingSubject::Retirement => lang.pick("退休", "Retirement"),
        MeetingSubject::Allocation => lang.pick("资产配置", "The mix of assets"),
        MeetingSubject::Reserve => lang.pick("备用金", "The reserve"),
        MeetingSubject::Protection => lang.pick("保障", "Protection"),
        MeetingSubject::Loan => lang.pick("贷款", "A loan"),
        MeetingSubject::Home => lang.pick("住房", "A home"),
        MeetingSubject::Education => lang.pick("教育", "Education"),
        MeetingSubject::Estate => lang.pick("传承", "What is passed on"),
        MeetingSubject::Tax => lang.pick("税务", "Taxes"),
        MeetingSubject::Product => lang.pick("一只产品", "A product"),
        MeetingSubject::Alternatives => lang.pick("合格投资者产品", "Products for qualified investors"),
        MeetingSubject::Cash => lang.pick("现金与家庭大额安排", "Cash and larger household affairs"),
    }
}

/// The question of the name of what it is about, by its topic.
#[must_use]
pub const fn name(lang: Lang, topic: Topic) -> &'static str {
    match topic {
        Topic::ProductAboveClass => lang.pick("哪只产品", "Which product"),
        _ => lang.pick("它叫什么（可不写）", "What it is called (you may leave this)"),
    }
}

/// The question of the own words, and what helps.
#[must_use]
pub const fn own_words(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("您自己的话（可不写）", "写下想弄明白的事，顾问会先准备。"),
        Lang::En => (
            "In your own words (you may leave this)",
            "What you want to understand: your advisor prepares it.",
        ),
    }
}

/// The question of the place.
#[must_use]
pub const fn how(lang: Lang) -> &'static str {
    lang.pick("怎么谈？", "How do you want to meet?")
}

/// A way of meeting.
#[must_use]
pub const fn place(lang: Lang, place: Place) -> &'static str {
    match place {
        Place::Branch => lang.pick("在营业部", "At the branch"),
        Place::Phone => lang.pick("电话", "By telephone"),
        Place::Video => lang.pick("视频", "By video"),
    }
}

/// The question of the time, on which clock.
#[must_use]
pub fn when(lang: Lang, clock: &str) -> String {
    match lang {
        Lang::Zh => format!("什么时间？（{clock}）"),
        Lang::En => format!("When? ({clock})"),
    }
}

/// A time on the clock of the other.
#[must_use]
pub fn theirs(lang: Lang, time: &str) -> String {
    match lang {
        Lang::Zh => format!("顾问 {time}"),
        Lang::En => format!("theirs {time}"),
    }
}

/// With whom, where it is somebody else.
#[must_use]
pub fn with(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("和{name}"),
        Lang::En => format!("with {name}"),
    }
}

/// More days.
#[must_use]
pub const fn more_days(lang: Lang) -> &'static str {
    lang.pick("再看几天", "More days")
}

/// The times are on their way.
#[must_use]
pub const fn times_loading(lang: Lang) -> &'static str {
    lang.pick("正在看顾问的时间…", "Looking at your advisor's times…")
}

/// There are no times.
#[must_use]
pub const fn no_times(lang: Lang) -> &'static str {
    lang.pick(
        "顾问近期没有空档。请打电话给我们，我们来安排。",
        "Your advisor has no free time at present. Call us and we will arrange it.",
    )
}

/// The times cannot be had.
#[must_use]
pub const fn times_unreachable(lang: Lang) -> &'static str {
    lang.pick("顾问的时间暂时载入不了。", "Your advisor's times cannot be loaded right now.")
}

/// What is missing before it can be sent: the topic, the place, the time.
#[must_use]
pub const fn missing(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["请选一项想谈的。", "请选一种方式。", "请选一个时间。"],
        Lang::En => ["Say what it is about.", "Say how you want to meet.", "Choose a time."],
    }
}

/// Sends the request.
#[must_use]
pub fn send(lang: Lang, time: Option<&str>) -> String {
    match (lang, time) {
        (Lang::Zh, Some(time)) => format!("约 {time}"),
        (Lang::Zh, None) => "约这个时间".to_owned(),
        (Lang::En, Some(time)) => format!("Ask for {time}"),
        (Lang::En, None) => "Ask for this time".to_owned(),
    }
}

/// It was sent.
#[must_use]
pub fn sent(lang: Lang, time: &str) -> String {
    match lang {
        Lang::Zh => format!("已发给顾问：{time}。确认后您会收到邮件。"),
        Lang::En => format!("Sent to your advisor: {time}. You get a mail once it is confirmed."),
    }
}

// A request that waits.

/// The heading of a request that waits: for the network, or for somebody to sign in again.
#[must_use]
pub const fn waits(lang: Lang, signed_out: bool) -> &'static str {
    if signed_out {
        lang.pick("还没发出：等您登录", "Not sent yet: waiting for you to sign in")
    } else {
        lang.pick("还没发出：等网络", "Not sent yet: waiting for the network")
    }
}

/// What it asks for, and what happens next.
#[must_use]
pub fn waits_why(lang: Lang, time: &str, signed_out: bool) -> String {
    match (lang, signed_out) {
        (Lang::Zh, false) => {
            format!("您想约 {time}。请求留在这台设备上，网络一恢复就会自动发出，只发一次。")
        }
        (Lang::Zh, true) => format!("您想约 {time}。请求留在这台设备上，重新登录后就会自动发出，只发一次。"),
        (Lang::En, false) => format!(
            "You asked for {time}. The request stays on this device and goes by itself, once only, as soon as there is a network."
        ),
        (Lang::En, true) => format!(
            "You asked for {time}. The request stays on this device and goes by itself, once only, after you have signed in again."
        ),
    }
}

/// Tries to send it now.
#[must_use]
pub const fn send_now(lang: Lang) -> &'static str {
    lang.pick("现在发送", "Send it now")
}

/// Takes it back.
#[must_use]
pub const fn do_not_send(lang: Lang) -> &'static str {
    lang.pick("不发了", "Do not send it")
}

/// It waited too long, or the server did not take it.
#[must_use]
pub fn came_late(lang: Lang, time: &str) -> String {
    match lang {
        Lang::Zh => format!("等网络的那次请求（{time}）没有约上。您写的内容还在，请另选时间。"),
        Lang::En => format!(
            "The request that waited ({time}) could not be had. What you typed is still here: please choose another time."
        ),
    }
}

// A meeting.

/// The heading over meetings to come.
#[must_use]
pub const fn ahead(lang: Lang) -> &'static str {
    lang.pick("接下来", "Coming up")
}

/// The heading over meetings that are over.
#[must_use]
pub const fn past(lang: Lang) -> &'static str {
    lang.pick("以前的面谈", "Earlier meetings")
}

/// Where a meeting stands, for the client.
#[must_use]
pub const fn state(lang: Lang, state: MeetingState) -> &'static str {
    match state {
        MeetingState::Requested => lang.pick("等顾问确认", "Waiting for your advisor"),
        MeetingState::Offered => lang.pick("顾问提议了另一个时间", "Your advisor offers another time"),
        MeetingState::Confirmed => lang.pick("已确认", "Confirmed"),
        MeetingState::Held => lang.pick("已面谈", "Took place"),
        MeetingState::Declined => lang.pick("顾问未能接受", "Your advisor could not take it"),
        MeetingState::Cancelled => lang.pick("已取消", "Called off"),
    }
}

/// The time of a meeting has passed, and nobody has written down what came of it.
#[must_use]
pub const fn over(lang: Lang, agreed: bool) -> &'static str {
    if agreed {
        lang.pick(
            "时间已过，等顾问写下谈了什么。",
            "The time has passed. Your advisor will write down what came of it.",
        )
    } else {
        lang.pick(
            "时间已过，没有定下来。请另约时间。",
            "The time has passed, and nothing was agreed. Please ask for another one.",
        )
    }
}

/// How the other's clock shows the time.
#[must_use]
pub fn other_clock(lang: Lang, time: &str, clock: &str) -> String {
    match lang {
        Lang::Zh => format!("对方的时间：{time}（{clock}）"),
        Lang::En => format!("On the other's clock: {time} ({clock})"),
    }
}

/// What the client wrote.
#[must_use]
pub const fn in_own_words(lang: Lang, side: Side) -> &'static str {
    match side {
        Side::Client => lang.pick("您写的", "You wrote"),
        Side::Advisor => lang.pick("客户写的", "The client wrote"),
    }
}

/// Why the last step was taken.
#[must_use]
pub fn because(lang: Lang, side: Side, reason: &str) -> String {
    match (lang, side) {
        (Lang::Zh, Side::Client) => format!("客户说：{reason}"),
        (Lang::Zh, Side::Advisor) => format!("顾问说：{reason}"),
        (Lang::En, Side::Client) => format!("The client says: {reason}"),
        (Lang::En, Side::Advisor) => format!("The advisor says: {reason}"),
    }
}

/// What will be talked about.
#[must_use]
pub const fn agenda(lang: Lang) -> &'static str {
    lang.pick("会谈什么", "What you will talk about")
}

/// Who may join.
#[must_use]
pub const fn experts(lang: Lang) -> &'static str {
    lang.pick("可能请来的专家", "Experts who may join")
}

/// Puts it into a calendar.
#[must_use]
pub const fn to_calendar(lang: Lang) -> &'static str {
    lang.pick("放进日历", "Add to calendar")
}

/// Takes the offered time.
#[must_use]
pub const fn accept(lang: Lang) -> &'static str {
    lang.pick("这个时间可以", "This time suits me")
}

/// Asks for another time.
#[must_use]
pub const fn reschedule(lang: Lang) -> &'static str {
    lang.pick("改期", "Another time")
}

/// Calls it off.
#[must_use]
pub const fn cancel(lang: Lang) -> &'static str {
    lang.pick("取消", "Call it off")
}

/// Why, where one may stay silent.
#[must_use]
pub const fn reason_if_any(lang: Lang) -> &'static str {
    lang.pick("原因（可不写）", "Why (you may leave this)")
}

/// Does call it off.
#[must_use]
pub const fn cancel_yes(lang: Lang) -> &'static str {
    lang.pick("确定取消这次面谈", "Yes, call this meeting off")
}

/// Leaves it as it is.
#[must_use]
pub const fn leave(lang: Lang) -> &'static str {
    lang.pick("不改了", "Leave it as it is")
}

// Afterwards.

/// The heading over what came of it.
#[must_use]
pub const fn summary(lang: Lang) -> &'static str {
    lang.pick("谈了什么", "What came of it")
}

/// Nothing was written yet.
#[must_use]
pub const fn no_summary(lang: Lang) -> &'static str {
    lang.pick("顾问还没有写下要点。", "Your advisor has not written it down yet.")
}

/// The heading over what was agreed on.
#[must_use]
pub const fn tasks(lang: Lang) -> &'static str {
    lang.pick("约定的事", "What was agreed on")
}

/// Something to be done, and who does it.
#[must_use]
pub fn task(lang: Lang, task: &str, side: Side) -> String {
    match (lang, side) {
        (Lang::Zh, Side::Client) => format!("{task}（客户）"),
        (Lang::Zh, Side::Advisor) => format!("{task}（顾问）"),
        (Lang::En, Side::Client) => format!("{task} (client)"),
        (Lang::En, Side::Advisor) => format!("{task} (advisor)"),
    }
}

/// The heading over the feedback.
#[must_use]
pub const fn feedback(lang: Lang) -> &'static str {
    lang.pick("您觉得怎么样？", "What did you think of it?")
}

/// The two questions: understood, helped.
#[must_use]
pub const fn questions(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["我看懂了自己的规划", "这次面谈对我有帮助"],
        Lang::En => ["I understood my plan", "The meeting helped me"],
    }
}

/// What the ends of the scale mean.
#[must_use]
pub const fn scale(lang: Lang) -> &'static str {
    lang.pick("1 完全没有，5 完全同意", "1 is not at all, 5 is fully")
}

/// Anything else.
#[must_use]
pub const fn anything_else(lang: Lang) -> &'static str {
    lang.pick("还想说的（可不写）", "Anything else (you may leave this)")
}

/// Sends the feedback.
#[must_use]
pub const fn send_feedback(lang: Lang) -> &'static str {
    lang.pick("发送", "Send")
}

/// Both questions have to be answered.
#[must_use]
pub const fn answer_both(lang: Lang) -> &'static str {
    lang.pick("请回答两个问题。", "Please answer both questions.")
}

/// The feedback was sent.
#[must_use]
pub fn thanks(lang: Lang, understood: u8, helped: u8) -> String {
    match lang {
        Lang::Zh => format!("谢谢。您的回答：看懂 {understood} 分，有帮助 {helped} 分。"),
        Lang::En => format!("Thank you. You said: understood {understood} of 5, helped {helped} of 5."),
    }
}

// The calendar feed.

/// The heading over the feed.
#[must_use]
pub const fn feed(lang: Lang) -> &'static str {
    lang.pick("日历订阅", "In your own calendar")
}

/// What the feed is.
#[must_use]
pub const fn feed_lead(lang: Lang) -> &'static str {
    lang.pick(
        "用一个只有您知道的链接，日历会自动跟着面谈更新。谁有链接谁就能看到时间，请不要转发。",
        "With a link that only you know, your calendar follows your meetings. Whoever has the link sees the times: pass it on to nobody.",
    )
}

/// Makes the link.
#[must_use]
pub const fn make_feed(lang: Lang) -> &'static str {
    lang.pick("生成订阅链接", "Make the link")
}

/// Makes a new one.
#[must_use]
pub const fn make_feed_anew(lang: Lang) -> &'static str {
    lang.pick("换一个新链接", "Make a new link")
}

/// Since when there is a link.
#[must_use]
pub fn feed_since(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("{day}生成过链接，仍有效。"),
        Lang::En => format!("A link made on {day} works."),
    }
}

/// The link is told once.
#[must_use]
pub const fn feed_link(lang: Lang) -> &'static str {
    lang.pick("订阅链接，只显示这一次", "The link, shown this once")
}

/// Copies, and has copied.
#[must_use]
pub const fn copy(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["复制", "已复制"],
        Lang::En => ["Copy", "Copied"],
    }
}

/// Takes the link back.
#[must_use]
pub const fn revoke_feed(lang: Lang) -> &'static str {
    lang.pick("停用链接", "Stop the link")
}
