//! Why the server did not do what was asked.

use wire::Fault;

use super::Lang;
use crate::api::ApiError;

/// Why it was not done, and the way out, in one or two sentences.
#[must_use]
pub fn sentence(lang: Lang, error: &ApiError) -> String {
    let problem = match error {
        ApiError::Unreachable => return unreachable(lang).to_owned(),
        ApiError::NoPasskey => return no_passkey(lang).to_owned(),
        ApiError::Refused(problem) => problem,
    };
    let known = match problem.code.as_str() {
        "signed_out" => lang.pick(
            "登录已过期。您填写的内容还在；重新登录后会接着进行。",
            "Your sign-in has run out. What you typed is still here, and goes on once you have signed in again.",
        ),
        "wrong_password" => lang.pick("邮箱或密码不正确。", "The address and the password do not belong together."),
        "link_gone" => {
            lang.pick("链接已使用或已过期，请重新获取。", "This link was used or is too old. Please ask for a new one.")
        }
        "too_many_requests" => return wait(lang, problem.retry_after_s.unwrap_or(60)),
        "unreadable" => lang.pick(
            "这一页的版本旧了，请重新载入。您填写的内容还在。",
            "This page is of an older version. Please reload it; what you typed is kept.",
        ),
        // The rest in the server's own words: they come in the page's language.
        _ => problem.detail.as_deref().unwrap_or_else(|| failed(lang)),
    };
    known.to_owned()
}

/// What is wrong with a field, for a line right under it.
#[must_use]
pub fn fault(lang: Lang, fault: &Fault) -> String {
    let range = fault.min.zip(fault.max).filter(|_| fault.message.is_empty());
    match (lang, range) {
        (_, None) => fault.message.clone(),
        (Lang::Zh, Some((min, max))) => format!("请填写 {min} 到 {max} 之间的数。"),
        (Lang::En, Some((min, max))) => format!("Please give a number from {min} to {max}."),
    }
}

/// No network, or no server.
#[must_use]
pub const fn unreachable(lang: Lang) -> &'static str {
    lang.pick(
        "暂时连不上服务器。您填写的内容还在，请检查网络后再试。",
        "The server cannot be reached right now. What you typed is kept: please check the connection and try again.",
    )
}

const fn no_passkey(lang: Lang) -> &'static str {
    lang.pick(
        "没有完成通行密钥，什么都没有改变。可以再试一次，或用密码。",
        "The passkey was not completed, and nothing has changed. Try again, or use your password.",
    )
}

const fn failed(lang: Lang) -> &'static str {
    lang.pick(
        "服务器出了问题，请稍后再试。您填写的内容还在。",
        "Something went wrong at the server. Please try again later; what you typed is kept.",
    )
}

fn wait(lang: Lang, seconds: u32) -> String {
    let minutes = seconds.div_ceil(60);
    match lang {
        Lang::Zh => format!("操作过于频繁，请 {minutes} 分钟后再试。"),
        Lang::En if minutes == 1 => "That was too often. Please try again in a minute.".to_owned(),
        Lang::En => format!("That was too often. Please try again in {minutes} minutes."),
    }
}

#[cfg(test)]
mod tests {
    use wire::Problem;

    use super::*;

    #[test]
    fn a_wait_is_told_in_whole_minutes() {
        let problem =
            Problem { code: "too_many_requests".to_owned(), retry_after_s: Some(61), ..Problem::default() };
        let error = ApiError::Refused(Box::new(problem));

        assert_eq!(sentence(Lang::En, &error), "That was too often. Please try again in 2 minutes.");
    }

    #[test]
    fn what_nobody_foresaw_is_said_in_the_words_of_the_server() {
        let problem =
            Problem { code: "new".to_owned(), detail: Some("Not today.".to_owned()), ..Problem::default() };

        assert_eq!(sentence(Lang::En, &ApiError::Refused(Box::new(problem))), "Not today.");
        assert!(!sentence(Lang::En, &ApiError::Refused(Box::default())).is_empty());
    }
}
