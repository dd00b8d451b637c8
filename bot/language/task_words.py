"""The words with which a team says the parts of a task: labels, urgency, what it waits for.

All patterns are for spelled text (`bot.language.dates_words.spell`): lower case, plain signs.
"""

from __future__ import annotations

import re

# What a name of a person cannot hold; an emoji or a dot it can.
NAME = r"[^\s\x00@,、;:。!?()\[\]【】<>《》\"'“”‘’/+&|#~…，]"
RECORDS = r"#?t[0-9]{1,9}(?:[ \t]?(?:[,、和与&]|and)[ \t]?#?t[0-9]{1,9})*(?![0-9a-z])"
RECORD = re.compile(r"t([0-9]{1,9})")

# Labels by what they name; with a colon they may stand glued to the word before where no other
# word ends like them.
_LABELS = (
    ("acceptor", "验收人|验收者|审核人|把关人|acceptor|reviewer|approver"),
    ("criteria", "验收标准|验收要求|质量要求|质量标准|要求|标准|acceptance criteria|acceptance"
     "|accepted|accept|criteria|quality|requirements?"),
    ("items", "子项|子任务|检查项|清单|步骤|checklist|items|subtasks?|steps"),
    ("detail", "说明|备注|详情|描述|补充|注意|details?|notes?|description|desc"),
    ("customer", "客户|顾客|customer|client"),
    ("stage", "阶段|stage"),
    ("people", "负责人?|执行人?|责任人|经办人|指派给?|分配给|派给|交给|assignees?|assigned to"
     "|assign to|owners?|assign"),
    ("tags", "标签|tags?|labels?"),
    ("priority", "优先级|紧急程度|priority|prio"),
    ("after", "依赖|前置任务|前置|depends? on|depends|blocked by"),
    ("title", "标题|任务名称?|任务内容|任务|内容|事项|title|task"),
    ("when", "截止时间|截止日期|截止|时间|日期|期限|ddl|deadline"
     "|due date|due"),
)  # fmt: skip
LABEL = re.compile(
    r"(?:(?<![\w#@])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS)
    + r")|(?P<glued>验收|子项|备注|验收人))[ \t]*:[ \t]*"
)
GLUED = {"验收": "criteria", "子项": "items", "备注": "detail", "验收人": "acceptor"}

_URGENT = "十万火急|非常紧急|特急|加急|紧急|很急|急急急?|p0|urgent"
_HIGH = "急|重要|高优先级?|优先级?高|优先|p1|asap|important|high priority"
_NORMAL = "p2|普通优先级?"
_LOW = (
    "不着?急|低优先级?|优先级?低|(?:等?有空|空了)(?:的?时候|时|再|就)?(?:做|弄|搞)?|p3|low priority"
    "|no rush|not urgent"
)
_EDGE = r"(?![\w])"
PRIORITY = re.compile(
    rf"[【\[(]?(?<!\w)(?:(?P<low>{_LOW})|(?P<urgent>{_URGENT})|(?P<high>{_HIGH})"
    rf"|(?P<normal>{_NORMAL})){_EDGE}[】\])]?"
    r"|(?P<loud>!{3,})|(?:(?<=\s)|^)(?P<mark>!{1,2})(?=\s|$)"
)
LEVELS = {"urgent": 2, "loud": 2, "high": 1, "mark": 1, "normal": 0, "low": -1}
NAMED_LEVELS = {
    "紧急": 2, "特急": 2, "最高": 2, "急": 2, "urgent": 2, "highest": 2, "p0": 2, "高": 1,
    "重要": 1, "high": 1, "p1": 1, "中": 0, "普通": 0, "一般": 0, "normal": 0, "medium": 0, "p2": 0,
    "低": -1, "low": -1, "p3": -1,
}  # fmt: skip

