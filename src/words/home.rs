//! The first page.

use planner::zone::Zone;

use super::Lang;

/// What this is, in two phrases that no line break cuts in two where they fit.
#[must_use]
pub const fn headline(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["退休的钱够不够，", "先看清楚"],
        Lang::En => ["See where your ", "retirement stands"],
    }
}

/// What the investor gets, and how.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "先谈您的心愿和担忧，再谈钱。回答完就能看到您在红区、灰区还是绿区，适合什么样的配置，以及怎样走到绿区。",
        "Your aims and worries first, money after. Then you see whether you stand in the red, grey or green zone, which mix of investments suits you, and what leads to green.",
    )
}

/// Begins.
#[must_use]
pub const fn begin(lang: Lang) -> &'static str {
    lang.pick("开始", "Begin")
}

/// Goes on where the investor was.
#[must_use]
pub const fn resume(lang: Lang) -> &'static str {
    lang.pick("接着填", "Go on")
}

/// Where the investor was.
#[must_use]
pub fn resume_at(lang: Lang, number: usize, of: usize, minutes: u32) -> String {
    match lang {
        Lang::Zh => format!("您填到第 {number} / {of} 题，大约还要 {minutes} 分钟。"),
        Lang::En => format!("You are at question {number} of {of}; about {minutes} min to go."),
    }
}

/// What it takes.
#[must_use]
pub fn terms(lang: Lang, minutes: u32) -> [String; 3] {
    match lang {
        Lang::Zh => [
            format!("大约 {minutes} 分钟，可以随时停下"),
            "不用注册".to_owned(),
            "内容只留在这台设备上".to_owned(),
        ],
        Lang::En => [
            format!("About {minutes} minutes; stop whenever you like"),
            "No account".to_owned(),
            "What you type stays on this device".to_owned(),
        ],
    }
}

/// The three things that follow, each with its sentence.
#[must_use]
pub const fn steps(lang: Lang) -> [(&'static str, &'static str); 3] {
    match lang {
        Lang::Zh => [
            ("说说您的打算", "人生阶段、心愿、担忧，再到收支和风险。一屏一题。"),
            ("看看您在哪里", "一万种可能的将来，就在您的设备上算出来：配置、区间、范围。"),
            ("找到去绿区的路", "多存一点、少花一点、晚一年退休，哪样最省力，和顾问一起定。"),
        ],
        Lang::En => [
            (
                "Say what you want",
                "Stage of life, aims and worries; then money and risk. One question at a time.",
            ),
            (
                "See where you stand",
                "Ten thousand possible lives, worked out on your own device: the mix, the zone, the range.",
            ),
            (
                "Find the way to green",
                "Save more, spend less, stop a year later: which costs you least, to settle with your advisor.",
            ),
        ],
    }
}

/// What the retirement page has to offer.
#[must_use]
pub fn ways(lang: Lang, zone: Zone, moves: usize) -> String {
    match (zone, lang, moves) {
        (Zone::Green, Lang::Zh, _) => "在正轨上。可以试试早点退休或多花一些会怎样。".to_owned(),
        (Zone::Green, Lang::En, _) => {
            "On course. Try what stopping earlier or spending more would do.".to_owned()
        }
        (_, Lang::Zh, 0) => "单独一项改变还到不了绿区，可以把几项合起来试。".to_owned(),
        (_, Lang::En, 0) => "No single change reaches green; try several together.".to_owned(),
        (_, Lang::Zh, moves) => format!("有 {moves} 条单独就能走到绿区的路。"),
        (_, Lang::En, 1) => "One change alone would lead to green.".to_owned(),
        (_, Lang::En, moves) => format!("{moves} changes would each lead to green alone."),
    }
}

/// Leads to the plan.
#[must_use]
pub const fn to_plan(lang: Lang) -> &'static str {
    lang.pick("看完整方案", "See the whole plan")
}

/// Leads back to the questions.
#[must_use]
pub const fn change_answers(lang: Lang) -> &'static str {
    lang.pick("修改回答", "Change an answer")
}

/// What the drawing shows, for those who hear the page.
#[must_use]
pub const fn drawing(lang: Lang) -> &'static str {
    lang.pick("圆窗里的远山和一棵松树", "A pine before hills, in a round window")
}
