"""Who made the sale, who shares it and who bought: names in the text of a sale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from bot.language.lexicon import Lexicon
from bot.language.numerals import DIGITS
from bot.language.tokens import count_of

_VERB = (
    r"(?:来|再|也|先|这边)?\s*(?:补报|报单?|抱单|记|登记?|录|上报|补录|补登|代报|开单|出单|成交"
    r"|退款|加|算|挂|补)"
)
_BOT = r"(?:小助手|小队长|机器人|bot|助理|duizhang\w*|所有人|all|全体成员|全员)"
_FIELD = re.compile(
    r"(?:^|[\n;,\s])(?:销售员?|代理|报单人|归属|业绩归属|业绩人?|开单人|成交人|出单人|经手人?"
    r"|姓名)\s*:\s*@?(?P<name>[^\s,;:\n]{1,12})"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """To whom a sale belongs: the seller, or several by shares in percent.

    `rest` is the text without the names. `reason` is set where it is unclear; `behalf` tells that
    somebody reports for another (帮…报), `loose` that a member was merely named.
    """

    seller: str
    rest: str
    reason: str = ""
    name: str = ""
    behalf: bool = False
    loose: bool = False
    shares: tuple[tuple[str, Fraction], ...] = ()


@lru_cache(maxsize=1024)
def _patterns(members: str) -> dict[str, re.Pattern[str]]:
    members = f"(?:{members})"
    name = f"(?:我|{members})"
    share = (
        rf"[0-9]{{1,3}}(?:\.[0-9]+)?\s*%|[{DIGITS}十0-9]成[五半]?"
        rf"|[1-9{DIGITS}](?![0-9{DIGITS}单盒瓶套件])"
    )
    number = r"[1-9][0-9]{0,8}(?:\.[0-9]{1,2})?"
    patterns = {
        "behalf": _behalf(members),
        "mention": rf"@\s*(?:(?P<known>{members})|(?P<bot>{_BOT})|(?P<other>[^\s@,;:.!0-9]{{1,12}}?"
        r"(?=报|补|退|成交|开单|出单|/|[\s,;:.!0-9@]|$)))",
        "share": rf"@?(?P<name>{name})\s*(?:占|拿|分|得|算|:|是|的)?\s*(?P<share>{share})",
        "part": rf"@?(?P<name>{name})\s*(?:拿|得|算|分|:)?\s*(?P<amount>{number})元?"
        r"(?![0-9.%成单盒瓶套])",
        "group": rf"@?{name}(?:\s*(?:和|跟|与|、|,|\+|&|/)?\s*@?{name})+"
        rf"|(?:和|跟|与|同)\s*@?{members}",
        "name": name,
    }
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in patterns.items()}


def _behalf(members: str) -> str:
    """The ways to say that one reports for another, each with a group of its own for the name."""
    # Ignoring the case of a wide range costs 15 ms to compile, and Chinese has none.
    stranger = r"(?!我|客户|顾客|客人|什么|谁)(?:(?![我你什么了的她他吧])(?-i:[一-鿿a-zA-Z])){1,6}?"
    return (
        rf"(?:帮忙|帮助|帮我?|替我?|代(?!理)|给我?|由)(?:一下)?\s*(?:@\s*)?"
        rf"(?P<name>{members}|{stranger})\s*{_VERB}"
        rf"|(?:代报|代(?!理)|替报|帮报|帮补|代补)\s*@?\s*(?P<name2>{members})"
        rf"|(?:@\s*)?(?P<name3>{members})\s*(?:让我|叫我|托我|委托我|请我)\s*(?:帮忙?|代|替)?"
        rf"\s*(?:她|他)?\s*{_VERB}"
        rf"|(?P<name4>{members})的单|算(?:在)?\s*@?(?P<name5>{members})(?:头上|名下|的|身上)?"
        rf"|记(?:在|到|给)?\s*@?(?P<name6>{members})(?:头上|名下)?"
        rf"|(?:for|on behalf of)\s+@?(?P<name7>{members})"
    )


def credit(text: str, sender: str, lexicon: Lexicon) -> Credit:
    """Finds the seller in a normalised text."""
    patterns = _patterns(lexicon.member_names)
    members = lexicon.display_names
    split = _split(text, sender, members, patterns)
    if split is not None:
        return split
    named, rest, unknown = _field_seller(text, members)
    on_behalf = patterns["behalf"].search(rest) if _BEHALF_HINT.search(rest) else None
    if on_behalf is not None:
        group, name = next((key, value) for key, value in on_behalf.groupdict().items() if value)
        known = members.get(name.lower())
        named += [known] if known is not None else []
        unknown = unknown if known is not None else name
        # 阿芳的单 keeps its words: 单 may be part of a count.
        if group != "name4":
            rest = _cut(rest, on_behalf.start(), on_behalf.end(group))
    if "@" in rest:
        rest, mentioned, strange = _mentions(rest, members, patterns["mention"])
        # In @阿芳 我报单 she is only addressed.
        if _OWN_WORD.search(rest[:8]) is None:
            named += mentioned
            unknown = unknown or strange
    found = Credit(sender, rest, behalf=on_behalf is not None)
    different = sorted(set(named))
    if unknown and not different:
        return replace(found, reason="unknown_member", name=unknown)
    if len(different) > 1:
        return replace(found, reason="two_members", name="、".join(different))
    return replace(found, seller=different[0]) if different else found


_OWN_WORD = re.compile(r"(?:^|[\s,])(?:我|帮我)")
_RECIPIENT_FIELD = re.compile("电话|手机|地址|收货|•")


def _field_seller(text: str, members: Mapping[str, str]) -> tuple[list[str], str, str]:
    """The member of a field such as 销售:阿芳, the text without it, and a stranger's name."""
    field = _FIELD.search(text) if ":" in text else None
    if field is None:
        return [], text, ""
    known = members.get(field["name"].lower())
    if known is not None:
        return [known], _cut(text, field.start(), field.end()), ""
    recipient = "姓名" in field[0] and _RECIPIENT_FIELD.search(text) is not None
    return [], text, "" if recipient or "代理" in field[0] else field["name"]


