"""What is painted on: an image of one byte a pixel, each a number in a palette of few colours.

A picture has some twenty pairs of a colour on another. Each pair is a ramp of the palette, so the
smooth edge of a letter is a number too, and the whole is a third of the bytes of red, green and
blue: painted in a few milliseconds, and packed as PNG without holding up any other thread.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil

from PIL import Image, ImageChops, ImageDraw

from bot.core.looks import Colour, mix
from bot.render.pictures.turns import Turns

WIDTH = 1080
# Shades between two colours; the eye sees no more at a letter's edge.
_SHADES = 8
_MOST_COLOURS = 256
# Shapes are drawn so many times larger and reduced: that is what makes their edges smooth.
_LARGER = 4
_COMPRESSION = 3
# A long line is drawn in pieces of so many pixels, a large mask in strips of so many.
_LONGEST, _AT_ONCE = 64, 64_000

Point = tuple[float, float]
# x, y, width and height.
Area = tuple[int, int, int, int]
# Numbers of the palette, and where they count.
Coloured = tuple[Image.Image, Image.Image]


class Canvas:
    """A picture in the making; all figures are pixels, `x` from the left and `y` from the top."""

    def __init__(self, height: int, ground: Colour, turns: Turns) -> None:
        self.height = height
        self._turns = turns
        self._colours: dict[Colour, int] = {}
        self._quarters: dict[tuple[int, Colour, Colour], dict[tuple[int, int], Coloured]] = {}
        self._ramps: dict[tuple[Colour, Colour], bytes] = {}
        # One column more on the left: PNG wants a byte before each row, 0 for «as it is».
        self._image = Image.new("L", (WIDTH + 1, height), self._number(ground))
        self._draw = ImageDraw.Draw(self._image)

    def box(self, area: Area, colour: Colour) -> None:
        """A rectangle."""
        x, y, width, height = area
        if width > 0 and height > 0:
            corners = (x + 1, y, x + width, y + height - 1)
            self._draw.rectangle(corners, fill=self._number(colour))
        self._turns.rest()

    def rounded(self, area: Area, radius: int, colour: Colour, ground: Colour) -> None:
        """A rectangle with round corners on a ground."""
        x, y, width, height = area
        radius = min(radius, width // 2, height // 2)
        if radius <= 0:
            self.box(area, colour)
            return
        self.box((x + radius, y, width - 2 * radius, height), colour)
        self.box((x, y + radius, width, height - 2 * radius), colour)
        for (right, below), corner in self._corners(radius, colour, ground).items():
            at = (x + right * (width - radius), y + below * (height - radius))
            self._put(corner, at)

    def area(self, points: list[Point], colour: Colour) -> None:
        """A polygon with hard edges, for where a line runs along them."""
        moved = [(round(x) + 1, round(y)) for x, y in points]
        self._draw.polygon(moved, fill=self._number(colour))
        self._turns.rest()

    def disc(self, at: tuple[int, int], radius: int, colour: Colour, ground: Colour) -> None:
        """A disc around a point."""
        self.stamp(_disc(radius), (at[0] - radius, at[1] - radius), colour, ground)

    def shape(self, points: list[Point], colour: Colour, ground: Colour) -> None:
        """A polygon."""
        left, top = (int(min(point[axis] for point in points)) for axis in (0, 1))
        moved = tuple((x - left, y - top) for x, y in points)
        self.stamp(_polygon(moved), (left, top), colour, ground)

    def stroke(self, points: list[Point], width: int, colour: Colour, ground: Colour) -> None:
        """A line through points, with round joints and ends."""
        if len(points) < 2:
            return
        left = int(min(x for x, _ in points)) - width
        top = int(min(y for _, y in points)) - width
        wide = ceil(max(x for x, _ in points)) + width - left
        tall = ceil(max(y for _, y in points)) + width - top
        mask = Image.new("L", (wide, tall))
        for start, end in _pieces(points):
            piece, at = _piece(start, end, width)
            box = (
                at[0] - left,
                at[1] - top,
                at[0] - left + piece.width,
                at[1] - top + piece.height,
            )
            mask.paste(ImageChops.lighter(mask.crop(box), piece), box)
            self._turns.rest()
        self.stamp(mask, (left, top), colour, ground)

    def stamp(self, mask: Image.Image, at: tuple[int, int], colour: Colour, ground: Colour) -> None:
        """Put a colour where the mask covers the ground; what it does not cover stays."""
        ramp = self._ramp(colour, ground)
        rows = max(1, _AT_ONCE // mask.width)
        for row in range(0, mask.height, rows):
            strip = mask.crop((0, row, mask.width, min(row + rows, mask.height)))
            self._put(self._coloured(strip, ramp), (at[0], at[1] + row))

    def png(self) -> bytes:
        """The picture as a PNG file."""
        self._image.paste(0, (0, 0, 1, self.height))
        palette = b"".join(map(bytes, self._colours))
        header = struct.pack(">IIBBBBB", WIDTH, self.height, 8, 3, 0, 0, 0)
        # Here zlib lets all other threads run, which Pillow's own writer does not.
        pixels = zlib.compress(self._image.tobytes(), _COMPRESSION)
        parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)

    def _put(self, coloured: Coloured, at: tuple[int, int]) -> None:
        numbers, covered = coloured
        self._image.paste(numbers, (at[0] + 1, at[1]), covered)
        self._turns.rest()

    def _coloured(self, mask: Image.Image, ramp: bytes) -> Coloured:
        """The numbers of a mask's pixels, and which of them are covered at all."""
        # Not by `Image.point`, which takes 0.1 ms to read its table.
        values = mask.tobytes()
        numbers = Image.frombytes("L", mask.size, values.translate(ramp))
        return numbers, Image.frombytes("L", mask.size, values.translate(_IS_COVERED))

    def _corners(
        self, radius: int, colour: Colour, ground: Colour
    ) -> dict[tuple[int, int], Coloured]:
        """The quarters of a disc, by right and below; a picture has the same ones many times."""
        key = (radius, colour, ground)
        if key not in self._quarters:
            disc, ramp = _disc(radius), self._ramp(colour, ground)
            self._quarters[key] = {
                (right, below): self._coloured(
                    disc.crop(
                        (right * radius, below * radius, (right + 1) * radius, (below + 1) * radius)
                    ),
                    ramp,
                )
                for right in (0, 1)
                for below in (0, 1)
            }
        return self._quarters[key]

    def _ramp(self, colour: Colour, ground: Colour) -> bytes:
        """The palette's number for each coverage between 0 and 255."""
        key = (colour, ground)
        if key not in self._ramps:
            last = _SHADES + 1
            numbers = [self._number(mix(ground, colour, n / last)) for n in range(last + 1)]
            self._ramps[key] = bytes(numbers[(n * last + 127) // 255] for n in range(256))
        return self._ramps[key]

    def _number(self, colour: Colour) -> int:
        if colour not in self._colours:
            if len(self._colours) == _MOST_COLOURS:
                return self._colours[min(self._colours, key=lambda near: _distance(near, colour))]
            self._colours[colour] = len(self._colours)
        return self._colours[colour]


_IS_COVERED = bytes([0] + [255] * 255)


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


@lru_cache(maxsize=64)
def _disc(radius: int) -> Image.Image:
    large = Image.new("L", (2 * radius * _LARGER, 2 * radius * _LARGER))
    edge = 2 * radius * _LARGER - 1
    ImageDraw.Draw(large).ellipse((0, 0, edge, edge), fill=255)
    return large.reduce(_LARGER)


@lru_cache(maxsize=64)
def _polygon(points: tuple[Point, ...]) -> Image.Image:
    def paint(draw: ImageDraw.ImageDraw) -> None:
        draw.polygon([(x * _LARGER, y * _LARGER) for x, y in points], fill=255)

    return _reduced(points, 0, paint)


def _pieces(points: list[Point]) -> Iterator[tuple[Point, Point]]:
    """A line in short pieces: each is a small image, the whole would be a very large one."""
    for start, end in pairwise(points):
        count = max(1, ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / _LONGEST))
        for n in range(count):
            parts = [
                (
                    start[0] + (end[0] - start[0]) * k / count,
                    start[1] + (end[1] - start[1]) * k / count,
                )
                for k in (n, n + 1)
            ]
            yield parts[0], parts[1]


def _piece(start: Point, end: Point, width: int) -> tuple[Image.Image, tuple[int, int]]:
    """A piece of a line with round ends, and where it lies."""
    left, top = (int(min(start[axis], end[axis])) - width for axis in (0, 1))
    moved = [(x - left, y - top) for x, y in (start, end)]

    def paint(draw: ImageDraw.ImageDraw) -> None:
        large = [(x * _LARGER, y * _LARGER) for x, y in moved]
        draw.line(large, fill=255, width=width * _LARGER)
        radius = width * _LARGER / 2
        for x, y in large:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)

    return _reduced(moved, width, paint), (left, top)


def _reduced(
    points: Sequence[Point], pad: int, paint: Callable[[ImageDraw.ImageDraw], None]
) -> Image.Image:
    width, height = (ceil(max(point[axis] for point in points)) + pad + 1 for axis in (0, 1))
    large = Image.new("L", (width * _LARGER, height * _LARGER))
    paint(ImageDraw.Draw(large))
    return large.reduce(_LARGER)
