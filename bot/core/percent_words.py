"""Shares and changes in percent as people read them."""

from __future__ import annotations


def percent(hundredths: int) -> str:
    """Hundredths of a percent as people read them, rounded: «69%», «2.5%»; 100 only where it is
    reached.
    """
    if 0 < abs(hundredths) < 995 and hundredths % 100:
        return f"{hundredths / 100:.1f}%"
    whole = (abs(hundredths) + 50) // 100
    if whole == 100 and abs(hundredths) < 10_000:
        whole = 99
    return f"{whole}%"


def signed(hundredths: int) -> str:
    """A change in percent with its sign: «+12%», «-3%», «±0%»."""
    if not hundredths:
        return "±0%"
    return f"{'+' if hundredths > 0 else '-'}{percent(abs(hundredths))}"
