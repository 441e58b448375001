//! The profile page: the class, what capped it, and what does not fit together.

use planner::firm::{Class, Dimension};
use planner::profile::FlagEffect;

use super::Lang;

/// What a class is called: `C3 平衡型`.
#[must_use]
pub const fn class_name(lang: Lang, class: Class) -> &'static str {
    match class {
        Class::C1Lowest => lang.pick("C1 保守型（最低类别）", "C1 Conservative (lowest)"),
        Class::C1 => lang.pick("C1 保守型", "C1 Conservative"),
        Class::C2 => lang.pick("C2 谨慎型", "C2 Cautious"),
        Class::C3 => lang.pick("C3 平衡型", "C3 Balanced"),
        Class::C4 => lang.pick("C4 成长型", "C4 Growth"),
        Class::C5 => lang.pick("C5 激进型", "C5 Aggressive"),
    }
}

/// The class's letter and number.
#[must_use]
pub const fn class_code(class: Class) -> &'static str {
    match class {
        Class::C1Lowest | Class::C1 => "C1",
        Class::C2 => "C2",
        Class::C3 => "C3",
        Class::C4 => "C4",
        Class::C5 => "C5",
    }
}

/// The class's name without its number.
#[must_use]
pub const fn class_short(lang: Lang, class: Class) -> &'static str {
    match class {
        Class::C1Lowest => lang.pick("最低", "Lowest"),
        Class::C1 => lang.pick("保守", "Conservative"),
        Class::C2 => lang.pick("谨慎", "Cautious"),
        Class::C3 => lang.pick("平衡", "Balanced"),
        Class::C4 => lang.pick("成长", "Growth"),
        Class::C5 => lang.pick("激进", "Aggressive"),
    }
}

/// What a class means for a life with money, in a sentence.
#[must_use]
pub const fn class_meaning(lang: Lang, class: Class) -> &'static str {
    match class {
        Class::C1Lowest => lang.pick(
            "只适合风险最低的产品，没有例外。",
            "Only products of the lowest risk level suit you, without exception.",
        ),
        Class::C1 => lang.pick(
            "适合几乎不波动的产品；长期看，钱的购买力可能跟不上物价。",
            "Products that hardly move suit you; over the years prices may rise faster than the money.",
        ),
        Class::C2 => lang.pick(
            "适合波动小的产品，可以接受偶尔小亏。",
            "Products with small swings suit you; a small loss now and then is acceptable.",
        ),
        Class::C3 => lang.pick(
            "可以一半左右放在会涨跌的资产里，坏年份可能亏一成左右。",
            "About half may go into assets that rise and fall; a bad year may lose around a tenth.",
        ),
        Class::C4 => lang.pick(
            "可以大部分放在会涨跌的资产里，坏年份可能亏一成半以上。",
            "Most may go into assets that rise and fall; a bad year may lose more than a seventh.",
        ),
        Class::C5 => lang.pick(
            "可以几乎全部放在会涨跌的资产里，坏年份可能亏两成左右。",
            "Nearly all may go into assets that rise and fall; a bad year may lose around a fifth.",
        ),
    }
}

/// The answer of the page.
#[must_use]
pub fn sentence(lang: Lang, class: Class) -> String {
    match lang {
        Lang::Zh => format!("您的风险类别是 {}。", class_name(lang, class)),
        Lang::En => format!("Your risk class is {}.", class_name(lang, class)),
    }
}

/// The result is provisional.
#[must_use]
pub const fn provisional(lang: Lang) -> &'static str {
    lang.pick("暂定结果", "Provisional result")
}

/// What a provisional result allows.
#[must_use]
pub const fn provisional_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "有几处回答互相矛盾，所以先按较低的类别算。理清下面几处，或和顾问谈过之后，结果才正式。",
        "Some answers contradict each other, so the lower reading counts for now. Settle the pairs below, or talk to your advisor, to make the result final.",
    )
}

/// The result is held.
#[must_use]
pub const fn held(lang: Lang) -> &'static str {
    lang.pick("结果暂缓", "Result on hold")
}

/// Why a result is held, and the way out.
#[must_use]
pub const fn held_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "这次作答的方式让结果还不能作数。请静下心来再答一遍，或请顾问一起看。在此之前下面只供参考。",
        "The way the questions were answered means the result cannot count yet. Please take them again in your own time, or look at them with your advisor. Until then what follows is for reading only.",
    )
}

/// The heading over the axis.
#[must_use]
pub const fn axis(lang: Lang) -> &'static str {
    lang.pick("承受得起、愿意承受、目标需要", "What you can bear, want to bear, and need")
}

