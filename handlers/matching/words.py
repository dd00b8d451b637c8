"""What members write about skills, wishes and needs, read into plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPLIT = re.compile(r"[\s,、;。/]+")
_NAME = r"[^\W\d_](?:[^\W\d]|[&+.-]){0,15}?"
_LEVELLED = re.compile(rf"({_NAME})\s?(?:[:=]|lv\.?|level)?\s?(\d{{1,2}})级?", re.IGNORECASE)
_PLAIN = re.compile(rf"{_NAME}", re.IGNORECASE)
_DIGIT = re.compile(r"(\d{1,2})级?")
_REMOVING = re.compile(r"\s*(?:删除|删掉|删|去掉|remove|delete)\s*(.+)", re.IGNORECASE)
# What a sentence about skills goes on with, and no name of a skill begins with.
_TALK = re.compile(r"[要很太都还也不没有是真这那和与的可能什怎哪吗吧]|方面|问题|提升|提高|需要")
_NEED = re.compile(r"需要|要求|\bneeds?\b", re.IGNORECASE)
_NEEDED = re.compile(
    rf"[\s,、和:]*({_NAME})\s?([1-9])级?(?![\d点号月日:/个张份版条.%-])", re.IGNORECASE
)
_NEEDED_PLAIN = re.compile(rf"[\s,、和:]*({_NAME})(?=[\s,、;]|$)", re.IGNORECASE)

_OFF = re.compile(r"(?:都|也|一般)?(?:不行|不接|不做|不上班|不在|不可以|没空|休息|休|off)")
_ON = re.compile(r"(?:都|也)?(?:可以|都行|行|能接|没问题|ok)")
_WEEKDAYS = re.compile(r"周末|双休日?|(?:周|星期|礼拜)[一二三四五六日天]+")
_ENGLISH_DAYS = re.compile(
    r"(?:no |not on |off )?(weekends?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?)( off| ok)?"
)
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = {sign: n for n, sign in enumerate("一二三四五六日")} | {"天": 6}
_WEEKEND = frozenset({5, 6})
_MOST = re.compile(
    r"(?:一天|每天|同时|手上|手里|一次|at )?(?:最多|至多|不超过|上限|max|most)\s*(?:接|做|拿|同时)*"
    r"\s*(\d{1,3}|[一二两三四五六七八九十])\s*(?:个|件|项|单|条|tasks?|at once)*",
    re.IGNORECASE,
)
_FIGURES = {sign: n for n, sign in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_DISLIKED = re.compile(
    r"(?:不接|不做|不想做|不想接|不喜欢|不爱|不要|别给我|别给|讨厌|no |not |dislikes? )\s*(.+)",
    re.IGNORECASE,
)
_LIKED = re.compile(r"(?:喜欢|最爱|爱做|想做|想接|愿意做|愿意接|likes? )\s*(.+)", re.IGNORECASE)
_AND = re.compile(r"[\s和跟/]+|\band\b")
_WORK = re.compile(r"[^\W\d_][\w&+.-]{0,15}")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said about work; `off` and `on` are weekdays, Monday being 0. `is_plain` tells
    that it was nothing but names, which may as well be talk.
    """

    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    off: frozenset[int] = frozenset()
    on: frozenset[int] = frozenset()
    capacity: int | None = None
    is_plain: bool = False


def read_levels(words: list[str]) -> list[tuple[str, int | None]] | None:
    """Skills with their levels, None for a skill without one: «文案3 数据1»; None for talk."""
    found: list[tuple[str, int | None]] = []
    for word in filter(None, _SPLIT.split(" ".join(words).lower())):
        levelled, digit = _LEVELLED.fullmatch(word), _DIGIT.fullmatch(word)
        if levelled is not None:
            found.append((levelled[1], int(levelled[2])))
        elif digit is not None and found and found[-1][1] is None:
            found[-1] = (found[-1][0], int(digit[1]))
        elif _PLAIN.fullmatch(word):
            found.append((word, None))
        else:
            return None
    return found or None


