"""Settings from `config.toml` and the environment, with mistakes named in words."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "DUIZHANG_"


class ConfigError(Exception):
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
        if value not in available_timezones():
            near = difflib.get_close_matches(value, available_timezones(), n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}? " if near else ""
            raise ValueError(f"{hint}a time zone name such as 'Asia/Shanghai'")
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
        if not value.startswith("sqlite:///") or value == "sqlite:///":
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
    """The settings of a file, or the defaults where the default file is missing; raises
    ConfigError.

    A path that was named must exist; `config.toml` in the working directory need not.
    """
    values: dict[str, Any] = {}
    source = path or Path("config.toml")
    if source.is_file():
        try:
            values = tomllib.loads(source.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"{source}: this is not TOML: {error}") from error
    elif path is not None:
        raise ConfigError(f"{source}: there is no such file (copy config.example.toml to it)")
    try:
        return Settings(**values)
    except ValidationError as error:
        raise ConfigError(_explain(error, source)) from None


def _explain(error: ValidationError, source: Path) -> str:
    """The first mistake as one line that says what to write instead."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, _keys(), n=1, cutoff=0.4)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return f"{source}: unknown key {key!r}{hint}"
    allowed = first.get("ctx", {}).get("expected") or first["msg"].removeprefix("Value error, ")
    shown = "(hidden)" if "token" in key else repr(first["input"])
    return f"{source} or {PREFIX}…: {key} = {shown} is not usable; allowed: {allowed}"


def _keys() -> list[str]:
    """All keys, written as section.key."""
    found = []
    for section, field in Settings.model_fields.items():
        found.append(section)
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found += [f"{section}.{key}" for key in inner.model_fields]
    return found
