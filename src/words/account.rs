//! The account: opening it, signing in, and all that belongs to it.

use super::Lang;

mod mine;
mod safety;

pub use mine::*;
pub use safety::*;

/// The heading for whoever is not signed in.
#[must_use]
pub const fn headline(lang: Lang) -> &'static str {
    lang.pick("把规划带在身边", "Take your plan with you")
}

/// What an account is for.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "有了账户，您填写的内容会跟到每台设备，也会有一位长期的顾问。不开户也能用，内容就留在这台设备上。",
        "With an account, what you typed follows you to every device, and you have an advisor for the long run. Without one all of it works too, and stays on this device.",
    )
}

/// Names the choice between opening an account and signing in.
#[must_use]
pub const fn way_in(lang: Lang) -> &'static str {
    lang.pick("开户或登录", "Open an account, or sign in")
}

/// Opens an account.
#[must_use]
pub const fn sign_up(lang: Lang) -> &'static str {
    lang.pick("开户", "Open an account")
}

/// Signs in.
#[must_use]
pub const fn sign_in(lang: Lang) -> &'static str {
    lang.pick("登录", "Sign in")
}

/// The other way in.
#[must_use]
pub const fn by_passkey(lang: Lang) -> &'static str {
    lang.pick("用通行密钥登录", "Sign in with a passkey")
}

/// The address one signs in with.
#[must_use]
pub const fn email(lang: Lang) -> &'static str {
    lang.pick("邮箱", "E-mail address")
}

/// The name to be addressed by.
#[must_use]
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("怎么称呼您", "What shall we call you?")
}

/// A name is not asked of anybody.
#[must_use]
pub const fn name_hint(lang: Lang) -> &'static str {
    lang.pick("可以不填。", "You may leave this empty.")
}

/// The password.
#[must_use]
pub const fn password(lang: Lang) -> &'static str {
    lang.pick("密码", "Password")
}

/// What makes a good password.
#[must_use]
pub const fn password_hint(lang: Lang) -> &'static str {
    lang.pick(
        "至少 12 个字符，长比复杂要紧：几个不相干的词连在一起就好。",
        "At least 12 characters. Length matters more than signs: several words that have nothing to do with each other will do.",
    )
}

/// Shows a password.
#[must_use]
pub const fn show_password(lang: Lang) -> &'static str {
    lang.pick("显示", "Show")
}

/// Hides a password.
#[must_use]
pub const fn hide_password(lang: Lang) -> &'static str {
    lang.pick("隐藏", "Hide")
}

/// What becomes of the answers of a guest.
#[must_use]
pub const fn draft_comes_along(lang: Lang) -> &'static str {
    lang.pick(
        "您已经填写的内容会一起存进账户，不用重填。",
        "What you have typed so far goes into the account with you.",
    )
}

/// The way for whoever has forgotten the password.
#[must_use]
pub const fn forgot(lang: Lang) -> &'static str {
    lang.pick("忘记密码", "I have forgotten my password")
}

/// What follows from that.
#[must_use]
pub const fn forgot_lead(lang: Lang) -> &'static str {
    lang.pick(
        "我们会寄一封邮件，里面的链接可以设置新密码，一小时内有效。",
        "We send you a mail with a link that sets a new password. It works for one hour.",
    )
}

/// Asks for that mail.
#[must_use]
pub const fn send_mail(lang: Lang) -> &'static str {
    lang.pick("寄邮件给我", "Send me the mail")
}

/// The mail is on its way, if there is such an account.
#[must_use]
pub const fn mail_sent(lang: Lang) -> &'static str {
    lang.pick(
        "如果这个邮箱有账户，邮件已经寄出。请到收件箱查看，也看看垃圾邮件。",
        "If this address has an account, the mail is on its way. Please look into your mailbox, and among the spam.",
    )
}

/// Back to signing in.
#[must_use]
pub const fn back_to_sign_in(lang: Lang) -> &'static str {
    lang.pick("回到登录", "Back to signing in")
}

/// Where signing in leads back to.
#[must_use]
pub const fn then_back(lang: Lang) -> &'static str {
    lang.pick("登录后会回到刚才的页面。", "You come back to where you were.")
}

/// Who invites.
#[must_use]
pub fn invited_by(lang: Lang, advisor: &str) -> String {
    match lang {
        Lang::Zh => format!("{advisor}邀请您"),
        Lang::En => format!("{advisor} invites you"),
    }
}

