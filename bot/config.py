"""Settings from `config.toml` and the environment, with mistakes named in words."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.mistakes import Mistake

PREFIX = "DUIZHANG_"


class ConfigError(Mistake):
    """A setting that cannot be used; the message names key, value and what is allowed."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BotSection(_Section):
    """`[bot]`: what a new team starts with, and the log."""

    language: Literal["zh-CN", "en"] = "zh-CN"
    timezone: str = "Asia/Shanghai"
    log: Literal["debug", "info", "warning", "error"] = "warning"

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            near = difflib.get_close_matches(value, available_timezones(), n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise ValueError(f"a time zone such as 'Asia/Shanghai'{hint}") from None
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.timezone)


class DatabaseSection(_Section):
    """`[database]`: where everything is kept."""

    url: str = "sqlite:///data/duizhang.db"

    @field_validator("url")
    @classmethod
    def _known_kind(cls, value: str) -> str:
        file = value.removeprefix("sqlite:///")
        if file in ("", value, ":memory:") or file.endswith("/") or "?" in file:
            raise ValueError("a file such as 'sqlite:///data/duizhang.db'")
        return value


class TelegramSection(_Section):
    """`[telegram]`: the bot's token, empty while Telegram is not used."""

    token: SecretStr = SecretStr("")


class WechatSection(_Section):
    """`[wechat]`: the Wechaty gateway, empty while WeChat is not used."""

    endpoint: str = ""
    token: SecretStr = SecretStr("")


class Settings(BaseSettings):
    """Everything that can be set; each key has a default that runs."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )
    bot: BotSection = Field(default_factory=BotSection)
    database: DatabaseSection = Field(default_factory=DatabaseSection)
    telegram: TelegramSection = Field(default_factory=TelegramSection)
    wechat: WechatSection = Field(default_factory=WechatSection)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file, which comes in as arguments."""
        return env_settings, init_settings


def load(path: Path | None) -> Settings:
    """The settings of a file, or the defaults where the default file is missing.

    A path that was named must exist; `config.toml` in the working directory need not. Raises
    ConfigError.
    """
    source = path or Path("config.toml")
    values = _read(source, is_named=path is not None)
    for variable in sorted(os.environ):
        _require_known(variable)
    try:
        return Settings(**values)
    except ValidationError as error:
        raise ConfigError(_explain(error, source)) from None
    except SettingsError:
        # Only a whole section in one variable is read as JSON; its value may hold a token.
        raise ConfigError(
            f"{PREFIX}…: a section is not usable; set single keys, such as {PREFIX}BOT__LANGUAGE"
        ) from None


def _read(source: Path, *, is_named: bool) -> dict[str, Any]:
    """What the file says; nothing where the default file is missing."""
    try:
        return tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        if not is_named:
            return {}
        raise ConfigError(
            f"{source}: there is no such file (copy config.example.toml to it)"
        ) from None
    except OSError as error:
        raise ConfigError(f"{source}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{source}: this is not TOML: {error}") from None


def _require_known(variable: str) -> None:
    """Let pass what is not ours; a variable of ours must name a key."""
    if not variable.upper().startswith(PREFIX):
        return
    key = variable[len(PREFIX) :].lower().replace("__", ".")
    if key not in _keys():
        near = _nearest(key)
        hint = f"; did you mean {_variable(near)}?" if near else ""
        raise ConfigError(f"unknown variable {variable} in the environment{hint}")


def _explain(error: ValidationError, source: Path) -> str:
    """The first mistake as one line that says what to write instead."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        near = _nearest(key)
        return f"{source}: unknown key {key!r}" + (f"; did you mean {near!r}?" if near else "")
    is_set = next((name for name in os.environ if name.upper() == _variable(key)), None)
    allowed = first.get("ctx", {}).get("expected") or first["msg"].removeprefix("Value error, ")
    if key in Settings.model_fields:
        allowed = f"a section: [{key}] and its keys below it"
    return f"{is_set or source}: {key} = {_shown(key, first['input'])}; allowed: {allowed}"


def _shown(key: str, value: object) -> str:
    """A value that is safe to print: no token, no password of a URL."""
    if key.startswith(("telegram", "wechat")) and key != "wechat.endpoint":
        return "(hidden)"
    return re.sub(r"://[^/@\s]*@", "://(hidden)@", repr(value))


def _nearest(key: str) -> str | None:
    """The key that was probably meant, also where its section was forgotten."""
    known = _keys()
    if "." not in key:
        forgotten = [each for each in known if each.endswith(f".{key}")]
        if forgotten:
            return forgotten[0]
    near = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.4)
    return near[0] if near else None


def _variable(key: str) -> str:
    return PREFIX + key.upper().replace(".", "__")


def _keys() -> list[str]:
    """All keys, written as section.key."""
    found = []
    for section, field in Settings.model_fields.items():
        found.append(section)
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found += [f"{section}.{key}" for key in inner.model_fields]
    return found
