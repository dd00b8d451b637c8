"""Invitations as the programs for online meetings write them, and people paste them into a chat.

Tencent Meeting and VooV, Feishu and Lark, DingTalk, Zoom, Teams and Google Meet; in Chinese and
English, on many lines or on one, with dial-in numbers and other noise around.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from bot.language.invitation_times import Span, read_span
from bot.language.meeting_codes import CODE, LINK, PASSCODE

_LABELS = (
    r"会议主题|会议名称|会议议题|主题|topic|subject|会议时间|开始时间|时间|time|when|会议地点|地点"
    r"|重复周期|会议\s*id|会议号码?|meeting\s*(?:id|number|link|url)|meeting link"
    r"|入会(?:链接|密码|号)|会议(?:链接|密码)|密码|passcode|password|join|加入|点击链接|点击入会"
    r"|#?腾讯会议|#?voov|手机一键|复制该信息|发起人|主持人|组织者|host|organizer|备注|描述"
)
_ENDS = re.compile(rf"\s+(?:{_LABELS})\s*[:,]|\s+https?://|\s+#|\n", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:^|\n|\s)(?:会议主题|会议名称|会议议题|主题|topic|subject)\s*:[ \t]*(?=\S)", re.IGNORECASE
)
_TIME = re.compile(
    r"(?:^|\n|\s)(?:会议时间|开始时间|时间|重复周期|time|when)\s*:[ \t]*(?=\S)", re.IGNORECASE
)
_HOST = re.compile(
    r"(?:^|\n)\s*(?P<host>[^\n,。:]{1,30}?)\s*(?:邀请(?:您|你)(?:加入|参加)|is inviting you"
    r"|(?:has )?invite[sd] you)",
    re.IGNORECASE,
)
# As much of the text as a date with its zone and its repetition takes.
_TIME_LINE = 160
_IN_LINK = re.compile(r"/(?:j|s|w)/([0-9]{9,11})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation: what for, when (aware, in the zone that it names), and the way in.

    `host` is who invites, as the text names them. `span` is None where no time was written.
    """

    title: str
    span: Span | None
    link: str = ""
    code: str = ""
    passcode: str = ""
    host: str = ""

    @property
    def is_written(self) -> bool:
        """Whether a program wrote it, and not a person by hand."""
        return bool(self.host or (self.title and self.span is not None))


def read_invitation(text: str, now: dt.datetime) -> Invitation | None:
    """The invitation in a text, None where there is no way into a meeting in it; `now` is on the
    clock of the team, whose zone holds where the text names none.
    """
    text = unicodedata.normalize("NFKC", text).replace("\r", "")
    link = LINK.search(text)
    code = CODE.search(text)
    if link is None and code is None:
        return None
    address = link[0].rstrip(".,") if link is not None else ""
    number = " ".join(code["code"].split()) if code is not None else _number_in(address)
    passcode = PASSCODE.search(text)
    host = _HOST.search(text)
    return Invitation(
        _title(text),
        _span(text, now),
        address,
        number,
        passcode["passcode"] if passcode is not None else "",
        host["host"].strip() if host is not None else "",
    )


def _number_in(link: str) -> str:
    found = _IN_LINK.search(link)
    if found is None:
        return ""
    number = found[1]
    return f"{number[:3]} {number[3:-4]} {number[-4:]}" if len(number) > 9 else number


def _title(text: str) -> str:
    match = _TITLE.search(text)
    if match is None:
        return ""
    rest = text[match.end() :]
    end = _ENDS.search(rest)
    title = rest[: end.start()] if end is not None else rest
    return " ".join(title.split())


def _span(text: str, now: dt.datetime) -> Span | None:
    match = _TIME.search(text)
    if match is not None:
        found = read_span(text[match.end() : match.end() + _TIME_LINE], now)
        if found is not None:
            return found
    return read_span(text, now)