/// What the invitation means.
#[must_use]
pub fn invited_meaning(lang: Lang, advisor: &str, until: &str) -> String {
    match lang {
        Lang::Zh => format!("{advisor}愿意做您长期的顾问。请在 {until} 之前开户或登录来接受。"),
        Lang::En => format!(
            "{advisor} would like to be your advisor for the long run. Open an account or sign in before {until} to accept."
        ),
    }
}

/// Accepts the invitation.
#[must_use]
pub const fn accept(lang: Lang) -> &'static str {
    lang.pick("接受邀请", "Accept the invitation")
}

/// The invitation cannot be accepted: there is an advisor already.
#[must_use]
pub fn has_advisor(lang: Lang, advisor: &str) -> String {
    match lang {
        Lang::Zh => format!("您已经有一位长期的顾问：{advisor}。换顾问请直接联系我们。"),
        Lang::En => {
            format!(
                "You have an advisor for the long run already: {advisor}. To change that, please contact us."
            )
        }
    }
}

/// An invitation to a household.
#[must_use]
pub const fn household_asked(lang: Lang) -> &'static str {
    lang.pick("有人邀请您组成家庭", "Somebody would like to link your accounts as a household")
}

/// What belonging to a household means.
#[must_use]
pub const fn household_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "同意之后，双方的姓名互相可见，双方的顾问知道彼此属于同一家庭。规划和金额互不可见，随时可以解除。",
        "If you agree, you see each other's names, and your advisors see that you belong together. Plans and amounts stay private, and you can undo it at any time.",
    )
}

/// Agrees to belong to a household.
#[must_use]
pub const fn agree(lang: Lang) -> &'static str {
    lang.pick("同意", "Agree")
}

/// Does not agree.
#[must_use]
pub const fn not_now(lang: Lang) -> &'static str {
    lang.pick("暂不", "Not now")
}

/// Signing in comes first.
#[must_use]
pub const fn sign_in_first(lang: Lang) -> &'static str {
    lang.pick("请先登录或开户，再决定。", "Please sign in or open an account first, then decide.")
}

/// The page that confirms a mailbox.
#[must_use]
pub const fn confirm_title(lang: Lang) -> &'static str {
    lang.pick("确认您的邮箱", "Confirm your e-mail address")
}

/// What is left to be done for it.
#[must_use]
pub const fn confirm_lead(lang: Lang, signed_in: bool) -> &'static str {
    if signed_in {
        lang.pick("按一下就好。", "One press, and it is done.")
    } else {
        lang.pick(
            "请输入这个账户的密码，确认账户是您的。",
            "Please enter the password of this account, to show that it is yours.",
        )
    }
}

/// Confirms the mailbox.
#[must_use]
pub const fn confirm(lang: Lang) -> &'static str {
    lang.pick("确认邮箱", "Confirm the address")
}

/// The mailbox is confirmed.
#[must_use]
pub const fn confirmed(lang: Lang) -> &'static str {
    lang.pick("邮箱已确认", "Your address is confirmed")
}

/// The page that sets a new password.
#[must_use]
pub const fn reset_title(lang: Lang) -> &'static str {
    lang.pick("设置新密码", "Set a new password")
}

/// What else that does.
#[must_use]
pub const fn reset_lead(lang: Lang) -> &'static str {
    lang.pick("其他已登录的设备会一起退出。", "Every other device is signed out.")
}

/// The new password.
#[must_use]
pub const fn new_password(lang: Lang) -> &'static str {
    lang.pick("新密码", "New password")
}

/// Sets the new password.
#[must_use]
pub const fn set_password(lang: Lang) -> &'static str {
    lang.pick("保存新密码", "Save the new password")
}

/// The new password holds.
#[must_use]
pub const fn password_set(lang: Lang) -> &'static str {
    lang.pick("新密码已生效，您已登录", "The new password holds, and you are signed in")
}

/// The link has no end.
#[must_use]
pub const fn no_token(lang: Lang) -> &'static str {
    lang.pick(
        "链接不完整。请从邮件里重新打开，或重新获取一封。",
        "This link is not complete. Please open it from the mail again, or ask for another mail.",
    )
}

/// The way to the account.
#[must_use]
pub const fn to_account(lang: Lang) -> &'static str {
    lang.pick("去“我的”", "To “Me”")
}
