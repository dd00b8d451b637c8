"""The ways into online meetings as people write them: links, numbers, passcodes."""

from __future__ import annotations

import re

# Where the links of meetings lead; other pages of the same houses are no meetings.
LINK = re.compile(
    r"https?://(?:meeting\.tencent\.com|(?:[\w-]+\.)*voovmeeting\.com"
    r"|(?:[\w-]+\.)*zoom\.(?:us|com|com\.cn)(?=/(?:j|s|w|my|wc)/)"
    r"|(?:vc|meetings?)\.(?:feishu\.cn|larksuite\.com|larkoffice\.com)|meeting\.dingtalk\.com"
    r"|teams\.(?:microsoft|live)\.com|meet\.google\.com|(?:[\w-]+\.)*webex\.com)"
    r"/[^\s一-鿿<>\"'(),;，。；（）]+",
    re.IGNORECASE,
)
# Nine to eleven digits, in groups with one kind of space: 675-392-234, 850 1234 5678.
_DIGITS = r"[0-9]{3}(?P<gap>[ -]?)[0-9]{3,4}(?P=gap)[0-9]{3,4}"
NUMBER = re.compile(rf"(?<![0-9]){_DIGITS}(?![0-9])")
CODE = re.compile(
    r"#?(?:腾讯会议|飞书会议|钉钉会议|会议\s*(?:号码?|id)|入会号|meeting\s*(?:id|no\.?|number)"
    r"|zoom(?:\s*(?:会议|meeting))?(?:\s*(?:号|id))?|voov(?:\s*meeting)?(?:\s*id)?)"
    rf"\s*(?:号|id)?\s*[:：]?\s*(?P<code>{_DIGITS})(?![0-9])",
    re.IGNORECASE,
)
PASSCODE = re.compile(
    r"(?:(?:会议|入会)?密码|passcode|password|pwd)\s*[:：]\s*(?P<passcode>[A-Za-z0-9@*_-]{2,20})",
    re.IGNORECASE,
)