/// The axis in a sentence: the lower of ability and willingness decides.
#[must_use]
pub fn axis_sentence(lang: Lang, ability: Class, willingness: Class) -> String {
    use std::cmp::Ordering::{Equal, Greater, Less};
    match (ability.cmp(&willingness), lang) {
        (Less, Lang::Zh) => "您愿意冒的风险，比家里承受得起的多。以承受得起的为准。".to_owned(),
        (Less, Lang::En) => {
            "You are willing to take more risk than your household can bear. What it can bear decides."
                .to_owned()
        }
        (Greater, Lang::Zh) => "家里承受得起的风险，比您愿意冒的多。以您愿意的为准。".to_owned(),
        (Greater, Lang::En) => {
            "Your household could bear more risk than you want to take. What you want decides.".to_owned()
        }
        (Equal, Lang::Zh) => "家里承受得起的和您愿意承受的一致。".to_owned(),
        (Equal, Lang::En) => "What your household can bear and what you want to bear agree.".to_owned(),
    }
}

/// The goal asks for more than the class allows.
#[must_use]
pub fn need_above(lang: Lang, needed: Class) -> String {
    match lang {
        Lang::Zh => format!(
            "您的目标需要 {}才可能达到，高于您的类别。办法是多存、少花、晚退休，不是冒更大的风险。",
            class_name(lang, needed)
        ),
        Lang::En => format!(
            "Your goal would need {}, above your class. The answer is to save more, spend less or retire later; it is not to take more risk.",
            class_name(lang, needed)
        ),
    }
}

/// The goal is within the class.
#[must_use]
pub const fn need_within(lang: Lang) -> &'static str {
    lang.pick("您的目标不需要冒比这更大的风险。", "Your goal does not need more risk than this.")
}

/// No class reaches the goal.
#[must_use]
pub const fn need_none(lang: Lang) -> &'static str {
    lang.pick(
        "您的目标靠哪一类都达不到，需要调整储蓄、开支或退休时间。",
        "No class reaches your goal: saving, spending or the retirement age has to change.",
    )
}

/// The row of ability.
#[must_use]
pub const fn ability(lang: Lang) -> &'static str {
    lang.pick("承受得起", "Can bear")
}

/// The row of willingness.
#[must_use]
pub const fn willingness(lang: Lang) -> &'static str {
    lang.pick("愿意承受", "Want to bear")
}

/// The row of need.
#[must_use]
pub const fn need(lang: Lang) -> &'static str {
    lang.pick("目标需要", "Goal needs")
}

/// The row of the class that counts.
#[must_use]
pub const fn counts(lang: Lang) -> &'static str {
    lang.pick("您的类别", "Your class")
}

/// The heading over the reasons.
#[must_use]
pub const fn reasons(lang: Lang) -> &'static str {
    lang.pick("为什么不是更高", "Why it is not higher")
}

/// Ability is the lower one.
#[must_use]
pub const fn because_ability(lang: Lang) -> &'static str {
    lang.pick(
        "家庭的收入、储备和用钱时间，只承受得起这么多。",
        "Your household's income, reserve and horizon bear no more than this.",
    )
}

/// Willingness is the lower one.
#[must_use]
pub const fn because_willingness(lang: Lang) -> &'static str {
    lang.pick(
        "您对涨跌的态度和过去的做法，只到这个程度。",
        "Your attitude to swings, and what you did in past ones, goes no further than this.",
    )
}

/// Both give the same class.
#[must_use]
pub const fn because_both(lang: Lang) -> &'static str {
    lang.pick("承受能力和承受意愿都在这个类别。", "Ability and willingness both point to this class.")
}

/// A gate was answered.
#[must_use]
pub fn because_gate(lang: Lang, question: &str, answer: &str) -> String {
    match lang {
        Lang::Zh => format!("对“{question}”您回答“{answer}”。按规定这属于最低类别，没有例外。"),
        Lang::En => format!(
            "To “{question}” you answered “{answer}”. By rule this is the lowest class, without exception."
        ),
    }
}

/// Contradictions hold the class down.
#[must_use]
pub const fn because_provisional(lang: Lang) -> &'static str {
    lang.pick(
        "矛盾的回答还没有理清，暂时按较低的类别算。",
        "Answers that contradict each other are not settled; the lower class counts until then.",
    )
}

