"""Reads one chat message as a sale, a refund, another record or ordinary chat.

Reasons of a reading and their details:

- ask: `no_amount` (expected), `no_price` (unit), `unit_price`, `list_mismatch` (expected, stated), `sum_wrong` (computed, stated),
  `orders_mismatch` (orders, found), `quantity_times` (text), `two_amounts`, `range`, `too_precise`, `separators`,
  `unclear_number`, `fraction`, `deposit_only` (received | due), `discount_unclear` (discount), `unknown_member` (name),
  `two_members` (name), `third_person` (name), `split_not_100` (total), `bad_date`, `future_date`, `old_date`, `date_or_amount` (text),
  `near_miss`, `not_done`, `question`, `loose_product`, `soft`, `refund_loose`, `long_story`, and the reasons of
  refuse where no command word was used;
- refuse: `malformed`, `too_large`, `zero`, `negative`, `points`, `currency` (text);
- other: see `reports` and `chains`.

Amounts in details are minor units. Notices: `homophone`, `discount`, `late`, `deposit`, `for_other`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.language.chains import read_chain
from bot.language.days import read_day
from bot.language.dated import Dated, find_day
from bot.language.figures import Deal, Figures, add_up
from bot.language.lexicon import Lexicon, lexicon_of
from bot.language.money import REFUSED
from bot.language.noise import blank_noise
from bot.language.people import TITLED, Buyer, Credit, buyer, credit
from bot.language.quotes import split_quote
from bot.language.reading import SILENCE, Entry, Kind, Reading, SaleText, Vocabulary
from bot.language.reports import read_other
from bot.language.text import normalise
from bot.language.tokens import Token, cut
from bot.language.triggers import (
    HINT,
    MARK,
    Level,
    Trigger,
    clause_before,
    find_trigger,
    is_third_person,
)

_PLAIN = re.compile(r"[/#]?报单[\s:]*([1-9][0-9]{0,6})\s*元?")
_DISCOUNT_WORDS = re.compile(
    r"[客员友部惠殊动购]价|老顾客|活动|优惠|[折券]|满减|立减|减|送(?![货到达去给礼上快])|实付|实收|到手|亲友|友情|内购|内部|特价|抹零|便宜|让利|福利|秒杀|团购|拼团|促销|大促|赠|抵扣|红包|代金|改价|(?<!单)(?<!原)(?<!总)价(?![格\s:0-9])|批发|少收"
)
_FIELD_NAMES = re.compile(
    r"(?:产品|品名|商品|货品|项目|类型|备注|名称|规格|品种|款式|订单|内容|明细|日期|时间)\s*:"
)
_HAN = re.compile(r"[一-鿿a-zA-Z]")
_SMALL_TALK = re.compile(
    r"\[[^\]]*\]|哈+|嘿+|啦|啊|呀|了|咯|喽|喔|哦|耶|嘻+|呜+|今[天日晚儿早]|刚刚?|又|终于|我|已|开心|谢谢|感谢|加油|新|首|第一|客户|老客|收|截图|图片|的|一个|个|又来|来|好|再|顺利|也|大|拿|买|要|回购|复购|单|元|块|钱|付款|下午|早上|上午|晚上|中午|元|给|和|加|是|共|另外?|还|产品|数量|金额|渠道|客|姐妹们|家人们|大家|宝子们"
)
_LONG_STORY = 18
_MUCH_TALK = 6


@dataclass(frozen=True, slots=True)
class _Parts:
    """Everything that was found in a message that speaks of a sale."""

    trigger: Trigger
    credit: Credit
    dated: Dated
    buyer: Buyer
    figures: Figures
    talk: int
    note: str


def read_sale(message: SaleText, words: Vocabulary) -> Reading:
    """The meaning of a cleaned and masked message for a team's ledger."""
    if HINT.search(message.text) is None:
        return SILENCE
    text = normalise(message.text)
    plain = _PLAIN.fullmatch(text)
    if plain is not None and not message.quote_text:
        return _plain(int(plain[1]) * 100, message.sender, words.today)
    quoted = split_quote(text, message)
    if not quoted.own:
        return SILENCE
    lexicon = lexicon_of(words)
    record = read_chain(quoted.own, words, lexicon) or read_other(quoted.own)
    if record is not None:
        return record
    return _read(quoted.own, quoted.quoted, message.sender, words, lexicon)


def _plain(amount: int, sender: str, today: dt.date) -> Reading:
    entries = (Entry("sale", sender, amount, 1, today),)
    return Reading(Kind.RECORD, entries, explicit=True)


