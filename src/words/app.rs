//! The frame: names of places, settings, and what every page may have to say.

use super::Lang;

/// The product's name.
#[must_use]
pub const fn product(lang: Lang) -> &'static str {
    lang.pick("常青", "Evergreen")
}

/// The first page.
#[must_use]
pub const fn home(lang: Lang) -> &'static str {
    lang.pick("首页", "Home")
}

/// The place of everything that follows from the answers.
#[must_use]
pub const fn plan(lang: Lang) -> &'static str {
    lang.pick("规划", "Plan")
}

/// The questions.
#[must_use]
pub const fn questions(lang: Lang) -> &'static str {
    lang.pick("问卷", "Questions")
}

/// The risk profile.
#[must_use]
pub const fn profile(lang: Lang) -> &'static str {
    lang.pick("风险画像", "Profile")
}

/// The allocation.
#[must_use]
pub const fn allocation(lang: Lang) -> &'static str {
    lang.pick("配置", "Allocation")
}

/// The retirement.
#[must_use]
pub const fn retirement(lang: Lang) -> &'static str {
    lang.pick("退休", "Retirement")
}

/// The page of the life goals.
#[must_use]
pub const fn goals(lang: Lang) -> &'static str {
    lang.pick("人生目标", "Life goals")
}

/// The page of the products.
#[must_use]
pub const fn products(lang: Lang) -> &'static str {
    lang.pick("产品", "Products")
}

/// The plan on paper.
#[must_use]
pub const fn report(lang: Lang) -> &'static str {
    lang.pick("打印", "Print")
}

/// Whether a plan on paper is what the planner says.
#[must_use]
pub const fn verify(lang: Lang) -> &'static str {
    lang.pick("核对", "Check a plan")
}

/// The page of the fees.
#[must_use]
pub const fn fees(lang: Lang) -> &'static str {
    lang.pick("费用", "Fees")
}

/// The place of everything to read and to hear.
#[must_use]
pub const fn learn(lang: Lang) -> &'static str {
    lang.pick("学堂", "Learn")
}

/// The page of the articles.
#[must_use]
pub const fn articles(lang: Lang) -> &'static str {
    lang.pick("文章", "Articles")
}

/// The page of the words that are explained.
#[must_use]
pub const fn glossary(lang: Lang) -> &'static str {
    lang.pick("词汇", "Glossary")
}

/// The page of the talks.
#[must_use]
pub const fn talks(lang: Lang) -> &'static str {
    lang.pick("讲座", "Talks")
}

/// The place of the meetings with the advisor.
#[must_use]
pub const fn meetings(lang: Lang) -> &'static str {
    lang.pick("面谈", "Meetings")
}

/// The place of advisors.
#[must_use]
pub const fn desk(lang: Lang) -> &'static str {
    lang.pick("工作台", "Desk")
}

/// The place of the account.
#[must_use]
pub const fn me(lang: Lang) -> &'static str {
    lang.pick("我的", "Me")
}

/// The title of an address that is none.
#[must_use]
pub const fn not_found(lang: Lang) -> &'static str {
    lang.pick("没有这个页面", "Page not found")
}

/// What to do on an address that is none.
#[must_use]
pub const fn not_found_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "这个地址没有内容。您填写的内容还在。",
        "There is nothing at this address. What you have typed is still here.",
    )
}

/// The way home.
#[must_use]
pub const fn to_home(lang: Lang) -> &'static str {
    lang.pick("回到首页", "Back to the first page")
}

/// Names the bar of places for those who hear the page.
#[must_use]
pub const fn places(lang: Lang) -> &'static str {
    lang.pick("页面", "Places")
}

/// The link that skips the bars.
#[must_use]
pub const fn skip(lang: Lang) -> &'static str {
    lang.pick("跳到正文", "Skip to content")
}

/// The button of the settings.
#[must_use]
pub const fn settings(lang: Lang) -> &'static str {
    lang.pick("设置", "Settings")
}

/// Opens the question whether to erase everything.
#[must_use]
pub const fn erase(lang: Lang) -> &'static str {
    lang.pick("清除本机上的全部内容", "Erase everything on this device")
}

/// Asks whether to erase everything.
#[must_use]
pub const fn erase_question(lang: Lang) -> &'static str {
    lang.pick("要清除全部内容吗？", "Erase everything?")
}

/// What erasing does.
#[must_use]
pub const fn erase_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "您填写的所有回答会从这台设备上删除，无法恢复。它们没有保存在别处。",
        "Every answer you gave is removed from this device and cannot be brought back. It is not kept anywhere else.",
    )
}

/// Erases everything.
#[must_use]
pub const fn erase_yes(lang: Lang) -> &'static str {
    lang.pick("清除", "Erase")
}

/// Erases nothing.
#[must_use]
pub const fn erase_no(lang: Lang) -> &'static str {
    lang.pick("保留", "Keep")
}

/// Where the answers are.
#[must_use]
pub const fn stays_here(lang: Lang) -> &'static str {
    lang.pick("您填写的内容只保存在这台设备上。", "What you type stays on this device.")
}

/// Where the answers are for whoever is signed in.
#[must_use]
pub const fn goes_along(lang: Lang) -> &'static str {
    lang.pick("您填写的内容存在您的账户里。", "What you type is kept in your account.")
}

/// The way to the account, in the settings.
#[must_use]
pub const fn to_account(lang: Lang) -> &'static str {
    lang.pick("账户、退出登录", "Account, sign out")
}

