//! How each figure is worked out, in a few words, for beside the figure itself.
//!
//! `docs/method.md` says the same at length, with sources and examples, under a heading for each; a
//! test holds both lists equal. Pages take the ones they need, so that no page carries the others.

use super::Lang;

/// How one figure is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Its heading in `docs/method.md`, as an anchor.
    pub anchor: &'static str,
    name: [&'static str; 2],
    text: [&'static str; 2],
}

impl Explained {
    /// What the figure is called.
    #[must_use]
    pub const fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.name[0], self.name[1])
    }

    /// How it is worked out, in a few sentences.
    #[must_use]
    pub const fn text(&self, lang: Lang) -> &'static str {
        lang.pick(self.text[0], self.text[1])
    }
}

/// The line that unfolds into the explanations.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("怎么算的", "How this is worked out")
}

/// Some figures with their explanations, as [`crate::components::method_note`] shows them.
#[must_use]
pub fn notes(lang: Lang, figures: &[Explained]) -> Vec<(&'static str, &'static str)> {
    figures.iter().map(|figure| (figure.name(lang), figure.text(lang))).collect()
}

/// The scores.
pub const PROFILE_SCORE: Explained = Explained {
    anchor: "profile-score",
    name: ["评分", "The scores"],
    text: [
        "每个维度是各题得分的加权平均，从 0 到 100。承受能力 = 65% 财务能力 + 35% 期限；承受意愿 = 60% 风险态度 + 40% 临场表现。没有依据的题不计入。",
        "Each dimension is the weighted mean of its answers, from 0 to 100. Ability is 65% capacity and 35% horizon; willingness is 60% tolerance and 40% composure. Answers that are no evidence are left out.",
    ],
};

/// The class.
pub const CLASS: Explained = Explained {
    anchor: "class",
    name: ["类别", "The class"],
    text: [
        "20、40、60、80 分把类别分为 C1 到 C5。取能力与意愿中较低的一个，再按短期限、备用金少、负债重、了解少等上限下调。矛盾没有澄清之前，按较低的理解。",
        "20, 40, 60 and 80 points part C1 to C5. The lower of ability and willingness counts, then caps for a short horizon, a thin reserve, heavy debt or little knowledge. Until a contradiction is settled, the lower reading counts.",
    ],
};

/// The age planned for.
pub const PLAN_AGE: Explained = Explained {
    anchor: "plan-age",
    name: ["规划到几岁", "The age planned for"],
    text: [
        "钱要够用到四个人里有一个能活到的年龄。死亡率随年龄按固定倍数上升（Gompertz 规律）；夫妻按较晚的一方。",
        "Money has to last to the age that one in four reaches. Mortality rises by the same factor every year of age (the Gompertz law); of a couple the later end counts.",
    ],
};

/// Statutory retirement age.
pub const CHINA_RETIREMENT: Explained = Explained {
    anchor: "retirement-age-in-china",
    name: ["法定退休年龄", "Statutory retirement age"],
    text: [
        "2025 年起，法定退休年龄每四个月（50 岁类每两个月）推迟一个月，男 63 岁、女 58 或 55 岁为止。养老金最多可提前或推迟三年。",
        "Since 2025 the statutory age rises by a month every four months of birth (two where it was 50). It ends at 63 for men, 58 or 55 for women. The pension may begin up to three years before or after it.",
    ],
};

/// The basic pension.
pub const CHINA_PENSION: Explained = Explained {
    anchor: "basic-pension-in-china",
    name: ["基本养老金", "The basic pension"],
    text: [
        "基础部分：当地平均工资与本人指数化工资的平均数，每缴一年计 1%；个人账户部分：余额除以计发月数。平均工资及其增长是待核准的草案。",
        "One percent of the mean of the average wage and your own indexed wage for each year paid, and your account over the months of the official table. The average wage and its growth are drafts.",
    ],
};

/// CPP and OAS.
pub const CPP_OAS: Explained = Explained {
    anchor: "cpp-and-oas",
    name: ["CPP 与 OAS", "CPP and OAS"],
    text: [
        "CPP 在 65 岁前每早一个月少 0.6%，之后每晚一个月多 0.7%。OAS 按居住年数占 40 年的比例，收入高时收回 15%。",
        "CPP is 0.6% less for each month before 65 and 0.7% more after. OAS goes by years of residence over 40, and 15% of high income is recovered.",
    ],
};

