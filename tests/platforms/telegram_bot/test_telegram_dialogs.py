"""Every written conversation goes through the real protocol as it goes through a replay."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from peers.dialog_telegram import NotOnTelegram, TelegramDialog, play

from bot.app import App
from bot.config import DatabaseSection, Settings
from bot.platforms.dialog import Options, replay
from bot.platforms.dialog_file import read
from bot.platforms.dialog_record import Output
from bot.platforms.dialog_steps import Look, Script

ROOT = Path(__file__).parents[3]
DIALOGS = sorted((ROOT / "tests" / "dialogs").glob("*.dialog"))
# These see most of what the protocol can do to a conversation; the others take their time.
QUICK = {
    "accept_chain",
    "accept_questions",
    "accept_two_groups",
    "agenda_meeting",
    "calendar_file",
    "digests_late",
    "kanban_stages",
    "leave",
    "matching_dispatch",
    "minutes_reply",
    "pictures",
    "sales_ask",
    "sales_edit",
    "settings_language",
    "tasks_events",
    "tasks_give",
    "tasks_quote",
    "tasks_remind",
    "team_aliases",
}


def told(outputs: Sequence[Output]) -> list[tuple[object, ...]]:
    """What people saw where, in the order of each chat: between chats there is none."""
    found = [
        (
            each.to,
            each.seen.strip(),
            tuple(b for b, _ in each.buttons),
            each.edits is not None,
            each.picture,
            each.file,
        )
        for each in outputs
    ]
    return sorted(found, key=lambda each: each[0])


def _number(kind: str, name: str) -> str:
    return str(int.from_bytes(f"{kind}-{name}".encode()))


def replayed(script: Script, database: Path) -> Sequence[Output]:
    """What a replay says in Telegram's looks."""
    settings = Settings(database=DatabaseSection(url=f"sqlite:///{database}"))
    outcome = asyncio.run(
        replay(
            script,
            lambda clock, platform: App(settings, [platform], clock),
            Options(Look.TELEGRAM),
        )
    )
    return outcome.outputs


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(file, id=file.stem, marks=() if file.stem in QUICK else pytest.mark.slow)
        for file in DIALOGS
    ],
)
def test_a_dialog_reads_the_same_through_telegram(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Links to people are made of Telegram's ids, which are numbers; those of a replay are not.
    monkeypatch.setattr("bot.platforms.cast.stable_id", _number)
    script = read(file)
    expected = replayed(script, tmp_path / "replay.db")
    try:
        outputs = asyncio.run(play(script, tmp_path / "telegram.db")).outputs
    except NotOnTelegram as impossible:
        # Recalls and renames, which Telegram tells nobody of: the same up to there.
        if "nobody is told" not in str(impossible):
            raise
        outputs, expected = impossible.outputs, expected[: len(impossible.outputs)]
    assert told(outputs) == told(expected)


def test_a_calendar_arrives_as_a_document_under_its_caption(tmp_path: Path) -> None:
    dialog = TelegramDialog(
        read(ROOT / "tests" / "dialogs" / "calendar_file.dialog"), tmp_path / "t.db", privacy=False
    )
    asyncio.run(dialog.play())
    peer = dialog.peer
    sent = [each for each in peer.sent if "document" in each]
    assert {each["document"]["file_name"] for each in sent} == {"冲刺群.ics"}
    assert all(each["caption"].startswith("📎 你的日历") for each in sent)
    data = peer.file_bytes[sent[0]["document"]["file_id"]]
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert "SUMMARY:新品培训" in data.decode()


def test_the_quick_dialogs_are_there() -> None:
    assert {file.stem for file in DIALOGS} >= QUICK
