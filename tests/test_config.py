"""Settings: defaults that run, the environment wins, and every mistake is named."""

import tomllib
from pathlib import Path

import pytest

from bot.config import ConfigError, Settings, load

EXAMPLE = Path(__file__).parents[1] / "config.example.toml"


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)


def written(text: str) -> Path:
    file = Path("config.toml")
    file.write_text(text, encoding="utf-8")
    return file


def mistake(path: Path | None = None) -> str:
    with pytest.raises(ConfigError) as failed:
        load(path)
    return str(failed.value)


def test_without_a_file_the_defaults_run() -> None:
    settings = load(None)
    assert settings.bot.language == "zh-CN"
    assert settings.bot.zone.key == "Asia/Shanghai"
    assert settings.database.url == "sqlite:///data/duizhang.db"
    assert not settings.telegram.token


def test_the_example_equals_the_defaults() -> None:
    assert load(EXAMPLE) == Settings()


def test_the_example_names_every_key_and_no_other() -> None:
    example = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    known = Settings().model_dump()
    assert {name: set(section) for name, section in example.items()} == {
        name: set(section) for name, section in known.items()
    }


def test_every_key_of_the_example_has_a_comment() -> None:
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        assert " = " not in line or line.startswith("#") or "  # " in line, line


def test_the_file_in_the_working_directory_is_read() -> None:
    written('[bot]\nlanguage = "en"\n')
    assert load(None).bot.language == "en"


def test_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    written('[bot]\nlanguage = "en"\ntimezone = "Asia/Tokyo"\n')
    monkeypatch.setenv("DUIZHANG_BOT__TIMEZONE", "Europe/Berlin")
    settings = load(None)
    assert (settings.bot.timezone, settings.bot.language) == ("Europe/Berlin", "en")


def test_a_file_may_begin_with_a_byte_order_mark() -> None:
    Path("config.toml").write_bytes(b'\xef\xbb\xbf[bot]\nlanguage = "en"\n')
    assert load(None).bot.language == "en"


def test_a_font_for_pictures_must_be_there(tmp_path: Path) -> None:
    written('[pictures]\nfont = "letters.txt"\n')
    assert "pictures.font = 'letters.txt'; allowed: a font file such as" in mistake()
    written('[pictures]\nfont = "none.ttf"\n')
    assert "a font file that is there" in mistake()
    font = tmp_path / "own.ttf"
    font.write_bytes(b"")
    written(f'[pictures]\nfont = "{font}"\n')
    assert load(None).pictures.font == str(font)


def test_a_named_file_must_exist() -> None:
    assert "other.toml: there is no such file" in mistake(Path("other.toml"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "cannot be read" in mistake(tmp_path)


@pytest.mark.parametrize("text", ["[bot", "bot = = 1", "[bot]\nlanguage = zh"])
def test_what_is_not_toml_is_said_with_its_place(text: str) -> None:
    written(text)
    assert mistake().startswith("config.toml: this is not TOML:")
    assert "(at " in mistake()


def test_what_is_not_utf8_is_said() -> None:
    Path("config.toml").write_bytes(b"[bot]\n# \xff\n")
    assert "this is not TOML" in mistake()


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        ('[bot]\nlangauge = "en"', "bot.langauge", "bot.language"),
        ('[bott]\nlanguage = "en"', "bott", "bot"),
        ('[databse]\nurl = "x"', "databse", "database"),
        ('timezone = "Asia/Tokyo"', "timezone", "bot.timezone"),
        ('[telegram]\ntokn = "1:a"', "telegram.tokn", "telegram.token"),
        ('[wechat]\nendpont = "x"', "wechat.endpont", "wechat.endpoint"),
    ],
)
def test_a_wrong_key_names_the_nearest_right_one(text: str, key: str, near: str) -> None:
    written(text)
    assert f"unknown key {key!r}; did you mean {near!r}?" in mistake()


@pytest.mark.parametrize(
    ("variable", "near"),
    [
        ("DUIZHANG_BOT__TIMEZON", "DUIZHANG_BOT__TIMEZONE"),
        ("DUIZHANG_TIMEZONE", "DUIZHANG_BOT__TIMEZONE"),
        ("DUIZHANG_BOT_LANGUAGE", "DUIZHANG_BOT__LANGUAGE"),
        ("duizhang_database__ulr", "DUIZHANG_DATABASE__URL"),
    ],
)
def test_a_wrong_variable_names_the_nearest_right_one(
    variable: str, near: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "x")
    assert mistake() == f"unknown variable {variable} in the environment; did you mean {near}?"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('[bot]\nlanguage = "fr"', ("config.toml", "bot.language = 'fr'", "'zh-CN' or 'en'")),
        ('[bot]\nlog = "loud"', ("bot.log = 'loud'", "'debug', 'info', 'warning' or 'error'")),
        ('[bot]\ntimezone = "Asia/Shangai"', ("'Asia/Shangai'", "'Asia/Shanghai'")),
        ('[bot]\ntimezone = "Asia"', ("bot.timezone = 'Asia'", "a time zone")),
        ('[bot]\ntimezone = "../etc/passwd"', ("bot.timezone", "a time zone")),
        ("[bot]\ntimezone = 8", ("bot.timezone = 8", "string")),
        ('[database]\nurl = "data.db"', ("database.url = 'data.db'", "sqlite:///data")),
        ('[database]\nurl = "sqlite:///"', ("database.url", "sqlite:///data")),
        ('[database]\nurl = "sqlite:///:memory:"', ("database.url", "sqlite:///data")),
        ('bot = "x"', ("bot = 'x'", "[bot]")),
    ],
)
def test_a_wrong_value_names_key_value_and_what_is_allowed(
    text: str, parts: tuple[str, ...]
) -> None:
    written(text)
    assert [part for part in parts if part not in mistake()] == []


def test_a_wrong_value_in_the_environment_names_the_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DUIZHANG_BOT__LANGUAGE", "fr")
    assert mistake().startswith("DUIZHANG_BOT__LANGUAGE: bot.language = 'fr'")


@pytest.mark.parametrize(
    "text",
    [
        "[telegram]\ntoken = 123456789",
        '[telegram]\ntoken = ["hunter2"]',
        'telegram = "hunter2"',
        '[wechat]\ntoken = {a = "hunter2"}',
        '[database]\nurl = "postgresql://me:hunter2@host/db"',
    ],
)
def test_a_mistake_never_shows_a_secret(text: str) -> None:
    written(text)
    assert "hunter2" not in mistake()
    assert "123456789" not in mistake()


def test_a_section_as_text_in_the_environment_shows_no_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DUIZHANG_TELEGRAM", "{token: hunter2")
    assert "DUIZHANG_" in mistake()
    assert "hunter2" not in mistake()


def test_printing_settings_shows_no_secret() -> None:
    written('[telegram]\ntoken = "hunter2"\n[wechat]\ntoken = "hunter2"')
    settings = load(None)
    assert settings.telegram.token.get_secret_value() == "hunter2"
    assert "hunter2" not in f"{settings} {settings!r} {settings.model_dump_json()}"
