"""Which words about dates in a text belong together, and which of them say when it is due."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.language.dates_patterns import scan
from bot.language.dates_words import Atom, DayWords, Part, Time, Vague

# What is said about one date is shorter than this; more of it is noise or an attack.
_LONGEST = 64
_MOST = 12

_GAP = re.compile(
    r"(?P<to>[\s,]*(?:起|开始)?[\s,]*(?:一?直?到|至|-{1,2}|~{1,2}|—{1,2}|–|to|until|till|through"
    r"|thru)\s*)"
    r"|(?P<either>[\s,]*(?:或者?(?:是|说)?|还是|要么|or|/|\|)\s*)"
    r"|(?P<both>\s*(?:和|与|及|跟|、|and|&)\s*)"
    r"|(?P<since>\s*(?:起|开始|算起)[\s,]*的?)"
    r"|(?P<from>[\s,(]*(?:从|自|由|from|starting(?: from)?|since)\s*)"
    r"|(?P<glue>[\s,;。·()\[\]【】「」:@|\"'”“]*(?:的|在|于|当天|那天|这天|当晚|on|at|of|the"
    r"|by|before|in the|最迟|最晚|就)?[\s,(:]*)"
)
_BEFORE = re.compile(
    r"(?P<deadline>最迟|最晚|截止(?:时间|日期)?|截至|不晚于|不迟于|赶在|限|(?<![a-z])(?:ddl"
    r"|deadline|due(?: date)?|by|before"
    r"|no later than|until|till))(?:是|为|到|在|is|on|the|[\s:,(])*$"
    r"|(?P<approximate>大概|大约|差不多|可能|也许|估计|大致|(?<![a-z])(?:around|about|maybe"
    r"|roughly|probably))(?:是|在|要|[\s:])*$"
    r"|(?P<changed>(?:改|推|延|挪|换|调|提前|推迟|延期|延后|顺延|延迟|调整)(?:到|至|成|为|在"
    r"|[\s:])+|(?:不对|错了|算了|应该是|actually|sorry)[\s,.:…哦是]*)$"
    r"|(?P<not>不是|并非|(?<![a-z])not)\s*$"
    r"|(?P<from>从|自|(?<![a-z])(?:from|starting|since))\s*$"
    r"|(?P<until>(?:直到|到|至|(?<![a-z])(?:until|till)))\s*$"
    r"|(?P<in>(?:定|约|放|安排)?在|请?于|时间是?|(?<![a-z])(?:on|at))[\s:]*$"
)
_AFTER = re.compile(
    r"[\s)]*(?:的?(?P<eve>前一天|提前一天)|的(?P<next>第二天|后一天|次日)|(?P<unsure>"
    r"的?提?前[0-9一二两三四五六七八九十几半]+\s?个?半?(?:天|周|星期|月|小时|钟头|分钟|刻))"
    r"|(?P<deadline>之前|以前|(?<!\s)前(?![面台端辈任提期后往来去进半一二两三四五六七八九十几0-9])|截止|截稿|截单|"
    r"(?:为|而)?(?<!\s)止(?!痛)|之内|以内|(?<!\s)内(?!容|部)|before)"
    r"|(?P<since>(?<!\s)起|开始)|(?P<later>之后|以后|(?<!\s)后(?![天年续期来面台勤者备卫]))"
    r"|(?P<approximate>左右|(?<!\s)前后|(?<!\s)上下(?!班|架)|or so))"
)
_VERBS = (
    "交|给|发|完成|开|要|之?前|以前|提交|截|上线|哈|吧|哦|啊|呀|行|可以|见|去|我|你|他|吗|当天|那天"
    "|就|再|出|收|晚|早|也|都|的?时候"
)
_BRACKETS = frozenset({"()", "[]", "【】"})
_BOUND_AFTER = re.compile(rf"\s|$|[^\w]|{_VERBS}")
_BOUND_BEFORE = re.compile(r"(?:^|[^\w]|在|定|约|于|到|是|改|就|从|时间|日期|截止|下午|_)$")


@dataclass(slots=True)
class Cluster:
    """Words that stand together: the points they name, joined by `joins`."""

    start: int
    end: int
    points: list[list[Atom]] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    since: int | None = None
    marks: set[str] = field(default_factory=set)

    @property
    def atoms(self) -> list[Atom]:
        """All words of the cluster."""
        return [atom for point in self.points for atom in point]

    @property
    def has_day(self) -> bool:
        """Whether more was said than a time of the day."""
        return any(not isinstance(atom.what, Part | Time | Vague) for atom in self.atoms)

    @property
    def has_time(self) -> bool:
        """Whether a time was said."""
        return any(isinstance(atom.what, Time) for atom in self.atoms)


def choose(text: str) -> tuple[list[Cluster], str]:
    """The clusters of a spelled text that say when it is due, and why one must ask, "" if sure."""
    clusters = _gather(text, scan(text, 0, len(text)))
    for cluster in clusters:
        _extend(text, cluster)
    return _choose(text, _last_word(clusters))


def _gather(text: str, atoms: list[Atom]) -> list[Cluster]:
    clusters: list[Cluster] = []
    for atom in atoms:
        cluster = clusters[-1] if clusters else None
        gap = None
        if cluster is not None and atom.end - cluster.start <= _LONGEST:
            gap = _GAP.fullmatch(text, cluster.end, atom.start)
        if cluster is None or gap is None:
            if len(clusters) == _MOST:
                break
            cluster = Cluster(atom.start, atom.end, [[]])
            clusters.append(cluster)
        else:
            _join(cluster, gap, atom)
        cluster.points[-1].append(atom)
        cluster.end = atom.end
    return clusters


def _join(cluster: Cluster, gap: re.Match[str], atom: Atom) -> None:
    """Begin another point of the cluster where the words between two atoms say so."""
    kind = gap.lastgroup or "glue"
    last = cluster.points[-1][-1].what
    if kind == "glue" and _are_weekdays(last, atom.what):
        kind = "both"
    dash = gap[0].strip() in ("-", "--", "—", "——", "–")
    if kind == "to" and dash and isinstance(last, DayWords) and isinstance(atom.what, Part | Time):
        kind = "glue"
    if (
        kind == "either"
        and isinstance(last, DayWords)
        and isinstance(atom.what, Part | Time)
        and "/" in gap[0]
    ):
        kind = "glue"
    if kind in ("to", "either", "both"):
        cluster.points.append([])
        cluster.joins.append(kind)
    elif kind == "since":
        cluster.since = len(cluster.points) - 1
        cluster.points.append([])
        cluster.joins.append("since")
    elif kind == "from":
        cluster.points.append([])
        cluster.joins.append("from")
        cluster.since = len(cluster.points) - 1


def _are_weekdays(*words: object) -> bool:
    return all(isinstance(each, DayWords) and each.weekday is not None for each in words)


def _extend(text: str, cluster: Cluster) -> None:
    """Take in the words around a cluster that belong to its date."""
    while (before := _BEFORE.search(text, max(0, cluster.start - 16), cluster.start)) is not None:
        kind = before.lastgroup or ""
        if kind in cluster.marks:
            break
        cluster.marks.add(kind)
        if kind in ("changed", "not"):
            break
        cluster.start = before.start()
    while (after := _AFTER.match(text, cluster.end)) is not None:
        kind = after.lastgroup or ""
        if kind in cluster.marks and kind != "deadline":
            break
        cluster.marks.add(kind)
        if after.end() == cluster.end:
            break
        cluster.end = after.end()
        if kind in ("later", "since"):
            break
    if "since" in cluster.marks and cluster.since is None:
        cluster.since = len(cluster.points) - 1
    around = text[max(0, cluster.start - 1) : cluster.start] + text[cluster.end : cluster.end + 1]
    if around in _BRACKETS:
        cluster.start, cluster.end = cluster.start - 1, cluster.end + 1


def _last_word(clusters: list[Cluster]) -> list[Cluster]:
    """Without what was taken back: 周三的会改到周四, 不是周二是周一."""
    kept: list[Cluster] = []
    for cluster in clusters:
        if "changed" in cluster.marks:
            kept = []
        elif kept and "not" in kept[-1].marks:
            kept.pop()
        kept.append(cluster)
    return kept


def _choose(text: str, clusters: list[Cluster]) -> tuple[list[Cluster], str]:
    """The clusters that say when it is due, and why one must ask about that."""
    for cluster in clusters:
        _drop_names(cluster)
    strong = [each for each in clusters if _is_strong(text, each)]
    if not strong:
        vague = [each for each in clusters if _is_vague(text, each)]
        return vague[:1], "vague" if vague else ""
    if len(strong) == 1:
        return strong, ""
    days = [each for each in strong if each.has_day]
    times = [each for each in strong if not each.has_day]
    if len(days) == 1 and len(times) == 1 and not days[0].has_time:
        return strong, ""
    if not days:
        return strong[:1], "ambiguous"
    ends = [each for each in days if "deadline" in each.marks]
    return [ends[0] if len(ends) == 1 else days[-1]], "ambiguous"


def _drop_names(cluster: Cluster) -> None:
    """618周五前: beside a date the name of a festival is only the name of something."""
    words = [atom.what for atom in cluster.atoms if isinstance(atom.what, DayWords)]
    if any(each.weak == "name" for each in words) and any(each.weak != "name" for each in words):
        cluster.points = [
            [atom for atom in point if not _is_name(atom)] for point in cluster.points
        ]
        first = cluster.atoms[0]
        cluster.start = max(cluster.start, first.start) if not cluster.marks else cluster.start


def _is_name(atom: Atom) -> bool:
    return isinstance(atom.what, DayWords) and atom.what.weak == "name"


def _is_strong(text: str, cluster: Cluster) -> bool:
    words = [atom.what for atom in cluster.atoms if not isinstance(atom.what, Vague)]
    if not words:
        return False
    if all(isinstance(each, Time) and each.form == "dotted" for each in words):
        return False
    if cluster.marks & {"deadline", "until", "eve"} or len(words) > 1:
        return True
    word = words[0]
    if not isinstance(word, DayWords) or not word.weak:
        return True
    return _is_bounded(text, cluster)


def _is_vague(text: str, cluster: Cluster) -> bool:
    words = [atom.what for atom in cluster.atoms if isinstance(atom.what, Vague)]
    return bool(words) and (not all(each.weak for each in words) or _is_bounded(text, cluster))


def _is_bounded(text: str, cluster: Cluster) -> bool:
    """Whether words stand alone, so that they are no part of another word or number."""
    return (
        _BOUND_AFTER.match(text, cluster.end) is not None
        and _BOUND_BEFORE.search(text, max(0, cluster.start - 8), cluster.start) is not None
    )