/// While the firm's data load.
#[must_use]
pub const fn loading(lang: Lang) -> &'static str {
    lang.pick("正在载入", "Loading")
}

/// The firm's data cannot be had.
#[must_use]
pub const fn firm_missing(lang: Lang) -> &'static str {
    lang.pick("暂时载入不了资料", "The firm's data cannot be loaded right now")
}

/// What to do when the firm's data cannot be had.
#[must_use]
pub const fn firm_missing_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "请检查网络后再试。第一次打开需要联网，之后没有网络也能使用。",
        "Please check the connection and try again. The first visit needs a network; later ones do not.",
    )
}

/// A page cannot be fetched.
#[must_use]
pub const fn page_missing(lang: Lang) -> &'static str {
    lang.pick("暂时载入不了这一页", "This page cannot be loaded right now")
}

/// What to do when a page cannot be fetched.
#[must_use]
pub const fn page_missing_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "您的回答还在。请检查网络后再试，或重新打开常青。",
        "Your answers are kept. Please check the connection and try again, or open Evergreen anew.",
    )
}

/// The firm's shelf cannot be had.
#[must_use]
pub const fn shelf_missing(lang: Lang) -> &'static str {
    lang.pick("暂时载入不了产品和费用资料", "Products and fee figures cannot be loaded right now")
}

/// What to do when the firm's shelf cannot be had.
#[must_use]
pub const fn shelf_missing_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "请检查网络后再试。打开过一次之后，没有网络也能查看。",
        "Please check the connection and try again. Once opened, they can be read without a network.",
    )
}

/// Something that was pressed is on its way to the server.
#[must_use]
pub const fn sending(lang: Lang) -> &'static str {
    lang.pick("正在发送…", "Sending…")
}

/// Tries again.
#[must_use]
pub const fn retry(lang: Lang) -> &'static str {
    lang.pick("再试一次", "Try again")
}

/// There is no plan, although the answers hold together.
#[must_use]
pub const fn no_plan(lang: Lang) -> &'static str {
    lang.pick("方案没有算出来", "The plan could not be worked out")
}

/// The plan cannot be computed on this device.
#[must_use]
pub const fn worker_dead(lang: Lang) -> &'static str {
    lang.pick(
        "这台设备暂时算不出方案。您的回答还在，可以再试一次，或换一个较新的浏览器。",
        "The plan cannot be computed on this device right now. Your answers are kept: try again, or use a newer browser.",
    )
}

/// While the first plan is computed.
#[must_use]
pub const fn computing(lang: Lang) -> &'static str {
    lang.pick("正在计算您的方案", "Working out your plan")
}

/// The heading of a place that needs the answers, before there are any.
#[must_use]
pub const fn not_begun(lang: Lang) -> &'static str {
    lang.pick("先答问卷，再看方案", "Your plan begins with your answers")
}

/// The heading of a place that needs the answers first.
#[must_use]
pub const fn not_yet(lang: Lang) -> &'static str {
    lang.pick("还差几个回答", "A few answers are still missing")
}

/// How much is missing before there is a plan.
#[must_use]
pub fn not_yet_count(lang: Lang, steps: usize) -> String {
    match (lang, steps) {
        (Lang::Zh, _) => format!("再回答 {steps} 题，这里就会显示您的结果。已填的内容都保留着。"),
        (Lang::En, 1) => {
            "Answer one more question and your result appears here. Everything so far is kept.".to_owned()
        }
        (Lang::En, _) => {
            format!("Answer {steps} more questions and your result appears here. Everything so far is kept.")
        }
    }
}

/// The way to the next open question.
#[must_use]
pub const fn to_next_open(lang: Lang) -> &'static str {
    lang.pick("去下一个未答的问题", "Go to the next open question")
}

/// The browser refuses to keep anything.
#[must_use]
pub const fn not_kept(lang: Lang) -> &'static str {
    lang.pick(
        "这个浏览器不允许保存内容。关闭页面后，您的回答会丢失。",
        "This browser does not let us keep anything: your answers are gone once the page is closed.",
    )
}

/// What was kept could not be read.
#[must_use]
pub const fn put_aside(lang: Lang) -> &'static str {
    lang.pick(
        "之前保存的内容由较新的版本写成，或已损坏，现在打不开。它还留在这台设备上，没有删除。",
        "What was kept here was written by a newer version or is damaged, and cannot be opened now. It is still on this device.",
    )
}

/// A newer version of the app waits.
#[must_use]
pub const fn update_waits(lang: Lang) -> &'static str {
    lang.pick(
        "有新版本了。您填的都在这台设备上，不会丢。",
        "A new version is here. What you typed is on this device and stays.",
    )
}

/// Lets it take over.
#[must_use]
pub const fn update_now(lang: Lang) -> &'static str {
    lang.pick("重新载入", "Reload")
}

/// Hides every amount, or shows them again.
#[must_use]
pub const fn hide_amounts(lang: Lang, hidden: bool) -> &'static str {
    if hidden {
        lang.pick("显示金额（F9）", "Show amounts (F9)")
    } else {
        lang.pick("隐藏金额（F9）", "Hide amounts (F9)")
    }
}

/// The plan before an audience.
#[must_use]
pub const fn present(lang: Lang) -> &'static str {
    lang.pick("演示", "Present")
}

/// Size of type, theme and colours.
#[must_use]
pub const fn appearance(lang: Lang) -> &'static str {
    lang.pick("显示", "Display")
}
