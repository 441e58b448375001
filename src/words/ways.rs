//! Ways to green of several moves, in words.

use planner::answers::ProjectKind;
use planner::firm::Region;
use planner::ways::Way;
use planner::{GoalMove, Plan};

use super::Lang;
use super::retirement::age;
use crate::format;

/// The heading over the ways of several moves.
#[must_use]
pub const fn together(lang: Lang) -> &'static str {
    lang.pick("几项一起，每项少动一些", "Several together, each a little")
}

/// How they are to be read.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "每一张都能到绿区，数字算到个位；少了其中一项就到不了。代价小的在前。",
        "Each card reaches green, exact to one unit; without one of its parts it would not. The cheapest first.",
    )
}

/// They are being looked for.
#[must_use]
pub const fn searching(lang: Lang) -> &'static str {
    lang.pick("正在找几项一起的办法…", "Looking for ways of several moves…")
}

/// Unfolds the others.
#[must_use]
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("还有 {count} 种办法"),
        Lang::En if count == 1 => "One more way".to_owned(),
        Lang::En => format!("{count} more ways"),
    }
}

/// A goal that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What for.
    pub kind: ProjectKind,
    /// When, as a calendar year.
    pub year: i32,
}

/// A goal by its name and year.
#[must_use]
pub fn goal_name(lang: Lang, goal: Goal) -> String {
    let year = goal.year;
    match (lang, goal.kind) {
        (Lang::Zh, ProjectKind::Education) => format!("{year} 年的教育支出"),
        (Lang::Zh, ProjectKind::Home) => format!("{year} 年的住房支出"),
        (Lang::Zh, ProjectKind::Other) => format!("{year} 年的大额支出"),
        (Lang::En, ProjectKind::Education) => format!("the education of {year}"),
        (Lang::En, ProjectKind::Home) => format!("the home of {year}"),
        (Lang::En, ProjectKind::Other) => format!("the large amount of {year}"),
    }
}

/// A goal postponed or reduced.
#[must_use]
pub fn goal_move(lang: Lang, name: &str, goal: GoalMove) -> String {
    let (years, kept) = (goal.years_later, format::percent(lang, goal.share, 0));
    let later = match lang {
        _ if years == 0 => None,
        Lang::Zh => Some(format!("{name}推迟 {years} 年")),
        Lang::En => Some(format!("put off {name} by {years} years")),
    };
    let less = match lang {
        _ if goal.share >= 1.0 => None,
        Lang::Zh => Some(format!("{name}减到 {kept}")),
        Lang::En => Some(format!("cut {name} to {kept}")),
    };
    join(lang, later.into_iter().chain(less).collect())
}

/// What a way asks for, with its exact amounts.
#[must_use]
pub fn title(lang: Lang, region: Region, way: &Way, goal: Option<Goal>) -> String {
    let money = |amount| format::money(lang, region, amount);
    let mut parts = Vec::new();
    if way.more_saving > 0.0 {
        parts.push(match lang {
            Lang::Zh => format!("每年多存 {}", money(way.more_saving)),
            Lang::En => format!("save {} more a year", money(way.more_saving)),
        });
    }
    if way.less_spending > 0.0 {
        parts.push(match lang {
            Lang::Zh => format!("退休后每年少花 {}", money(way.less_spending)),
            Lang::En => format!("spend {} less a year", money(way.less_spending)),
        });
    }
    if way.one_off > 0.0 {
        parts.push(match lang {
            Lang::Zh => format!("现在投入 {}", money(way.one_off)),
            Lang::En => format!("add {} today", money(way.one_off)),
        });
    }
    if way.years_later > 0 {
        parts.push(match lang {
            Lang::Zh => format!("多工作 {} 年", way.years_later),
            Lang::En if way.years_later == 1 => "work one year more".to_owned(),
            Lang::En => format!("work {} years more", way.years_later),
        });
    }
    if let (Some(goal), Some(moved)) = (goal, way.goal) {
        parts.push(goal_move(lang, &goal_name(lang, goal), moved));
    }
    capital(join(lang, parts))
}

/// What changes, from and to.
#[must_use]
pub fn change(lang: Lang, plan: &Plan, way: &Way) -> String {
    let household = &plan.household;
    let money = |amount| format::money(lang, plan.region, amount);
    let years = |years: u32| age(lang, &years.to_string());
    let now = household.age + household.retire_in;
    let moved = [
        (
            lang.pick("每年储蓄", "saving"),
            way.moves.saving_year.map(|to| (money(household.saving_year), money(to))),
        ),
        (
            lang.pick("退休后每年开支", "spending"),
            way.moves.wished_year.map(|to| (money(household.wished_year), money(to))),
        ),
        (lang.pick("退休", "retire at"), way.moves.retire_age.map(|to| (years(now), years(to)))),
    ];
    let parts: Vec<_> = moved
        .into_iter()
        .filter_map(|(name, ends)| {
            let (from, to) = ends?;
            Some([name, " ", &from, " → ", &to].concat())
        })
        .collect();
    capital(parts.join(lang.pick("；", "; ")))
}

fn join(lang: Lang, mut parts: Vec<String>) -> String {
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() {
        return last;
    }
    [&parts.join(lang.pick("，", ", ")), lang.pick("，", " and "), last.as_str()].concat()
}

fn capital(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_ascii_lowercase() => {
            std::iter::once(first.to_ascii_uppercase()).chain(letters).collect()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use planner::Moves;

    use super::*;

    const WAY: Way = Way {
        moves: Moves {
            retire_age: None,
            saving_year: None,
            wished_year: None,
            one_off: None,
            growth_share: None,
            goal: None,
        },
        more_saving: 1_500.0,
        less_spending: 0.0,
        one_off: 0.0,
        years_later: 1,
        goal: Some(GoalMove { project: 0, years_later: 2, share: 1.0 }),
        cost: 1.0,
        success_after: 0.8,
    };

    const GOAL: Goal = Goal { kind: ProjectKind::Home, year: 2035 };

    #[test]
    fn a_way_names_every_move_with_its_exact_amount() {
        assert_eq!(
            title(Lang::Zh, Region::China, &WAY, Some(GOAL)),
            "每年多存 ¥1,500，多工作 1 年，2035 年的住房支出推迟 2 年"
        );
        assert_eq!(
            title(Lang::En, Region::China, &WAY, Some(GOAL)),
            "Save ¥1,500 more a year, work one year more and put off the home of 2035 by 2 years"
        );
        let alone = Way { years_later: 0, goal: None, ..WAY };
        assert_eq!(title(Lang::En, Region::China, &alone, None), "Save ¥1,500 more a year");
    }

    #[test]
    fn a_goal_that_is_reduced_says_what_is_left() {
        let half = GoalMove { project: 0, years_later: 0, share: 0.5 };
        assert_eq!(goal_move(Lang::En, "the home of 2035", half), "cut the home of 2035 to 50%");
    }
}
