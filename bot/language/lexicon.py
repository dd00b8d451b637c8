"""The patterns that depend on a team's own words, compiled once for each vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.language.money import AMOUNT, FOREIGN, POINTS, WEIRD
from bot.language.numerals import DIGITS
from bot.language.reading import Product, Vocabulary

MEASURE = (
    r"(?:盒|瓶|套(?![餐路])|件|支(?![付持出援])|箱|袋|罐|片(?!子)|组(?![合队])|份(?!额)"
    r"|只(?![收要有是卖限能])"
    r"|提(?![成前货供醒交示])|桶|双(?![十1])|贴|粒|颗|板|筒|管(?![用理])|枚|台|条(?!件)|朵|束|碗"
    r"|杯|排"
    r"|包(?![邮括含的给退])|打(?![款折包])|个(?![单人月小客代好群点粉咨意朋赞多星礼]))"
)
COUNT = rf"(?:[0-9]{{1,5}}(?:\.5)?|[{DIGITS}十百]{{1,5}}|[俩仨半])"
_LABELS = {
    "V": (
        "实付款?|实收款?|实际(?:付款|收款|支付|到账|付|收)?|到手价?|折后价?|券后价?|满减后|减后"
        "|优惠后|优惠价|活动价"
        "|[新老]?(?:客户?|顾客|会员|亲友|友情|内部|员工|团购|秒杀|代理)价|特价|成交(?:价|金?额)"
        "|最终|最后|付款|付了|收款|收了"
        "|收(?=\\s*[¥0-9])|付(?=\\s*[¥0-9])|到账|转账|转了|收到|入账|抹零后|折完|减完|paid"
    ),
    "B": (
        "总(?:计|价|共|额|金额|款)?|共计?|一共|合计|合共|合(?=\\s*[¥0-9])|小计|金额|货款"
        "|价格?(?=\\s*[:¥0-9])|total|amount"
    ),
    "l": "原价|单价|零售价?|标价|定价|官价|官网价|市场价|吊牌价|正价",
    "d": (
        "优惠券?|减免|立减|减掉|减了|减|便宜了?|少收了?|抹零|用?券|代金券|折扣|返现|让利|抵扣|抵"
        "|红包|补贴"
    ),
    "p": (
        "(?:定金|订金|押金|首付款?|预付款?|预收)(?:已经?付|已经?收|付了|收了|交了|先付|已交|收|付"
        "|交)?|先付了?|先收了?|先交了?|已付|已收"
    ),
    "b": (
        "(?:尾款|余款)(?:还[差欠]|未付|待付|是)?|剩余|剩下|剩|欠款?|还差|还欠|未付|待付|待收|到付"
        "|差"
    ),
    "f": "运费|邮费|快递费|包装费|手续费|税点?",
    "i": (
        "成本|进货?价|拿货价|利润|净赚|赚了?|佣金|提成|返利|奖励?|目标|距离?|预算|业绩|累计|本月"
        "|排名"
    ),
    "n": "数量|件数|份数|qty",
}
_APPROXIMATE = (
    r"大概|大约|差不多|(?<![预节])约(?![定好了])|将近|接近|近(?=\s*[0-9])|上下|左右"
    r"|不到(?=\s*[0-9])|出头|以上|好?几[十百千万]"
    rf"|(?<=[0-9{DIGITS}十百千万wk元块])\s*多(?![买送少谢了亏多])|(?<=[0-9十百千])来[块元]"
    r"|(?<=[0-9万千百元块kw])\s*(?:~|至|到|/|或者?|还是)\s*(?=[¥0-9])"
    r"|(?<=[0-9wk元块])\s*\+(?=\s*(?:$"
    r"|[,。;!)\n]))"
)
_DISCOUNT = (
    rf"满\s*(?:[0-9]+|[{DIGITS}百千]+)元?\s*(?:减|-|立减)\s*(?P<minus>[0-9]+"
    rf"|[{DIGITS}十百]+)元?(?!后)"
    rf"|买\s*{COUNT}{MEASURE}?\s*[送赠]\s*{COUNT}{MEASURE}?"
    rf"|打?\s*(?P<fold>[0-9](?:\.[0-9])?|[0-9]{{2}}|[{DIGITS}]{{1,2}})\s*折(?!后)"
    r"|(?:用了?|减了?|有)?\s*(?P<coupon>[0-9]+)元?的?(?:优惠|代金|抵用|现金|满减)?券(?!后)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The compiled patterns of one vocabulary; `token` finds products, numbers and signs."""

    token: re.Pattern[str]
    plain: re.Pattern[str]
    members: re.Pattern[str]
    member_names: str
    display_names: dict[str, str]
    products: dict[str, Product]


