"""Every color of text can be read on every ground it may stand on: computed from the tokens."""

import pytest

from boarddesk.ui.kit.tokens import DARK, HUES, LIGHT, Palette

GROUNDS = ("surface", "window", "rail", "inset", "sel")
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@PALETTES
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_on_grounds(palette: Palette, ink: str, ground: str):
    assert contrast(palette.hex(ink), palette.hex(ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize("hue", HUES)
def test_hues(palette: Palette, hue: str):
    for ground in (f"{hue}-t", "surface", "window", "inset", "sel"):
        assert contrast(palette.hex(hue), palette.hex(ground)) >= 4.5, ground
    assert contrast(palette.cut, palette.hex(f"{hue}-s")) >= 4.5
    # Marks stand on these grounds; they carry meaning.
    for ground in (f"{hue}-t", "surface", "sel", "inset"):
        assert contrast(palette.hex(f"{hue}-s"), palette.hex(ground)) >= 3, ground


@PALETTES
def test_marks_on_quiet_cells(palette: Palette):
    assert contrast(palette.green.solid, palette.green_quiet) >= 3


@PALETTES
def test_text_on_solid_grounds(palette: Palette):
    assert contrast(palette.onaccent, palette.accent) >= 4.5
    # A primary button under the pointer takes the slate of text as its ground.
    assert contrast(palette.onaccent, palette.slate.text) >= 4.5
    # Toasts and tooltips turn text and page around.
    assert contrast(palette.window, palette.ink) >= 4.5


@PALETTES
def test_secondary_text_under_the_pointer(palette: Palette):
    for ink in ("ink", "ink2", "accent"):
        assert contrast(palette.hex(ink), palette.hover) >= 4.5


@PALETTES
def test_outlines_that_carry_meaning(palette: Palette):
    for ground in ("surface", "window"):
        assert contrast(palette.field, palette.hex(ground)) >= 3


@PALETTES
def test_grey_text_on_its_tint_in_votes(palette: Palette):
    assert contrast(palette.ink, palette.grey.tint) >= 4.5
