"""Headings and labels in minutes (决议, 【行动】, Open:), and whether the meeting reached its goal."""

from __future__ import annotations

import re

from bot.language.minutes_words import GOAL

_SECTIONS = (
    (
        "decisions",
        r"决议|决定|决策|结论|定下来的(?:事)?|已定(?:事项)?|定了的?(?:事)?|敲定|共识|达成(?:的)?(?:共识|一致)|通过(?:事项|的)?|确定(?:下来)?(?:的)?(?:事项?)?|议定|decisions?|decided|agreed|resolutions?|resolved",
    ),
    (
        "actions",
        r"行动(?:项|计划|事项|点)?|待办|任务(?:分配|安排|分工)?|分工|(?:工作)?安排|下一步(?:工作|计划|行动)?|下步|后续(?:动作|工作|安排|跟进|行动)?|跟进|要做的(?:事)?|谁做什么|派活|责任分工|落实|to-?dos?(?: list)?|actions?|action (?:items?|points?|plan)|next steps?|tasks?|ais?|follow-?ups?|owners?",
    ),
    (
        "data",
        r"数据|业绩|战报|战绩|数字|成绩|现状|data|numbers|figures|metrics|stats|kpis?|results|facts",
    ),
    (
        "open",
        r"未尽|遗留|待定|待议|待讨论|待解决|没定(?:的|下来的)?|没谈完(?:的)?|未决|未定|悬而未决|下次(?:再)?(?:议|讨论|说|聊|谈|继续)|下次会?议题|没聊完(?:的)?|没结论(?:的)?|待确认|搁置|open(?: items?| points?| questions?| issues?| topics?)?|pending|tbd|parking lot|unresolved|undecided|not decided|to be decided|left open|carry[- ]?over",
    ),
    (
        "done",
        r"已完成|已办|完成(?:的|了的|情况)|已做|上次(?:任务|行动|待办)(?:完成)?(?:情况)?|done|completed|finished",
    ),
    (
        "nothing",
        r"参会(?:人员?|者)?|出席(?:人员?)?|缺席(?:人员?)?|请假(?:人员?)?|到会(?:人员?)?|与会(?:人员?|者)?|主持(?:人)?|记录(?:人|员)?|会议?时间|会议?地点|日期|时间|地点|抄送|attendees?|present|absent|host|chair|minutes by|note ?taker|date|time|venue|location",
    ),
    (
        "ideas",
        r"建议|提议|想法|脑暴|头脑风暴|意见|吐槽|花絮|彩蛋|闲聊|题外话|ideas?|suggestions?|proposals?|brainstorm|fun",
    ),
    (
        "",
        r"(?:会议|周会|早会|晚会|例会|月会|今日|今天|本次|本周)?(?:纪要|记录|小结|总结|摘要)|周会|早会|晚会|例会|月会|其[他它]|其余|备注|背景|回顾|讨论|议程|议题|今日议程|agenda|概况|说明|补充|另外|正文|minutes|meeting (?:minutes|notes)|recap|notes?|misc|other|others|summary|aob|discussion|review|ps",
    ),
)
_AROUND = r"(?:[一二三四五六七八九十0-9]{1,2}[、.:]\s*)?(?:今[天日]的?|几[个件条项]|[0-9一二两三四五六七八九]+[个件条项]|还有|目前|剩下|剩余|本次|本周|这周|这次|上周|上次|下周|会议|会上|大会|我们的?|以下|以下是|需要|主要|具体|相关|the|our|this week'?s?|meeting)*\s*"
_BEHIND = r"(?:事项|清单|列表|部分|内容|情况|问题|项目?|的事?|如下|汇总|一览|回顾|小结|结果|了|是|\s|[(]?[0-9]{1,2}[条项个]?[)]?)*"
_PATTERNS = [(name, re.compile(f"{_AROUND}(?:{words}){_BEHIND}")) for name, words in _SECTIONS]
_BRACKETED = re.compile(
    r"\s*(?:[【\[〖『「(]\s*(?P<name>[^】\]〗』」)\n]{1,16})\s*[】\]〗』」)]|\*\*(?P<bold>[^*\n]{1,16})\*\*|#+\s*(?P<hash>[^#:\n]{1,16}?)\s*#*$)\s*:?\s*"
)
_LABEL = re.compile(r"(?P<name>[^:,。;!?\n]{1,24}?)\s*:(?![0-9]{2}(?![0-9]))\s*")
_HAN_LABEL = 16
_DECORATION = " \t*_#=~-—·•|:.、【】[]()<>《》"


