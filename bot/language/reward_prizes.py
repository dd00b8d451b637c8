"""What there is for a reward: an amount of money, or a thing such as a cup of tea."""

from __future__ import annotations

import re

from bot.language.money import Amount, read_amount
from bot.language.numerals import FIGURE
from models.reward_clauses import Prize

AT = FIGURE
MAX_THING = 12


class Faulty(Exception):
    """A piece of a rule that cannot be read, and what is wrong with it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


_FOR_EACH = re.compile(r"每人|人人|每个人|各(?=[0-9得发奖一])|人手|/\s*人|each|everyone|everybody")
_GIVEN = re.compile(
    r"(?:[\s:=,→]|->|的人|的话|者|就|则|都|可|有|再|另|额外|get|gets|for)*"
    r"(?:奖励?|发|给|得|送|领|拿|请|获)*\s*(?:大家|全队|全员|团队)?\s*(?:奖励?|发|给|得|送|喝|吃)*\s*"
)
_MONEY = re.compile(
    rf"(?:现金|红包|奖金|奖|个?红包|¥|rmb|cny|cash)*\s*(?P<amount>{FIGURE})\s*"
    r"(?P<unit>(?:元|块钱?|圆|yuan|cny|rmb)?)\s*(?:的|大|整|个)*\s*(?:现金|红包|奖金|奖励|cash)*",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?P<thing>(?:[一二两三1-9]\s*[杯份个张盒支套顿条天只]\s*)?[^\W\d_]"
    r"(?:[^\W\d_]|[ '-](?=\w)){0,11}(?:[×x*]\s*[1-9])?)",
)
# Words that stand where a thing would and are none.
_NO_THING = frozenset(
    {"红包", "奖励", "奖金", "奖", "现金", "钱", "礼物吗", "什么", "多少", "提成"}
)
_TALK = re.compile(
    r"[吗呢吧啊呀么?!？！]|怎么|什么|多少|大家|辛苦|可以|应该|要不要|是不是|还是|没有|不"
)


def read_prize(text: str) -> tuple[Prize, bool]:
    """The prize in the rest of a rule, and whether it is for each; raises Faulty."""
    plain = text.strip(" \t.!")
    is_for_each = _FOR_EACH.search(plain) is not None
    plain = re.sub(r"\s+for\s*$", "", _FOR_EACH.sub(" ", plain)).strip()
    given = _GIVEN.match(plain)
    rest = plain[given.end() :] if given is not None else plain
    money = _MONEY.fullmatch(rest.strip())
    if money is not None:
        amount = read_amount(money["amount"] + money["unit"])
        if not isinstance(amount, Amount):
            raise Faulty("prize")
        return Prize(amount.minor), is_for_each
    thing = _THING.fullmatch(rest.strip())
    is_apart = text[:1].isspace() or rest[:1] in "一二两三123456789"
    is_given = bool(given and given[0].strip(" ,")) or is_for_each or is_apart
    if thing is None or not is_given or rest.strip() in _NO_THING or _TALK.search(rest):
        raise Faulty("prize")
    if len(thing["thing"]) > MAX_THING:
        raise Faulty("prize")
    return Prize(thing=" ".join(thing["thing"].split())), is_for_each
