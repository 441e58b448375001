//! What a zone is called, and what it means in a sentence.

use planner::firm::ZonePolicy;
use planner::zone::{Standing, Zone};

use super::Lang;
use crate::format;

/// Whether the plan of the answers is spoken of, or one that is only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// The plan as it is.
    Is,
    /// What would be.
    Would,
}

/// The zone's name.
#[must_use]
pub const fn name(lang: Lang, zone: Zone) -> &'static str {
    match zone {
        Zone::Red => lang.pick("红区", "Red zone"),
        Zone::Grey => lang.pick("灰区", "Grey zone"),
        Zone::Green => lang.pick("绿区", "Green zone"),
    }
}

/// What the zone means, in a few words under its name.
#[must_use]
pub const fn meaning(lang: Lang, zone: Zone) -> &'static str {
    match zone {
        Zone::Red => lang.pick("还不够", "Not enough yet"),
        Zone::Grey => lang.pick("还未定", "Undecided"),
        Zone::Green => lang.pick("在正轨", "On course"),
    }
}

/// The answer of the page: the zone, and what it asks for.
#[must_use]
pub fn sentence(lang: Lang, standing: &Standing, mood: Mood) -> String {
    format!("{}{}", opening(lang, standing.zone, mood), body(lang, standing))
}

fn opening(lang: Lang, zone: Zone, mood: Mood) -> String {
    let name = name(lang, zone);
    match (lang, mood) {
        (Lang::Zh, Mood::Is) => format!("您在{name}："),
        (Lang::Zh, Mood::Would) => format!("照这样试，您会在{name}："),
        (Lang::En, Mood::Is) => format!("You are in the {}: ", name.to_lowercase()),
        (Lang::En, Mood::Would) => format!("With this you would be in the {}: ", name.to_lowercase()),
    }
}

fn body(lang: Lang, standing: &Standing) -> String {
    let share = |value: f64| format::percent(lang, value, 0);
    let (bad, median) = (share(standing.bad_market), share(standing.median));
    let essential = share(standing.essential);
    match (standing.zone, lang) {
        (Zone::Red, Lang::Zh) if standing.bad_market < standing.essential => {
            format!("遇到长期低迷，只够付想要开支的 {bad}，不到必要的 {essential}。")
        }
        (Zone::Red, Lang::En) if standing.bad_market < standing.essential => {
            format!(
                "in a long slump it pays for {bad} of the spending you want, less than the essential {essential}."
            )
        }
        (Zone::Red, Lang::Zh) => format!("即使行情中等，也只够付想要开支的 {median}。"),
        (Zone::Red, Lang::En) => {
            format!("even a middling market pays for only {median} of the spending you want.")
        }
        (Zone::Grey, Lang::Zh) if standing.success >= 0.5 => {
            format!("多数情形够用，遇到长期低迷要把开支减到 {bad}。")
        }
        (Zone::Grey, Lang::En) if standing.success >= 0.5 => {
            format!("most futures pay for it; in a long slump spending would have to fall to {bad}.")
        }
        (Zone::Grey, Lang::Zh) => format!("行情中等时够付想要开支的 {median}，遇到长期低迷要减到 {bad}。"),
        (Zone::Grey, Lang::En) => {
            format!(
                "a middling market pays for {median} of the spending you want; in a long slump it would fall to {bad}."
            )
        }
        // From here on the cut would read as 100%, which is none.
        (Zone::Green, Lang::Zh) if standing.bad_market >= 0.995 => {
            "十种情形里约有九种或更多，不必减少想要的开支。".to_owned()
        }
        (Zone::Green, Lang::En) if standing.bad_market >= 0.995 => {
            "in about nine futures of ten, or more, the spending you want needs no cut.".to_owned()
        }
        (Zone::Green, Lang::Zh) => format!("大多数情形不必减少开支；遇到长期低迷，减到 {bad} 也能过去。"),
        (Zone::Green, Lang::En) => {
            format!(
                "most futures need no cut; in a long slump spending would fall to {bad}, and essentials stay covered."
            )
        }
    }
}

