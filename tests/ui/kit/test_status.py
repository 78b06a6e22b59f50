import pytest

from boarddesk.ui.kit.marks import SHAPES
from boarddesk.ui.kit.status import CODES, LOOKS, cell_ground, full_word, mark_pixmap, status_mark
from boarddesk.ui.kit.tokens import HUES

FINDING_CODES = (
    "met", "not_met", "in_cure", "cure_expired", "in_phase_in", "due_soon", "overdue", "not_yet_due",
    "exception_relied_on", "exempt", "not_applicable", "disclosure_required", "safe_harbor_not_shown",
    "judgment_needed", "cannot_judge", "recorded", "not_recorded", "information",
)  # fmt: skip


@pytest.mark.parametrize("code", FINDING_CODES)
@pytest.mark.parametrize("origin", ["guideline", "law", "practice"])
def test_every_status_has_color_shape_and_word(code: str, origin: str):
    look = status_mark(code, origin)
    assert look.shape in SHAPES
    assert look.hue in HUES
    assert look.word
    assert "met" not in look.word.casefold().split()
    assert "compliant" not in look.word.casefold()
    image = mark_pixmap(look, 16, 2.0).toImage()
    assert image.width() == 32
    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
    assert inked > 20, "something is drawn"


def test_words_and_shapes_follow_the_origin():
    assert status_mark("met").word == "Followed"
    assert status_mark("met", "law").word == "No shortfall"
    assert full_word("met", "law") == "No shortfall found"
    assert status_mark("not_met", "practice").word == "Departs"
    assert status_mark("not_met", "law").word == "Shortfall"
    assert status_mark("not_met").shape != status_mark("not_met", "law").shape


def test_shapes_differ_so_that_color_is_never_needed():
    looks = [status_mark(code) for code in FINDING_CODES] + [status_mark("not_met", "law")]
    images = {}
    for look in looks:
        image = mark_pixmap(look, 16, 2.0).toImage()
        shape = bytes(image.pixelColor(x, y).alpha() > 127 for x in range(32) for y in range(32))
        assert images.setdefault(shape, look.shape) == look.shape, f"{look.shape} looks like another"


def test_unknown_codes_are_refused():
    with pytest.raises(KeyError):
        status_mark("perhaps")


def test_cell_grounds():
    assert cell_ground("met") == cell_ground("recorded") == "green_quiet"
    assert cell_ground("not_met", "law") == "red-t"
    assert cell_ground("not_yet_due") == ""


def test_every_code_has_a_look():
    assert {"met", "not_met", *LOOKS} == set(CODES)
