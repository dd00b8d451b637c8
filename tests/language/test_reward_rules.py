"""Rules of rewards as managers write them, and what no rule may say."""

import pytest

from bot.language.reward_limits import NAMES, find_limit
from bot.language.rewards import read_rules
from models.reward_clauses import NEWCOMERS, Clause, Prize, Reason, Tier, pack, unpack
from models.values import Metric, PeriodKind


def told(clause: Clause) -> str:
    """A clause in one short line."""
    parts = [clause.reason.value]
    if clause.reason in (Reason.SUM, Reason.GOAL):
        parts += [clause.span.value, clause.metric.value]
    parts += ["team"] * clause.is_team + [clause.product] * bool(clause.product)
    parts += [clause.group] * bool(clause.group)
    tiers = [f"{tier.at}={tier.prize.amount or tier.prize.thing}" for tier in clause.tiers]
    return " ".join([*parts, *tiers])


READ = {
    "首单18.8": ["first 1=1880"],
    "首单 18.8元": ["first 1=1880"],
    "当日首单:18.8": ["first 1=1880"],
    "每天第一单奖18.8元红包": ["first 1=1880"],
    "首单送奶茶": ["first 1=奶茶"],
    "首单 奶茶": ["first 1=奶茶"],
    "首单奖一杯奶茶": ["first 1=一杯奶茶"],
    "新人首单66": ["debut 1=6600"],
    "新人 首单 66元红包": ["debut 1=6600"],
    "破零奖5": ["sum day orders 1=500"],
    "每人当日首单5": ["sum day orders 1=500"],
    "每单5": ["each 1=500"],
    "每开一单奖5元": ["each 1=500"],
    "开单奖励 5元": ["each 1=500"],
    "单笔≥5000 88": ["single 500000=8800"],
    "单笔满5千奖88": ["single 500000=8800"],
    "每单满1000奖10": ["single 100000=1000"],
    "5000以上大单奖88": ["single 500000=8800"],
    "首单18.8;单日≥5000 红包38.8": ["first 1=1880", "sum day amount 500000=3880"],
    "单日≥5000 38.8,≥10000 68.8": ["sum day amount 500000=3880 1000000=6880"],
    "单日满1万奖68.8,满5000奖38.8": ["sum day amount 500000=3880 1000000=6880"],
    "单日≥5000 38.8;单日≥1w 68.8": ["sum day amount 500000=3880 1000000=6880"],
    "单日5,000 38.8": ["sum day amount 500000=3880"],
    "单日≥5单 20": ["sum day orders 5=2000"],
    "单日开5单奖励20元": ["sum day orders 5=2000"],
    "本周≥20000 100": ["sum week amount 2000000=10000"],
    "本月满3万 奖励 200元": ["sum month amount 3000000=20000"],
    "月业绩≥3万 200": ["sum month amount 3000000=20000"],
    "本月20单以上奖50": ["sum month orders 20=5000"],
    "连续开单7天 20": ["streak 7=2000"],
    "连续7天开单奖20": ["streak 7=2000"],
    "完成目标 100": ["goal month amount 1=10000"],
    "完成本周目标奖50": ["goal week amount 1=5000"],
    "月目标达成 100": ["goal month amount 1=10000"],
    "5个新客 20": ["sum month new 5=2000"],
    "本月新客5个 20": ["sum month new 5=2000"],
    "本周新客3个奖15": ["sum week new 3=1500"],
    "复购10单 50": ["sum month repeat 10=5000"],
    "面膜100盒 50": ["sum month quantity 面膜 100=5000"],
    "本周卖面膜20盒 奖10": ["sum week quantity 面膜 20=1000"],
    "团队目标达成每人一杯奶茶": ["goal month amount team 1=一杯奶茶"],
    "团队单日≥50000 每人 奖20": ["sum day amount team 5000000=2000"],
    "新人每单5": [f"each {NEWCOMERS} 1=500"],
    "新人专享:每单5": [f"each {NEWCOMERS} 1=500"],
    "客服组 每单2": ["each 客服 1=200"],
    "first order 18.8; day >= 5000 38.8": ["first 1=1880", "sum day amount 500000=3880"],
    "each order 5; order >= 5000 88": ["each 1=500", "single 500000=8800"],
    "streak 7 days 20; 5 new customers 20": ["streak 7=2000", "sum month new 5=2000"],
    "team goal reached each tea": ["goal month amount team 1=tea"],
}


@pytest.mark.parametrize("text", READ)
def test_a_rule_is_read(text: str) -> None:
    found = read_rules(text)
    assert (found.limit, found.unclear) == (None, [])
    assert [told(clause) for clause in found.clauses] == READ[text]


@pytest.mark.parametrize("text", READ)
def test_a_rule_that_was_read_is_read_the_same_again(text: str) -> None:
    found = read_rules(text)
    assert read_rules(found.text).clauses == found.clauses


