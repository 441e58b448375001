//! The library: articles, glossary and talks.

use wire::{Country, Gap, Stage, Subject, TalkKind};

use super::Lang;

/// The heading for a reader with a plan.
#[must_use]
pub const fn headline(lang: Lang) -> &'static str {
    lang.pick("读懂自己的计划", "Understand your own plan")
}

/// What the library is.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "一篇讲清一件和您的钱有关的事，几分钟读完。有了方案，文中的数字就是您自己的。",
        "Each article explains one thing that matters to your money, in a few minutes. Once you have a plan, the figures in them are your own.",
    )
}

/// The heading over what is recommended.
#[must_use]
pub const fn for_you(lang: Lang) -> &'static str {
    lang.pick("先读这几篇", "Read these first")
}

/// What is recommended follows from the answers, or would.
#[must_use]
pub const fn for_you_lead(lang: Lang, planned: bool) -> &'static str {
    if planned {
        lang.pick(
            "按您的回答和方案挑选，理由写在上面。",
            "Chosen by your answers and your plan, each with its reason.",
        )
    } else {
        lang.pick(
            "填完问卷后，这里按您自己的情况挑选。",
            "Once you have answered the questions, these are chosen for your own case.",
        )
    }
}

/// The heading over articles that were begun or saved.
#[must_use]
pub const fn yours(lang: Lang) -> &'static str {
    lang.pick("接着读", "Go on reading")
}

/// The heading over all articles.
#[must_use]
pub fn all(lang: Lang, articles: usize) -> String {
    match lang {
        Lang::Zh => format!("全部 {articles} 篇文章"),
        Lang::En => format!("All {articles} articles"),
    }
}

/// The box to search with.
#[must_use]
pub const fn search(lang: Lang) -> &'static str {
    lang.pick("在文章里查找", "Search the articles")
}

/// The heading over what was found.
#[must_use]
pub fn found(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "没有找到".to_owned(),
        (Lang::Zh, _) => format!("找到 {count} 篇"),
        (Lang::En, 0) => "Nothing found".to_owned(),
        (Lang::En, 1) => "1 article found".to_owned(),
        (Lang::En, _) => format!("{count} articles found"),
    }
}

/// What to do where nothing was found.
#[must_use]
pub const fn nothing_found(lang: Lang) -> &'static str {
    lang.pick("换一个更短的词试试，或看看词汇表。", "Try a shorter word, or look in the glossary.")
}

/// While the bodies are on their way, only titles are searched.
#[must_use]
pub const fn titles_only(lang: Lang) -> &'static str {
    lang.pick("正文还在载入，先查了标题。", "The texts are still loading; titles were searched first.")
}

/// Names the choice of stages for those who hear the page.
#[must_use]
pub const fn stages(lang: Lang) -> &'static str {
    lang.pick("人生阶段", "Stage of life")
}

/// Every stage.
#[must_use]
pub const fn every_stage(lang: Lang) -> &'static str {
    lang.pick("全部", "All")
}

/// A stage of life.
#[must_use]
pub const fn stage(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::Single => lang.pick("单身", "On my own"),
        Stage::Couple => lang.pick("两个人", "A couple"),
        Stage::YoungChildren => lang.pick("孩子还小", "Young children"),
        Stage::Teenagers => lang.pick("孩子在上学", "Teenagers, students"),
        Stage::IndependentChildren => lang.pick("孩子独立了", "Children independent"),
        Stage::Retired => lang.pick("已退休", "Retired"),
    }
}

/// A subject.
#[must_use]
pub const fn subject(lang: Lang, subject: Subject) -> &'static str {
    match subject {
        Subject::RiskAndReturn => lang.pick("风险与收益", "Risk and return"),
        Subject::Diversification => lang.pick("分散", "Diversification"),
        Subject::Inflation => lang.pick("通胀", "Inflation"),
        Subject::Allocation => lang.pick("配置", "Allocation"),
        Subject::Behaviour => lang.pick("市场下跌时", "When markets fall"),
        Subject::Zones => lang.pick("红、灰、绿区", "Red, grey, green"),
        Subject::Pensions => lang.pick("养老金", "Pensions"),
        Subject::Reserve => lang.pick("备用金", "The reserve"),
        Subject::Insurance => lang.pick("保障", "Insurance"),
        Subject::EducationSaving => lang.pick("教育储蓄", "Education"),
        Subject::Loans => lang.pick("贷款", "Loans"),
        Subject::Estate => lang.pick("传承", "Estate"),
        Subject::Fees => lang.pick("费用", "Fees"),
        Subject::ProductSheets => lang.pick("看懂产品", "Product sheets"),
        Subject::Suitability => lang.pick("适当性与权利", "Suitability and rights"),
        Subject::Fraud => lang.pick("防诈骗", "Fraud"),
    }
}

