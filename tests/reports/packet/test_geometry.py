"""Pages as they are seen: turned, cropped, scaled, or without a usable size."""

import math

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from boarddesk.reports.packet.geometry import after, box_of, inverse, moved, moved_box, operands, view_of, visible_box


def page(**keys: object) -> Dictionary:
    return Dictionary(Type=Name.Page, **{key: Array(v) if isinstance(v, list) else v for key, v in keys.items()})


LETTER = [0, 0, 612, 792]


@pytest.mark.parametrize(
    ("turn", "size", "upper_left", "upper_right"),
    [
        (0, (612, 792), (0, 792), (612, 792)),
        (90, (792, 612), (0, 0), (0, 792)),
        (180, (612, 792), (612, 0), (0, 0)),
        (270, (792, 612), (612, 792), (612, 0)),
        (-90, (792, 612), (612, 792), (612, 0)),
        (450, (792, 612), (0, 0), (0, 792)),
        (45, (612, 792), (0, 792), (612, 792)),
    ],
)
def test_a_turned_page_is_seen_upright(
    turn: int, size: tuple[float, float], upper_left: tuple[float, float], upper_right: tuple[float, float]
) -> None:
    view = view_of(page(MediaBox=LETTER, Rotate=turn))
    assert (view.width, view.height) == size
    assert moved(view.matrix, 0, view.height) == pytest.approx(upper_left)
    assert moved(view.matrix, view.width, view.height) == pytest.approx(upper_right)


def test_the_crop_box_is_what_is_seen() -> None:
    view = view_of(page(MediaBox=LETTER, CropBox=[100, 100, 500, 700]))
    assert (view.width, view.height) == (400, 600)
    assert moved(view.matrix, 0, 0) == (100, 100)


def test_user_units_are_points_again() -> None:
    view = view_of(page(MediaBox=[0, 0, 306, 396], UserUnit=2))
    assert (view.width, view.height) == (612, 792)
    assert moved(view.matrix, 612, 792) == (306, 396)


@pytest.mark.parametrize(
    ("keys", "box"),
    [
        ({}, (0, 0, 612, 792)),
        ({"MediaBox": [0, 0, 0, 0]}, (0, 0, 612, 792)),
        ({"MediaBox": [0, 0, 612]}, (0, 0, 612, 792)),
        ({"MediaBox": [500, 700, 0, 0]}, (0, 0, 500, 700)),
        ({"MediaBox": LETTER, "CropBox": [-10, -10, 700, 400]}, (0, 0, 612, 400)),
        ({"MediaBox": LETTER, "CropBox": [900, 900, 950, 950]}, (0, 0, 612, 792)),
    ],
)
def test_boxes_that_need_sense(keys: dict[str, object], box: tuple[float, ...]) -> None:
    assert visible_box(page(**keys)) == box


def test_a_box_may_be_inherited() -> None:
    pdf = pikepdf.new()
    above = pdf.make_indirect(Dictionary(Type=Name.Pages, MediaBox=Array([0, 0, 300, 400]), Rotate=90))
    below = page()
    below.Parent = above
    assert (view_of(below).width, view_of(below).height) == (400, 300)
    above.Parent = above  # a circle ends somewhere
    del above.MediaBox
    assert visible_box(below) == (0, 0, 612, 792)


def test_boxes_of_nonsense_are_none() -> None:
    assert box_of(None) is None
    assert box_of(Array([Name.A, 0, 1, 1])) is None


def test_matrices() -> None:
    turn, shift = (0.0, 1.0, -1.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 5.0, 7.0)
    assert moved(after(turn, shift), 1, 0) == (5, 8)
    back = after(after(turn, shift), inverse(after(turn, shift)))
    assert all(math.isclose(a, b, abs_tol=1e-12) for a, b in zip(back, (1, 0, 0, 1, 0, 0), strict=True))
    assert moved_box(turn, (1, 2, 3, 4)) == (-4, 1, -2, 3)


def test_numbers_are_written_plainly() -> None:
    assert operands(1, 0.5, -0.00001, 1234567.0, 0.33333333) == "1 0.5 0 1234567 0.3333"
