"""`init` and `doctor` with a live Bot API beside them."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
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


@pytest.fixture
def no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers where the program asks about a token; the environment wins over the file."""
    monkeypatch.setenv("DUIZHANG_TELEGRAM__BASE_URL", "http://127.0.0.1:1")


@pytest.mark.usefixtures("no_line")
@pytest.mark.parametrize(
    "text",
    [
        'telegram = {token = "1:old"}\n',
        'telegram.token = "1:old"\n',
        '[telegram]\n"token" = "1:old"\n',
        '["telegram"]\ntoken = "1:old"\n',
        '[telegram]\ntoken = """1:old"""\n',
        "[telegram]\ntoken = '''1:old'''\n",
    ],
)
def test_what_init_cannot_edit_stays_as_it_is(text: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    done = run(tmp_path, "init", typed=answers("1:new\ny"))
    assert done.returncode == 2
    assert "✓" not in done.stdout
    (line,) = done.stderr.splitlines()
    assert "written in a way that init cannot edit" in line
    assert 'bot.language = "en"; bot.timezone = "Asia/Tokyo"; telegram.token = (the' in line
    assert "1:new" not in done.stdout + done.stderr
    assert file.read_text() == text
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.usefixtures("no_line")
@pytest.mark.parametrize(
    "text",
    [
        "  [ telegram ]  # ours\n  token   =   '1:old'  # near\n\tmode = \"polling\"\n",
        "[telegram.webhook]\nport = 1\n[bot]",
        'wechat = {tls = false, endpoint = ""}\n[telegram]\n',
    ],
)
def test_init_edits_what_it_can(text: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    done = run(tmp_path, "init", typed=answers("1:new\ny"))
    assert done.returncode == 0, done.stderr
    now, before = tomllib.loads(file.read_text()), tomllib.loads(text)
    assert now["telegram"] == before.get("telegram", {}) | {"token": "1:new"}
    assert now["bot"] == {"language": "en", "timezone": "Asia/Tokyo"}
    assert file.read_text().count("#") == text.count("#")


def test_enter_takes_the_defaults_where_the_file_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[bot]\nlog = "error"\n')
    done = run(tmp_path, "init", typed="\n\n\n\n\n")
    assert done.returncode == 0, done.stderr
    assert "[]" not in done.stdout
    settings = load(tmp_path / "config.toml")
    assert (settings.bot.language, settings.bot.timezone) == ("zh-CN", "Asia/Shanghai")
    assert settings.database.url == "sqlite:///data/duizhang.db"


def test_a_token_in_the_wrong_place_is_not_shown(tmp_path: Path) -> None:
    typed = f"{TOKEN}\nen\n{TOKEN}\nAsia/Tokyo\n\n{TOKEN}\n\n{TOKEN}\nsqlite:///my.db\n"
    done = run(tmp_path, "init", typed=typed)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("this cannot be used") == 4
    assert TOKEN not in done.stdout + done.stderr


def test_a_wrong_file_is_explained_before_the_first_question(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for text, words in (
        ('[telegram]\nmode = "webhok"\n', "telegram.mode = 'webhok'; allowed: 'polling' or"),
        ('[bot]\nlangauge = "en"\n', "did you mean 'bot.language'?"),
        ("[bot\n", "this is not TOML"),
    ):
        file.write_text(text)
        done = run(tmp_path, "init")
        (line,) = done.stderr.splitlines()
        assert (done.returncode, done.stdout) == (2, "")
        assert words in line


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "kept" / "real.toml"
    real.parent.mkdir()
    real.write_text("# ours\n")
    (tmp_path / "config.toml").symlink_to(Path("kept") / "real.toml")
    done = run(tmp_path, "init", typed=answers(""))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "config.toml").is_symlink()
    assert load(real).bot.language == "en"
    assert real.stat().st_mode & 0o777 == 0o600
    assert list(real.parent.iterdir()) == [real]


def test_the_gateways_token_belongs_to_the_fourth_question(tmp_path: Path) -> None:
    typed = "en\nAsia/Tokyo\n\n127.0.0.1:8788\nits-token\nsqlite:///my.db\n"
    done = run(tmp_path, "init", typed=typed)
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("4/5 WeChat") < done.stdout.index("4/5 The gateway's token")
    assert done.stdout.index("4/5 The gateway's token") < done.stdout.index("5/5 ")
    assert load(tmp_path / "config.toml").wechat.token.get_secret_value() == "its-token"


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