def section_of(words: str) -> str | None:
    """The section that a heading opens, "" for one without a kind, None where the words are no heading."""
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


_FIGURES = re.compile(r"[0-9]+\s?(?:万|元|单|w|k|%|盒|套|人|个)|[0-9]{3,}")
_OTHER_GOAL = re.compile(
    r"(?:本月|这个?月|上个?月|月度|月|下个?月|季度|年度|全年|今年|周|本周|上周|下周|日|今日|明日|个人|各自|销售|业绩|营收|团队|加粉|出单|我的|她的|他的|自己的?|每人的?|的?小)的?(?:销售|业绩|个人|团队|营收|出单)?(?:目标|goal|target)|sales goal|(?:monthly|weekly|personal|sales|quarterly|revenue) (?:goals?|targets?)"
)
_NO = re.compile(
    r"(?:没|未|不)(?:有)?(?:能|算|完全)?(?:达成|达到|完成|实现|达标|做到|成)|没成|否|没有$|未完|失败|落空|泡汤|差得远|(?<![a-z])(?:no|not(?: yet)?(?: (?:reached|met|achieved|accomplished|hit))?|missed|failed|unmet|none)(?![a-z])"
)
_NOT_FULLY = re.compile(
    r"(?:没|未|不|没有)(?:有)?(?:完全|全部|全|都)|not (?:fully|entirely|completely|all)"
)
_PARTLY = re.compile(
    r"部分|一半|半|基本|大部分|大半|差不多|勉强|大致|大体|多数|只(?:完成|达成|达到|实现)了?|差一点|[二三]分之[一二]|[1-9]0%|[三四五六七八]成|(?<![a-z])(?:partly|partial(?:ly)?|half|halfway|mostly|in part|some(?:what)?|almost|nearly)(?![a-z])"
)
_YES = re.compile(
    r"达成|达到|完成|实现|达标|做到|圆满|顺利|搞定|是的?|ok|✅|✔|☑|成了|全部|满|100%|(?<![a-z])(?:yes|reached|met|achieved|accomplished|done|hit|full(?:y)?)(?![a-z])"
)
_WHICH = {
    "1": "yes",
    "2": "partly",
    "3": "no",
    "①": "yes",
    "②": "partly",
    "③": "no",
    "是": "yes",
    "否": "no",
    "y": "yes",
    "n": "no",
}
_CHOICE = re.compile(
    r"(?:(?:会议|本次|这次|今天)?(?:的)?目标(?:达成)?(?:了?[吗没]|情况|与否|是否达成)?|goal(?: reached)?|达成情况|是否达成)?\s*[?:=]*\s*(?:选|是)?\s*(?P<which>[123①②③是否yn])\s*(?:[.。!,]|\s.*|$)"
)
_REACHED = re.compile(r"达成|达到|完成|实现|达标|reached|met|achieved|accomplished|hit")


def goal_said(words: str, names: bool) -> str | None:
    """What a clause says about the goal of the meeting: yes, partly, no, or None for nothing.

    `names` tells that members are named in it, whose own goals are not the meeting's.
    """
    match = GOAL.search(words)
    if match is None and re.search(r"达成情况|是否达成", words) is None:
        return None
    choice = _CHOICE.fullmatch(words.strip())
    if choice is not None:
        return _WHICH[choice["which"]]
    meeting = (
        re.search(
            r"会议?的?目[标的]|meeting|今天的目[标的]|本次目[标的]|这次(?:会|开会)?的?目[标的]|开会(?:的)?目[标的]",
            words,
        )
        is not None
    )
    if not meeting and (
        names or _OTHER_GOAL.search(words) is not None or _FIGURES.search(words) is not None
    ):
        return None
    return reach_said(
        words[match.end() :]
        if match and not re.search(r"达成|完成|实现|达到|reached|met", words[: match.start()])
        else words
    )


def reach_said(words: str) -> str | None:
    """How far something was reached: yes, partly, no, or None where it is not said."""
    if _NOT_FULLY.search(words) is not None:
        return "partly"
    no, partly = _NO.search(words), _PARTLY.search(words)
    yes = _YES.search(re.sub(_NO, "", words))
    if partly is not None and (yes is not None or no is None):
        return "partly"
    if no is not None:
        return "partly" if yes is not None and _REACHED.search(re.sub(_NO, "", words)) else "no"
    return "yes" if yes is not None else None
