"""Whether WeChat can be served: what `doctor` says about the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from ipaddress import ip_address
from typing import TYPE_CHECKING

from grpclib.const import Status

from bot.core.cards import T, t
from bot.core.ports import Finding
from bot.platforms.wechat.link import CallFailed, Link
from bot.platforms.wechat.payloads import Event, body_of

if TYPE_CHECKING:
    # At run time the settings know rooms above this one.
    from bot.config import WechatSection

# Seconds in which a gateway tells who is logged in.
_LOGIN_SECONDS = 5.0


async def examine(section: WechatSection) -> list[Finding]:
    """Findings about the gateway: reached, token, who is logged in, how the line is secured.

    The gateway's puppet is neither started nor stopped.
    """
    found = [Finding("!", t("wechat-risk")), _security(section)]
    try:
        link = Link(section)
    except CallFailed as failure:
        return [*found, Finding("✗", _unreachable(section, failure))]
    try:
        return [*found, *[finding async for finding in _asked(section, link)]]
    finally:
        link.close()


def _security(section: WechatSection) -> Finding:
    host = section.endpoint.rpartition(":")[0]
    if not section.tls:
        return Finding("✓" if _is_near(host) else "!", t("wechat-tls-off", host=host))
    if section.insecure:
        return Finding("✓" if _is_near(host) else "!", t("wechat-tls-any", host=host))
    return Finding("✓", t("wechat-tls-on"))


def _is_near(host: str) -> bool:
    """Whether the host is this machine."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


async def _asked(section: WechatSection, link: Link) -> AsyncIterator[Finding]:
    try:
        version = (await link.ask("version")).version
    except CallFailed as failure:
        if failure.status is Status.UNAUTHENTICATED:
            yield Finding("✗", t("wechat-token-refused"))
        else:
            yield Finding("✗", _unreachable(section, failure))
        return
    yield Finding("✓", t("wechat-reached", endpoint=section.endpoint, version=version or "?"))
    yield await _login(link)


def _unreachable(section: WechatSection, failure: CallFailed) -> T:
    return t("wechat-unreachable", endpoint=section.endpoint, reason=str(failure))


async def _login(link: Link) -> Finding:
    """Who is logged in; only the stream of events tells, and it has room for one listener."""
    try:
        async with asyncio.timeout(_LOGIN_SECONDS), aclosing(link.events()) as stream:
            async for event, payload in stream:
                if event == Event.LOGIN:
                    contact = str(body_of(payload).get("contactId") or "")
                    return Finding("✓", t("wechat-logged-in", name=await _name(link, contact)))
                if event == Event.SCAN:
                    return Finding("✗", t("wechat-scan"))
    except TimeoutError:
        pass
    except CallFailed as failure:
        if failure.status is Status.ALREADY_EXISTS:
            return Finding("✓", t("wechat-in-use"))
        return Finding("✗", t("wechat-stream-broken", reason=str(failure)))
    return Finding("✗", t("wechat-not-logged-in"))


async def _name(link: Link, contact: str) -> str:
    try:
        return str((await link.ask("contact_payload", id=contact)).name or contact)
    except CallFailed:
        return contact