class _Identity:
    """A key that is equal only for the very same vocabulary, which holds unhashable mappings."""

    __slots__ = ("words",)

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    def __hash__(self) -> int:
        return id(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.words is self.words


def lexicon_of(words: Vocabulary) -> Lexicon:
    """The compiled patterns for a vocabulary."""
    return _lexicon(_Identity(words))


@lru_cache(maxsize=1024)
def _lexicon(key: _Identity) -> Lexicon:
    words = key.words
    products = {name.lower(): product for name, product in words.products.items()}
    for product in words.products.values():
        products.setdefault(product.name.lower(), product)
    names = tuple(sorted(words.members, key=len, reverse=True))
    sellable = tuple(sorted(products, key=len, reverse=True))
    return Lexicon(
        token=_token_pattern(sellable),
        plain=_plain_pattern(sellable),
        members=re.compile(_alternatives(names), re.IGNORECASE),
        member_names=_alternatives(names),
        display_names={name.lower(): display for name, display in words.members.items()},
        products=products,
    )


@lru_cache(maxsize=1024)
def _plain_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The commonest whole messages: 报单 398, 报单 面膜3盒x128, 报单 面膜3盒 384."""
    line = rf"(?P<product>{_alternatives(names)})\s*(?P<count>[1-9][0-9]?)\s*(?P<unit>\w)"
    return re.compile(
        rf"[/#]?报单[\s:]*(?:{line}(?:[x×*](?P<price>[1-9][0-9]{{0,4}})"
        rf"|\s+(?P<total>[1-9][0-9]{{0,4}})元?)"
        r"|(?P<amount>[1-9][0-9]{0,6})\s*元?)"
    )


def _alternatives(names: tuple[str, ...]) -> str:
    # No name at all must match nothing, not the empty string.
    return "|".join(map(_whole_word, names)) or "(?!)"


def _whole_word(name: str) -> str:
    quoted = re.escape(name)
    return rf"(?<![a-z]){quoted}(?![a-z])" if name.isascii() else quoted


@lru_cache(maxsize=1024)
def _token_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    product = _alternatives(names)
    measure = rf"(?!{product}){MEASURE}"
    labels = "|".join(f"(?P<L{kind}>{words})" for kind, words in _LABELS.items())
    alternatives = (
        rf"(?P<P>{product})",
        r"(?P<C>不对|不是\s*[¥0-9.,]+[元块]?\s*[,;]?\s*(?:而|应该)?是|不是(?=\s*[¥0-9])|打错了?"
        r"|写错了?|说错了?|输错了?"
        r"|发错了?|报错了?|错了|口误|手滑|手误|更正一?下?[:为]?|纠正|哦不|噢不|啊不|应该?[是为]"
        r"|改成|改为)",
        rf"(?P<D>第\s*{COUNT}\s*[单笔])",
        rf"(?P<X>{WEIRD})",
        rf"(?P<Z>{_DISCOUNT})",
        rf"(?P<R>{_APPROXIMATE})",
        rf"(?P<O>{COUNT}\s*(?:个?单|笔)(?![价号品独子元位身据记]))",
        rf"(?P<U>/\s*{measure}|(?:每|一|1)\s*{measure}(?=\s*[0-9.]+\s*元?\s*[x×*(])|每\s*{measure}"
        rf"|各(?=\s*{COUNT})|每[单笔])",
        rf"(?P<Q>{COUNT}\s*{measure})",
        rf"(?P<F>(?:{FOREIGN})|(?<=[0-9])\s*u(?![a-z]))",
        rf"(?P<I>{POINTS})",
        rf"(?P<T>(?<![a-z])[x×*乘](?=\s*[0-9{DIGITS}俩仨十]))",
        r"(?P<A>\+|加(?=\s*[0-9]))",
        r"(?P<E>=|等于)",
        rf"(?P<M>(?<![a-wyz])(?<![a-z]x)(?!\s){AMOUNT})",
        rf"(?P<h>[{DIGITS}俩仨](?![共起定下些直样般切]))",
        r"(?P<S>-|负(?=\s*[¥0-9]))",
        r"(?P<G>[,;。!\n、|]+)",
        labels,
    )
    return re.compile("|".join(alternatives), re.IGNORECASE)