def _read(text: str, quoted: str, sender: str, words: Vocabulary, lexicon: Lexicon) -> Reading:
    found = credit(text, sender, words, lexicon)
    trigger = find_trigger(found.rest, behalf=found.behalf)
    if trigger is None:
        return SILENCE
    own = _own_sale(found, trigger, text, sender, lexicon)
    if own is None:
        return SILENCE
    parts = _parts(own, trigger, quoted, words, lexicon, text)
    return _decide(parts, words.today, sender)


def _own_sale(
    found: Credit, trigger: Trigger, text: str, sender: str, lexicon: Lexicon
) -> Credit | None:
    """The credit with a doubt where the words name somebody else, None where the sale is not the team's to book."""
    before = clause_before(found.rest, trigger.start)
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
        others = {m[0] for m in lexicon.members.finditer(text)} - {sender}
        if others and not re.search("谢|多亏|帮|指导|带", text):
            return None
        found = replace(found, reason=found.reason or "third_person") if others else found
    if "喜报" in text and trigger.level is not Level.COMMAND:
        if not re.search(rf"我|{re.escape(sender)}", text) and _named_subject(before):
            return None
        return replace(found, reason=found.reason or "soft")
    if trigger.level is Level.TRIGGER and re.search(rf"{TITLED}(?:今天|刚刚?|又|也)?\s*$", before):
        return replace(found, reason=found.reason or "third_person")
    return found


def _named_subject(before: str) -> bool:
    rest = re.sub(r"喜报|今[天日]|刚刚?|又|终于|[^一-鿿]", "", before)
    return bool(rest)


def _parts(
    found: Credit, trigger: Trigger, quoted: str, words: Vocabulary, lexicon: Lexicon, text: str
) -> _Parts:
    dated = find_day(trigger.rest, words.today, trigger_at=trigger.start, refund=trigger.refund)
    bought = buyer(dated.rest, lexicon)
    rest = blank_noise(_FIELD_NAMES.sub(" ", bought.rest.replace(MARK, " ")))
    if trigger.refund:
        rest = re.sub(r"-\s*(?=[¥0-9])", " ", rest)
    tokens = cut(rest, lexicon)
    if dated.day == words.today and _is_recent_day(rest, words.today):
        dated = replace(dated, reason="date_or_amount", text=rest.strip())
    if quoted:
        tokens = _with_quoted(tokens, quoted, lexicon)
    figures = add_up(tokens, discounted=_DISCOUNT_WORDS.search(text) is not None)
    said = " ".join(token.text for token in tokens if token.kind == "W")
    talk = len(_HAN.findall(_SMALL_TALK.sub("", said)))
    return _Parts(trigger, found, dated, bought, figures, talk, _note(said))


def _is_recent_day(text: str, today: dt.date) -> bool:
    """Whether the only value of the text, such as 6.16, may as well be a day of the last weeks."""
    match = re.fullmatch(r"\s*[0-9]{1,2}\.[0-9]{1,2}\s*", text)
    day = read_day(text, today) if match is not None else None
    return day is not None and dt.timedelta(0) <= today - day < dt.timedelta(days=31)


def _note(said: str) -> str:
    return re.sub(r"[•;()\s]+", " ", said).strip()[:40]


def _with_quoted(tokens: list[Token], quoted: str, lexicon: Lexicon) -> list[Token]:
    """Adds products and quantities of the own quoted words; an amount never comes from there."""
    if any(token.kind == "P" for token in tokens):
        return tokens
    said = cut(blank_noise(normalise(quoted)), lexicon)
    kept = [token for token in said if token.kind in "PQ"]
    return [*kept, Token("G", ";", 0, 0), *tokens]


def _decide(parts: _Parts, today: dt.date, sender: str) -> Reading:
    """Books, asks, refuses or stays silent."""
    figures, trigger = parts.figures, parts.trigger
    command = trigger.level is Level.COMMAND
    if _is_chat(parts):
        return SILENCE
    reason = figures.reason
    if command and reason in REFUSED:
        return Reading(Kind.REFUSE, reason=str(reason), details=figures.details, explicit=True)
    reason = _reason(parts)
    proposals = tuple(
        _entries(deals, parts) for deals in figures.choices or (figures.deals,) if deals
    )
    entries = proposals[0] if proposals else ()
    notices = _notices(parts, entries, today, sender)
    if not reason and entries:
        return Reading(Kind.RECORD, entries, explicit=command, notices=notices)
    if parts.credit.reason in ("unknown_member", "two_members") or parts.dated.reason == "bad_date":
        entries, proposals = (), ()
    return Reading(
        Kind.ASK,
        entries,
        reason=reason or "no_amount",
        details=_details(parts, reason),
        proposals=proposals,
        explicit=command,
        notices=notices,
    )


