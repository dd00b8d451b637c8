"""Pictures as they should look, kept a third as large.

PYTHONPATH=.:tests python tests/render/golden.py    draws them anew: look at each before you keep it
"""

import io
from pathlib import Path

import picture_samples
from PIL import Image, ImageChops

from bot.core.cards import Picture
from bot.core.i18n import written
from bot.core.looks import THEMES, Look
from bot.render.pictures import Painter

FOLDER = Path(__file__).parent / "pictures"
SMALLER = 3
# Pixels of a side of the squares that are compared: less than a letter of a name.
SQUARE = 12
# How far a square may be off on average, of 255: other builds of FreeType and Pillow shade edges
# differently (up to 4), another digit or a shifted line is 15 and more.
TOLERANCE = 9.0

_painter = Painter()


def draw(picture: Picture, look: Look | None = None, language: str = "zh-CN") -> Image.Image:
    """The picture as an image."""
    data = _painter.draw(
        picture, lambda words: written(words, language), look or Look(team="冲刺群")
    )
    return Image.open(io.BytesIO(data)).convert("RGB")


def small(image: Image.Image) -> Image.Image:
    """As goldens are kept."""
    return image.reduce(SMALLER)


def distance(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of the square in which two small pictures differ most; 255 where they are
    not of one size.
    """
    if one.size != other.size:
        return 255.0
    difference = ImageChops.difference(one, other).convert("L")
    return float(difference.reduce(SQUARE).getextrema()[1])


def wanted() -> dict[str, tuple[Picture, Look]]:
    """What goldens there are: every sample, and one in each theme."""
    found = {name: (picture, Look(team="冲刺群")) for name, picture in picture_samples.ALL.items()}
    for theme in THEMES[1:]:
        found[f"theme_{theme.name}"] = (picture_samples.duel(), Look(theme.name, team="冲刺群"))
    return found


if __name__ == "__main__":
    for name, (picture, look) in wanted().items():
        image = small(draw(picture, look)).quantize(256)
        image.save(FOLDER / f"{name}.png", optimize=True)