/// The yearly flows.
pub const HOUSEHOLD_FLOWS: Explained = Explained {
    anchor: "household-flows",
    name: ["每年收支", "The yearly flows"],
    text: [
        "储蓄在家庭收入中的占比不变，直到您退休；退休后的收入是养老金和仍在做的工作。工作期间没还完的贷款由退休承担，通胀使还款变轻。",
        "Saving keeps its share of the household's income until you retire; then pensions and work that goes on come in. Loans that outlast work are paid in retirement, and inflation makes them lighter.",
    ],
};

/// Money set aside.
pub const POTS: Explained = Explained {
    anchor: "pots",
    name: ["专款", "Money set aside"],
    text: [
        "退休前的大额支出先留出：先必须、后想要，再按时间；先用现有的钱，再用储蓄。留出的钱不再算进退休，同一笔钱不算两次。",
        "Large amounts before retirement are set aside first: needs before wants, then by date; from what there is, then from saving. No money is counted twice.",
    ],
};

/// The growth share.
pub const GROWTH_SHARE: Explained = Explained {
    anchor: "growth-share",
    name: ["增长类占比", "The growth share"],
    text: [
        "取五个上限中最小的：类别、期限、风险态度、您能接受的亏损、近期用钱。风险态度一项按 Merton 公式：超额收益 ÷（风险厌恶 × 方差），将来的储蓄按一半折成债券计入。",
        "The smallest of five limits: class, horizon, tolerance, the loss you accept, and cash needs. For tolerance it is Merton's share, excess return over risk aversion times variance, with half of future saving counted as a bond.",
    ],
};

/// The three sleeves.
pub const SLEEVES: Explained = Explained {
    anchor: "sleeves",
    name: ["三类资产", "The three sleeves"],
    text: [
        "组合 = 增长类 + 分散类 + 防守类，各按公司的清单分配，再取整到百分之一。两年内要用的钱和不足的备用金放在现金里。",
        "The mix is a growth, a diversifying and a defensive list of the firm, rounded to whole points. Cash covers two years of withdrawals and what the reserve lacks.",
    ],
};

/// Change with age.
pub const GLIDE_PATH: Explained = Explained {
    anchor: "glide-path",
    name: ["随年龄变化", "Change with age"],
    text: [
        "以后每一年都用同样的规则：还没存的钱越来越少，增长类占比也随之下降。试算不会改变这条路径。",
        "The same rule in every later year: as saving still to come shrinks, so does the growth share. What you try does not change this path.",
    ],
};

/// The range of a year.
pub const EXPECTED_RANGE: Explained = Explained {
    anchor: "expected-range",
    name: ["一年的范围", "The range of a year"],
    text: [
        "每年的收益按对数正态分布。显示的是二十年一遇的坏年份和好年份，以及扣除费用和通胀后的复合收益。这是范围，不是承诺。",
        "A year's return is lognormal. Shown are the year that is worse, and the one that is better, one time in twenty, and the compound return after costs and inflation. It is a range, not a promise.",
    ],
};

/// The loss of a bad year.
pub const LOSS: Explained = Explained {
    anchor: "loss-of-a-bad-year",
    name: ["坏年份的亏损", "The loss of a bad year"],
    text: [
        "同一个分布给出三个数：亏损的概率、二十年一遇的亏损、以及最差二十分之一年份的平均亏损。",
        "The same distribution gives three figures: how probable a loss is, the loss exceeded one time in twenty, and the mean of that worst twentieth.",
    ],
};

/// The return that is needed.
pub const NEEDED_RETURN: Explained = Explained {
    anchor: "needed-return",
    name: ["目标需要的收益", "The return that is needed"],
    text: [
        "每年固定的实际收益要多高，钱才刚好够用。它只作比较，不会提高您的类别。",
        "The constant real return at which the money just lasts. It is shown for comparison and never raises your class.",
    ],
};

/// The simulated returns.
pub const RETURNS: Explained = Explained {
    anchor: "lognormal-returns",
    name: ["模拟的收益", "The simulated returns"],
    text: [
        "一万个人生，每年各抽一个收益，成对相反，每次抽取相同。不含跳跃，各年互不相关。",
        "Ten thousand lifetimes draw a return for every year, in opposite pairs, the same draws every time. There are no jumps, and years do not depend on each other.",
    ],
};

/// The funded ratio K.
pub const FUNDED_RATIO: Explained = Explained {
    anchor: "funded-ratio-k",
    name: ["足够倍数 K", "The funded ratio K"],
    text: [
        "在每个人生里：现有和将来的钱的现值 ÷ 想要的开支的现值。1 表示全部够用，0.9 表示够用九成。",
        "Of each lifetime: the present value of all there is and will be, over that of all that is wished. 1 pays for all of it, 0.9 for nine tenths.",
    ],
};

