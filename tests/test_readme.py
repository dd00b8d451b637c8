"""What the README shows is what the program says."""

from __future__ import annotations

from pathlib import Path

from bot.config import load
from bot.replaying import Wanted, play

ROOT = Path(__file__).parent.parent


def test_the_transcript_is_what_the_demo_says() -> None:
    shown = play(load(None), ROOT / "docs/demo.dialog", Wanted())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    inside = readme.split("<!-- demo -->\n```\n")[1].split("\n```\n<!-- /demo -->")[0]
    assert inside == shown.text.strip("\n")
