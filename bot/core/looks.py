"""The colours of a team's pictures: a theme, and an accent of its own where the team wants one."""

from __future__ import annotations

import re
from dataclasses import dataclass

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_BLACK: Colour = (20, 22, 28)
# WCAG 2.1, success criteria 1.4.3 and 1.4.11: words, and shapes that mean something.
WORDS, SHAPES = 4.5, 3.0

_HEX = re.compile(r"[#＃]?([0-9A-Fa-f]{6})")
_STEP = 0.04


@dataclass(frozen=True, slots=True)
class Theme:
    """Where the colours of a picture begin: its accent, paper and ink."""

    name: str
    accent: Colour
    card: Colour = WHITE
    ink: Colour = (31, 35, 41)

    @property
    def is_dark(self) -> bool:
        """Whether the ink is lighter than the paper."""
        return luminance(self.ink) > luminance(self.card)


# The first is what a team has that never chose.
THEMES = (
    Theme("vermilion", (199, 44, 32)),
    Theme("amber", (178, 82, 6)),
    Theme("bamboo", (24, 120, 74)),
    Theme("ocean", (29, 95, 191)),
    Theme("wisteria", (109, 63, 192)),
    Theme("rose", (194, 24, 91)),
    Theme("night", (240, 185, 85), card=(33, 38, 49), ink=(240, 242, 246)),
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a team chose: the name of a theme, and an accent as «1d5fbf» or empty for the theme's;
    `team` is its name, which stands below the picture.
    """

    theme: str = THEMES[0].name
    accent: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Tones:
    """Every colour of a picture. Words stand in `ink`, `soft` or `accent` on `card` and `page`, in
    `on_accent` or `on_accent_soft` on `accent`; bars are `accent` on `track`.
    """

    page: Colour
    card: Colour
    ink: Colour
    soft: Colour
    line: Colour
    track: Colour
    pale: Colour
    accent: Colour
    on_accent: Colour
    on_accent_soft: Colour
    glow: Colour
    tint: Colour
    rival: Colour


def theme_of(name: str) -> Theme:
    """The theme of that name, the first one for a name of none."""
    return next((theme for theme in THEMES if theme.name == name), THEMES[0])


def read_colour(text: str) -> Colour | None:
    """The colour that «#1d5fbf» means; None where that is none."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    red, green, blue = bytes.fromhex(found[1])
    return red, green, blue


def written_colour(colour: Colour) -> str:
    """A colour as six hex digits."""
    return bytes(colour).hex()


def readable(accent: Colour, theme: Theme) -> Colour:
    """The accent, or the nearest darker or lighter one in which words on the theme's paper can be
    read.
    """
    towards = theme.ink if theme.is_dark else (0, 0, 0)
    share = 0.0
    found = accent
    while contrast(found, _page(found, theme)) < WORDS or contrast(found, theme.card) < WORDS:
        share += _STEP
        found = mix(accent, towards, share)
    return found


def tones(look: Look) -> Tones:
    """The colours of a picture for a team's look."""
    theme = theme_of(look.theme)
    accent = readable(read_colour(look.accent) or theme.accent, theme)
    dark = theme.is_dark
    page = _page(accent, theme)
    on_accent = ink_on(accent)
    return Tones(
        page=page,
        card=theme.card,
        ink=theme.ink,
        soft=mix(theme.ink, theme.card, 0.35),
        line=mix(theme.ink, theme.card, 0.88),
        track=mix(accent, theme.card, 0.82 if dark else 0.88),
        pale=mix(accent, theme.card, 0.62),
        accent=accent,
        on_accent=on_accent,
        on_accent_soft=mix(on_accent, accent, 0.1),
        glow=mix(accent, on_accent, 0.06),
        tint=mix(accent, theme.card, 0.9 if dark else 0.94),
        rival=_rival(accent, theme),
    )


def _page(accent: Colour, theme: Theme) -> Colour:
    """The ground of the picture: paper with a breath of the accent."""
    ground = mix(theme.card, (0, 0, 0), 0.35) if theme.is_dark else theme.card
    return mix(accent, ground, 0.97 if theme.is_dark else 0.94)


def _rival(accent: Colour, theme: Theme) -> Colour:
    """The colour of the other side in a duel: the theme's blue, or its red where that is ours."""
    blue, red = theme_of("ocean").accent, theme_of("vermilion").accent
    is_bluish = accent[2] >= max(accent[0], accent[1])
    return readable(red if is_bluish else blue, theme)


def ink_on(ground: Colour) -> Colour:
    """White, or a near black where that is easier to read."""
    return max(WHITE, _BLACK, key=lambda colour: contrast(colour, ground))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour with a share between 0 and 1 of another one."""
    share = min(share, 1.0)
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """The relative luminance of WCAG 2.1, between 0 and 1."""
    parts = [value / 255 for value in colour]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of WCAG 2.1, between 1 and 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
