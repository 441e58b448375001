//! The retirement page: levers, ways to green, why, and what if it goes badly.

use planner::advice::{Lever, Move, OutOfReachWhy};
use planner::firm::{Region, ZonePolicy};
use planner::household::{PensionBasis, PensionKind};
use planner::zone::Standing;

use super::Lang;
use crate::format;

/// The way to a meeting about the zone.
#[must_use]
pub const fn ask_advisor(lang: Lang) -> &'static str {
    lang.pick("和顾问谈谈这个结果", "Talk about this with your advisor")
}

/// The heading over the levers.
#[must_use]
pub const fn levers(lang: Lang) -> &'static str {
    lang.pick("试一试", "Try it")
}

/// What the levers do.
#[must_use]
pub const fn levers_lead(lang: Lang) -> &'static str {
    lang.pick(
        "拖动看看会怎样，您填写的回答不会改变。",
        "Move a lever and watch. What you answered does not change.",
    )
}

/// The lever of the retirement age.
#[must_use]
pub const fn retire_age(lang: Lang) -> &'static str {
    lang.pick("退休年龄", "Retire at")
}

/// The lever of saving.
#[must_use]
pub const fn saving(lang: Lang) -> &'static str {
    lang.pick("每年储蓄", "Save a year")
}

/// The lever of spending.
#[must_use]
pub const fn spending(lang: Lang) -> &'static str {
    lang.pick("退休后每年开支", "Spend a year, retired")
}

/// The lever of the growth share.
#[must_use]
pub const fn growth(lang: Lang) -> &'static str {
    lang.pick("增长类占比", "Share in growth assets")
}

/// The unit of an age; English has none.
#[must_use]
pub const fn years_old(lang: Lang) -> &'static str {
    lang.pick("岁", "")
}

/// An age in a sentence.
#[must_use]
pub fn age(lang: Lang, years: &str) -> String {
    match lang {
        Lang::Zh => format!("{years} 岁"),
        Lang::En => years.to_owned(),
    }
}

/// The unit of money.
#[must_use]
pub const fn money_unit(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::China => lang.pick("元", "CNY"),
        Region::Canada => lang.pick("加元", "CAD"),
    }
}

/// The unit of a share.
pub const PERCENT_UNIT: &str = "%";

/// A lever's value in the plan of the answers.
#[must_use]
pub fn in_plan(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Zh => format!("方案中 {value}"),
        Lang::En => format!("plan: {value}"),
    }
}

/// Why the growth lever ends where it does.
#[must_use]
pub fn growth_cap(lang: Lang, cap: &str) -> String {
    match lang {
        Lang::Zh => format!("您的风险类别最多 {cap}"),
        Lang::En => format!("your class allows up to {cap}"),
    }
}

/// Retired: two levers are gone.
#[must_use]
pub const fn retired_levers(lang: Lang) -> &'static str {
    lang.pick(
        "您已退休，可以调整的是开支和配置。",
        "You are retired: what can still move is spending and the mix.",
    )
}

/// Puts every lever back.
#[must_use]
pub const fn reset(lang: Lang) -> &'static str {
    lang.pick("回到我的方案", "Back to my plan")
}

/// Something is tried; the plan itself stays.
#[must_use]
pub const fn trying(lang: Lang) -> &'static str {
    lang.pick("这是试算，您的方案没有改变。", "This is a try. Your plan has not changed.")
}

/// The heading over the moves.
#[must_use]
pub const fn ways(lang: Lang) -> &'static str {
    lang.pick("走到绿区的办法", "Ways to green")
}

/// How the moves are to be read.
#[must_use]
pub const fn ways_lead(lang: Lang) -> &'static str {
    lang.pick(
        "任选其一就能到绿区，代价小的在前。数字按同一批模拟算到个位，金额为今天的钱。",
        "Any one of these reaches green, the cheapest first. Amounts are exact on the same simulations, in today's money.",
    )
}

/// Green already: how much room there is.
#[must_use]
pub fn green_room(lang: Lang, most: &str, now: &str) -> String {
    match lang {
        Lang::Zh => format!("每年最多可以花 {most} 而仍在绿区，现在的打算是 {now}。"),
        Lang::En => format!("You could spend up to {most} a year and stay green; your plan has {now}."),
    }
}

