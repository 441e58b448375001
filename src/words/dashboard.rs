//! The first page once there is a plan.

use super::Lang;

/// The one thing to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Settle answers that contradict each other.
    Settle,
    /// Say that the class is one's own.
    Confirm,
    /// Answer the risk questions anew.
    Renew,
    /// Try a way to green.
    Green,
    /// Fill the reserve.
    Reserve,
    /// Bring holdings back into range.
    Rebalance,
    /// Sort holdings into asset classes.
    Sort,
    /// Nothing is open: take the plan along on paper.
    Print,
}

/// The heading over the one thing to do.
#[must_use]
pub const fn to_do(lang: Lang) -> &'static str {
    lang.pick("下一步做这一件", "One thing to do next")
}

/// A step with its reason and its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextWords {
    /// Why it is the next one.
    pub why: &'static str,
    /// The button.
    pub act: &'static str,
}

/// What to do next, and why.
#[must_use]
pub const fn next(lang: Lang, next: Next) -> NextWords {
    let (why, act) = match (next, lang) {
        (Next::Settle, Lang::Zh) => ("您有几处回答对不上。理清之后，类别和配置才算数。", "去理清"),
        (Next::Settle, Lang::En) => (
            "Some of your answers do not fit together. Once they do, class and allocation count.",
            "Settle them",
        ),
        (Next::Confirm, Lang::Zh) => ("看看这个风险类别像不像您，并确认；之后才能看适合的产品。", "确认类别"),
        (Next::Confirm, Lang::En) => (
            "See whether this risk class is you, and say so; only then can products be said to suit.",
            "Confirm the class",
        ),
        (Next::Renew, Lang::Zh) => ("您的风险评估过期了。重新确认之后，建议才继续有效。", "重新确认"),
        (Next::Renew, Lang::En) => {
            ("Your risk assessment has expired. Recommendations count again once it is renewed.", "Renew it")
        }
        (Next::Green, Lang::Zh) => ("您还没到绿区。试一试代价最小的办法，看看会怎样。", "试走到绿区的办法"),
        (Next::Green, Lang::En) => (
            "You are not in the green zone yet. Try the cheapest way and see what it does.",
            "Try a way to green",
        ),
        (Next::Reserve, Lang::Zh) => {
            ("您的备用金还没留足。先补上它，意外来时才不必动长期的钱。", "看看备用金")
        }
        (Next::Reserve, Lang::En) => (
            "Your reserve is not full. Fill it first, so that a bad month never touches long-term money.",
            "See the reserve",
        ),
        (Next::Rebalance, Lang::Zh) => {
            ("您持有的有几类走出了范围。先用新钱补，再考虑买卖。", "看怎样回到范围")
        }
        (Next::Rebalance, Lang::En) => {
            ("Some of what you hold is out of range. New money first, then trades.", "See the way back")
        }
        (Next::Sort, Lang::Zh) => ("按类别填写您持有的资产，就能看到离建议有多远。", "填写现有资产"),
        (Next::Sort, Lang::En) => (
            "Enter what you hold by asset class to see how far it is from the suggestion.",
            "Enter what you hold",
        ),
        (Next::Print, Lang::Zh) => ("眼下没有要办的。可以把整份规划书打印出来，和家人一起看。", "打印规划书"),
        (Next::Print, Lang::En) => {
            ("Nothing is open. You can print the whole plan and read it with your family.", "Print the plan")
        }
    };
    NextWords { why, act }
}

/// Holdings are not sorted, so nobody knows whether they are in range.
#[must_use]
pub const fn not_sorted(lang: Lang) -> &'static str {
    lang.pick(
        "现有资产还没有按类别填写，不知道是否在范围内。",
        "Your holdings are not entered by class, so their range is not known.",
    )
}

/// The next meeting, and where it stands.
#[must_use]
pub fn meeting(lang: Lang, when: &str, state: &str) -> String {
    match lang {
        Lang::Zh => format!("下次面谈：{when}（{state}）。"),
        Lang::En => format!("Next meeting: {when} ({state})."),
    }
}

/// A talk at which a seat is theirs.
#[must_use]
pub fn talk(lang: Lang, when: &str) -> String {
    match lang {
        Lang::Zh => format!("已报名的讲座：{when}，"),
        Lang::En => format!("A seat is yours, {when}: "),
    }
}

/// The way to every goal.
#[must_use]
pub const fn all_goals(lang: Lang) -> &'static str {
    lang.pick("看全部目标", "See all goals")
}

/// The heading over one article.
#[must_use]
pub const fn to_read(lang: Lang) -> &'static str {
    lang.pick("读这一篇", "One thing to read")
}
