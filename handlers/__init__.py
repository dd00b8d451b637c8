"""What people can tell the bot: one module or package a feature, each with a `router`."""

from __future__ import annotations

import importlib
import pkgutil

from bot.core.commands import Router


def routers() -> list[Router]:
    """The routers of all features, by name; raises TypeError for a feature without one."""
    found = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        router = getattr(importlib.import_module(f"{__name__}.{module.name}"), "router", None)
        if not isinstance(router, Router):
            raise TypeError(f"handlers/{module.name} has no router")
        found.append(router)
    return found