/// What moves the plan into another zone; none where the zone holds.
#[must_use]
pub fn near_border(lang: Lang, standing: &Standing, policy: &ZonePolicy) -> Option<String> {
    let points = format::number(lang, policy.sensitivity_return * 100.0, 1);
    let years = policy.sensitivity_years;
    let (if_return, if_life) = match lang {
        Lang::Zh => (
            [format!("实际收益每年少 {points} 个百分点"), format!("实际收益每年多 {points} 个百分点")],
            [format!("少活 {years} 年"), format!("多活 {years} 年")],
        ),
        Lang::En => (
            [
                format!("{points} points less real return a year"),
                format!("{points} points more real return a year"),
            ],
            [format!("a life {years} years shorter"), format!("a life {years} years longer")],
        ),
    };
    let cases =
        if_return.into_iter().zip(standing.by_return).chain(if_life.into_iter().zip(standing.by_life));
    let moved: Vec<_> = cases
        .filter(|(_, zone)| *zone != standing.zone)
        .map(|(case, zone)| match lang {
            Lang::Zh => format!("{case}，就到{}", name(lang, zone)),
            Lang::En => format!("{case} leads to the {}", name(lang, zone).to_lowercase()),
        })
        .collect();
    let list = moved.join(lang.pick("；", "; "));
    match (moved.is_empty(), lang) {
        (true, _) => None,
        (false, Lang::Zh) => Some(format!("靠近边界：{list}。")),
        (false, Lang::En) => Some(format!("Near a border: {list}.")),
    }
}

/// The zone holds under a little more or less return and life.
#[must_use]
pub fn holds(lang: Lang, policy: &ZonePolicy) -> String {
    let points = format::number(lang, policy.sensitivity_return * 100.0, 1);
    let years = policy.sensitivity_years;
    match lang {
        Lang::Zh => format!("实际收益每年差 {points} 个百分点，或寿命差 {years} 年，都还在这个区。"),
        Lang::En => {
            format!(
                "With {points} points more or less real return a year, or {years} years more or less of life, the zone stays the same."
            )
        }
    }
}

/// Green with room to spare.
#[must_use]
pub const fn ample(lang: Lang) -> &'static str {
    lang.pick(
        "还有余地：可以多花一些、早点退休，或少冒一些风险。",
        "There is room: you could spend more, stop earlier, or take less risk.",
    )
}

/// What the zone track shows, for those who hear it.
#[must_use]
pub fn track(lang: Lang, zone: Zone) -> String {
    match lang {
        Lang::Zh => format!("红、灰、绿三段，您的方案在{}。", name(lang, zone)),
        Lang::En => format!(
            "Three stretches, red, grey and green; your plan is in the {}.",
            name(lang, zone).to_lowercase()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(zone: Zone, success: f64, bad_market: f64, median: f64) -> Standing {
        Standing {
            zone,
            success,
            success_interval: [success - 0.01, success + 0.01],
            bad_market,
            median,
            essential: 0.7,
            ample: false,
            near_border: true,
            by_return: [Zone::Red, Zone::Green],
            by_life: [zone; 2],
        }
    }

    #[track_caller]
    fn check(standing: &Standing, zh: &str, en: &str) {
        assert_eq!(sentence(Lang::Zh, standing, Mood::Is), zh);
        assert_eq!(sentence(Lang::En, standing, Mood::Is), en);
    }

    #[test]
    fn the_sentence_says_the_zone_and_what_it_asks_for() {
        check(
            &standing(Zone::Grey, 0.757, 0.891, 1.17),
            "您在灰区：多数情形够用，遇到长期低迷要把开支减到 89%。",
            "You are in the grey zone: most futures pay for it; in a long slump spending would have to fall to 89%.",
        );
        check(
            &standing(Zone::Red, 0.01, 0.75, 0.82),
            "您在红区：即使行情中等，也只够付想要开支的 82%。",
            "You are in the red zone: even a middling market pays for only 82% of the spending you want.",
        );
    }

    #[test]
    fn a_grey_plan_that_mostly_falls_short_is_not_said_to_be_enough() {
        let text = sentence(Lang::En, &standing(Zone::Grey, 0.48, 0.88, 0.99), Mood::Is);
        assert!(!text.contains("most futures"), "{text}");
    }

    #[test]
    fn every_zone_has_words_of_its_own_in_both_languages() {
        for lang in Lang::ALL {
            let names = [Zone::Red, Zone::Grey, Zone::Green].map(|zone| name(lang, zone));
            assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);
        }
    }
}
