"""Reads one chat message as a sale, a refund, another record or ordinary chat.

Reasons of a reading and their details:

- ask: `no_amount` (expected), `no_price` (unit), `unit_price` and `list_mismatch` (expected,
  stated), `sum_wrong` (computed, stated), `orders_mismatch` (orders, found),
  `quantity_times` (text),
  `two_amounts` (count), `range`, `too_precise`, `separators`, `unclear_number`, `fraction`,
  `deposit_only` (received or due), `discount_unclear` (discount), `unknown_member`, `two_members`
  and `third_person` (name), `split_not_100` (total), `bad_date`, `future_date`, `old_date` and
  `date_or_amount` (text), `near_miss`, `not_done`, `question`, `soft`, `loose_product`,
  `refund_loose`, `bare_list` (a list without its 接龙 line),
  `long_story`, `large`; and the reasons of refuse where no command word was used;
- refuse: `malformed`, `too_large`, `zero`, `negative`, `points`, `currency` (text);
- other: see `reports` and `chains`.

Amounts in details are minor units. Notices: `homophone`, `discount`, `late`, `deposit`,
`for_other`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.language.buyers import TITLED, buyer
from bot.language.chains import read_chain
from bot.language.dated import find_day
from bot.language.days import read_day
from bot.language.figures import add_up
from bot.language.lexicon import Lexicon, lexicon_of
from bot.language.money import fold_brackets
from bot.language.noise import blank_noise
from bot.language.people import Credit, credit
from bot.language.phrases import CLAUSE, HINT
from bot.language.quotes import split_quote
from bot.language.reading import SILENCE, Entry, Kind, Line, Reading, SaleText, Vocabulary
from bot.language.reports import read_other
from bot.language.talk import talk_in, words_around
from bot.language.text import normalise
from bot.language.tokens import Token, cut
from bot.language.triggers import (
    MARK,
    Level,
    Trigger,
    clause_before,
    find_trigger,
    is_third_person,
)
from bot.language.verdict import Parts, decide

_DISCOUNT_WORDS = re.compile(
    r"[客员友部惠殊动购蜜]价|老顾客|活动|优惠|[折券]|满减|立减|减|送(?![货到达去给礼上快])|实付"
    r"|实收|到手|亲友|友情|内购|内部|特价|抹零|便宜|让利|福利|秒杀"
    r"|团购|拼团|促销|大促|赠|抵扣|红包|代金|改价|(?<!单)(?<!原)(?<!总)价(?![格\s:0-9])|批发|少收"
)
_FIELD_NAMES = re.compile(
    r"(?:产品|品名|商品|货品|项目|类型|备注|名称|规格|品种|款式|订单|内容|明细|日期|时间)\s*:"
)
_THANKS = re.compile("谢|多亏|帮|指导|带")
_TITLED_SUBJECT = re.compile(rf"{TITLED}(?:今天|刚刚?|又|也)?\s*$")
_MINUS = re.compile(r"-\s*(?=[¥0-9])")
_DOTTED = re.compile(r"\s*[0-9]{1,2}\.[0-9]{1,2}\s*")
_LITTER = re.compile(r"[•;()\s]+")
# Of a sign or number that goes on and on, so much is enough to be refused.
_ENOUGH = 40
_ROOMY = 200
_ENDLESS = re.compile(rf"(.)\1{{{_ENOUGH},}}|[0-9]{{{_ENOUGH},}}")
# No message needs more blanks to be understood.
_BLANKS = re.compile(r"[^\S\n]{3,}+|\n{3,}+")
# What is longer is a story, whatever words are in it.
_MAX_LENGTH = 800
# Orders bought for show are nobody's sale.
_SHAM = re.compile(r"刷(?:信誉|销量|好评)|补单.{0,8}刷一?下")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
# A remark that a spreadsheet or a program would read holds no amount.
_CODE = re.compile(r"备注\s*:\s*[=+@-][^\n]*|\{[^{}\n]{0,80}\}|%[a-z]\b", re.IGNORECASE)
_CALLED = re.compile(r"^(?:@\S+\s+)+(?=我)")
_PASTED = re.compile(r"聊天记录|转发|转自|群聊的")


def read_sale(message: SaleText, words: Vocabulary) -> Reading:
    """The meaning of a cleaned and masked message for a team's ledger."""
    if HINT.search(message.text) is None:
        return SILENCE
    text = normalise(message.text)
    if len(text) > _ROOMY:
        # Nobody means ten thousand ones; the grammar would try to.
        text = _ENDLESS.sub(lambda run: run[0][:_ENOUGH], text)
    lexicon = lexicon_of(words)
    plain = None if message.quote_text else _plain(text, message.sender, words.today, lexicon)
    if plain is not None:
        return plain
    text = _CODE.sub(" ", _LINK.sub(" ", text))
    quoted = split_quote(_BLANKS.sub(lambda run: run[0][:2], text), message)
    if not quoted.own or _SHAM.search(quoted.own) is not None:
        return SILENCE
    if len(quoted.own) > _MAX_LENGTH and "\n" not in quoted.own:
        return SILENCE
    record = read_chain(quoted.own, words, lexicon) or read_other(quoted.own)
    if record is not None or len(quoted.own) > _MAX_LENGTH:
        return record or SILENCE
    return _read(quoted.own, quoted.quoted, sender=message.sender, words=words, lexicon=lexicon)


