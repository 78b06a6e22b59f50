"""Pictures become pages."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from boarddesk.reports.packet.images import placed
from boarddesk.reports.packet.verdict import Examined

Examine = Callable[..., tuple[Examined, Path]]
LETTER = (612.0, 792.0)


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (400, 300), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, kind, **options)
    return out.getvalue()


def test_a_scan_fills_its_page() -> None:
    assert placed(LETTER, (2550, 3300), (300, 300)) == pytest.approx((612, 792, 612, 792))


def test_a_wide_picture_turns_the_page_and_keeps_the_margins() -> None:
    width, height, wide, high = placed(LETTER, (3000, 1000), (72, 72))
    assert (width, height) == (792, 612)
    assert (wide, high) == pytest.approx((720, 240))


def test_a_small_picture_is_not_blown_up() -> None:
    assert placed(LETTER, (96, 192), (96, 96)) == (612, 792, 72, 144)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("TIFF", "1"),
        ("GIF", "P"),
        ("BMP", "RGB"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
    ],
)
def test_kinds_of_pictures(kind: str, mode: str, examine: Examine) -> None:
    verdict, clean = examine(picture(kind, mode))
    assert verdict.sentence() == "used, 1 page"
    with pikepdf.open(clean) as pdf:
        assert [float(n) for n in pdf.pages[0].mediabox] == [0, 0, 792, 612]


def test_a_tiff_has_as_many_pages_as_pictures(examine: Examine) -> None:
    more = [Image.new("L", (300, 400), 255) for _ in range(2)]
    content = picture("TIFF", "L", (300, 400), save_all=True, append_images=more)
    assert examine(content)[0].pages == 3


def test_pixels_of_a_jpeg_are_kept_as_they_are(examine: Examine) -> None:
    content = picture("JPEG")
    _, clean = examine(content)
    with pikepdf.open(clean) as pdf:
        [image] = pdf.pages[0].obj.Resources.XObject.values()
        assert image.read_raw_bytes() == content


def test_a_cut_off_picture_is_refused(examine: Examine) -> None:
    verdict, _ = examine(picture("PNG", "RGBA")[:60])
    assert verdict.reason.startswith("The picture cannot be read.")
