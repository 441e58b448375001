//! What mails say, Chinese and English side by side.
//!
//! Words in braces are filled in: `{time}` and `{firm}` when the mail is written, all others, such as
//! `{name}`, `{with}` and `{reason}`, from what the outbox holds. No mail names an amount, a zone or a class:
//! mailboxes are read by others.

use crate::words::Words;

/// The texts of one kind of mail.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts {
    /// As the outbox has it.
    pub(super) kind: &'static str,
    /// The subject.
    pub(super) subject: Words,
    /// Paragraphs; one whose braces stay empty is left out.
    pub(super) body: &'static [Words],
    /// What the button says, and where it leads: a path, with `{token}` where the link ends in a secret.
    pub(super) link: Option<(Words, &'static str)>,
}

const MEETINGS: Option<(Words, &str)> = Some((Words::new("查看面谈", "See the meeting"), "/meetings"));
const DESK: Option<(Words, &str)> = Some((Words::new("打开工作台", "Open the desk"), "/desk"));

const TALKS: Option<(Words, &str)> = Some((Words::new("查看讲座", "See the talks"), "/learn/talks"));

/// A greeting, where the name is known.
pub(super) const GREETING: Words = Words::new("{name}，您好：", "Dear {name},");

/// The line under every mail.
pub(super) const FOOT: Words = Words::new(
    "此邮件由{firm}自动发出。邮件中不含金额等私人资料；请勿转发带有链接的邮件。",
    "Sent by {firm}. This mail holds no amounts or other private figures. Please do not forward mails with links.",
);

