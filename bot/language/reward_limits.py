"""What no rule of rewards may say: the words and shapes of pyramid pay, fines, and commission.

Source: 禁止传销条例 art. 7 forbids pay by the number of people recruited, entry fees also in
the form of purchases, and pay to an upline from its downline's sales, at any depth (text at
economiclaws.net/sifa_49291). The idioms 直推奖, 层推奖, 对碰奖, 见点奖, 领导奖, 培育奖, 管理奖
and 报单奖 are those of the police's list with 立案追诉标准(二) art. 78 of the 2010 text
(m.shoulawyer.com/zhishi/310620, law-hr.com); staying under three levels is no safe harbour. The
others below are the same thing by other names (trade knowledge). So a reward comes from what a
member sold to customers, or be the same small thing for everybody. Fines are no rewards (they are
refused everywhere in this program), and commission is payroll, which it does not do.

This is no legal advice; it is kept in one place so that it can be checked and changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.text import normalise

# What the law's readers call by name.
NAMES = (
    "直推奖",
    "间推奖",
    "层推奖",
    "对碰奖",
    "碰对奖",
    "见点奖",
    "领导奖",
    "培育奖",
    "管理奖",
    "报单奖",
    "推荐奖",
    "感恩奖",
    "伯乐奖",
    "级差奖",
    "极差奖",
    "平级奖",
    "量奖",
    "互助奖",
    "辅导奖",
    "育成奖",
    "团队奖金池",
)
_SELLING = (
    r"(?:出单|开单|业绩|流水|销售|销量|成交|卖|下单|报单|每单|每一?单|首单|单子|收入|利润|回款)"
)
_BELOW = (
    r"(?:下级|下线|下家|下一?层|徒弟|学徒|下属|手下|旗下|伞下|底下的?人|直属|直推|间推|名下(?:的)?"
    r"(?:代理|团队|人|成员|队员)|带的(?:人|新人|代理|队员|徒弟|团队)|带出来的|[一二两三四123]级代理|二代|三代"
    r"|被推荐的?人|你推荐的|我推荐的|拉来的|招来的|downlines?|sub-?agents?|recruits?\b)"
)
_ABOVE = (
    r"(?:团长|队长|组长|领导|经理|管理者|管理员|上级|上线|上家|师傅|师父|负责人|推荐人|带队的?人?|总监"
    r"|leaders?|upline|managers?)"
)
_OTHERS = (
    r"(?:团队|全队|全团|整队|小组|部门|整组|组内|别人|他人|其他人|人家|队友|队员|组员|团员|成员的|同事"
    r"|代理的?|大家的|全员的?|所有人的?|team|others?'?|members?')"
)
_SHARE = (
    r"(?:[0-9.]+\s*[%‰]|百分之|千分之|[0-9一二三四五六七八九两半]+个?点(?![0-9单钟])"
    r"|[一二三四五六七八九]成(?!交)"
    r"|提成|抽成|分成|抽佣|返点|返利|返佣|返现|佣金|分红|分润|比例|commission|percent|share)"
)
_JOINERS = (
    r"(?:人|位|名|代理|会员|分销|合伙人|伙伴|好友|朋友|新人|成员|队员|加入|入团|入队|入群|进群"
    r"|进团|进队|加盟)"
)
_PURCHASE = (
    r"(?:拿货|进货|囤货|补货|压货|订货|铺货|入货|备货|提货|打货|首批货|首单货|预存|充值|打款|自购|自用"
    r"|自己买|本人购买|stock(?:ing)?(?:[- ]up)?|restock)"
)
_SHAPES: tuple[tuple[str, str], ...] = (
    ("name", "|".join(NAMES)),
    (
        "downline",
        rf"{_BELOW}.{{0,16}}{_SELLING}|{_SELLING}.{{0,10}}{_BELOW}|{_BELOW}.{{0,12}}{_SHARE}"
        rf"|\bdownlines?\b|\buplines?\b|{_BELOW}.{{0,10}}(?:奖|返|给|得|抽)|(?:师傅|师父|推荐人|上级|上线|上家|upline)"
        r".{0,12}(?:奖|返|得|拿|给|[0-9])|(?:给|奖|返).{0,4}(?:师傅|师父|推荐人|上级|上线|上家)",
    ),
    (
        "recruit",
        r"拉新(?!客|顾客|的?客)|拉人|拉代理|招(?:代理|人|商|募|新|会员|收|兵|徒|下|分销|合伙|加盟|到|一个|[0-9])"
        rf"|(?:推荐|介绍|邀请|引荐|发展|带|转介绍|拉|吸收|吸纳)[^,;]{{0,6}}?{_JOINERS}"
        r"|(?:推荐|引荐|邀请)(?:成功|奖|费|一个|[0-9一两]|每|有)|人头|增员|扩员|老带新|师带徒|带徒|裂变"
        r"|每(?:增加?|多|来|进|加入)一?个?(?:人|代理|成员|队员|新人)|新(?:代理|分销|会员)"
        r"|新人(?:加入|入团|入队|进群|入群|进团|报到)|(?:入团|入队|入会|代理|团队|下面)的?(?:人数|数量)"
        r"|recruit|referr?al|refer a |invite|new agent",
    ),
    (
        "tier",
        r"升(?:级|总代|董事|合伙|代理|一级|二级)|(?:门槛|入门|代理|加盟|会员|入会)费|保证金"
        rf"|(?:成为|当上|晋升)(?:代理|总代|董事|合伙人)|{_PURCHASE}.{{0,10}}级",
    ),
    ("stock", _PURCHASE),
    (
        "leader",
        rf"{_ABOVE}.{{0,8}}{_OTHERS}.{{0,12}}|{_OTHERS}.{{0,14}}(?:给|奖励?|发|返|归|得)\s*{_ABOVE}"
        rf"|{_ABOVE}\s*(?:津贴|补贴|管理费|分红|奖金)|(?:管理|团建)津贴",
    ),
    (
        "share",
        rf"(?:别人|他人|其他人|人家|队友|同事)的?.{{0,6}}{_SELLING}.{{0,8}}(?:你|我|抽|给|得|拿)|{_OTHERS}.{{0,12}}{_SHARE}|{_SHARE}.{{0,10}}{_OTHERS}"
        r"|团队计酬",
    ),
    (
        "level",
        r"(?:多|二|三|两|[0-9])级(?:分|返|奖|佣|提|制)|级差|极差|层级|每层|逐层|代数奖|公排|双轨|滑落|静态收益",
    ),
    ("fine", r"(?<![折不])扣(?![件子])|罚(?!款单)|惩|乐捐|倒贴|\bfines?\b|deduct|penalt"),
    ("commission", rf"(?<!完成)(?<!率)(?<!率达)(?<!率满){_SHARE}"),
)
# «目标完成100%» and a rate are how far a goal is, no share of anything.
_RATES = re.compile(
    r"(?:目标|完成率|达成率|进度)(?:的|完成|达成|达到?|≥|>=|>|满|超过?|过)*\s*[0-9.]+\s*%"
    r"|(?:完成|达成|达到)(?:率)?\s*[0-9.]+\s*%(?:的?目标)?"
)
# Signs and gaps behind which a word could hide.
_PLAIN_SIGNS = str.maketrans(
    "獎勵領導層見點對傭團隊長級進貨業績銷薦師紹邀請發屬經處罰懲會費貼員間積紅潤",
    "奖励领导层见点对佣团队长级进货业绩销荐师绍邀请发属经处罚惩会费贴员间积红润",
)
_APART = re.compile(r"(?<=[一-鿿])[\s·•*_.\-]+(?=[一-鿿])")
_PATTERNS = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _SHAPES)


@dataclass(frozen=True, slots=True)
class Limit:
    """Why a rule is refused, and the words that say it.

    Reasons: name (an idiom of pyramid pay), downline, recruit, tier, stock, leader, share, level;
    fine; commission (of one's own sales: lawful, and no business of this program).
    """

    reason: str
    words: str


def find_limit(text: str) -> Limit | None:
    """The first thing in a rule that is not allowed, the gravest first."""
    plain = normalise(text).lower().translate(_PLAIN_SIGNS)
    plain = _RATES.sub(" ", _APART.sub("", plain))
    for reason, pattern in _PATTERNS:
        found = pattern.search(plain)
        if found is not None:
            return Limit(reason, found[0].strip()[:20])
    return None
