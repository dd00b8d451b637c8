"""`python -m bot replay`: a dialog file through a bot of its own on a scratch database."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from bot.app import App, catalog
from bot.config import Settings
from bot.core.clock import Clock
from bot.core.i18n import find_language
from bot.core.ports import Host, Platform
from bot.platforms.dialog import Options, replay
from bot.platforms.dialog_file import read
from bot.platforms.dialog_record import Outcome
from bot.platforms.dialog_report import check_report, json_lines, transcript
from bot.platforms.dialog_steps import DialogError, Look


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for."""

    json: bool = False
    check: bool = False
    database: Path | None = None
    look: str = ""
    language: str = ""


def play(
    settings: Settings, file: Path, wanted: Wanted, fail: Callable[[str], NoReturn]
) -> tuple[str, bool]:
    """The text to print and whether an expectation failed."""
    language = find_language(wanted.language) if wanted.language else settings.bot.language
    if language is None:
        fail(f"--lang is {wanted.language!r}; allowed: zh-CN, en")
    if wanted.look and wanted.look not in list(Look):
        fail(f"--as is {wanted.look!r}; allowed: {', '.join(Look)}")
    try:
        script = read(file)
    except DialogError as error:
        fail(str(error))
    bot = settings.bot.model_copy(update={"language": language})
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="duizhang-"))
        database = wanted.database or Path(folder) / "replay.db"
        section = settings.database.model_copy(update={"url": f"sqlite:///{database}"})
        own = settings.model_copy(update={"bot": bot, "database": section})

        def host(clock: Clock, platform: Platform) -> Host:
            return App(own, [platform], clock)

        prefix = f"{secrets.token_hex(4)}:" if database.exists() else ""
        options = Options(Look(wanted.look) if wanted.look else None, prefix)
        outcome = asyncio.run(replay(script, host, options))
    failed = wanted.check and bool(outcome.failures)
    return _shown(outcome, wanted, language), failed


def _shown(outcome: Outcome, wanted: Wanted, language: str) -> str:
    if wanted.json:
        text = json_lines(outcome)
        return text + check_report(outcome) if wanted.check and outcome.failures else text
    if wanted.check:
        return check_report(outcome)
    texts = catalog()
    return transcript(outcome, lambda words: texts.text(words, language))