/// Age holds the class down.
#[must_use]
pub fn because_elder(lang: Lang, age: u32) -> String {
    match lang {
        Lang::Zh => format!("{age} 岁以上，和顾问见面谈过之后才会用更高的类别。"),
        Lang::En => format!("From the age of {age} a higher class needs a meeting with the advisor first."),
    }
}

/// The investor chose it.
#[must_use]
pub fn because_chosen(lang: Lang, assessed: Class) -> String {
    match lang {
        Lang::Zh => format!("您自己选择了比测评结果（{}）更低的类别。", class_name(lang, assessed)),
        Lang::En => format!("You chose a class below the assessed one ({}).", class_name(lang, assessed)),
    }
}

/// The objective holds what is recommended.
#[must_use]
pub const fn because_objective(lang: Lang) -> &'static str {
    lang.pick(
        "您说最看重的目标，用不着更高的风险。",
        "What you said matters most does not call for more risk.",
    )
}

/// What is recommended stays below the class.
#[must_use]
pub fn recommended(lang: Lang, class: Class) -> String {
    match lang {
        Lang::Zh => format!("配置和推荐只按 {}来做，比您的类别低：", class_name(lang, class)),
        Lang::En => {
            format!("The mix and all recommendations go by {}, below your class:", class_name(lang, class))
        }
    }
}

/// The goal asks for more than is recommended, though the class would allow it.
#[must_use]
pub fn need_above_recommended(lang: Lang, needed: Class) -> String {
    match lang {
        Lang::Zh => format!(
            "您的目标需要 {}才可能达到，高于现在推荐的程度。可以看看下面的原因，也可以多存、少花、晚退休。",
            class_name(lang, needed)
        ),
        Lang::En => format!(
            "Your goal would need {}, above what is recommended now. See the reasons below; saving more, spending less or retiring later help as well.",
            class_name(lang, needed)
        ),
    }
}

/// The heading over contradictions.
#[must_use]
pub const fn contradictions(lang: Lang) -> &'static str {
    lang.pick("有几处对不上", "Some answers do not fit together")
}

/// How contradictions count.
#[must_use]
pub const fn contradictions_lead(lang: Lang) -> &'static str {
    lang.pick(
        "没有对错，只是两处回答说的不一样。改其中一处即可；在此之前按较低的理解算。",
        "Neither is wrong; the two simply say different things. Change one of them. Until then the lower reading counts.",
    )
}

/// The heading over notices without fault.
#[must_use]
pub const fn to_talk_about(lang: Lang) -> &'static str {
    lang.pick("值得和顾问谈谈", "Worth talking about")
}

/// What a flag does.
#[must_use]
pub const fn effect(lang: Lang, effect: FlagEffect) -> &'static str {
    match effect {
        FlagEffect::AskAgain => lang.pick("待您理清", "For you to settle"),
        FlagEffect::Retake => lang.pick("请重新作答", "Please take it again"),
        FlagEffect::AdvisorReview => lang.pick("由顾问复核", "Your advisor will look at it"),
        FlagEffect::Talk => lang.pick("不是错误，可以聊聊", "No fault; worth a talk"),
    }
}

/// The link to change an answer.
#[must_use]
pub const fn change_answer(lang: Lang) -> &'static str {
    lang.pick("改这一题", "Change this answer")
}

/// Tells which answer is changed, for those who hear the link alone.
#[must_use]
pub fn change_answer_to(lang: Lang, question: &str) -> String {
    match lang {
        Lang::Zh => format!("：{question}"),
        Lang::En => format!(": {question}"),
    }
}

/// A question without an answer.
#[must_use]
pub const fn no_answer(lang: Lang) -> &'static str {
    lang.pick("（未回答）", "(no answer)")
}

/// The heading over the dimensions.
#[must_use]
pub const fn dimensions(lang: Lang) -> &'static str {
    lang.pick("五个方面", "The five dimensions")
}

/// How dimensions are read.
#[must_use]
pub const fn dimensions_lead(lang: Lang) -> &'static str {
    lang.pick(
        "各按 0 到 100 计。前两项合成承受能力，态度与定力合成承受意愿，知识只用来设上限。",
        "Each from 0 to 100. The first two make up ability, tolerance and composure make up willingness, and knowledge only sets caps.",
    )
}

/// What a dimension is called.
#[must_use]
pub const fn dimension(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Capacity => lang.pick("财务承受力", "Financial capacity"),
        Dimension::Horizon => lang.pick("时间与流动性", "Horizon and liquidity"),
        Dimension::Knowledge => lang.pick("知识与经验", "Knowledge and experience"),
        Dimension::Tolerance => lang.pick("对风险的态度", "Tolerance"),
        Dimension::Composure => lang.pick("下跌时的定力", "Composure in falls"),
    }
}

