"""Fields anywhere in a line about a campaign or strategy: 负责 @阿芳, 目标 60000, 模板大促."""

from __future__ import annotations

import re
from collections.abc import Mapping

_VALUE = r"\s*[:：]?\s*(?P<value>[^\s,，;；]+)"
_PERSON = r"\s*[:：]?\s*(?P<value>[@＠]?[^\s@＠,，;；:：]+)"
_FLAGS = re.IGNORECASE
_START = r"(?:^|(?<=[\s,，;；])|(?<=[\d/]))"
FIELDS: Mapping[str, re.Pattern[str]] = {
    "template": re.compile(rf"{_START}(?:模[板版]|template){_VALUE}", _FLAGS),
    "target": re.compile(rf"{_START}(?:目标|target){_VALUE}", _FLAGS),
    "owner": re.compile(rf"{_START}(?:负责人?|owner){_PERSON}", _FLAGS),
    "products": re.compile(
        rf"{_START}(?:只算|产品|商品|products?)\s*[:：]?\s*"
        r"(?P<value>[^\s,，;；]+(?:[,，][^\s,，;；]+)*)",
        _FLAGS,
    ),
    "measure": re.compile(rf"{_START}(?:效果看|指标|看|measure){_VALUE}", _FLAGS),
}
# The same before its word: 大促模板, and who is only named.
_TURNED: Mapping[str, re.Pattern[str]] = {
    "template": re.compile(rf"{_START}(?P<value>[^\s,，;；@＠\d]{{1,20}})模[板版](?=\s|$)"),
    "owner": re.compile(r"[@＠](?P<value>[^\s@＠,，;；:：]+)(?:\s*负责)?"),
}
_SPLIT = re.compile(r"[,，、/]")


def take(line: str, field: str) -> tuple[str, str]:
    """The value of a field, empty where there is none, and the line without it."""
    for patterns in (FIELDS, _TURNED):
        pattern = patterns.get(field)
        match = pattern.search(line) if pattern is not None else None
        if match is not None:
            rest = f"{line[: match.start()]} {line[match.end() :]}"
            return match["value"].lstrip("@＠"), rest
    return "", line


def split_names(value: str) -> tuple[str, ...]:
    """The things that a value lists: 套盒、面膜."""
    return tuple(dict.fromkeys(part.strip() for part in _SPLIT.split(value) if part.strip()))
