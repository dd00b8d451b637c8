"""Headings and labels in minutes: 决议, 【行动】, Open:."""

from __future__ import annotations

import re

_SECTIONS = (
    (
        "done",
        r"已完成|已办|完成(?:的|了的|情况)|已做|上次(?:任务|行动|待办)(?:完成)?(?:情况)?|done"
        r"|completed|finished",
    ),
    (
        "decisions",
        r"决议|决定|决策|结论|定下来的(?:事)?|已定(?:事项)?|定了的?(?:事)?|敲定|定(?:了"
        r"|下)?[一二两三四五六七八九0-9]+[条件个点项]事?|共识"
        r"|达成(?:的)?(?:共识|一致)|通过(?:事项|的)?|确定(?:下来)?(?:的)?(?:事项?)?|议定"
        r"|decisions?|decided|agreed|resolutions?|resolved",
    ),
    (
        "actions",
        r"行动(?:项|计划|事项|点)?|待办|任务(?:分配|安排|分工)?|分工|(?:工作)?安排|下一步(?:工作"
        r"|计划|行动)?|下步|后续(?:动作|工作|安排|跟进|行动)?|跟进|要做的(?:事)?|谁(?:来?[做干办]|负责)(?:什么)?"
        r"|派活|责任分工|落实|to-?dos?(?: list)?|actions?|action (?:items?|points?|plan)"
        r"|next(?: steps?)?|tasks?|ais?|follow-?ups?|owners?",
    ),
    (
        "data",
        r"数据|业绩|战报|战绩|数字|成绩|现状|data|numbers|figures|metrics|stats|kpis?|results"
        r"|facts",
    ),
    (
        "open",
        r"未尽|遗留|待定|待议|待讨论|待解决|没定(?:的|下来的)?|没谈完(?:的)?|未决|未定|悬而未决"
        r"|下次(?:再)?(?:议|讨论|说|聊|谈|继续)|下次会?议题|没聊完(?:的)?|没结论(?:的)?|待确认"
        r"|(?:讨论)?未果|搁置|open(?: items?| points?| questions?| issues?| topics?)?|pending|tbd"
        r"|parking lot|unresolved|undecided|not decided|to be decided|left open|carry[- ]?over"
        r"|blocked|blockers?",
    ),
    (
        "nothing",
        r"参会(?:人员?|者)?|出席(?:人员?)?|缺席(?:人员?)?|请假(?:人员?)?|到会(?:人员?)?"
        r"|与会(?:人员?|者)?|主持(?:人)?|记录[人员]|会议?时间|会议?地点|日期|时间|地点|抄送"
        r"|attendees?|present|absent|host|chair|minutes by|note ?taker|date|time|venue|location",
    ),
    (
        "ideas",
        r"建议|提议|想法|脑暴|头脑风暴|意见|吐槽|花絮|彩蛋|闲聊|题外话|ideas?|suggestions?"
        r"|proposals?|brainstorm|fun",
    ),
    (
        "",
        r"(?:会议|周会|早会|晚会|例会|月会|今日|今天|本次|本周)?(?:纪要|记录|小结|总结|摘要)|周会"
        r"|早会|晚会|例会|月会|其[他它]|其余|备注|背景|回顾|讨论|议程|议题|今日议程|agenda|概况"
        r"|说明|补充|另外|正文|minutes|meeting (?:minutes|notes)|recap|notes?|misc|other|others"
        r"|summary|aob|discussion|review|ps",
    ),
)
_AROUND = (
    r"(?:[一二三四五六七八九十0-9]{1,2}[、.:]\s*)?(?:今[天日]的?|几[个件条项]"
    r"|[0-9一二两三四五六七八九]+[个件条项]|还有|目前|剩下|剩余|本次|本周|这周|这次|上周|上次"
    r"|下周|会议|会上|大会|我们的?|以下|以下是|需要|主要|具体|相关|the|our|this week'?s?"
    r"|meeting)*\s*"
)
_BEHIND = (
    r"(?:事项|清单|列表|部分|内容|情况|问题|项目?|的事?|如下|汇总|一览|回顾|小结|结果|了|是|\s"
    r"|[(]?[0-9]{1,2}[条项个]?[)]?)*"
)
_PATTERNS = [(name, re.compile(f"{_AROUND}(?:{words}){_BEHIND}")) for name, words in _SECTIONS]
_BRACKETED = re.compile(
    r"\s*(?:[【\[〖『「(]\s*(?P<name>[^】\]〗』」)\n]{1,16})\s*[】\]〗』」)]"
    r"|\*\*(?P<bold>[^*\n]{1,16})\*\*|#+\s*(?P<hash>[^#:\n]{1,16}?)\s*#*$)\s*:?\s*"
)
_LABEL = re.compile(r"(?P<name>[^:,。;!?\n]{1,24}?)\s*:(?![0-9]{2}(?![0-9]))\s*")
_HAN_LABEL = 16
_DECORATION = " \t*_#=~-—·•|:.、【】[]()<>《》"


def section_of(words: str) -> str | None:
    """The section that a heading opens, "" for one of no kind, None where it is no heading."""
    bare = re.sub(r"[^\w\s,.、:()'-]", "", words).strip(_DECORATION)
    if not bare or len(bare) > 24:
        return None
    return next((name for name, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def bracketed(plain: str, start: int, end: int) -> tuple[str, int] | None:
    """The words of a heading in brackets at the start of a row, and where what follows begins."""
    match = _BRACKETED.match(plain, start, end)
    if match is None:
        return None
    return (match["name"] or match["bold"] or match["hash"] or "").strip(), match.end()


def label(plain: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A label before a colon at the start of a clause: where it begins, ends, and what follows."""
    match = _LABEL.match(plain, start, end)
    if match is None or (len(match["name"]) > _HAN_LABEL and not match["name"].isascii()):
        return None
    return match.start("name"), match.end("name"), match.end()