/// P, B and M.
pub const P_B_M: Explained = Explained {
    anchor: "p-b-and-m",
    name: ["P、B、M", "P, B and M"],
    text: [
        "P 是不用削减开支的人生占比；B 是十次里较差一次仍能支付的比例；M 是中间一次的比例。只看 P 会误导：有时只差一成。",
        "P is the share of lifetimes that need no cut; B is what the worst one in ten still pays of the wish; M is what the middle one pays. P alone misleads: sometimes only a tenth is missing.",
    ],
};

/// The zone.
pub const ZONE: Explained = Explained {
    anchor: "zone",
    name: ["区域", "The zone"],
    text: [
        "绿区：P 至少 80%，且 B 至少 85% 并不低于必要开支。红区：B 低于必要开支，或 M 低于 90%。其余是灰区。必要开支占比限于 50% 到 90%。",
        "Green: P at least 80%, and B at least 85% and not below essentials. Red: B below essentials, or M below 90%. Grey otherwise. The essential share is held between 50% and 90%.",
    ],
};

/// Near the border.
pub const NEAR_BORDER: Explained = Explained {
    anchor: "near-the-border",
    name: ["靠近边界", "Near the border"],
    text: [
        "实际收益高或低 0.5%，或多活、少活三年，只要有一种换了区域，就说明靠近边界。",
        "With half a percent more or less real return, or three years more or less of life: if any of these has another zone, the border is near.",
    ],
};

/// The simulation's error.
pub const CONFIDENCE: Explained = Explained {
    anchor: "confidence",
    name: ["模拟误差", "The simulation's error"],
    text: [
        "换一批随机数，P 会略有不同。括号里是 95% 的范围，按成对的人生计算。",
        "Other random numbers would give a slightly different P. The interval holds it 95 times in 100, reckoned over pairs of lifetimes.",
    ],
};

/// Moves to green.
pub const MOVES: Explained = Explained {
    anchor: "moves-to-green",
    name: ["走到绿区的办法", "Moves to green"],
    text: [
        "在同样的人生上直接算出：少花、多存、一次投入各要多少才到绿区，再逐年试晚退休。金额精确到一元，代价是您放弃的钱的现值。",
        "Worked out on the same lifetimes: how much less to spend, more to save or to add at once for green; later years are tried one by one. Exact to one unit; the cost is today's value of what you give up.",
    ],
};

/// The borders of the map.
pub const MAP: Explained = Explained {
    anchor: "borders-of-the-map",
    name: ["地图的边界", "The borders of the map"],
    text: [
        "每一列是一个退休年龄。边界是同样人生上的分位数，不是网格近似。",
        "Each column is one age of retirement. The borders are quantiles over the same lifetimes, not a grid.",
    ],
};

/// Several moves together.
pub const WAYS: Explained = Explained {
    anchor: "ways-of-several-moves",
    name: ["组合办法", "Several moves together"],
    text: [
        "一部分靠一个办法，其余靠另一个；多存与少花各担一半代价。比别的办法处处更费的不列出。",
        "Part by one lever, the rest by another; saving and spending share the cost equally. Ways that ask more than another everywhere are left out.",
    ],
};

/// Why some fall short.
pub const WHY: Explained = Explained {
    anchor: "why-lifetimes-fail",
    name: ["为什么会不够", "Why some fall short"],
    text: [
        "把每个不够的人生重演，每次只改一样，先轻后重：物价照预期、退休前后十年的收益、大额目标、寿命、全部收益。第一个能补救的就是原因。物价的起伏从实际收益的波动里按标准差分出来。",
        "Each lifetime that falls short is played again with one thing changed, the mildest first: prices as planned, returns around retirement, goals, a long life, all returns. The first that saves it is the cause. Prices are a part of how real returns swing.",
    ],
};

/// One lifetime, year by year.
pub const REPLAY: Explained = Explained {
    anchor: "one-lifetime-year-by-year",
    name: ["一种情形", "One future"],
    text: [
        "下一年的钱 =（今年的钱 + 收入和储蓄 − 开支）×（1 + 当年实际收益）。所选的是按 K 从差到好排在那个位置的人生。",
        "Next year's money is this year's, plus income and saving, less spending, times one plus the year's real return. Shown is the lifetime at that place when all are ranked by K.",
    ],
};

/// Guardrails.
pub const GUARDRAILS: Explained = Explained {
    anchor: "guardrails",
    name: ["调整线", "Guardrails"],
    text: [
        "开支占比升高五分之一时的财富，是少花一成的线；降低五分之一时，是可以多花一成的线。不低于必要开支。",
        "Where the rate of spending has risen by a fifth, spend a tenth less; where it has fallen by a fifth, a tenth more may be spent. Never below essentials.",
    ],
};