/// What a dimension looks at.
#[must_use]
pub const fn dimension_meaning(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Capacity => lang.pick(
            "收入、备用金、负债和家庭负担，能承受多大的亏损。",
            "How much loss income, reserve, debts and dependants leave room for.",
        ),
        Dimension::Horizon => lang
            .pick("这笔钱多久以后用，近期要取多少。", "When the money is needed, and how much of it soon."),
        Dimension::Knowledge => lang.pick(
            "对产品和涨跌的了解，以及实际做过什么。",
            "What you know about products and swings, and what you have done.",
        ),
        Dimension::Tolerance => lang.pick(
            "为了更高的可能收益，愿意接受多大的起伏。",
            "How much swing you accept for the chance of more.",
        ),
        Dimension::Composure => {
            lang.pick("真遇到下跌时会怎么做、做过什么。", "What you would do, and did, when markets fell.")
        }
    }
}

/// A dimension without evidence.
#[must_use]
pub const fn no_evidence(lang: Lang) -> &'static str {
    lang.pick("没有经历可作依据", "no experience to go by")
}

/// The question whether the result fits.
#[must_use]
pub const fn is_this_you(lang: Lang) -> &'static str {
    lang.pick("这像您吗？", "Is this you?")
}

/// What can be done about it.
#[must_use]
pub const fn is_this_you_lead(lang: Lang) -> &'static str {
    lang.pick(
        "可以接受，也可以选更低的类别，方案会跟着变。要更高，只有回去改答案：类别不能自己往上选。",
        "Accept it, or choose a lower class and the plan follows. A higher class cannot be chosen; it comes only from the answers.",
    )
}

/// Accepts the assessed class.
#[must_use]
pub fn accept(lang: Lang, class: Class) -> String {
    match lang {
        Lang::Zh => format!("按测评结果：{}", class_name(lang, class)),
        Lang::En => format!("As assessed: {}", class_name(lang, class)),
    }
}

/// Chooses a lower class.
#[must_use]
pub fn choose(lang: Lang, class: Class) -> String {
    match lang {
        Lang::Zh => format!("改选更低的：{}", class_name(lang, class)),
        Lang::En => format!("Lower: {}", class_name(lang, class)),
    }
}

/// There is no lower class to choose.
#[must_use]
pub const fn no_lower(lang: Lang) -> &'static str {
    lang.pick("这已经是最低的类别。", "This is the lowest class already.")
}

/// The way to the answers.
#[must_use]
pub const fn to_answers(lang: Lang) -> &'static str {
    lang.pick("查看和修改全部回答", "Review and change the answers")
}

/// How long the assessment holds.
#[must_use]
pub fn valid_until(lang: Lang, month: &str, months: u32) -> String {
    match lang {
        Lang::Zh => {
            format!("本次测评有效 {months} 个月，到 {month}为止。收入、家庭或目标有大变化时请提前重做。")
        }
        Lang::En => format!(
            "This assessment holds for {months} months, until {month}. Take it again sooner if income, family or aims change."
        ),
    }
}

/// Where the client's own limit stands in the plan.
#[must_use]
pub fn loss_limit(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("您说一年里跌到 {share} 以内仍会照原计划持有，配置会守住这条线。"),
        Lang::En => format!(
            "You said you would hold on through a fall of up to {share} in a year; the mix keeps to that."
        ),
    }
}

/// The next step.
#[must_use]
pub const fn to_allocation(lang: Lang) -> &'static str {
    lang.pick("看建议的配置", "See the suggested mix")
}

/// Names the axis for those who hear it.
#[must_use]
pub fn axis_row(lang: Lang, row: &str, class: &str) -> String {
    match lang {
        Lang::Zh => format!("{row}：{class}"),
        Lang::En => format!("{row}: {class}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_of_ability_and_willingness_is_said_to_decide() {
        assert!(axis_sentence(Lang::En, Class::C2, Class::C4).contains("can bear decides"));
        assert!(axis_sentence(Lang::En, Class::C4, Class::C2).contains("want decides"));
        assert!(axis_sentence(Lang::Zh, Class::C3, Class::C3).contains("一致"));
    }

    #[test]
    fn every_class_has_a_name_of_its_own() {
        for lang in Lang::ALL {
            for pair in Class::ALL.windows(2) {
                assert_ne!(class_name(lang, pair[0]), class_name(lang, pair[1]));
            }
        }
    }
}
