"""`python -m bot replay`: a dialog file through a bot of its own on a scratch database."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bot.app import App, catalog
from bot.config import Settings
from bot.core.clock import Clock
from bot.core.i18n import find_language
from bot.core.ports import Host, Platform
from bot.mistakes import Mistake
from bot.platforms.dialog import Options, replay
from bot.platforms.dialog_file import read
from bot.platforms.dialog_record import Outcome
from bot.platforms.dialog_report import check_report, json_lines, transcript
from bot.platforms.dialog_steps import Look


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for."""

    json: bool = False
    check: bool = False
    database: Path | None = None
    look: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What to print, what to say beside it on standard error, and whether an expectation failed."""

    text: str
    aside: str
    failed: bool


def play(settings: Settings, file: Path, wanted: Wanted) -> Played:
    """Play a dialog file; raises Mistake and DialogError."""
    language = find_language(wanted.language) if wanted.language else settings.bot.language
    if language is None:
        raise Mistake(f"--lang is {wanted.language!r}; allowed: zh-CN, en")
    if wanted.look and wanted.look not in list(Look):
        raise Mistake(f"--as is {wanted.look!r}; allowed: {', '.join(Look)}")
    script = read(file)
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
    return _shown(outcome, wanted, language)


def _shown(outcome: Outcome, wanted: Wanted, language: str) -> Played:
    failed = wanted.check and bool(outcome.failures)
    if wanted.json:
        return Played(json_lines(outcome), check_report(outcome) if failed else "", failed)
    if wanted.check:
        return Played(check_report(outcome), "", failed)
    texts = catalog()
    return Played(transcript(outcome, lambda words: texts.text(words, language)), "", failed)