/// What moved.
pub const CHANGE: Explained = Explained {
    anchor: "what-moved",
    name: ["变化的原因", "What moved"],
    text: [
        "从上次方案到这次，按固定顺序：时间、存入、市场、您的修改、假设。每一步从上一步结束处开始，加起来就是全部变化。",
        "From the last plan to this one in a fixed order: time, contributions, market, your edits, assumptions. Each step begins where the last ended, so together they are the whole change.",
    ],
};

/// The reserve.
pub const RESERVE: Explained = Explained {
    anchor: "reserve",
    name: ["备用金", "The reserve"],
    text: [
        "备用金 = 月数 × 现在的每月开支；月数由您定，没定就用公司的。缺口 = 备用金减去现有的钱，不低于零。",
        "Months times what is spent a month today; the months are yours or, unsaid, the firm's. What is missing is that less what there is, and never below nothing.",
    ],
};

/// What a study needs.
pub const STUDY: Explained = Explained {
    anchor: "need-of-a-study",
    name: ["求学需要多少", "What a study needs"],
    text: [
        "每年费用按增长率涨到支付那年，再折回入学那天；减去已有的钱增长后的数，就是缺口，平均分摊到每年储蓄。",
        "Each year's cost grows until it is paid and is discounted to the first day; less what the savings have grown to, that is the gap, saved evenly.",
    ],
};

/// How a goal is funded.
pub const GOAL: Explained = Explained {
    anchor: "funding-of-a-goal",
    name: ["目标的进度", "How a goal is funded"],
    text: [
        "目标和退休一样衡量：它自己的专款和储蓄，用同样的模拟得出 P、B、M 和区域。日期越近，专款越稳。",
        "A goal is measured as retirement is: its own pot and saving on the same lifetimes give P, B, M and a zone. Its pot becomes steadier as the date comes near.",
    ],
};

/// What a goal costs.
pub const PRICE: Explained = Explained {
    anchor: "price-of-a-goal",
    name: ["目标的代价", "What a goal costs"],
    text: [
        "同样的人生，有和没有这个目标各算一次：差多少今天的钱、每月储蓄，或多工作几个月。",
        "The same lifetimes with and without the goal: how much money today, saving a month, or months of work would make up for it.",
    ],
};

/// Loan payments.
pub const LOAN: Explained = Explained {
    anchor: "loan-payments",
    name: ["还款", "Loan payments"],
    text: [
        "等额本息每月相同；等额本金逐月减少，总利息较少。中国按年利率的十二分之一，加拿大按半年复利折算。",
        "Equal payments stay the same; with equal principal they fall, and interest is less. A rate is a twelfth a month in China, compounded twice a year in Canada.",
    ],
};

/// Limits of a loan.
pub const LOAN_LIMITS: Explained = Explained {
    anchor: "limits-of-a-loan",
    name: ["贷款的上限", "Limits of a loan"],
    text: [
        "用压力测试的利率算月供，除以购房那年的家庭月收入，不得超过住房和全部债务的上限。最贵的房价 = 上限允许的月供 ÷ 每一元房价的月供。",
        "The payment at the tested rate, over the household's income in the year of purchase, is held to the limits for a home and for all debts. The dearest home has the payment that these allow.",
    ],
};

/// Prepay or invest.
pub const PREPAY: Explained = Explained {
    anchor: "prepay-or-invest",
    name: ["提前还款还是投资", "Prepay or invest"],
    text: [
        "贷款利率是确定的，投资不是。所以先从组合收益里扣除费用和风险的折价，再与利率比较。",
        "A loan's rate is certain, a return is not. So the mix's return is lowered by its costs and a discount for risk before it is compared.",
    ],
};

/// Protection.
pub const PROTECTION: Explained = Explained {
    anchor: "protection",
    name: ["保障缺口", "Protection"],
    text: [
        "两种算法：家人需要的钱减去已有的；或别人依靠的那部分收入的现值。缺口在两者之间，不推荐具体产品。",
        "Two ways to see it: what the family needs less what there is, or today's value of the income others live on. The gap lies between them; no policy is named.",
    ],
};

/// Estate shares.
pub const ESTATE: Explained = Explained {
    anchor: "estate-shares",
    name: ["继承份额", "Estate shares"],
    text: [
        "没有遗嘱时：中国先分出配偶的一半共同财产，其余由配偶、子女、父母均分；加拿大按安大略省的数字。请与律师确认。",
        "Without a will: in China half of marital property is the spouse's, the rest goes to spouse, children and parents alike; in Canada by Ontario's figures. Ask a lawyer.",
    ],
};