/// Why an article is recommended: what the reader lacks or faces.
#[must_use]
pub const fn reason(lang: Lang, gap: Gap) -> &'static str {
    match gap {
        Gap::RedZone => lang.pick("您的退休在红区", "Your retirement is in the red zone"),
        Gap::GreyZone => lang.pick("您的退休在灰区", "Your retirement is in the grey zone"),
        Gap::GreenZone => lang.pick("您的退休在绿区", "Your retirement is in the green zone"),
        Gap::NearBorder => lang.pick("您的方案靠近两区的边界", "Your plan is near the border of two zones"),
        Gap::LongSlump => lang.pick("长期低迷时，您的钱不够多", "A long slump would pay you too little"),
        Gap::LongLife => lang.pick("活得更久，您的区会变差", "With a longer life your zone would be worse"),
        Gap::ReserveShort => lang.pick("您的备用金不够", "Your reserve is short"),
        Gap::ProtectionGap => lang.pick("您的家人还缺保障", "Your family lacks cover"),
        Gap::EducationGap => lang.pick("孩子的学费还没有备足", "A child's study is not paid for yet"),
        Gap::HomePlanned => lang.pick("您打算买房", "You plan to buy a home"),
        Gap::LoanHeavy => lang.pick("还款占了收入的较大部分", "Loans take much of your income"),
        Gap::EstateOpen => lang.pick("身后的安排还有没办的", "Something about your estate is open"),
        Gap::OutOfRange => lang.pick("您持有的走出了目标区间", "What you hold is outside its bands"),
        Gap::LowClass => {
            lang.pick("您的类别较低，起伏小，增长也小", "Your class is low: small swings, small growth")
        }
        Gap::HighClass => lang.pick("您的类别较高，起伏会大", "Your class is high: swings will be wide"),
        Gap::AbilityBelowWillingness => {
            lang.pick("您愿意承受的，多于承受得起的", "You are willing to bear more than you can")
        }
        Gap::WillingnessBelowAbility => {
            lang.pick("您承受得起的，多于愿意承受的", "You can bear more than you are willing to")
        }
        Gap::Contradictions => lang.pick("您有两处回答对不上", "Two of your answers do not fit"),
        Gap::KnowledgeLow => lang.pick("投资对您还比较新", "Investing is rather new to you"),
        Gap::ComposureLow => lang.pick("市场下跌时，您可能会着急", "Falling markets may unsettle you"),
        Gap::FeesHigh => lang.pick("费用占了收益的较大部分", "Costs take much of your return"),
        Gap::Retired => lang.pick("您已经退休", "You are retired"),
        Gap::NearRetirement => lang.pick("您离退休不到十年", "You retire within ten years"),
        Gap::PensionChina => lang.pick("您会领取内地的养老金", "You will draw a pension in mainland China"),
        Gap::PensionCanada => lang.pick("您会领取加拿大的养老金", "You will draw a pension in Canada"),
        Gap::NewHere => lang.pick("从这里开始", "A place to start"),
    }
}

/// How long an article takes.
#[must_use]
pub fn minutes(lang: Lang, minutes: u32) -> String {
    match lang {
        Lang::Zh => format!("约 {minutes} 分钟"),
        Lang::En => format!("{minutes} min"),
    }
}

/// An article was read to its end.
#[must_use]
pub const fn read(lang: Lang) -> &'static str {
    lang.pick("读过", "Read")
}

/// How far an article was read.
#[must_use]
pub fn begun(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("读到 {share}"),
        Lang::En => format!("{share} read"),
    }
}

/// An article was saved.
#[must_use]
pub const fn saved(lang: Lang) -> &'static str {
    lang.pick("已收藏", "Saved")
}

/// Saves an article.
#[must_use]
pub const fn save(lang: Lang) -> &'static str {
    lang.pick("收藏", "Save")
}

/// Goes on where the reader was.
#[must_use]
pub fn go_on(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("上次读到 {share}，接着读"),
        Lang::En => format!("Go on at {share}"),
    }
}