def _plain(text: str, sender: str, today: dt.date, lexicon: Lexicon) -> Reading | None:
    """The commonest well-formed reports without the whole grammar; None for everything else."""
    match = lexicon.plain.fullmatch(text)
    if match is None:
        return None
    amount = match["amount"]
    if amount is not None:
        return Reading(
            Kind.RECORD, (Entry("sale", sender, int(amount) * 100, 1, today),), explicit=True
        )
    product = lexicon.products[match["product"].lower()]
    count, price = int(match["count"]), match["price"]
    total = product.price * count
    # Anything but the list price needs the checks of the grammar.
    stated = int(price) * count if price is not None else int(match["total"])
    if match["unit"] != product.unit or stated * 100 != total:
        return None
    line = Line(product.name, count, product.price if price is not None else None)
    return Reading(Kind.RECORD, (Entry("sale", sender, total, 1, today, (line,)),), explicit=True)


def _read(text: str, quoted: str, *, sender: str, words: Vocabulary, lexicon: Lexicon) -> Reading:
    found = credit(text, sender, lexicon)
    trigger = find_trigger(found.rest, behalf=found.behalf)
    if trigger is None:
        return SILENCE
    own = _own_sale(found, trigger, text, sender=sender, lexicon=lexicon)
    if own is None:
        return SILENCE
    parts = _parts(own, trigger, quoted, text, words=words, lexicon=lexicon)
    return decide(parts, words.today, sender)


def _own_sale(
    found: Credit, trigger: Trigger, text: str, *, sender: str, lexicon: Lexicon
) -> Credit | None:
    """The credit, in doubt where others are named; None where the sale is nobody's to book."""
    before = clause_before(found.rest, trigger.start)
    if _PASTED.search(text) is not None or (
        ":" in before and re.search(rf"(?:{lexicon.member_names})\s*:\s*$", before)
    ):
        return None
    command = trigger.level is Level.COMMAND or trigger.reason in ("near_miss", "question")
    if is_third_person(before, lexicon.members, sender):
        if not command:
            return None
        name = next((m[0] for m in lexicon.members.finditer(before) if m[0] != sender), "")
        return replace(
            found, reason=found.reason or "third_person", name=found.name or name, loose=True
        )
    if (
        not command
        and not found.behalf
        and (found.seller != sender or found.reason == "unknown_member")
    ):
        return None
    if command and not found.behalf and not found.reason:
        named = {m[0] for m in lexicon.members.finditer(trigger.rest)} - {sender}
        if named and not found.shares:
            return replace(found, reason="third_person", name=named.pop(), loose=True)
    if not command and not found.behalf and not found.shares:
        others = {m[0] for m in lexicon.members.finditer(_CALLED.sub("", text))} - {sender}
        if others and not _THANKS.search(text):
            return None
        found = replace(found, reason=found.reason or "third_person") if others else found
    if "喜报" in text and trigger.level is not Level.COMMAND:
        if not re.search(rf"我|{re.escape(sender)}", text) and _named_subject(before):
            return None
        return replace(found, reason=found.reason or "soft")
    if trigger.level is Level.TRIGGER and _TITLED_SUBJECT.search(before):
        return replace(found, reason=found.reason or "third_person")
    return found


def _named_subject(before: str) -> bool:
    rest = re.sub(r"喜报|今[天日]|刚刚?|又|终于|[^一-鿿]", "", before)
    return bool(rest)


def _parts(
    found: Credit,
    trigger: Trigger,
    quoted: str,
    text: str,
    *,
    words: Vocabulary,
    lexicon: Lexicon,
) -> Parts:
    dated = find_day(trigger.rest, words.today, trigger_at=trigger.start, refund=trigger.refund)
    bought = buyer(dated.rest, lexicon)
    rest = blank_noise(_FIELD_NAMES.sub(" ", bought.rest.replace(MARK, " ")))
    if trigger.refund:
        rest = _MINUS.sub(" ", rest)
    tokens = cut(fold_brackets(rest), lexicon)
    if dated.day == words.today and _is_recent_day(rest, words.today):
        dated = replace(dated, reason="date_or_amount", text=rest.strip())
    if quoted:
        tokens = _with_quoted(tokens, quoted, lexicon)
    figures = add_up(tokens, discounted=_DISCOUNT_WORDS.search(text) is not None)
    said = " ".join(token.text for token in tokens if token.kind == "W")
    close = 0
    if trigger.level is Level.TRIGGER or not trigger.sure:
        close = words_around(_clause_around(bought.rest), lexicon)
    return Parts(
        trigger, found, dated, bought, figures, talk=talk_in(said), close=close, note=_note(said)
    )


def _clause_around(text: str) -> str:
    """The clause in which the trigger stood."""
    at = text.find(MARK)
    end = CLAUSE.search(text, at)
    return clause_before(text, at) + " " + text[at + 1 : end.start() if end else len(text)]


def _is_recent_day(text: str, today: dt.date) -> bool:
    """Whether the only value of the text, such as 6.16, may as well be a day of the last weeks."""
    match = _DOTTED.fullmatch(text)
    day = read_day(text, today) if match is not None else None
    return day is not None and dt.timedelta(0) <= today - day < dt.timedelta(days=31)


def _note(said: str) -> str:
    return _LITTER.sub(" ", said).strip()[:40]


def _with_quoted(tokens: list[Token], quoted: str, lexicon: Lexicon) -> list[Token]:
    """Adds products and quantities of the own quoted words; an amount never comes from there."""
    if any(token.kind == "P" for token in tokens):
        return tokens
    said = cut(blank_noise(normalise(quoted)), lexicon)
    kept = [token for token in said if token.kind in "PQ"]
    return [*kept, Token("G", ";", 0, 0), *tokens]
