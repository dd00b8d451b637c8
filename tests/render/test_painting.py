"""Pictures: as they should look, whatever the names and figures, in every theme and language."""

import io
from itertools import combinations

import picture_samples as samples
import pytest
from golden import FOLDER, TOLERANCE, distance, draw, small, wanted
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.core.cards import Picture, t
from bot.core.looks import (
    SHAPES,
    THEMES,
    WORDS,
    Look,
    contrast,
    read_colour,
    readable,
    tones,
    written_colour,
)
from bot.core.pictures import BoardRow, Side, board_picture, duel_picture, share_of
from bot.render.pictures import FONT, Painter, duel, turns
from bot.render.pictures.letters import Letters
from bot.render.pictures.page import SMALLEST, Page
from bot.render.pictures.turns import Turns

LETTERS = Letters([FONT], Turns())
WANTED = wanted()
HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06x}")


def golden(name: str) -> Image.Image:
    with Image.open(FOLDER / f"{name}.png") as image:
        return image.convert("RGB")


@pytest.mark.parametrize("name", WANTED)
def test_a_picture_looks_as_it_should(name: str) -> None:
    assert distance(small(draw(*WANTED[name])), golden(name)) < TOLERANCE


def test_a_wrong_picture_is_seen() -> None:
    """Another digit, another name, another rank, another bar: each is far beyond the tolerance."""
    amounts, names = samples.AMOUNTS, samples.NAMES
    wrong = (
        samples.board(amounts=(1234580, *amounts[1:])),
        samples.board(names=("小英", *names[1:10])),
        samples.board(names=(*names[:9], "李嫿")),
        samples.three(),
        samples.ties(),
    )
    for picture in wrong:
        assert distance(small(draw(picture)), golden("board")) > 1.5 * TOLERANCE
    for one, other in combinations(WANTED, 2):
        assert distance(golden(one), golden(other)) > 1.5 * TOLERANCE, (one, other)


def test_a_picture_is_as_wide_as_a_phone_wants_it_and_small_enough_to_send() -> None:
    for name, (picture, look) in WANTED.items():
        data = Painter().draw(picture, lambda words: words.key, look)
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            assert image.format == "PNG"
            assert image.width == 1080
            assert 400 < image.height < 2600, name
        assert len(data) < 150_000, name


def test_the_smallest_letters_are_read_on_a_phone() -> None:
    # A phone shows 1080 pixels on some 390 points; below 11 points Chinese is a strain.
    assert SMALLEST * 390 / 1080 >= 11


def test_the_words_are_the_readers() -> None:
    picture = samples.fifty()
    assert distance(small(draw(picture)), small(draw(picture, language="en"))) > TOLERANCE


# -- names


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("🌸花开富贵🌸", "花开富贵"),
        ("小陈👩‍💻", "小陈"),
        ("🇨🇳 阿芳 ❤️‍🔥", "阿芳"),
        ("👍🏽大宝", "大宝"),
        ("1️⃣号队员", "1号队员"),
        ("𝓐𝓷𝓷𝓪", "Anna"),
        ("Ｌｉｌｙ", "Ｌｉｌｙ"),
        ("李𬱖", "李𬱖"),
        ("喆堃玥珺昇淼垚骉婳頔", "喆堃玥珺昇淼垚骉婳頔"),
        ("陳國鳳", "陳國鳳"),
        ("Émilie Ü", "Émilie Ü"),
        ("e\u0301", "é"),
        ("约翰·史密斯", "约翰·史密斯"),
        ("สมชาย", "*****"),
        ("a\u202eb\u200b\nc", "ab c"),
        ("★王★", "★王★"),
        ("\ue000\U000f0000", ""),
    ],
)
def test_names_keep_what_can_be_drawn(name: str, shown: str) -> None:
    # Thai vowels are letters, its tone marks are not.
    assert LETTERS.readable(name).replace("******", "*****") == shown


