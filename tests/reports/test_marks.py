from itertools import product

import pytest
from reportlab.pdfgen.canvas import Canvas

from boarddesk.domain.finding import Origin, Status
from boarddesk.reports.marks import CROSSED, DECIDE, DISCUSS, INFORM, TESTED, Mark, draw, mark_for


def _code(mark: Mark) -> str:
    canvas = Canvas("unused.pdf", invariant=1)
    draw(canvas, mark, 0, 0, 10)
    return "\n".join(canvas._code)


@pytest.mark.parametrize(("status", "origin"), list(product(Status, Origin)))
def test_every_status_has_a_word_and_a_shape_for_every_origin(status: Status, origin: Origin) -> None:
    mark = mark_for(status, origin)
    assert mark.word
    assert "re" in _code(mark) or " l" in _code(mark) or " c" in _code(mark)


def test_guideline_and_law_never_share_an_adverse_mark_or_a_verdict() -> None:
    guideline, law = mark_for("not_met", "guideline"), mark_for("not_met", "law")
    assert (guideline.word, law.word) == ("Departs", "Shortfall")
    assert _code(guideline) != _code(law)
    assert mark_for("met", "guideline").word == "Followed"
    assert mark_for("met", "law").word == "No shortfall found"


def test_a_shape_means_one_thing() -> None:
    """Phase-in shares the half circle of a cure, exemptions the barred circle, and expiry the shortfall's square."""
    shapes: dict[str, set[str]] = {}
    for status, origin in product(Status, (Origin.GUIDELINE, Origin.LAW)):
        shapes.setdefault(_code(mark_for(status, origin)), set()).add(status)
    shared = {frozenset(statuses) for statuses in shapes.values() if len(statuses) > 1}
    assert shared == {
        frozenset({"in_cure", "in_phase_in"}),
        frozenset({"exempt", "exception_relied_on"}),
        frozenset({"not_met", "cure_expired"}),
    }
    others = {_code(mark) for mark in (TESTED, CROSSED, DECIDE, DISCUSS, INFORM)}
    assert len(others) == 5
    assert not others & set(shapes)