AFTER = re.compile(
    rf"(?:(?<!\w)(?:依赖于?|前置)|(?<![有相])(?:先等|要等|需等|等到?|待)|(?<![a-z])"
    rf"(?:after|depends on|depend on|wait for|waits for|blocked by))[ \t]?(?P<named>{RECORDS})"
    r"(?:[ \t]?(?:(?:完成|做完|弄完|结束|搞定)(?:了|之后|以后|后)?|之后|以后|后|好了)再?)?(?!的)"
    rf"|在?(?P<first>{RECORDS})[ \t]?(?:(?:完成|做完|弄完|结束|搞定)?(?:之后|以后|后)"
    r"(?!面|续|台)(?:再|才)?|(?:完成|做完|弄完|结束|搞定)了?再)"
)
NEEDS = re.compile(
    r"(?<!\w)(?:需要|要求技能|技能|needs?|skills?)[ \t]*:?[ \t]*"
    r"(?P<list>(?:[^\W\d_]{1,12}[ \t]?[1-9]级?(?![\w.:%])(?:[ \t]*[,、和][ \t]*|[ \t]+)?){1,8})"
)
NEED = re.compile(r"([^\W\d_]{1,12})[ \t]?([1-9])")
# A record (#T31) and a short number are no tags.
TAG = re.compile(
    r"(?<![a-z0-9&/])#(?!(?:[a-z]{1,2}[0-9]{1,9}(?:-[0-9]+)?|[0-9]{1,2})(?!\w)|接龙|group note)"
    r"(?P<tag>[\w%·-]{1,24})#?"
)
_PEOPLE_TITLE = "姐|哥|总|姨|叔|嫂|妈|女士|先生|小姐|太太|老师|阿姨|老板|经理|店长|宝妈"
CUSTOMER = re.compile(rf"(?<!\w)客户[ \t]?(?P<name>[^\W\d_]{{1,3}}?(?:{_PEOPLE_TITLE}))(?!\w)")
CUSTOMER_INSIDE = re.compile(rf"客户(?P<name>[^\W\d_的是和]{{1,2}}(?:{_PEOPLE_TITLE}))")

# Where the value of a label ends before its line does.
STOP = re.compile(
    r"(?<![ \t])[ \t]+(?=(?:(?:指派给|分配给|派给|交给|由|请|让|给|叫)[ \t]?)?@|#\w|!{1,3}(?:\s|$)"
    rf"|(?:{_URGENT}|{_HIGH}|{_LOW}|p[0-3])(?!\w)"
    rf"|(?:等|依赖|待|after )[ \t]?#?t[0-9]|#?t[0-9]{{1,9}}[ \t]?(?:之后|以后|后)"
    r"|(?:需要|needs?)[ \t]*:?[ \t]*[^\W\d_]{1,12}[ \t]?[1-9]级?(?![\w.:%])|验收人|acceptor)|\n"
)

FILLER = re.compile(
    r"(?:麻烦(?:你们?|一下|大家)?(?!的|了|事)|请(?![柬假示教帖客求款战愿帮])|请帮忙|帮忙|请?帮我|记得|辛苦(?!费|的|了)"
    r"|please\b|pls\b|plz\b)[ \t,，:：]*",
    re.IGNORECASE,
)
# Words that only carry the date: 周五前交.
HAND_IN = re.compile(
    r"(?:前|之前|以前)?(?:交给我|交稿|提交|上交|给我|发我|交|给|发|要|完成|做完|弄完|搞定|出)"
    r"(?=\s*(?:$|[,，。;；!！\n]))"
)
EMPTY_BRACKETS = re.compile(r"[(（\[【][\s,，]*[)）\]】]")
# What a title neither begins nor ends with.
EDGES = " \t\r\n\u2005\u3000,，。.;；:：、!！~～-—|/·…>→"
LIST_SIGNS = re.compile(r"[、;；]")
WEAK_LIST_SIGNS = re.compile(r"[,，]")
ITEM_MARK = re.compile(
    r"\s*(?:[-*•·▪□☐◻☑✅]|\[[ xX✓]?\]|[①-⑳]|[(（]?[0-9]{1,2}[)）、.．](?![0-9]))\s*"
)