def _is_chat(parts: _Parts) -> bool:
    """Whether a message with a trigger is ordinary chat all the same."""
    figures, trigger = parts.figures, parts.trigger
    goods = any(token.kind in "PQ" for token in figures.left) or bool(figures.lines)
    worth = bool(figures.deals or figures.choices)
    if trigger.level is Level.COMMAND:
        if worth or figures.reason not in ("no_amount", "no_price"):
            return parts.talk > 3 * _LONG_STORY
        if trigger.reason == "not_done":
            return True
        return not goods and parts.talk > _MUCH_TALK
    if parts.dated.reason == "future_date" or figures.reason == "zero":
        return True
    if trigger.reason == "loose_product":
        return not figures.lines or parts.talk > 2 * _MUCH_TALK
    if worth:
        return parts.talk > 2 * _LONG_STORY
    if figures.reason in ("no_amount", "no_price"):
        if trigger.level is Level.TRIGGER:
            return parts.talk > (3 if not goods else _MUCH_TALK)
        return not (goods and figures.lines)
    if trigger.level is Level.SOFT and figures.reason in ("points", "currency"):
        return trigger.reason != "near_miss"
    return parts.talk > _LONG_STORY


def _reason(parts: _Parts) -> str:
    trigger = parts.trigger
    reason = (
        parts.credit.reason
        or (parts.dated.reason if parts.dated.reason != "old_date" else "")
        or (trigger.reason if trigger.reason != "loose_product" else "")
        or str(parts.figures.reason)
        or parts.dated.reason
    )
    if reason:
        return reason
    if trigger.level is Level.SOFT:
        return trigger.reason or ("refund_loose" if trigger.refund else "soft")
    if trigger.level is Level.TRIGGER and parts.talk > _LONG_STORY:
        return "long_story"
    return ""


def _details(parts: _Parts, reason: str) -> dict[str, str]:
    if reason in ("unknown_member", "two_members", "third_person"):
        return {"name": parts.credit.name}
    if reason == "split_not_100":
        return {"total": parts.credit.name}
    if reason in ("bad_date", "future_date", "old_date", "date_or_amount"):
        return {"text": parts.dated.text}
    return dict(parts.figures.details)


def _notices(
    parts: _Parts, entries: tuple[Entry, ...], today: dt.date, sender: str
) -> tuple[str, ...]:
    found = (
        (parts.trigger.notice, bool(parts.trigger.notice)),
        ("discount", any(entry.discount for entry in entries)),
        ("late", parts.dated.day < today),
        ("deposit", any(entry.received is not None for entry in entries)),
        ("for_other", any(entry.seller != sender for entry in entries)),
    )
    return tuple(name for name, holds in found if holds)


def _entries(deals: tuple[Deal, ...], parts: _Parts) -> tuple[Entry, ...]:
    """Deals as rows of the ledger, split between those who share them."""
    shares = parts.credit.shares or ((parts.credit.seller, Decimal(100)),)
    rows: list[Entry] = []
    for deal in deals:
        amounts = split_amount(deal.amount, [share for _, share in shares])
        for place, ((seller, share), amount) in enumerate(zip(shares, amounts, strict=True)):
            row = _entry(deal, amount, seller, parts)
            if len(shares) > 1:
                row = replace(row, share=int(share))
            # One of the sharers carries the order and its goods, so that sums stay right.
            rows.append(row if place == 0 else replace(row, orders=0, lines=()))
    return tuple(rows)


def _entry(deal: Deal, amount: int, seller: str, parts: _Parts) -> Entry:
    refund = parts.trigger.refund
    lines = deal.lines
    if refund:
        lines = tuple(replace(line, quantity=-line.quantity) for line in lines)
    member = parts.credit.name if parts.credit.loose and parts.credit.name else seller
    return Entry(
        type="refund" if refund else "sale",
        seller=member,
        amount=-amount if refund else amount,
        orders=deal.orders,
        date=parts.dated.day,
        lines=lines,
        customer=parts.buyer.customer,
        channel=parts.buyer.channel,
        repeat=parts.buyer.repeat,
        note=parts.note,
        discount=deal.discount,
        received=deal.received,
        due=deal.due,
        due_on=parts.dated.due_on,
    )


def split_amount(amount: int, shares: list[Decimal]) -> list[int]:
    """Parts of an amount by shares in percent; they add up exactly, the first takes the odd cents."""
    parts = [int(amount * share / 100) for share in shares]
    if sum(shares) > Decimal("99.9"):
        parts[0] += amount - sum(parts)
    return parts