/// The heading where the plan is green.
#[must_use]
pub const fn green_heading(lang: Lang) -> &'static str {
    lang.pick("绿区里的余地", "Room inside green")
}

/// No single lever reaches green.
#[must_use]
pub const fn no_single_way(lang: Lang) -> &'static str {
    lang.pick(
        "只动一项到不了绿区。几项一起试：晚一点退休、多存一些、少花一些，上面的图会马上变化。也请和顾问谈一谈。",
        "No single move reaches green. Try several together, a later retirement, more saving, less spending: the picture above answers at once. Talk to your advisor about it, too.",
    )
}

/// What a move asks for, with its exact amount.
#[must_use]
pub fn move_title(lang: Lang, region: Region, step: &Move) -> String {
    let amount = format::money(lang, region, step.change);
    match (step.lever, lang) {
        (Lever::Save, Lang::Zh) => format!("每年多存 {amount}"),
        (Lever::Save, Lang::En) => format!("Save {amount} more a year"),
        (Lever::Spend, Lang::Zh) => format!("退休后少花 {}", format::percent(lang, step.share, 1)),
        (Lever::Spend, Lang::En) => {
            format!("Spend {} less in retirement", format::percent(lang, step.share, 1))
        }
        (Lever::OneOff, Lang::Zh) => format!("现在一次投入 {amount}"),
        (Lever::OneOff, Lang::En) => format!("Add {amount} once, today"),
        (Lever::Later, Lang::Zh) => format!("多工作 {} 年", format::number(lang, step.change, 0)),
        (Lever::Later, Lang::En) if step.change < 1.5 => "Work one more year".to_owned(),
        (Lever::Later, Lang::En) => format!("Work {} more years", format::number(lang, step.change, 0)),
    }
}

/// What a move changes, from and to.
#[must_use]
pub fn move_change(lang: Lang, region: Region, step: &Move) -> String {
    let money = |amount| format::money(lang, region, amount);
    let (from, to) = (money(step.value - step.change), money(step.value));
    let lower = money(step.value + step.change);
    match (step.lever, lang) {
        (Lever::Save, Lang::Zh) => format!("每年储蓄从 {from} 到 {to}，直到退休。"),
        (Lever::Save, Lang::En) => format!("Saving goes from {from} to {to} a year until you retire."),
        (Lever::Spend, Lang::Zh) => format!("每年开支从 {lower} 到 {to}，从退休起一直如此。"),
        (Lever::Spend, Lang::En) => format!("Spending goes from {lower} to {to} a year, from retirement on."),
        (Lever::OneOff, Lang::Zh) => "这笔钱从此只用于退休，不能再作别用。".to_owned(),
        (Lever::OneOff, Lang::En) => "This money then serves retirement and nothing else.".to_owned(),
        (Lever::Later, Lang::Zh) => {
            format!("到 {} 岁再退休，晚几年开始您想要的生活。", format::number(lang, step.value, 0))
        }
        (Lever::Later, Lang::En) => {
            format!(
                "You retire at {} and begin the life you want that much later.",
                format::number(lang, step.value, 0)
            )
        }
    }
}

/// What a move costs over the plan, and where it leads.
#[must_use]
pub fn move_cost(lang: Lang, region: Region, step: &Move) -> String {
    cost(lang, region, step.cost, step.success_after)
}

/// What is given up over the plan, in money of today, and P after it.
#[must_use]
pub fn cost(lang: Lang, region: Region, cost: f64, success_after: f64) -> String {
    let (cost, success) = (format::money_short(lang, region, cost), format::percent(lang, success_after, 1));
    match lang {
        Lang::Zh => format!("一生合计约放弃 {cost}（折成今天的钱）。之后 {success} 的情形不必减少开支。"),
        Lang::En => format!(
            "Over your life you give up about {cost} in today's money. Then {success} of futures need no cut."
        ),
    }
}

/// Tries a move.
#[must_use]
pub const fn try_move(lang: Lang) -> &'static str {
    lang.pick("试试看", "Try it")
}

/// Takes a tried move back.
#[must_use]
pub const fn undo_move(lang: Lang) -> &'static str {
    lang.pick("撤销", "Undo")
}