def read_removal(words: list[str]) -> str | None:
    """What is to be taken out: «删 文案»."""
    match = _REMOVING.fullmatch(" ".join(words).lower())
    return match[1].strip() if match else None


def is_talk(name: str) -> bool:
    """Whether a word behind 技能 or 偏好 rather goes on with a sentence."""
    return _TALK.match(name) is not None or (len(name) > 6 and not name.isascii())


def read_needs(text: str, known: frozenset[str]) -> tuple[tuple[tuple[str, int], ...], str]:
    """The skills a task asks for, «需要 文案2 数据1», and the text without them.

    A skill without a level counts as level 1 where somebody is known to have it.
    """
    mark = _NEED.search(text)
    if mark is None:
        return (), text
    needs: dict[str, int] = {}
    end = mark.end()
    while True:
        match = _NEEDED.match(text, end)
        if match is not None:
            needs[match[1].lower()] = int(match[2])
        else:
            match = _NEEDED_PLAIN.match(text, end)
            if match is None or match[1].lower() not in known:
                break
            needs[match[1].lower()] = 1
        end = match.end()
    if not needs:
        return (), text
    return tuple(needs.items()), f"{text[: mark.start()]} {text[end:]}".strip(" ,、;")


def read_wishes(text: str) -> Said | None:
    """What a line says about liked and unwanted work, days off and how much; None for talk."""
    likes: list[str] = []
    dislikes: list[str] = []
    off: set[int] = set()
    on: set[int] = set()
    days: set[int] = set()
    capacity, is_plain = None, True
    for clause in filter(None, (part.strip() for part in re.split(r"[,、;。\n]+", text.lower()))):
        most = _MOST.fullmatch(clause)
        named = _weekdays(clause)
        if most is not None:
            capacity, is_plain = _figure(most[1]), False
        elif named is not None:
            days |= named[0]
            target = {"off": off, "on": on}.get(named[1])
            if target is not None:
                target |= days
                days, is_plain = set(), False
        elif (match := _DISLIKED.fullmatch(clause)) is not None:
            works, is_plain = _works(match[1]), False
            if works is None:
                return None
            dislikes += works
        else:
            match = _LIKED.fullmatch(clause)
            works = _works(match[1] if match else clause)
            if works is None:
                return None
            is_plain = is_plain and match is None
            likes += works
    if days or not (likes or dislikes or off or on or capacity is not None):
        return None
    return Said(tuple(likes), tuple(dislikes), frozenset(off), frozenset(on), capacity, is_plain)


def _figure(written: str) -> int:
    return int(written) if written.isdecimal() else _FIGURES[written]


def _weekdays(clause: str) -> tuple[set[int], str] | None:
    """The weekdays a clause is about and whether they are «off», «on» or not said; else None."""
    english = _ENGLISH_DAYS.fullmatch(clause)
    if english is not None:
        is_weekend = english[1].startswith("weekend")
        days = _WEEKEND if is_weekend else {_ENGLISH_WEEKDAYS.index(english[1][:3])}
        return set(days), "on" if english[2] == " ok" else "off"
    found: set[int] = set()
    end = 0
    for match in _WEEKDAYS.finditer(clause.replace("和", "")):
        is_weekend = match[0].startswith(("周末", "双休"))
        found |= _WEEKEND if is_weekend else {_WEEKDAY[s] for s in match[0] if s in _WEEKDAY}
        end = match.end()
    rest = _WEEKDAYS.sub("", clause.replace("和", "")).strip()
    if not end:
        return None
    if not rest:
        return found, ""
    if _OFF.fullmatch(rest):
        return found, "off"
    return (found, "on") if _ON.fullmatch(rest) else None


def _works(text: str) -> list[str] | None:
    """Names of kinds of work; None where they are a sentence."""
    works = [word for word in _AND.split(text.strip()) if word]
    is_named = all(_WORK.fullmatch(w) and (w.isascii() or len(w) <= 8) for w in works)
    return works if works and is_named else None
