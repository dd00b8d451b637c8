"""`python -m bot init`: five questions, and a `config.toml` that only its owner can read."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import typer
from pydantic import SecretStr, ValidationError

from bot.app import catalog
from bot.config import Settings, TelegramSection, load
from bot.mistakes import Mistake

EXAMPLE = "config.example.toml"
# Wrong tokens until the question is left open.
TRIES = 3
# Signs of an answer from which on it may be a token.
SHORT = 30
# Error lines may be kept somewhere.
_HIDDEN = "(the token you gave)"


def set_up(file: Path) -> None:
    """Ask, test the token live, and write the file; comments and other keys stay as they are.

    Raises Mistake, with nothing written, where the file cannot be used or cannot be edited.
    """
    # Where there is no file, the example is the one to edit.
    settings = load(file) if file.exists() else Settings.model_construct()
    text = file.read_text(encoding="utf-8-sig") if file.exists() else example()
    old = tomllib.loads(text)
    typer.echo("小队长: five questions; Enter keeps what stands in brackets.")
    answers = {
        ("bot", "language"): _ask("1/5 Language of new teams, zh-CN or en", old, "bot.language"),
        ("bot", "timezone"): _ask("2/5 Their time zone", old, "bot.timezone"),
        ("telegram", "token"): _token(old, settings.telegram),
        ("wechat", "endpoint"): _ask(
            "4/5 WeChat: host:port of a Wechaty gateway, empty for none", old, "wechat.endpoint"
        ),
    }
    if answers["wechat", "endpoint"]:
        known = _old(old, "wechat.token")
        given = typer.prompt("4/5 The gateway's token", default=known, show_default=False)
        answers["wechat", "token"] = str(given).strip()
    answers["database", "url"] = _ask("5/5 Where everything is kept", old, "database.url")
    _write(file, _edited(file, text, answers))
    typer.echo(f"✓ {file} is written; only you can read it. Next: python -m bot doctor")


def example() -> str:
    """The example with all keys and their comments, as it ships with the program."""
    for folder in (Path(__file__).parents[1], Path(sys.prefix) / "share" / "duizhang"):
        if (folder / EXAMPLE).exists():
            return (folder / EXAMPLE).read_text(encoding="utf-8")
    raise Mistake(f"{EXAMPLE} is missing from this installation")


def with_value(text: str, section: str, key: str, value: str) -> str:
    """The file with one key set; its comment stays, and what is missing is added."""
    quoted = _quoted(value)
    head = re.search(rf"(?m)^[ \t]*\[[ \t]*{re.escape(section)}[ \t]*\][^\n]*(?:\n|\Z)", text)
    if head is None:
        return f"{text.rstrip()}\n\n[{section}]\n{key} = {quoted}\n"
    following = re.search(r"(?m)^[ \t]*\[", text[head.end() :])
    end = head.end() + following.start() if following else len(text)
    body = text[head.end() : end]
    line = re.compile(
        rf"(?m)^([ \t]*{re.escape(key)}[ \t]*=[ \t]*)"
        r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#]+)"""
    )
    if line.search(body) is None:
        body = f"{key} = {quoted}\n{body}"
    else:
        body = line.sub(lambda found: found[1] + quoted, body, count=1)
    return f"{text[: head.end()].rstrip()}\n{body}{text[end:]}"


def _quoted(value: str) -> str:
    """A TOML string: that of JSON, but for one sign that JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _edited(file: Path, text: str, answers: dict[tuple[str, str], str]) -> str:
    """The text with all answers in it and nothing else changed; raises Mistake where our editing,
    which knows lines and not all of TOML, does not come to that.
    """
    wanted = tomllib.loads(text)
    changed = {
        (section, key): value
        for (section, key), value in answers.items()
        if _section(wanted, section).get(key) != value
    }
    for (section, key), value in changed.items():
        wanted[section] = _section(wanted, section) | {key: value}
        text = with_value(text, section, key, value)
    try:
        is_right = tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        is_right = False
    if is_right:
        return text
    by_hand = "; ".join(
        f"{section}.{key} = {_quoted(value) if key != 'token' or not value else _HIDDEN}"
        for (section, key), value in changed.items()
    )
    raise Mistake(
        f"{file}: written in a way that init cannot edit; nothing is changed."
        f" Put in by hand: {by_hand}"
    )


def _ask(question: str, old: dict[str, Any], key: str) -> str:
    """An answer that the settings take; a wrong one is explained and asked again."""
    section, name = key.split(".")
    known = _old(old, key) or _default(section, name)
    while True:
        given = typer.prompt(question, default=known, show_default=bool(known), type=str)
        answer = str(given).strip()
        why = _refused(section, name, answer)
        if why is None:
            return answer
        # A token may be pasted one question too early or too late.
        shown = repr(answer) if section == "bot" and len(answer) < SHORT else "this"
        typer.echo(f"    {shown} cannot be used: {why}")


def _section(values: dict[str, Any], name: str) -> dict[str, Any]:
    """A section of a file; empty where the file has none or something else of that name."""
    found = values.get(name)
    return found if isinstance(found, dict) else {}


def _old(old: dict[str, Any], key: str) -> str:
    section, name = key.split(".")
    found = _section(old, section).get(name)
    return str(found) if isinstance(found, str) else ""


def _default(section: str, name: str) -> str:
    return str(getattr(getattr(Settings.model_construct(), section), name))


def _refused(section: str, name: str, answer: str) -> str | None:
    try:
        # The section alone: in the settings the environment would win over the answer.
        type(getattr(Settings.model_construct(), section)).model_validate({name: answer})
    except ValidationError as error:
        first = error.errors()[0]
        allowed = first.get("ctx", {}).get("expected") or first["msg"]
        return str(allowed).removeprefix("Value error, ")
    return None


def _token(old: dict[str, Any], section: TelegramSection) -> str:
    """A token that Telegram accepts, or none for now."""
    known = _old(old, "telegram.token")
    hint = "Enter keeps the one there is" if known else "empty for none"
    for _ in range(TRIES):
        token = str(
            typer.prompt(
                f"3/5 Telegram: the token from @BotFather ({hint})",
                default=known,
                show_default=False,
            )
        ).strip()
        if not token:
            return ""
        found = _tested(section.model_copy(update={"token": SecretStr(token)}))
        if found is None or typer.confirm("    Keep it anyway?", default=False):
            return token
    typer.echo("    Telegram is left out for now; run init again when you have the token.")
    return ""


def _tested(section: TelegramSection) -> str | None:
    """Ask Telegram about the token and say what it said; None where it works."""
    from bot.platforms.telegram import Unusable, probe

    try:
        name = asyncio.run(probe(section))
    except Unusable as problem:
        words = catalog().text(problem.what, "en")
        typer.echo(f"    ✗ {words}")
        return words
    typer.echo(f"    ✓ This is @{name}")
    return None


def _write(file: Path, text: str) -> None:
    """Write the file in one step, readable for its owner alone; a link to it stays one."""
    file = file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        os.fchmod(out.fileno(), 0o600)
        out.write(text)
    Path(name).replace(file)