/// A lever that does not reach green alone, and why.
#[must_use]
pub const fn out_of_reach(lang: Lang, lever: Lever, why: OutOfReachWhy) -> &'static str {
    match (lever, why) {
        (Lever::Save, OutOfReachWhy::Retired) => {
            lang.pick("您已退休，没有储蓄可以再加。", "You are retired: there is no saving left to raise.")
        }
        (Lever::Later, OutOfReachWhy::Retired) => {
            lang.pick("您已退休，退休时间不能再推迟。", "You are retired: retirement cannot be moved.")
        }
        (Lever::Spend, _) => lang.pick(
            "只靠少花到不了绿区：开支会低于必要的部分。",
            "Spending less alone does not reach green: it would fall below what is essential.",
        ),
        (Lever::Later, _) => lang.pick(
            "只靠推迟退休到不了绿区：在您给出的最晚年龄之前，年数不够。",
            "Retiring later alone does not reach green within the latest age you named.",
        ),
        (Lever::Save, _) => lang.pick(
            "只靠多存到不了绿区：需要的数目超过家庭收入。",
            "Saving more alone does not reach green: it would take more than the household earns.",
        ),
        (Lever::OneOff, _) => lang.pick(
            "只靠一次投入到不了绿区：需要的数目超过家庭所能。",
            "One amount alone does not reach green: it would take more than the household can bring up.",
        ),
    }
}

/// The heading over P, B, M and E.
#[must_use]
pub const fn why(lang: Lang) -> &'static str {
    lang.pick("为什么在这个区", "Why this zone")
}

/// How the zone is decided.
#[must_use]
pub fn why_lead(lang: Lang, lifetimes: u32) -> String {
    let lifetimes = format::number(lang, f64::from(lifetimes), 0);
    match lang {
        Lang::Zh => format!(
            "用 {lifetimes} 种可能的市场走势，各走完您的一生。颜色不只看“够不够”的机会，也看不够时差多少。"
        ),
        Lang::En => format!(
            "Your life is played through {lifetimes} possible courses of the markets. The colour asks not only how often the money lasts, but how much is missing when it does not."
        ),
    }
}

/// One of the figures that decide the zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is called.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What it means, and where the borders lie.
    pub note: String,
}

/// P, B, M and E, with their borders.
#[must_use]
pub fn figures(lang: Lang, standing: &Standing, policy: &ZonePolicy) -> Vec<Figure> {
    let share = |value| format::percent(lang, value, 0);
    let [low, high] = standing.success_interval.map(|value| format::percent(lang, value, 1));
    let (green_p, red_m) = (share(policy.green_success), share(policy.red_median));
    let green_b = share(standing.essential.max(policy.green_bad_market));
    let essential = share(standing.essential);
    let figure = |name: &str, value: String, note: String| Figure { name: name.to_owned(), value, note };
    let success = format::percent(lang, standing.success, 1);
    match lang {
        Lang::Zh => vec![
            figure(
                "不必减少开支的机会",
                success,
                format!("绿区要 {green_p} 以上。模拟误差范围 {low} 到 {high}。"),
            ),
            figure(
                "长期低迷时能付",
                share(standing.bad_market),
                format!("十种情形里最差的一种。绿区要 {green_b} 以上，低于必要的 {essential} 就是红区。"),
            ),
            figure(
                "行情中等时能付",
                share(standing.median),
                format!("好坏各半的那条线。低于 {red_m} 就是红区。"),
            ),
            figure("必要开支的占比", essential, "想要的开支里不能再减的部分。".to_owned()),
        ],
        Lang::En => vec![
            figure(
                "Chance that no cut is needed",
                success,
                format!("Green needs {green_p} or more. Simulation error: {low} to {high}."),
            ),
            figure(
                "In a long slump it pays",
                share(standing.bad_market),
                format!(
                    "The worst future of ten. Green needs {green_b} or more; below the essential {essential} is red."
                ),
            ),
            figure(
                "In a middling market it pays",
                share(standing.median),
                format!("Half of the futures do better. Below {red_m} is red."),
            ),
            figure(
                "Essential part of the wish",
                essential,
                "What cannot be cut from the spending you want.".to_owned(),
            ),
        ],
    }
}

/// The heading over the bad case.
#[must_use]
pub const fn badly(lang: Lang) -> &'static str {
    lang.pick("如果不顺利", "If it goes badly")
}