/// Every mail.
pub(super) const TEXTS: &[Texts] = &[
    Texts {
        kind: "confirm_address",
        subject: Words::new("请确认您的邮箱", "Please confirm your e-mail address"),
        body: &[Words::new(
            "点击下面的链接，确认这是您的邮箱。链接七天内有效，只能使用一次。如果您没有注册，请忽略这封邮件。",
            "Open the link below to confirm that this mailbox is yours. It works once, for seven days. If you did not open an account, ignore this mail.",
        )],
        link: Some((Words::new("确认邮箱", "Confirm the address"), "/account/confirm?token={token}")),
    },
    Texts {
        kind: "address_has_account",
        subject: Words::new("您的邮箱已有账户", "Your address already has an account"),
        body: &[Words::new(
            "有人用这个邮箱注册，但它已有账户。如果是您本人，请直接登录；忘记密码可以重新设置。如果不是您，无需处理。",
            "Somebody tried to open an account with this address, which has one already. If it was you, sign in; a lost password can be set anew. If it was not you, there is nothing to do.",
        )],
        link: Some((Words::new("登录", "Sign in"), "/account")),
    },
    Texts {
        kind: "set_password",
        subject: Words::new("重新设置密码", "Set a new password"),
        body: &[Words::new(
            "点击下面的链接设置新密码。链接一小时内有效，只能使用一次。如果您没有提出请求，请忽略这封邮件，密码不会改变。",
            "Open the link below to set a new password. It works once, for one hour. If you did not ask for it, ignore this mail: your password stays as it is.",
        )],
        link: Some((Words::new("设置新密码", "Set a new password"), "/account/reset?token={token}")),
    },
    Texts {
        kind: "invitation",
        subject: Words::new("{with}邀请您使用{firm}", "{with} invites you to {firm}"),
        body: &[Words::new(
            "{with}愿意做您长期的顾问，邀请您开设账户。链接十四天内有效，只能使用一次。",
            "{with} would like to be your advisor for the long run, and invites you to open an account. The link works once, for fourteen days.",
        )],
        link: Some((Words::new("接受邀请", "Accept the invitation"), "/account?invitation={token}")),
    },
    Texts {
        kind: "household_invitation",
        subject: Words::new("{with}邀请您组成家庭", "{with} would like to link your accounts as a household"),
        body: &[
            Words::new(
                "{with}希望把两个账户连为一个家庭，便于顾问一起服务。同意后，双方的姓名互相可见，双方的顾问能看到彼此属于同一家庭；规划和金额互不可见。",
                "{with} would like to link your two accounts as one household, so that the advisor can look after both together. If you agree, you see each other's names and your advisors see that you belong together; plans and amounts stay private.",
            ),
            Words::new(
                "链接十四天内有效。您随时可以解除。",
                "The link works for fourteen days. You can undo it at any time.",
            ),
        ],
        link: Some((Words::new("查看并决定", "Look and decide"), "/account?household={token}")),
    },
    Texts {
        kind: "advisor_assigned",
        subject: Words::new("您的顾问：{with}", "Your advisor: {with}"),
        body: &[Words::new(
            "从今天起，{with}是您的长期顾问。您可以随时预约面谈。",
            "From today on {with} is your advisor for the long run. You can ask for a meeting at any time.",
        )],
        link: Some((Words::new("预约面谈", "Ask for a meeting"), "/meetings")),
    },
    Texts {
        kind: "client_assigned",
        subject: Words::new("新客户：{with}", "A new client: {with}"),
        body: &[Words::new(
            "{with}成为您的客户。请在首次联系期限内联系。",
            "{with} is now your client. Please be in touch in good time.",
        )],
        link: DESK,
    },
    Texts {
        kind: "handed_over",
        subject: Words::new("您的顾问改由{with}担任", "Your advisor is now {with}"),
        body: &[
            Words::new(
                "您的顾问改由{with}担任，您的规划和记录都已交接。",
                "Your advisor is now {with}. Your plan and its records have been handed over.",
            ),
            Words::new("{note}", "{note}"),
        ],
        link: Some((Words::new("查看", "See who it is"), "/meetings")),
    },
    Texts {
        kind: "meeting_requested",
        subject: Words::new("面谈请求：{with}，{time}", "Meeting asked for: {with}, {time}"),
        body: &[
            Words::new("{with}希望与您面谈。", "{with} asks for a meeting."),
            Words::new("时间：{time}", "When: {time}"),
            Words::new("方式：{place}", "How: {place}"),
        ],
        link: DESK,
    },
    Texts {
        kind: "meeting_received",
        subject: Words::new("已收到您的面谈请求：{time}", "Your request for a meeting: {time}"),
        body: &[
            Words::new(
                "{with}会尽快确认，或提出另一个时间。",
                "{with} will confirm it soon, or offer another time.",
            ),
            Words::new("时间：{time}", "When: {time}"),
            Words::new("方式：{place}", "How: {place}"),
        ],
        link: MEETINGS,
    },
    Texts {
        kind: "meeting_confirmed",
        subject: Words::new("面谈已确认：{time}", "Meeting confirmed: {time}"),
        body: &[
            Words::new(
                "您与{with}的面谈已确认。附件可以加入日历。",
                "Your meeting with {with} is confirmed. The attachment puts it into your calendar.",
            ),
            Words::new("时间：{time}", "When: {time}"),
            Words::new("方式：{place}", "How: {place}"),
        ],
        link: MEETINGS,
    },
    Texts {
        kind: "meeting_offered",
        subject: Words::new("{with}提出另一个面谈时间", "{with} offers another time to meet"),
        body: &[
            Words::new("提出的时间：{time}", "Offered: {time}"),
            Words::new("原因：{reason}", "Why: {reason}"),
            Words::new("请接受，或另选时间。", "Please accept it, or choose another."),
        ],
        link: MEETINGS,
    },
    Texts {
        kind: "meeting_moved",
        subject: Words::new("{with}希望改到：{time}", "{with} asks to move the meeting to {time}"),
        body: &[
            Words::new("时间：{time}", "When: {time}"),
            Words::new("原因：{reason}", "Why: {reason}"),
            Words::new("请确认，或提出另一个时间。", "Please confirm it, or offer another time."),
        ],
        link: DESK,
    },
    Texts {
        kind: "meeting_declined",
        subject: Words::new("面谈请求未能安排", "Your meeting could not be arranged"),
        body: &[
            Words::new("{with}未能安排这次面谈。", "{with} could not arrange this meeting."),
            Words::new("原因：{reason}", "Why: {reason}"),
            Words::new("欢迎另选时间。", "Please choose another time."),
        ],
        link: MEETINGS,
    },
    Texts {
        kind: "meeting_cancelled",
        subject: Words::new("面谈已取消：{time}", "Meeting called off: {time}"),
        body: &[
            Words::new("{with}取消了这次面谈。", "{with} called this meeting off."),
            Words::new("原因：{reason}", "Why: {reason}"),
        ],
        link: MEETINGS,
    },
    Texts {
        kind: "meeting_reminder",
        subject: Words::new("面谈提醒：{time}", "Reminder of your meeting: {time}"),
        body: &[
            Words::new("您与{with}的面谈将于{time}进行。", "You meet {with} on {time}."),
            Words::new("方式：{place}", "How: {place}"),
            Words::new(
                "议程已按您的规划准备好，可以先看一看。",
                "The agenda has been prepared from the plan; have a look before you meet.",
            ),
        ],
        link: MEETINGS,
    },
    Texts {
        kind: "meeting_summary",
        subject: Words::new("面谈纪要已写好", "What came of your meeting"),
        body: &[Words::new(
            "{with}写好了面谈纪要和约定事项。也请您用两个问题告诉我们感受。",
            "{with} has written up your meeting and what you agreed on. Two questions ask what you thought of it.",
        )],
        link: MEETINGS,
    },
    Texts {
        kind: "allocation_decided",
        subject: Words::new("您的资产配置已由顾问确认", "Your advisor has settled your allocation"),
        body: &[
            Words::new(
                "{with}看过您的规划，并确认了资产配置。",
                "{with} has looked at your plan and settled the allocation.",
            ),
            Words::new("说明：{reason}", "Why: {reason}"),
        ],
        link: Some((Words::new("查看配置", "See the allocation"), "/allocation")),
    },
    Texts {
        kind: "talk_seat",
        subject: Words::new("您已报名：{title}", "You have a seat: {title}"),
        body: &[
            Words::new(
                "已为您留好座位。附件可以加入日历。",
                "A seat is yours. The attachment puts it into your calendar.",
            ),
            Words::new("时间：{when}", "When: {when}"),
            Words::new("地点：{where}", "Where: {where}"),
            Words::new(
                "如果不能来，请取消报名，把座位留给别人。",
                "If you cannot come, please give the seat back, so that somebody else can have it.",
            ),
        ],
        link: TALKS,
    },
    Texts {
        kind: "talk_left",
        subject: Words::new("已取消报名：{title}", "Your seat was given back: {title}"),
        body: &[Words::new("时间：{when}", "When: {when}")],
        link: TALKS,
    },
    Texts {
        kind: "tilt_set",
        subject: Words::new("您的资产配置有一项临时调整", "Your allocation is tilted for a while"),
        body: &[
            Words::new(
                "{with}对您的配置作了临时调整，到{until}为止。长期配置不变。",
                "{with} has tilted your allocation for a while, until {until}. The strategic allocation stays as it is.",
            ),
            Words::new("说明：{reason}", "Why: {reason}"),
        ],
        link: Some((Words::new("查看配置", "See the allocation"), "/allocation")),
    },
    Texts {
        kind: "tilt_ended",
        subject: Words::new("资产配置的临时调整已结束", "Your allocation is no longer tilted"),
        body: &[Words::new(
            "{with}结束了临时调整，回到已确认的长期配置。",
            "{with} has ended the tilt: the strategic allocation holds again, as it was confirmed.",
        )],
        link: Some((Words::new("查看配置", "See the allocation"), "/allocation")),
    },
    Texts {
        kind: "review_decided",
        subject: Words::new("您的风险评估已由顾问复核", "Your advisor has reviewed your assessment"),
        body: &[Words::new("说明：{reason}", "Why: {reason}")],
        link: Some((Words::new("查看结果", "See the result"), "/profile")),
    },
];

/// Days of the week, Monday first.
pub(super) const WEEKDAYS: [Words; 7] = [
    Words::new("星期一", "Monday"),
    Words::new("星期二", "Tuesday"),
    Words::new("星期三", "Wednesday"),
    Words::new("星期四", "Thursday"),
    Words::new("星期五", "Friday"),
    Words::new("星期六", "Saturday"),
    Words::new("星期日", "Sunday"),
];

/// Months; Chinese ones are numbers.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