def test_the_font_has_every_sign_of_gb_2312() -> None:
    signs = (
        bytes((high, low)).decode("gb2312", "ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    )
    missing = [sign for sign in signs if sign and LETTERS.readable(sign) != sign]
    assert missing == []


@given(st.text(max_size=40))
def test_no_name_ever_becomes_a_box(name: str) -> None:
    box = bytes(LETTERS.mask("\uffff", 40)[0].tobytes())
    for sign in LETTERS.readable(name):
        assert sign == " " or bytes(LETTERS.mask(sign, 40)[0].tobytes()) != box, repr(sign)


@given(st.text(alphabet="我W是1.i花…-", max_size=60), st.integers(60, 900))
def test_words_are_cut_to_the_width_that_is_measured(words: str, width: int) -> None:
    cut = LETTERS.fitted(words, 44, width)
    assert LETTERS.width(cut, 44) <= width or cut == words
    assert cut == words or (cut.endswith("…") and words.startswith(cut[:-1]))
    if LETTERS.width(words, 44) <= width:
        assert cut == words


def columns(image: Image.Image, area: tuple[int, int, int, int]) -> set[tuple[int, int, int]]:
    found = image.crop(area).getcolors(maxcolors=100_000)
    return {colour for _, colour in found or ()}  # type: ignore[misc]


def test_nothing_runs_over_the_edges_of_a_card() -> None:
    long = samples.LONGEST * 3
    figure = "-12,345,678.90"
    rows = [BoardRow(n, long, figure, 5000, "123,456,789 单 " * 3) for n in (1, 2, 15)]
    sides = [Side(long, figure, 9_000, long, ((long, figure),), is_ahead=True) for _ in range(4)]
    pictures = (
        board_picture(long, long, rows, total=long, note=long),
        duel_picture(long, long, sides[:2], ends=long, note=long),
        duel_picture(long, long, sides, ends=long, note=long),
        duel_picture(long, long, sides, is_blind=True, ends=long),
        samples.extremes(),
        samples.one_to_one(),
    )
    page = tones(Look()).page
    for picture in pictures:
        image = draw(picture)
        # Below the header, both margins hold nothing but the page.
        for left, right in ((0, 40), (1080 - 40, 1080)):
            assert columns(image, (left, 320, right, image.height - 200)) == {page}


def test_figures_end_on_one_line() -> None:
    """The last ink of every figure is in the same column, whatever its length."""
    ink = tones(Look()).ink
    image = draw(samples.fifty())
    ends = set()
    for row in range(4):
        middle = 336 + 8 + row * 128 + 46
        band = image.crop((600, middle - 20, 1044, middle + 20))
        dark = [
            x
            for x in range(band.width)
            if any(band.getpixel((x, y)) == ink for y in range(band.height))
        ]
        ends.add(dark[-1])
    assert max(ends) - min(ends) <= 6


def test_a_board_of_many_shows_ten_and_counts_the_rest() -> None:
    content = samples.fifty().content
    assert len(content["rows"]) == 10
    assert content["rest"] == ["picture-rest", {"count": 40}]
    assert len(samples.ties().content["rows"]) == 12
    tied = board_picture("", "", [BoardRow(1, "同分", "1")] * 60)
    assert (len(tied.content["rows"]), tied.content["rest"][1]) == (15, {"count": 45})


def test_a_blind_duel_tells_nothing_but_names() -> None:
    content = samples.blind().content
    assert content["sides"] == [{"name": "红队", "detail": ""}, {"name": "蓝队", "detail": ""}]
    other = duel_picture(
        "PK3 · 红队 vs 蓝队", "6月16日–6月20日", tuple(reversed(samples.sides())), is_blind=True
    )
    assert "12,345" not in str(other.content)


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12))
def test_a_share_is_between_nothing_and_all(value: int, best: int) -> None:
    assert 0 <= share_of(value, best) <= 10_000


# -- colours


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_can_be_read(theme: object) -> None:
    check(Look(theme.name))  # type: ignore[attr-defined]


@given(st.sampled_from(THEMES), HEX)
def test_any_accent_can_be_read(theme: object, accent: str) -> None:
    check(Look(theme.name, accent))  # type: ignore[attr-defined]


def check(look: Look) -> None:
    found = tones(look)
    for ground in (found.card, found.page):
        assert contrast(found.ink, ground) >= WORDS
        assert contrast(found.accent, ground) >= WORDS
    assert contrast(found.soft, found.card) >= WORDS
    assert contrast(found.on_accent, found.accent) >= WORDS
    assert contrast(found.on_accent_soft, found.accent) >= SHAPES
    assert contrast(found.rival, found.card) >= WORDS
    assert contrast(found.accent, found.track) >= SHAPES


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    blue = read_colour("#1d5fbf")
    assert blue is not None
    assert readable(blue, THEMES[0]) == blue
    assert written_colour(readable((255, 240, 0), THEMES[0])) != "fff000"


@pytest.mark.parametrize("word", ["", "#fff", "blue", "#12345g", "1234567"])
def test_what_is_no_colour_is_none(word: str) -> None:
    assert read_colour(word) is None


# -- trouble


def test_a_font_that_is_none_does_without(tmp_path: object) -> None:
    broken = tmp_path / "a.ttf"  # type: ignore[operator]
    broken.write_bytes(b"no font")
    data = Painter([broken]).draw(samples.three(), lambda words: words.key, Look())
    assert data.startswith(b"\x89PNG")


def test_a_kind_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        Painter().draw(Picture("poem", {}), lambda words: words.key, Look())


def test_words_of_the_catalog_are_packed() -> None:
    picture = board_picture(t("picture-rest", count=2), "", [])
    assert picture.content["title"] == ["picture-rest", {"count": 2}]


def test_teams_called_after_colours_have_them() -> None:
    """红队 is red and 蓝队 blue also where the team's own colour is blue."""
    page = Page(LETTERS, lambda words: words.key, Look("ocean"), Turns())
    red, blue = (
        next(t.accent for t in THEMES if t.name == name) for name in ("vermilion", "ocean")
    )
    assert duel._colours(page, ["红队", "蓝队"]) == (red, blue)
    assert duel._colours(page, ["Blue team", "Red team"]) == (blue, red)
    own = (page.tones.accent, page.tones.rival)
    assert duel._colours(page, ["蓝队", "蓝天队"]) == own
    assert duel._colours(page, ["红队", "小美"]) == own


def test_drawing_rests_after_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others have their turn between any two letters, bars and lines."""
    rests: list[float] = []
    monkeypatch.setattr(turns, "_TURN", -1.0)
    monkeypatch.setattr(turns.time, "sleep", rests.append)
    painter = Painter()
    for picture, fewest in ((samples.board(), 200), (samples.curve(), 60), (samples.duel(), 60)):
        rests.clear()
        painter.draw(picture, lambda words: words.key, Look())
        assert len(rests) > fewest