/// What a bad market leaves a year, given the share of the wish that it pays.
#[must_use]
pub fn badly_sentence(lang: Lang, paid: &str, wished: &str, standing: &Standing) -> String {
    if standing.bad_market >= 1.0 {
        return match lang {
            Lang::Zh => format!(
                "遇到长期低迷（十种情形里最差的一种），测算仍够付您想要的每年 {wished}。更差的情形也会有，所以每年复核一次。"
            ),
            Lang::En => format!(
                "In a long slump, the worst future of ten, the {wished} a year you want would still be paid. Worse can happen, so the plan is reviewed every year."
            ),
        };
    }
    match (lang, standing.bad_market >= standing.essential) {
        (Lang::Zh, true) => {
            format!(
                "遇到长期低迷（十种情形里最差的一种），每年能花约 {paid}，您想要的是 {wished}。必要开支仍有着落。"
            )
        }
        (Lang::Zh, false) => {
            format!(
                "遇到长期低迷（十种情形里最差的一种），每年只能花约 {paid}，您想要的是 {wished}。这还不够必要开支，所以现在就要调整。"
            )
        }
        (Lang::En, true) => {
            format!(
                "In a long slump, the worst future of ten, about {paid} a year can be spent, against the {wished} you want. The essentials would still be paid."
            )
        }
        (Lang::En, false) => {
            format!(
                "In a long slump, the worst future of ten, only about {paid} a year can be spent, against the {wished} you want. That does not pay for the essentials, so the plan needs a change now."
            )
        }
    }
}

/// A cut is a choice made on the way.
#[must_use]
pub const fn badly_way_out(lang: Lang) -> &'static str {
    lang.pick(
        "真遇上时不必一次减到位：每年复核一次，先少花一点，行情恢复再加回来。",
        "It need not be cut at once: with a review each year, spend a little less first and raise it again when markets recover.",
    )
}

/// The heading over incomes.
#[must_use]
pub const fn income(lang: Lang) -> &'static str {
    lang.pick("退休后的钱从哪里来", "Where the income comes from")
}

/// What lasting incomes leave to the investments.
#[must_use]
pub fn income_sentence(lang: Lang, wished: &str, covered: &str, gap: &str) -> String {
    match lang {
        Lang::Zh => format!("您想每年花 {wished}；终身收入付 {covered}，其余 {gap}靠投资。"),
        Lang::En => format!(
            "You want to spend {wished} a year; income for life pays {covered}, and investments have to pay the other {gap}."
        ),
    }
}

/// Lasting incomes pay for everything.
#[must_use]
pub fn income_covers_all(lang: Lang, wished: &str) -> String {
    match lang {
        Lang::Zh => format!("您想每年花 {wished}，终身收入就够付。"),
        Lang::En => format!("You want to spend {wished} a year; income for life pays for all of it."),
    }
}

/// There is no pension in the plan.
#[must_use]
pub const fn no_pension(lang: Lang) -> &'static str {
    lang.pick(
        "方案里没有养老金，全部靠投资。",
        "There is no pension in the plan: everything has to come from investments.",
    )
}

/// Columns of the table of incomes.
#[must_use]
pub fn income_columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["来源", "起领年龄", "每年（今天的钱）", "依据"],
        Lang::En => ["Source", "From age", "A year, today's money", "Basis"],
    }
}

/// What a pension is called.
#[must_use]
pub const fn pension(lang: Lang, kind: PensionKind) -> &'static str {
    match kind {
        PensionKind::Basic => lang.pick("基本养老金", "Basic pension"),
        PensionKind::EnterpriseAnnuity => lang.pick("企业年金", "Enterprise annuity"),
        PensionKind::Personal => lang.pick("个人养老金", "Personal pension"),
        PensionKind::Cpp => lang.pick("加拿大养老金（CPP）", "Canada Pension Plan (CPP)"),
        PensionKind::Oas => lang.pick("老年保障金（OAS）", "Old Age Security (OAS)"),
        PensionKind::Company => lang.pick("单位养老金", "Company pension"),
    }
}

/// Whose it is, where there are two.
#[must_use]
pub fn partners(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("伴侣的{name}"),
        Lang::En => format!("{name}, partner"),
    }
}