/// The day of an article's figures.
#[must_use]
pub fn dated(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("截至 {day}"),
        Lang::En => format!("As of {day}"),
    }
}

/// Where an article applies, if not everywhere.
#[must_use]
pub fn applies(lang: Lang, regions: &[Country]) -> Option<&'static str> {
    match regions {
        [Country::Cn] => Some(lang.pick("适用于中国内地", "For mainland China")),
        [Country::Ca] => Some(lang.pick("适用于加拿大", "For Canada")),
        _ => None,
    }
}

/// The figures come from the reader's own plan.
#[must_use]
pub const fn own_figures(lang: Lang) -> &'static str {
    lang.pick("文中标出的数字来自您的方案。", "The marked figures come from your own plan.")
}

/// The figures come from a sample household.
#[must_use]
pub fn sample_figures(lang: Lang, household: &str) -> String {
    match lang {
        Lang::Zh => format!("文中标出的数字来自一个示例家庭：{household}。"),
        Lang::En => format!("The marked figures are those of a sample household: {household}."),
    }
}

/// The way to figures of one's own.
#[must_use]
pub const fn to_own_figures(lang: Lang) -> &'static str {
    lang.pick("换成我自己的", "Use my own")
}

/// The heading over the check question.
#[must_use]
pub const fn check(lang: Lang) -> &'static str {
    lang.pick("想一想", "Check yourself")
}

/// The answer is right.
#[must_use]
pub const fn right(lang: Lang) -> &'static str {
    lang.pick("对。", "That is right. ")
}

/// The answer is wrong; which one is right.
#[must_use]
pub fn wrong(lang: Lang, right: &str) -> String {
    match lang {
        Lang::Zh => format!("不是这个。应选：{right}。"),
        Lang::En => format!("Not this one. The right answer: {right}. "),
    }
}

/// The heading over the sources.
#[must_use]
pub const fn sources(lang: Lang) -> &'static str {
    lang.pick("出处", "Sources")
}

/// A source whose figures nobody has compared with the published text yet.
#[must_use]
pub const fn unconfirmed(lang: Lang) -> &'static str {
    lang.pick("待核实", "to be confirmed")
}

/// The heading over the next article.
#[must_use]
pub const fn next(lang: Lang) -> &'static str {
    lang.pick("下一篇", "Read next")
}

/// The way back to all articles.
#[must_use]
pub const fn to_all(lang: Lang) -> &'static str {
    lang.pick("回到全部文章", "Back to all articles")
}

/// There is no such article.
#[must_use]
pub const fn no_article(lang: Lang) -> &'static str {
    lang.pick("没有这篇文章", "There is no such article")
}

/// The library cannot be reached.
#[must_use]
pub const fn unreachable(lang: Lang) -> &'static str {
    lang.pick("暂时载入不了", "This cannot be loaded right now")
}

/// What to do when the library cannot be reached.
#[must_use]
pub const fn unreachable_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "请检查网络后再试。您读到哪里，这台设备都记着。",
        "Please check the connection and try again. This device remembers where you were.",
    )
}

/// What the glossary is.
#[must_use]
pub const fn glossary_lead(lang: Lang) -> &'static str {
    lang.pick(
        "这里解释网站和文章里的词。文章中带虚线的词，点一下或移到上面就能看到解释。",
        "The words of this site and its articles. In an article, tap a word with a dotted line, or point at it, to see what it means.",
    )
}

/// The box to search the glossary with.
#[must_use]
pub const fn glossary_search(lang: Lang) -> &'static str {
    lang.pick("查一个词", "Find a word")
}

/// The way from an explained word to all of them.
#[must_use]
pub const fn to_glossary(lang: Lang) -> &'static str {
    lang.pick("全部词汇", "All words")
}

/// What the talks are.
#[must_use]
pub const fn talks_lead(lang: Lang) -> &'static str {
    lang.pick(
        "免费参加。登录后按一下就有座位，日程会寄到您的邮箱；来不了也按一下就能让出。",
        "Free of charge. Once you are signed in, one press takes a seat, and a mail brings the event. If you cannot come, one press gives it back.",
    )
}

/// There are no talks to come.
#[must_use]
pub const fn no_talks(lang: Lang) -> &'static str {
    lang.pick("近期没有安排讲座。", "No talks are planned at present.")
}

/// What kind of talk.
#[must_use]
pub const fn talk_kind(lang: Lang, kind: TalkKind) -> &'static str {
    match kind {
        TalkKind::Talk => lang.pick("讲座", "Talk"),
        TalkKind::Seminar => lang.pick("研讨会", "Seminar"),
    }
}

