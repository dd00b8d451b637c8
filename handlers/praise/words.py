"""Lines of praise as they are said, and what people call their placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.kit import Refusal, T, format_short, t
from models.praise_texts import AMOUNT, NAME, PRODUCT, TODAY, OwnText, check, filled
from models.praises import Said
from models.rosters import Roster

# What members call the placeholders; the first of each is shown.
PLACEHOLDERS: Mapping[str, str] = {
    "名字": NAME,
    "姓名": NAME,
    "昵称": NAME,
    "名": NAME,
    "name": NAME,
    "金额": AMOUNT,
    "业绩": AMOUNT,
    "amount": AMOUNT,
    "产品": PRODUCT,
    "商品": PRODUCT,
    "product": PRODUCT,
    "今日": TODAY,
    "今天": TODAY,
    "今日业绩": TODAY,
    "today": TODAY,
}
# A figure that somebody typed would be the same for every order, and so be wrong for most.
_FIGURE = re.compile(r"\d{3,}|\d+(?:\.\d+)?\s*[元块万wWkK%％倍]")
CHINESE = {NAME: "名字", AMOUNT: "金额", PRODUCT: "产品", TODAY: "今日"}
ENGLISH = {each: each for each in CHINESE}


def called(language: str) -> Mapping[str, str]:
    """What the placeholders are called in a language."""
    return CHINESE if language.startswith("zh") else ENGLISH


def checked(words: str) -> str:
    """A team's own line as it is kept; raises Refusal that says what is wrong with it."""
    kept = check(words, PLACEHOLDERS)
    if _FIGURE.search(kept):
        raise Refusal("praise-own-figure")
    return kept


def praise_line(said: Said, own: Sequence[OwnText], people: Roster) -> T:
    """The line for an order, in the team's own words or in the catalog's."""
    values = {
        NAME: people.name(said.member_id),
        AMOUNT: format_short(said.amount),
        TODAY: format_short(said.today),
        PRODUCT: " ".join(f"{product}×{quantity}" for product, quantity in said.products),
    }
    text = next((each for each in own if each.id == said.text), None)
    if text is not None:
        return own_line(filled(text.words, values))
    return t(f"praise-{said.kind}-{-said.text}", **values)


def own_line(words: str) -> T:
    """A line in the team's words, with a sign in front where it has none."""
    return t("praise-own", words=words, sign=int(words[:1].isalnum()))