/// How the amount came about.
#[must_use]
pub fn basis(lang: Lang, basis: PensionBasis) -> String {
    match (basis, lang) {
        (PensionBasis::Known, _) => lang.pick("您填写的数", "the amount you gave").to_owned(),
        (PensionBasis::Estimated, _) => lang.pick("估算", "estimated").to_owned(),
        (PensionBasis::TooFewYears { have, need }, Lang::Zh) => format!(
            "缴费年限不够：到时 {} 年，需要 {} 年",
            format::number(lang, have, 0),
            format::number(lang, need, 1)
        ),
        (PensionBasis::TooFewYears { have, need }, Lang::En) => format!(
            "too few years of contributions: {} then, {} needed",
            format::number(lang, have, 0),
            format::number(lang, need, 1)
        ),
    }
}

/// What the estimate leaves open.
#[must_use]
pub const fn estimate_note(lang: Lang) -> &'static str {
    lang.pick(
        "估算按公布的计算办法，以社保部门的数为准；知道确切数目时请填写，结果会更准。",
        "Estimates follow the published rules; the pension office has the last word. Enter the exact amount once you know it.",
    )
}

/// A statutory retirement age in years and months.
#[must_use]
pub fn statutory(lang: Lang, months: u32) -> String {
    let (years, rest) = (months / 12, months % 12);
    match (lang, rest) {
        (Lang::Zh, 0) => format!("您的法定退休年龄是 {years} 岁。"),
        (Lang::Zh, _) => format!("您的法定退休年龄是 {years} 岁 {rest} 个月。"),
        (Lang::En, 0) => format!("Your statutory retirement age is {years}."),
        (Lang::En, _) => format!("Your statutory retirement age is {years} years and {rest} months."),
    }
}

/// The heading over large amounts before retirement.
#[must_use]
pub const fn projects(lang: Lang) -> &'static str {
    lang.pick("退休前的大额开支", "Large amounts before retirement")
}

/// What is set aside for them.
#[must_use]
pub fn set_aside(lang: Lang, amount: &str, left: &str) -> String {
    match lang {
        Lang::Zh => format!("为它们先留出 {amount}，不用于退休；用于退休的是 {left}。"),
        Lang::En => format!("{amount} is set aside for them and does not count for retirement; {left} does."),
    }
}

/// What they still lack.
#[must_use]
pub fn uncovered(lang: Lang, amount: &str) -> String {
    match lang {
        Lang::Zh => format!("钱和储蓄加起来还差 {amount}。先决定哪一项可以推迟或减少，再看退休。"),
        Lang::En => {
            format!(
                "Money and saving together still lack {amount}. Decide first which of them can wait or shrink; then look at retirement."
            )
        }
    }
}

/// Tells a lever's name to those who hear the page, for its number box.
#[must_use]
pub fn exact(lang: Lang, lever: &str) -> String {
    match lang {
        Lang::Zh => format!("{lever}，输入确切数字"),
        Lang::En => format!("{lever}, exact number"),
    }
}

#[cfg(test)]
mod tests {
    use planner::zone::Zone;

    use super::*;

    fn step(lever: Lever, value: f64, change: f64, share: f64) -> Move {
        Move { lever, value, change, share, cost: 93_000.0, success_after: 0.8, zone_after: Zone::Green }
    }

    #[test]
    fn a_move_says_its_exact_amount_and_what_it_changes() {
        let save = step(Lever::Save, 54_049.0, 4_049.0, 0.081);
        assert_eq!(move_title(Lang::Zh, Region::China, &save), "每年多存 ¥4,049");
        assert_eq!(
            move_change(Lang::En, Region::China, &save),
            "Saving goes from ¥50,000 to ¥54,049 a year until you retire."
        );

        let spend = step(Lever::Spend, 145_350.0, 4_650.0, 0.031);
        assert_eq!(move_title(Lang::En, Region::China, &spend), "Spend 3.1% less in retirement");
        assert_eq!(
            move_change(Lang::Zh, Region::China, &spend),
            "每年开支从 ¥150,000 到 ¥145,350，从退休起一直如此。"
        );

        let later = step(Lever::Later, 64.0, 1.0, 0.04);
        assert_eq!(move_title(Lang::En, Region::China, &later), "Work one more year");
    }

    #[test]
    fn a_statutory_age_without_months_names_none() {
        assert_eq!(statutory(Lang::En, 63 * 12), "Your statutory retirement age is 63.");
        assert_eq!(statutory(Lang::Zh, 62 * 12 + 5), "您的法定退休年龄是 62 岁 5 个月。");
    }
}
