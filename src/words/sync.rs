//! What is on the device and what is in the account.

use super::Lang;

/// The heading where both have changed.
#[must_use]
pub const fn apart(lang: Lang) -> &'static str {
    lang.pick("这台设备和您的账户里，回答不一样", "Your answers differ between this device and your account")
}

/// What to do about it.
#[must_use]
pub const fn apart_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "请选择接着用哪一份。另一份留在这台设备上，随时可以在“我的”里换回。",
        "Choose which one to go on with. The other is kept on this device, and can be brought back under “Me” at any time.",
    )
}

/// When what is in the account was written.
#[must_use]
pub fn stored_at(lang: Lang, when: &str) -> String {
    match lang {
        Lang::Zh => format!("账户里的那一份存于 {when}。"),
        Lang::En => format!("The one in your account was stored on {when}."),
    }
}

/// The heading over the questions that are answered differently.
#[must_use]
pub const fn differs(lang: Lang) -> &'static str {
    lang.pick("不一样的地方", "Where they differ")
}

/// Something else than an answer differs: scenarios, notes about products.
#[must_use]
pub const fn differs_elsewhere(lang: Lang) -> &'static str {
    lang.pick("保存的设想，或问卷以外写下的内容", "Scenarios, or what was written outside of the questions")
}

/// More of them than are listed.
#[must_use]
pub fn and_more(lang: Lang, more: usize) -> String {
    match lang {
        Lang::Zh => format!("还有 {more} 处"),
        Lang::En => format!("and {more} more"),
    }
}

/// Goes on with what is on this device.
#[must_use]
pub const fn use_device(lang: Lang) -> &'static str {
    lang.pick("用这台设备上的", "Use what is on this device")
}

/// Goes on with what is in the account.
#[must_use]
pub const fn use_account(lang: Lang) -> &'static str {
    lang.pick("用账户里的", "Use what is in my account")
}

/// A newer version of the app wrote what is in the account.
#[must_use]
pub const fn newer(lang: Lang) -> &'static str {
    lang.pick(
        "您的另一台设备用的是较新的版本。请重新载入这一页；在那之前，这里填写的内容先留在这台设备上。",
        "Another device of yours uses a newer version. Please reload this page; until then what you type here stays on this device.",
    )
}

/// The account could not be reached.
#[must_use]
pub const fn later(lang: Lang) -> &'static str {
    lang.pick(
        "暂时没有存进账户。内容都在这台设备上，连上后会自动存入。",
        "Not in your account yet. Everything is on this device, and follows once there is a connection.",
    )
}

/// The session has run out.
#[must_use]
pub const fn expired(lang: Lang) -> &'static str {
    lang.pick("登录已过期", "Your sign-in has run out")
}

/// What that means.
#[must_use]
pub const fn expired_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "您填写的内容都在这台设备上。重新登录后，会接着存进账户。",
        "Everything you typed is on this device. Sign in again, and it follows into your account.",
    )
}

/// Opens the form to sign in with.
#[must_use]
pub const fn sign_in_again(lang: Lang) -> &'static str {
    lang.pick("重新登录", "Sign in again")
}

/// Goes on without the account.
#[must_use]
pub const fn go_on_without(lang: Lang) -> &'static str {
    lang.pick("不登录，继续", "Go on without it")
}

/// A request for a meeting waits for the network.
#[must_use]
pub const fn meeting_waits(lang: Lang) -> &'static str {
    lang.pick(
        "您的面谈请求还没发出。它在这台设备上，网络一恢复就会自动发出。",
        "Your request for a meeting is not sent yet. It is on this device, and goes once there is a network.",
    )
}

/// The request that waited was sent.
#[must_use]
pub const fn meeting_sent(lang: Lang) -> &'static str {
    lang.pick("您的面谈请求已发给顾问。", "Your request for a meeting was sent to your advisor.")
}

/// The time that the request asked for could not be had any more.
#[must_use]
pub const fn meeting_came_late(lang: Lang) -> &'static str {
    lang.pick(
        "您要的面谈时间已经没有了。您写的内容还在，请另选时间。",
        "The time you asked for is gone. What you typed is kept: please choose another one.",
    )
}

/// The way to the meetings.
#[must_use]
pub const fn to_meetings(lang: Lang) -> &'static str {
    lang.pick("去面谈", "To the meetings")
}
