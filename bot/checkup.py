"""The whole check-up for `doctor`: settings and database, and each platform asked live."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass

from bot.app import catalog
from bot.config import Settings
from bot.core.clock import SystemClock
from bot.core.ports import Finding
from bot.engine.connect import DatabaseBusy, ProcessLock
from bot.engine.doctor import Subject, examine, groups

# Seconds that a platform has to answer all questions.
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ✓ fine, ! worth a look, ✗ the bot cannot serve."""

    mark: str
    what: str


def check(settings: Settings) -> list[Line]:
    """All lines."""
    now = SystemClock().now()
    found = examine(Subject(settings.database.url, now, settings.bot.timezone))
    lines = [Line(each.mark, each.what) for each in found]
    return lines + asyncio.run(_platforms(settings))


def as_json(lines: list[Line]) -> str:
    """The lines as a JSON list of objects."""
    return json.dumps([asdict(line) for line in lines], ensure_ascii=False)


async def _platforms(settings: Settings) -> list[Line]:
    texts = catalog()
    lines: list[Line] = []
    for name in ("telegram", "wechat"):
        try:
            async with asyncio.timeout(PATIENCE):
                found = await _one(name, settings)
        except TimeoutError:
            lines.append(Line("✗", f"{name}: no answer within {PATIENCE} s"))
            continue
        except ImportError as error:
            words = f"{name}: {error.name} is missing; pip install 'duizhang[{name}]'"
            lines.append(Line("✗", words))
            continue
        lines += [Line(each.mark, texts.text(each.what, "en")) for each in found]
    if not lines:
        return [Line("✓", "platforms: none set up; `run` opens a group chat in the terminal")]
    return lines


async def _one(name: str, settings: Settings) -> list[Finding]:
    if name == "telegram" and settings.telegram.token:
        from bot.platforms.telegram import examine as ask_telegram

        known = groups(settings.database.url, name)
        is_running = _is_running(settings)
        return await ask_telegram(settings.telegram, is_running=is_running, groups=known)
    if name == "wechat" and settings.wechat.endpoint:
        from bot.platforms.wechat import examine as ask_wechat

        return await ask_wechat(settings.wechat)
    return []


def _is_running(settings: Settings) -> bool:
    lock = ProcessLock(settings.database.url)
    try:
        lock.take()
    except (DatabaseBusy, OSError):
        return True
    lock.free()
    return False