/// The language a talk is held in.
#[must_use]
pub fn held_in(lang: Lang, language: &str) -> &'static str {
    if language == "zh" { lang.pick("用中文", "In Chinese") } else { lang.pick("用英语", "In English") }
}

/// How many can come.
#[must_use]
pub fn seats(lang: Lang, seats: u32) -> String {
    match lang {
        Lang::Zh => format!("{seats} 个座位"),
        Lang::En => format!("{seats} seats"),
    }
}

/// How many seats are free, of how many.
#[must_use]
pub fn seats_left(lang: Lang, left: u32, seats: u32) -> String {
    match lang {
        Lang::Zh => format!("{seats} 个座位，还剩 {left} 个"),
        Lang::En => format!("{left} of {seats} seats free"),
    }
}

/// The server is being asked about seats.
#[must_use]
pub const fn seats_asked(lang: Lang) -> &'static str {
    lang.pick("正在查座位", "Looking for seats")
}

/// The server cannot be asked about seats.
#[must_use]
pub const fn seats_unknown(lang: Lang) -> &'static str {
    lang.pick("暂时查不到座位。", "Seats cannot be looked up right now.")
}

/// Takes a seat.
#[must_use]
pub const fn take_seat(lang: Lang) -> &'static str {
    lang.pick("报名", "Take a seat")
}

/// Gives a seat back.
#[must_use]
pub const fn give_back(lang: Lang) -> &'static str {
    lang.pick("取消报名", "Give the seat back")
}

/// A seat is theirs, and whether a mail tells of it.
#[must_use]
pub const fn seat_is_yours(lang: Lang, mailed: bool) -> &'static str {
    if mailed {
        lang.pick("您已报名，日程已寄到您的邮箱。", "You have a seat. The event is in your mailbox.")
    } else {
        lang.pick(
            "您已报名。邮箱确认之前我们不寄日程，请用“加到日历”。",
            "You have a seat. No mail is sent before your address is confirmed, so please use “Add to calendar”.",
        )
    }
}

/// Every seat is taken.
#[must_use]
pub const fn full(lang: Lang) -> &'static str {
    lang.pick(
        "座位已满。有人取消时，这里会再开放。",
        "Every seat is taken. When one is given back, you can take it here.",
    )
}

/// The talk has begun.
#[must_use]
pub const fn has_begun(lang: Lang) -> &'static str {
    lang.pick("已经开始。", "It has begun.")
}

/// Signing in comes before a seat.
#[must_use]
pub const fn sign_in_for_seat(lang: Lang) -> &'static str {
    lang.pick("登录后报名", "Sign in to take a seat")
}

/// Signs up by mail.
#[must_use]
pub const fn sign_up(lang: Lang) -> &'static str {
    lang.pick("写邮件报名", "Sign up by mail")
}

/// Somebody has signed up.
#[must_use]
pub const fn signed_up(lang: Lang) -> &'static str {
    lang.pick("这台设备记着：您写过报名邮件。", "This device remembers that you wrote to sign up.")
}

/// Puts a talk into a calendar.
#[must_use]
pub const fn to_calendar(lang: Lang) -> &'static str {
    lang.pick("加到日历", "Add to calendar")
}

/// The subject of the mail that signs up.
#[must_use]
pub fn mail_subject(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Zh => format!("报名：{title}"),
        Lang::En => format!("Sign-up: {title}"),
    }
}

/// The body of the mail that signs up.
#[must_use]
pub fn mail_body(lang: Lang, title: &str, time: &str) -> String {
    match lang {
        Lang::Zh => format!("您好，\n\n我想报名参加：{title}（{time}）。\n\n姓名：\n人数：\n"),
        Lang::En => {
            format!("Hello,\n\nI would like to attend: {title} ({time}).\n\nName:\nNumber of people:\n")
        }
    }
}

/// Months, in a sentence.
#[must_use]
pub fn months(lang: Lang, months: &str) -> String {
    match lang {
        Lang::Zh => format!("{months} 个月"),
        Lang::En if months == "1" => "1 month".to_owned(),
        Lang::En => format!("{months} months"),
    }
}

/// An age, in a sentence.
#[must_use]
pub fn age(lang: Lang, years: u32) -> String {
    match lang {
        Lang::Zh => format!("{years} 岁"),
        Lang::En => years.to_string(),
    }
}