/// The household's years.
pub const YEARS: Explained = Explained {
    anchor: "years-of-the-household",
    name: ["每年的结余", "The household's years"],
    text: [
        "结余 = 收入 − 开支 − 还贷 − 赡养 − 目标 − 为退休存的钱，都是今天的钱。退休后为负，是从投资里支取；退休前为负，是没有着落。",
        "What is left is income less spending, loans, parents, goals and saving for retirement, in today's money. Below nothing it is drawn from investments in retirement, and not covered before it.",
    ],
};

/// The bands.
pub const BANDS: Explained = Explained {
    anchor: "rebalancing-bands",
    name: ["偏离范围", "The bands"],
    text: [
        "偏离目标超过 5 个百分点或目标的四分之一（取较小的）才调整；先用新钱，再交易回到一半范围。",
        "A weight may stray by five points or a quarter of itself, whichever is less. New money goes first, then trades back to half the band.",
    ],
};

/// Stress tests.
pub const STRESS: Explained = Explained {
    anchor: "stress-tests",
    name: ["历史冲击", "Stress tests"],
    text: [
        "把过去危机中各类资产的涨跌，乘以您现在的占比。这是历史，不是预测。",
        "What each asset did in a past crisis, times its weight today. It is history, not a forecast.",
    ],
};

/// The four tests.
pub const SUITABILITY: Explained = Explained {
    anchor: "suitability",
    name: ["适当性四项检查", "The four tests"],
    text: [
        "四项都通过才合适：风险等级、期限、种类、目标。等级取发行方与销售方中较高的。",
        "A product suits if it passes all four: level, term, kind and objective. Of two ratings the higher counts.",
    ],
};

/// The fees.
pub const FEES: Explained = Explained {
    anchor: "fees",
    name: ["费用比较", "The fees"],
    text: [
        "佣金 = 2 × 换手率 × 费率，印花税 = 换手率 × 税率；按资产收费就是费率；两边都加基金费用。换手率到费率 ÷（2 × 佣金率）时，佣金与收费相同。",
        "Commission is 2 × turnover × rate, stamp duty turnover × its rate; a percentage fee is itself; both pay the costs of funds. Commission alone costs as much as the fee at a turnover of fee / (2 × rate).",
    ],
};

/// End wealth under costs.
pub const END_WEALTH: Explained = Explained {
    anchor: "end-wealth",
    name: ["期末的钱", "The money at the end"],
    text: [
        "期末的钱 = 本金 ×（(1 + 增长) × (1 − 费用)）的 n 次方；费用拿走的占比 = 1 −（1 − 费用）的 n 次方。不扣通胀。",
        "Money × ((1 + growth) × (1 - costs)) to the power of the years; costs take 1 - (1 - costs) to that power. Not adjusted for inflation.",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Every figure, in the order of `docs/method.md`.
    const ALL: [Explained; 42] = [
        PROFILE_SCORE,
        CLASS,
        PLAN_AGE,
        CHINA_RETIREMENT,
        CHINA_PENSION,
        CPP_OAS,
        HOUSEHOLD_FLOWS,
        POTS,
        GROWTH_SHARE,
        SLEEVES,
        GLIDE_PATH,
        EXPECTED_RANGE,
        LOSS,
        NEEDED_RETURN,
        RETURNS,
        FUNDED_RATIO,
        P_B_M,
        ZONE,
        NEAR_BORDER,
        CONFIDENCE,
        MOVES,
        MAP,
        WAYS,
        WHY,
        REPLAY,
        GUARDRAILS,
        CHANGE,
        RESERVE,
        STUDY,
        GOAL,
        PRICE,
        LOAN,
        LOAN_LIMITS,
        PREPAY,
        PROTECTION,
        ESTATE,
        YEARS,
        BANDS,
        STRESS,
        SUITABILITY,
        FEES,
        END_WEALTH,
    ];

    /// A heading as an anchor: small letters, hyphens for spaces, nothing else.
    fn anchor(heading: &str) -> String {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
    }

    #[test]
    fn every_formula_of_the_method_is_explained_beside_its_figure() {
        let method = include_str!("../../docs/method.md");
        let headings = method.lines().filter_map(|line| line.strip_prefix("### "));
        let anchors: Vec<String> = headings.map(anchor).collect();
        assert_eq!(anchors, ALL.map(|figure| figure.anchor));
    }

    #[test]
    fn an_explanation_is_short() {
        for figure in ALL {
            assert!(figure.text(Lang::Zh).chars().count() <= 110, "{}", figure.anchor);
            assert!(figure.text(Lang::En).chars().count() <= 260, "{}", figure.anchor);
        }
    }
}
