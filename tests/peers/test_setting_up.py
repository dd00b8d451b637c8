"""`init` and `doctor` with a live Bot API beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from peers.bot_api.peer import TOKEN, Peer
from peers.program import Program

from bot.config import load
from bot.setting_up import example, with_value

PROGRAM = (sys.executable, "-m", "bot")


def run(folder: Path, *line: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """One command line in a folder, with answers typed into it."""
    return subprocess.run(
        [*PROGRAM, *line], cwd=folder, input=typed, capture_output=True, text=True, timeout=60
    )


def answers(token: str, *, language: str = "en") -> str:
    return "\n".join([language, "Asia/Tokyo", token, "", "sqlite:///my.db"]) + "\n"


@pytest.fixture
def settings_of(tmp_path: Path) -> Path:
    """A settings file that names the fake Bot API and has a comment of its own."""
    file = tmp_path / "config.toml"
    file.write_text('# ours\n[telegram]\nbase_url = "ADDRESS"  # near\n[bot]\nlog = "error"\n')
    return file


def test_init_asks_five_things_tests_the_token_and_keeps_the_rest(settings_of: Path) -> None:
    with Peer() as peer:
        settings_of.write_text(settings_of.read_text().replace("ADDRESS", peer.address))
        done = run(settings_of.parent, "init", typed=answers(TOKEN))
    assert done.returncode == 0, done.stderr
    assert "✓ This is @duizhang_bot" in done.stdout
    assert TOKEN not in done.stdout
    assert settings_of.stat().st_mode & 0o777 == 0o600
    text = settings_of.read_text()
    assert text.startswith("# ours\n")
    assert "# near" in text
    settings = load(settings_of)
    assert settings.telegram.token.get_secret_value() == TOKEN
    assert (settings.bot.language, settings.bot.timezone) == ("en", "Asia/Tokyo")
    assert (settings.bot.log, settings.database.url) == ("error", "sqlite:///my.db")


def test_init_explains_a_wrong_answer_and_asks_again(settings_of: Path) -> None:
    with Peer() as peer:
        settings_of.write_text(settings_of.read_text().replace("ADDRESS", peer.address))
        typed = "fr\n" + answers(f"1:{'x' * 30}\nn\n{TOKEN}")
        done = run(settings_of.parent, "init", typed=typed)
    assert done.returncode == 0, done.stderr
    assert "'fr' cannot be used: 'zh-CN' or 'en'" in done.stdout
    assert "✗" in done.stdout
    assert load(settings_of).telegram.token.get_secret_value() == TOKEN


def test_init_without_a_token_leaves_telegram_out(tmp_path: Path) -> None:
    done = run(tmp_path, "init", typed=answers(""))
    assert done.returncode == 0, done.stderr
    file = tmp_path / "config.toml"
    assert not load(file).telegram.token
    # All keys of the example are there, with what they mean.
    assert file.read_text().count("#") == example().count("#")


def test_a_value_is_set_where_its_section_has_it_or_not() -> None:
    text = '[a]\nx = "1"  # one\n\n[b]\nx = "2"\n'
    assert with_value(text, "b", "x", 'q"') == '[a]\nx = "1"  # one\n\n[b]\nx = "q\\""\n'
    assert with_value(text, "a", "x", "3") == '[a]\nx = "3"  # one\n\n[b]\nx = "2"\n'
    assert with_value(text, "a", "y", "4").startswith('[a]\ny = "4"\nx = "1"')
    assert with_value(text, "c", "z", "5").endswith('\n\n[c]\nz = "5"\n')


def test_doctor_asks_the_platform(tmp_path: Path) -> None:
    with Peer() as peer:
        text = f'[telegram]\ntoken = "{TOKEN}"\nbase_url = "{peer.address}"\n'
        (tmp_path / "config.toml").write_text(text)
        good = run(tmp_path, "doctor", "--json")
        (tmp_path / "config.toml").write_text(text.replace("AAE", "BBE"))
        bad = run(tmp_path, "doctor")
    lines = json.loads(good.stdout)
    assert good.returncode == 0
    assert {"mark", "what"} == set(lines[0])
    assert any("duizhang_bot" in line["what"] for line in lines)
    assert any(line["mark"] == "!" and "privacy" in line["what"].lower() for line in lines)
    assert bad.returncode == 1
    assert "✗ Telegram: " in bad.stdout


def test_doctor_tells_what_the_bot_may_do_in_its_groups(tmp_path: Path) -> None:
    with Peer(privacy=False) as peer:
        owner = peer.person("老王")
        here, left = (peer.group(name, owner, told=False) for name in ("在的群", "走的群"))
        with Program(tmp_path, TELEGRAM__TOKEN=TOKEN, TELEGRAM__BASE_URL=peer.address) as bot:
            for group in (here, left):
                peer.say(group, owner, "报单 100")
            assert peer.wait_for(lambda: len(peer.sent) >= 2, 10)
            bot.end()
        left.members[peer.bot.id] = "kicked"
        text = f'[telegram]\ntoken = "{TOKEN}"\nbase_url = "{peer.address}"\n'
        (tmp_path / "config.toml").write_text(f'{text}[database]\nurl = "sqlite:///a.db"\n')
        done = run(tmp_path, "doctor")
    assert "✓ Telegram: group “在的群”: an ordinary member" in done.stdout
    assert "! Telegram: group “走的群”: not in it any more" in done.stdout
