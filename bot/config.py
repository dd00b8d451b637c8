"""Settings from `config.toml` and the environment, with mistakes named in words."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterator
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


class WebhookSection(_Section):
    """`[telegram.webhook]`: where Telegram reaches us, and where we listen."""

    url: str = ""
    secret: SecretStr = SecretStr("")
    host: str = "127.0.0.1"
    port: int = Field(default=8443, ge=1, le=65535)

    @field_validator("url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        return _address(value) if value else value


class TelegramSection(_Section):
    """`[telegram]`: the bot's token, empty while Telegram is not used, and how it is reached.

    An address without a path gets Telegram's own (`/bot`, `/file/bot`); files come from the server
    of `base_url` unless `base_file_url` names another.
    """

    token: SecretStr = SecretStr("")
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = ""
    mode: Literal["polling", "webhook"] = "polling"
    webhook: WebhookSection = Field(default_factory=WebhookSection)

    @field_validator("base_url")
    @classmethod
    def _with_path(cls, value: str) -> str:
        return _address(value, "/bot")

    @field_validator("base_file_url")
    @classmethod
    def _with_file_path(cls, value: str) -> str:
        return _address(value, "/file/bot") if value else value

    @property
    def files(self) -> str:
        """Where files are fetched from, without the token."""
        return self.base_file_url or f"{self.base_url.removesuffix('/bot')}/file/bot"


class WechatSection(_Section):
    """`[wechat]`: the Wechaty gateway, empty while WeChat is not used, and how slowly we write.

    The defaults of the limits are those of reliability P20: what personal accounts have survived.
    """

    endpoint: str = ""
    token: SecretStr = SecretStr("")
    tls: bool = True
    ca_file: str = ""
    insecure: bool = False
    send_interval_s: float = Field(default=3.0, ge=0, le=600)
    sends_per_minute: int = Field(default=12, ge=1, le=600)
    sends_per_day: int = Field(default=500, ge=1, le=100_000)

    @field_validator("endpoint")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            raise ValueError("host:port of the gateway, such as '127.0.0.1:8788'")
        return value


class PicturesSection(_Section):
    """`[pictures]`: a font of one's own for pictures, used where it has the letter."""

    font: str = ""

    @field_validator("font")
    @classmethod
    def _is_font(cls, value: str) -> str:
        if value and Path(value).suffix.lower() not in (".ttf", ".otf", ".ttc"):
            raise ValueError("a font file such as '/usr/share/fonts/wqy-microhei.ttc'")
        if value and not Path(value).is_file():
            raise ValueError("a font file that is there")
        return value


def _address(value: str, path: str = "") -> str:
    """An http address without a slash at its end; a bare host gets the path."""
    found = re.fullmatch(r"(https?://[^\s/]+)(/\S*)?", value)
    if found is None:
        raise ValueError("an address such as 'https://api.telegram.org'")
    given = (found[2] or "").rstrip("/")
    return found[1] + (given or path)


class Settings(BaseSettings):
    """Everything that can be set; each key has a default that runs."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )
    bot: BotSection = Field(default_factory=BotSection)
    database: DatabaseSection = Field(default_factory=DatabaseSection)
    telegram: TelegramSection = Field(default_factory=TelegramSection)
    wechat: WechatSection = Field(default_factory=WechatSection)
    pictures: PicturesSection = Field(default_factory=PicturesSection)

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
    is_secret = key.rpartition(".")[2] in ("token", "secret") or key in ("telegram", "wechat")
    if is_secret or key == "telegram.webhook":
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
    return list(_keys_of(Settings, ""))


def _keys_of(section: type[BaseModel], above: str) -> Iterator[str]:
    for name, field in section.model_fields.items():
        yield above + name
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _keys_of(inner, f"{above}{name}.")
