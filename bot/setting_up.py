"""`python -m bot init`: five questions, and a `config.toml` that only its owner can read."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import typer
from pydantic import ValidationError

from bot.app import catalog
from bot.config import Settings, TelegramSection
from bot.mistakes import Mistake

EXAMPLE = "config.example.toml"
# Wrong tokens until the question is left open.
TRIES = 3


def set_up(file: Path) -> None:
    """Ask, test the token live, and write the file; comments and other keys stay as they are."""
    text = file.read_text(encoding="utf-8-sig") if file.exists() else example()
    try:
        old = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Mistake(f"{file}: this is not TOML: {error}") from None
    typer.echo("小队长: five questions; Enter keeps what stands in brackets.")
    answers = {
        ("bot", "language"): _ask("1/5 Language of new teams, zh-CN or en", old, "bot.language"),
        ("bot", "timezone"): _ask("2/5 Their time zone", old, "bot.timezone"),
        ("telegram", "token"): _token(old),
        ("wechat", "endpoint"): _ask(
            "4/5 WeChat: host:port of a Wechaty gateway, empty for none", old, "wechat.endpoint"
        ),
        ("database", "url"): _ask("5/5 Where everything is kept", old, "database.url"),
    }
    if answers["wechat", "endpoint"]:
        answers["wechat", "token"] = typer.prompt(
            "    The gateway's token", default=_old(old, "wechat.token"), show_default=False
        )
    for (section, key), value in answers.items():
        text = with_value(text, section, key, value)
    _write(file, text)
    typer.echo(f"✓ {file} is written; only you can read it. Next: python -m bot doctor")


def example() -> str:
    """The example with all keys and their comments, as it ships with the program."""
    for folder in (Path(__file__).parents[1], Path(sys.prefix) / "share" / "duizhang"):
        if (folder / EXAMPLE).exists():
            return (folder / EXAMPLE).read_text(encoding="utf-8")
    raise Mistake(f"{EXAMPLE} is missing from this installation")


def with_value(text: str, section: str, key: str, value: str) -> str:
    """The file with one key set; its comment stays, and what is missing is added."""
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    head = re.search(rf"(?m)^\[{re.escape(section)}\][^\n]*\n", text)
    if head is None:
        return f"{text.rstrip()}\n\n[{section}]\n{key} = {quoted}\n"
    following = re.search(r"(?m)^\[", text[head.end() :])
    end = head.end() + following.start() if following else len(text)
    body = text[head.end() : end]
    line = re.compile(rf'(?m)^{re.escape(key)}\s*=\s*("(?:[^"\\\n]|\\.)*"|[^\s#]+)')
    if line.search(body) is None:
        body = f"{key} = {quoted}\n{body}"
    else:
        body = line.sub(lambda _: f"{key} = {quoted}", body, count=1)
    return text[: head.end()] + body + text[end:]


def _ask(question: str, old: dict[str, Any], key: str) -> str:
    """An answer that the settings take; a wrong one is explained and asked again."""
    section, name = key.split(".")
    while True:
        answer = str(typer.prompt(question, default=_old(old, key), type=str)).strip()
        why = _refused(section, name, answer)
        if why is None:
            return answer
        typer.echo(f"    {answer!r} cannot be used: {why}")


def _old(old: dict[str, Any], key: str) -> str:
    section, name = key.split(".")
    found = old.get(section, {}).get(name)
    return str(found) if isinstance(found, str) else ""


def _refused(section: str, name: str, answer: str) -> str | None:
    try:
        Settings.model_validate({section: {name: answer}})
    except ValidationError as error:
        first = error.errors()[0]
        allowed = first.get("ctx", {}).get("expected") or first["msg"]
        return str(allowed).removeprefix("Value error, ")
    return None


def _token(old: dict[str, Any]) -> str:
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
        section = TelegramSection(**(old.get("telegram", {}) | {"token": token}))
        found = _tested(section)
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
    """Write the file in one step, readable for its owner alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        os.fchmod(out.fileno(), 0o600)
        out.write(text)
    Path(name).replace(file)
