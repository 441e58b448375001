//! Password, passkeys and devices.

use super::super::Lang;

/// The part about password, passkeys and devices.
#[must_use]
pub const fn safety(lang: Lang) -> &'static str {
    lang.pick("登录与安全", "Signing in, and safety")
}

/// Changes the password.
#[must_use]
pub const fn change_password(lang: Lang) -> &'static str {
    lang.pick("更改密码", "Change the password")
}

/// The password up to now.
#[must_use]
pub const fn current_password(lang: Lang) -> &'static str {
    lang.pick("现在的密码", "Present password")
}

/// The password was changed.
#[must_use]
pub const fn password_changed(lang: Lang) -> &'static str {
    lang.pick(
        "密码已更改，其他设备已退出。",
        "The password was changed, and every other device was signed out.",
    )
}

/// The passkeys.
#[must_use]
pub const fn passkeys(lang: Lang) -> &'static str {
    lang.pick("通行密钥", "Passkeys")
}

/// What a passkey is.
#[must_use]
pub const fn passkeys_lead(lang: Lang) -> &'static str {
    lang.pick(
        "用指纹、面容或设备的锁屏密码登录，不用记密码，也不会被钓走。",
        "Sign in with a fingerprint, your face or the lock of your device. There is nothing to remember, and nothing to be tricked out of you.",
    )
}

/// There is none.
#[must_use]
pub const fn no_passkeys(lang: Lang) -> &'static str {
    lang.pick("还没有通行密钥。", "There is no passkey yet.")
}

/// What a passkey is called.
#[must_use]
pub const fn passkey_name(lang: Lang) -> &'static str {
    lang.pick("给它起个名字", "What to call it")
}

/// What it is called unless somebody says otherwise.
#[must_use]
pub const fn this_device(lang: Lang) -> &'static str {
    lang.pick("这台设备", "This device")
}

/// Makes a passkey.
#[must_use]
pub const fn add_passkey(lang: Lang) -> &'static str {
    lang.pick("添加通行密钥", "Add a passkey")
}

/// When a passkey was made and used.
#[must_use]
pub fn passkey_about(lang: Lang, made: &str, used: Option<&str>) -> String {
    match (lang, used) {
        (Lang::Zh, None) => format!("{made} 添加，还没有用过"),
        (Lang::Zh, Some(used)) => format!("{made} 添加，{used} 用过"),
        (Lang::En, None) => format!("added on {made}, not used yet"),
        (Lang::En, Some(used)) => format!("added on {made}, last used on {used}"),
    }
}

/// Takes something away.
#[must_use]
pub fn remove(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("移除{name}"),
        Lang::En => format!("Remove {name}"),
    }
}

/// The same in one word.
#[must_use]
pub const fn remove_short(lang: Lang) -> &'static str {
    lang.pick("移除", "Remove")
}

/// This browser knows no passkeys.
#[must_use]
pub const fn passkeys_unknown(lang: Lang) -> &'static str {
    lang.pick("这个浏览器不支持通行密钥。", "This browser does not know passkeys.")
}

/// The password is asked for again.
#[must_use]
pub const fn prove(lang: Lang) -> &'static str {
    lang.pick("为了安全，请再输入一次密码。", "To be safe, please enter your password once more.")
}

/// Goes on.
#[must_use]
pub const fn go_on(lang: Lang) -> &'static str {
    lang.pick("继续", "Go on")
}

/// The devices that are signed in.
#[must_use]
pub const fn devices(lang: Lang) -> &'static str {
    lang.pick("已登录的设备", "Devices that are signed in")
}

/// A device that cannot be told.
#[must_use]
pub const fn unknown_device(lang: Lang) -> &'static str {
    lang.pick("未知设备", "A device of unknown kind")
}

/// The device in hand.
#[must_use]
pub const fn this_one(lang: Lang) -> &'static str {
    lang.pick("就是这台", "this one")
}

/// Since when a device is signed in, and when it was seen last.
#[must_use]
pub fn device_about(lang: Lang, since: &str, seen: &str) -> String {
    match lang {
        Lang::Zh => format!("{since} 登录，最近 {seen}"),
        Lang::En => format!("signed in on {since}, last seen {seen}"),
    }
}

/// Signs one device out.
#[must_use]
pub fn sign_out_device(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("退出{name}"),
        Lang::En => format!("Sign out {name}"),
    }
}

/// The same in one word.
#[must_use]
pub const fn sign_out_short(lang: Lang) -> &'static str {
    lang.pick("退出", "Sign out")
}

/// Signs every device out.
#[must_use]
pub const fn sign_out_everywhere(lang: Lang) -> &'static str {
    lang.pick("所有设备都退出", "Sign out everywhere")
}

/// The password that was shown again is another one.
#[must_use]
pub const fn wrong_password(lang: Lang) -> &'static str {
    lang.pick("密码不正确。", "That is not the password.")
}