_BEHALF_HINT = re.compile(r"[帮替代给为由算记]|[让叫托请]我|的单|for\s|behalf", re.IGNORECASE)


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _mentions(
    text: str, members: Mapping[str, str], pattern: re.Pattern[str]
) -> tuple[str, list[str], str]:
    found: list[str] = []
    unknown = ""
    for match in pattern.finditer(text):
        if match["known"]:
            found.append(members[match["known"].lower()])
        elif match["other"]:
            unknown = unknown or match["other"]
    return pattern.sub(" ", text), found, unknown


def _split(
    text: str, sender: str, members: Mapping[str, str], patterns: dict[str, re.Pattern[str]]
) -> Credit | None:
    """The shares of a split credit, None where the sale is one person's."""
    if _SPLIT_HINT.search(text) is None:
        return None
    even = _even_shares(text, sender, members, patterns)
    if even is not None:
        return even
    parts = _stated_parts(text, sender, members, patterns)
    if parts is not None:
        return parts
    matches = list(patterns["share"].finditer(text))
    percents = [m for m in matches if not m["share"][-1].isalnum() or "成" in m["share"]]
    matches = percents or (matches if len(matches) > 1 and "开" not in text else [])
    if not percents and len(matches) > 1 and sum(_percent(m["share"]) for m in matches) != 100:
        return None
    if not matches:
        return None
    shares = tuple(
        (sender if m["name"] == "我" else members[m["name"].lower()], _percent(m["share"]))
        for m in matches
    )
    rest = text
    for match in reversed(matches):
        rest = _cut(rest, match.start(), match.end())
    names = {name for name, _ in shares}
    total = sum(share for _, share in shares)
    if total != 100 or len(names) != len(shares) or len(names) < 2:
        return Credit(sender, rest, "split_not_100", str(total), shares=shares)
    return Credit(sender, rest, shares=shares)


def _stated_parts(
    text: str, sender: str, members: Mapping[str, str], patterns: dict[str, re.Pattern[str]]
) -> Credit | None:
    """Shares said as amounts that add up to another number of the text: 1280 我766 老王514."""
    matches = list(patterns["part"].finditer(text))
    people = [sender if m["name"] == "我" else members[m["name"].lower()] for m in matches]
    if len(set(people)) < 2 or len(set(people)) != len(people) or sender not in people:
        return None
    amounts = [Fraction(m["amount"]) for m in matches]
    rest = text
    for match in reversed(matches):
        rest = _cut(rest, match.start(), match.end())
    total = sum(amounts)
    if not any(Fraction(number) == total for number in _ANY_NUMBER.findall(rest)):
        return None
    shares = tuple((name, part * 100 / total) for name, part in zip(people, amounts, strict=True))
    return Credit(sender, rest, shares=shares)


_ANY_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
_EVEN = re.compile(
    r"(?:一人|每人|各自?|各人|两人各|俩人各|各占)\s*(?:一半|半|50%|五成)|对半分?|平分|均分|平摊"
    r"|(?P<first>[一二三四五六七八九1-9])[:/]?(?P<second>[一二三四五六七八九1-9])(?:分?开|分(?![0-9钟之]))"
)


def _even_shares(
    text: str, sender: str, members: Mapping[str, str], patterns: dict[str, re.Pattern[str]]
) -> Credit | None:
    """Shares said for a group of names as a whole: 一人一半, 平分, 六四开."""
    words = _EVEN.search(text)
    group = patterns["group"].search(text) if words is not None else None
    if words is None or group is None:
        return None
    found = [match[0] for match in patterns["name"].finditer(group[0])]
    people = [sender if name == "我" else members[name.lower()] for name in found]
    if group[0][0] in "和跟与同":
        people.insert(0, sender)
    people = list(dict.fromkeys(people))
    if len(people) < 2:
        return None
    shares = [Fraction(100, len(people))] * len(people)
    reason = ""
    if words["first"]:
        stated = [Fraction(count_of(words[part]) or 0) * 10 for part in ("first", "second")]
        if sum(stated) == 100 and len(people) == 2:
            shares = stated
        else:
            reason = "split_not_100"
    (a, b), (c, d) = sorted((words.span(), group.span()))
    between = text[b:c] if b <= c else ""
    rest = f"{text[:a]} {between} {text[max(b, d) :]}"
    return Credit(sender, rest, reason, shares=tuple(zip(people, shares, strict=True)))


_SPLIT_HINT = re.compile(
    r"%|一半|成|对半|平分|均分|平摊|[一二三四五六七八九1-9][:/]?[一二三四五六七八九1-9](?:分?开|分)"
    r"|[一二三四五六七八九1-9]\D{1,6}[一二三四五六七八九1-9]"
)


def _percent(share: str) -> Fraction:
    if share.endswith("%"):
        return Fraction(share[:-1].strip())
    tenths = Fraction(count_of(share) or 0)
    return tenths * 10 + (5 if share[-1] in "五半" and "成" in share else 0)
