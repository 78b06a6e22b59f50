from collections.abc import Callable
from datetime import date

import msgspec

from boarddesk.domain.finding import Finding, Kind, Origin, Status
from boarddesk.reports.documents.what_if import Compared, Question, what_if_pdf
from boarddesk.reports.style import A4
from tests.reports.reading import flat, fonts_of
from tests.reports.records import october

PRINTED, DAY = date(2026, 11, 12), date(2026, 12, 31)
CURE = Finding(
    clause="LAW-NQ-5605c-SIZE",
    origin=Origin.LAW,
    kind=Kind.RULE,
    subject="audit",
    period="2026-Q4",
    status=Status.IN_CURE,
    because="The Audit Committee had two members; three are needed.",
    due=date(2027, 5, 13),
)
SHORT = msgspec.structs.replace(
    CURE,
    status=Status.NOT_MET,
    because="From 31 Dec 2026 the Audit Committee had one member; three are needed.",
    due=None,
    remedy="A further member who is qualified for the Audit Committee.",
)
FORM = msgspec.structs.replace(
    CURE, status=Status.DUE_SOON, because="Notice came on 31 Dec 2026.", due=date(2027, 1, 7), remedy="A Form 8-K."
)
QUESTION = Question(
    title="Gareth Okoro-Llewelyn leaves the Board",
    words=("Gareth Okoro-Llewelyn leaves the Board on 31 Dec 2026",),
    day=DAY,
    counts={
        Origin.LAW: {"gets worse": 1, "starts": 1, "get better": 0, "end": 0, "stay the same": 76},
        Origin.GUIDELINE: {"stay the same": 46},
    },
    groups=(
        ("Law: gets worse", (Compared("Law: 5605(c)(2)(A)", "Audit committee of three members", Origin.LAW,
                                 "Q4 2026, Audit Committee", CURE, SHORT),)),
        ("Law: starts", (Compared("Law: 8-K 5.02(b)", "Form 8-K on departures", Origin.LAW,
                             "31 Dec 2026, Gareth Okoro-Llewelyn", None, FORM),)),
    ),
    remarks=("Board quorum stays at 6 of 10 seats; eight directors would be in office, two above the quorum.",),
)  # fmt: skip


def test_the_comparison_reads_as_the_golden_text(golden: Callable[[str, bytes], None]) -> None:
    golden("what-if", what_if_pdf(october(), PRINTED, QUESTION))


def test_limits_stand_before_any_result() -> None:
    text = flat(what_if_pdf(october(), PRINTED, QUESTION))
    assert text.index("nothing here is part of the record") < text.index("Law: gets worse")
    assert "No result is a conclusion that the Company complies" in text


def test_where_nothing_moves_it_says_so() -> None:
    bare = Question(QUESTION.title, QUESTION.words, DAY, {Origin.LAW: {"stay the same": 78}}, ())
    assert "No rule would return another result." in flat(what_if_pdf(october(), PRINTED, bare))


def test_same_input_same_bytes_on_both_sheets() -> None:
    for sheet in (None, A4):
        made = [what_if_pdf(october(), PRINTED, QUESTION, **({"sheet": sheet} if sheet else {})) for _ in range(2)]
        assert made[0] == made[1]
        assert all(fonts_of(made[0]).values())


def test_a_character_without_a_glyph_is_told() -> None:
    told: list[str] = []
    odd = Question("\U0001f600 leaves", QUESTION.words, DAY, {Origin.LAW: {"stays the same": 1}}, ())
    what_if_pdf(october(), PRINTED, odd, unprintable=told)
    assert told