def test_budget_and_payer_stand_beside_the_rules() -> None:
    found = read_rules("首单18.8;预算 500/月;发放人 @丽姐")
    assert (found.budget, found.payer, len(found.clauses)) == (500_00, "丽姐", 1)
    assert found.text == "首单18.8"
    assert read_rules("预算 800/月").budget == 800_00
    assert read_rules("预算 不限").is_unlimited
    assert read_rules("由丽姐发;每单2").payer == "丽姐"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("首单", "prize"),
        ("首单 0", "prize"),
        ("首单-5", "prize"),
        ("首单奖什么好呢", "prize"),
        ("单日≥0 5", "value"),
        ("每满5000奖20", "every"),
        ("首单18.8;首单20", "twice"),
        ("单日≥5000 38.8,≥5000 68.8", "twice"),
        ("团队单日≥20000 500", "each"),
        ("连续开单1天 5", "value"),
        ("天气好 20", "what"),
        ("首单18.8;" + "很" * 400, "long"),
        (";".join(f"单笔≥{n}000 {n};本月{n}单 {n};产品{n:02}号 {n}" for n in range(2, 4)), "what"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, fault: str) -> None:
    assert fault in [what for _, what in read_rules(text).unclear]


REFUSED = {
    "name": [
        *NAMES,
        "报单奖5",
        "直推奖100元",
        "对碰奖 50",
        "见点奖",
        "领导奖500",
        "管理奖 300",
        "层推奖",
    ],
    "downline": [
        "下级出单给你返5%",
        "下线业绩满1万给上级200",
        "徒弟首单 师傅得20",
        "你带的人开单你得5元",
        "二级代理出单返1%",
        "名下代理每单 5",
        "直属下单奖10",
        "旗下成员月业绩≥1万 100",
        "被推荐人首单给推荐人50",
        "手下出单奖2元",
        "each order of your downline 5",
    ],
    "recruit": [
        "带人奖励200",
        "每推荐一人50",
        "拉新代理 100",
        "拉新 5个 20",
        "招代理奖200",
        "招到一个人奖100",
        "介绍朋友加入奖100",
        "邀请好友入群 10元",
        "发展一个代理奖300",
        "推荐成功奖100",
        "拉一个人进团奖50",
        "老带新 50",
        "裂变奖 20",
        "新人加入一个奖30",
        "人头费 20",
        "每增加一个代理 100",
        "recruit 3 people 100",
        "referral bonus 50",
    ],
    "tier": [
        "升级总代奖1000",
        "代理费返一半",
        "交保证金送500",
        "成为代理奖100",
        "会员费满1000送50",
    ],
    "stock": [
        "拿货10箱奖100",
        "囤货满5000返200",
        "进货满1万送1箱",
        "补货5箱 20",
        "充值5000送500",
        "自购满1000奖50",
        "首批货满1万奖500",
        "restock 10 boxes 20",
    ],
    "leader": [
        "团队业绩≥10万 奖团长500",
        "组长按小组业绩奖",
        "团长拿全队业绩奖100",
        "团长管理费 500",
        "团队月目标达成 奖队长500",
    ],
    "share": [
        "团队流水提成2%",
        "全队业绩分红",
        "队员每单提1%",
        "别人出单你抽5元",
        "小组销售额1个点",
        "代理业绩返点",
    ],
    "level": ["三级分销", "级差 5元", "多级返 10"],
    "fine": ["未开单扣100", "迟到罚50", "月底没完成乐捐20", "fine 50"],
    "commission": [
        "自己业绩提成5%",
        "个人流水3%",
        "每单提成10元",
        "每单佣金10",
        "own sales commission 5",
    ],
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in REFUSED.items() for text in texts]
)
def test_what_no_rule_may_say_is_found_with_its_reason(reason: str, text: str) -> None:
    for line in (text, f"首单18.8;{text}", text.replace("奖", "獎")):
        limit = find_limit(line)
        assert limit is not None, line
        if reason in ("fine", "commission"):
            assert limit.reason == reason
        else:
            assert limit.reason not in ("fine", "commission"), limit


ALLOWED = [
    *READ,
    "单日目标完成100% 20",
    "打折单也算 首单18.8",
    "大单 ≥1万 奖蛋糕",
    "本月新客满10个 奖一张电影票",
    "老客户复购5单 30",
    "推荐款面膜50盒 20",
    "团队周目标达成 每人 20",
    "全队单日≥3万 人人奶茶",
    "新人 每单5",
    "客服组 本月复购20单 100",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_allowed_is_not_refused(text: str) -> None:
    assert find_limit(text) is None


def test_clauses_come_back_as_they_were_kept() -> None:
    clauses = tuple(clause for text in READ for clause in read_rules(text).clauses)
    assert unpack(pack(clauses)) == clauses


def test_a_set_may_have_nine_rules() -> None:
    rules = [f"本月产品{sign}≥{n}0盒 {n}" for n, sign in enumerate("甲乙丙丁戊己庚辛壬癸", 1)]
    assert read_rules(";".join(rules[:9])).unclear == []
    assert read_rules(";".join(rules)).unclear[-1][1] == "many"


def test_the_prize_of_a_tier_is_its_own() -> None:
    clause = read_rules("单日≥5000 奶茶,≥10000 100").clauses[0]
    assert clause.tiers == (Tier(5000_00, Prize(thing="奶茶")), Tier(10000_00, Prize(100_00)))
    assert (clause.metric, clause.span) == (Metric.AMOUNT, PeriodKind.DAY)
