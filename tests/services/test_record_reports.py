"""Lists and books of the record: actions, completeness, resolutions, the minute book, binders, certificates."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BEGUN, INDEPENDENT, Meeting
from boarddesk.domain.minute_book import Seal
from boarddesk.domain.motions import Action, Motion, MotionKind, Result
from boarddesk.domain.votes import tally
from boarddesk.services.actions import open_actions
from boarddesk.services.certificates import Request, certificate, certificate_pdf, why_not_certified
from boarddesk.services.commands.actions_close import CarryAction, DropAction, FinishAction
from boarddesk.services.completeness import completeness, representation
from boarddesk.services.minute_book import book_plan, built, entries
from boarddesk.services.minute_book_index import page_of
from boarddesk.services.record_reports import ALL_YEARS, make_record, record_printables
from boarddesk.services.resolutions import adopted
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services, open_company
from tests.reports.reading import pages_of

DAY = date(2026, 11, 12)
FACILITY = "2026-34"


@pytest.fixture(scope="module")
def services(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    path = tmp_path_factory.mktemp("lists") / sample_file.name
    path.write_bytes(sample_file.read_bytes())
    opened = open_company(path, write=False)
    yield opened
    opened.close()


def flat(text: str) -> str:
    return " ".join(text.split())


def said(pdf: bytes) -> str:
    return flat(" ".join(pages_of(pdf)))


def test_every_document_listed_can_be_made(services: Services) -> None:
    found = list(record_printables(services))
    kinds = {one.kind for one in found}
    lists = {"roster", "actions", "authorities", "completeness", "resolutions"}
    assert kinds == lists | {"minute-book", "consent", "binder", "attended"}
    assert len({one.id for one in found}) == len(found)
    first = {one.kind: one for one in reversed(found)}
    for one in first.values():
        made = make_record(services, one.kind, one.of)
        assert made is not None
        assert made.startswith(b"%PDF"), one.id


def test_the_minute_book_holds_everything_in_order_with_its_pages(services: Services) -> None:
    listed = entries(services, 2026)
    record = services.shown
    held = [m for m in record.all(Meeting) if m.day.year == 2026 and m.state in BEGUN and m.body != INDEPENDENT
            and m.day <= DAY]  # fmt: skip
    meetings = [entry for entry in listed if entry.papers[0].meeting]
    assert len(meetings) == len(held)
    assert [entry.day for entry in listed] == sorted(entry.day for entry in listed)
    plan = book_plan(services, 2026)
    pdf = built(plan)
    texts = [flat(text) for text in pages_of(pdf)]
    with pikepdf.open(BytesIO(pdf)) as book, book.open_outline() as outline:
        titles = [str(entry.title) for entry in outline.root]
        assert titles[:3] == ["Cover", "Contents", "Index of resolutions"]
        assert len(titles) == 3 + len(listed)
        assert len(book.pages) == len(texts)
    assert all(f"p. {number} of {len(texts)}" in text for number, text in enumerate(texts[1:], 2))
    assert any(f"sealed {seal.number}" in texts[1] + texts[2] for seal in record.all(Seal))


def test_the_index_names_the_page_on_which_each_resolution_stands(services: Services) -> None:
    plan = book_plan(services, 2026)
    texts = [flat(text) for text in pages_of(built(plan))]
    index = flat(" ".join(text for text in texts if "No. Adopted By Subject Page" in text))
    # A subject of one line is read back in the order of its row.
    wanted = [one for one in adopted(services.shown, date(2026, 1, 1), DAY) if one.body == "board" and one.meeting
              and len(one.subject) < 36]  # fmt: skip
    assert len(wanted) > 15
    for one in wanted:
        page = next(n for n, text in enumerate(texts, 1) if f"Motion {one.number} " in text and "Subject" not in text)
        assert f"{one.number} {short_day(one.day)} Board {one.subject} {page} " in f"{index} "
    assert page_of(b"", FACILITY) == 0


def test_all_years_bind_what_each_year_binds(services: Services) -> None:
    years = [int(one.of) for one in record_printables(services) if one.kind == "minute-book" and one.of != ALL_YEARS]
    assert sum(len(entries(services, year)) for year in years) == len(entries(services, None))


def test_the_auditors_list_is_complete(services: Services) -> None:
    it, record = completeness(services), services.shown
    held = [m for m in record.all(Meeting) if it.first <= m.day <= it.last and m.state in BEGUN]
    assert {line.id for line in it.meetings} == {m.id for m in held}
    assert len(it.summaries) == sum(1 for line in it.meetings if not line.final)
    pdf = said(make_record(services, "completeness", "2026") or b"")
    for line in (*it.meetings, *it.consents):
        assert flat(line.state) in pdf
    october = next(one for one in it.summaries if one.title == "Board, regular meeting, 22 Oct 2026")
    assert any(line.startswith(f"Motion {FACILITY}: The execution, delivery") for line in october.lines)
    assert f"{len(it.meetings)} meetings and sessions held" in representation(services, it)
    assert flat(representation(services, it)) in pdf


def test_open_actions_go_on_until_closed(sample_services: Services) -> None:
    services = sample_services
    before = open_actions(services.record, "board", DAY)
    assert before
    late, other = before[0], before[1]
    services.bus.do(CarryAction(late.id, "2026-12-03-board"))
    assert late.id in {line.id for line in open_actions(services.record, "board", DAY)}
    services.bus.do(FinishAction(late.id, DAY, "Shown."))
    services.bus.do(DropAction(other.id, DAY, "Overtaken by the sale."))
    assert {line.id for line in open_actions(services.record, "board", DAY)} == {line.id for line in before[2:]}
    assert services.record.get(Action, other.id).outcome == "Overtaken by the sale."
    with pytest.raises(UserError, match="for a reason"):
        services.bus.do(DropAction(before[2].id, DAY, " "))
    with pytest.raises(UserError, match="The action was dropped"):
        services.bus.do(CarryAction(other.id, "2026-12-03-board"))


def test_a_certificate_quotes_word_for_word_and_is_counter_certified(services: Services) -> None:
    motion = services.record.get(Motion, FACILITY)
    pdf = said(certificate_pdf(services, Request(DAY, "Credit Agreement", (FACILITY,))))
    for line in motion.text.splitlines():
        assert flat(line) in pdf
    made = certificate(services, Request(DAY, "Credit Agreement", (FACILITY,)))
    assert [signer.heading for signer in made.signers] == ["Certified", "Counter-certified"]
    assert made.signers[0].name != made.signers[1].name
    assert "eight of nine directors, constituting a quorum" in pdf
    incumbency = certificate(services, Request(DAY, documents=False))
    assert incumbency.title == "Incumbency Certificate"
    assert len(certificate(services, Request(DAY, documents=False, directors=True)).people) == 9


@pytest.mark.parametrize(
    ("kind", "words"),
    [(MotionKind.RESCIND, "was rescinded on 10 Nov 2026 by motion 2026-90"),
     (MotionKind.AMEND_ADOPTED, "was amended on 10 Nov 2026"),
     (MotionKind.ORDINARY, "was superseded on 10 Nov 2026")],
)  # fmt: skip
def test_what_no_longer_stands_is_refused_with_the_reason(
    sample_services: Services, kind: MotionKind, words: str
) -> None:
    services = sample_services
    later = Motion(
        id="m-90", number="2026-90", body="board", meeting="2026-11-10-audit", kind=kind, supersedes=FACILITY,
        text="RESOLVED, that the resolution of October 22, 2026 be, and it hereby is, changed.",
        result_stated=Result.CARRIED, stated_by="Test",
    )  # fmt: skip
    meeting = next(m for m in services.record.all(Meeting) if m.day == date(2026, 11, 10))
    later = replace(later, meeting=meeting.id, body=meeting.body)
    services.bus._run("Fixture", "Fixture", lambda tx: tx.add([later]))
    assert words in why_not_certified(services.record, services.record.get(Motion, FACILITY))
    with pytest.raises(UserError, match=words):
        certificate(services, Request(DAY, motions=(FACILITY,)))
    if kind is MotionKind.AMEND_ADOPTED:
        together = certificate(services, Request(DAY, motions=(FACILITY, "m-90")))
        assert sum(len(annex.resolutions) for annex in together.annexes) == 2


def test_what_was_not_adopted_is_refused(services: Services) -> None:
    waiting = next(m for m in services.shown.all(Motion) if tally(services.shown, m).result is None)
    with pytest.raises(UserError, match="Leave it out"):
        certificate(services, Request(DAY, motions=(waiting.id,)))


def test_attendance_is_certified_with_its_times(services: Services) -> None:
    pdf = said(make_record(services, "attended", "2026-10-22-board") or b"")
    assert "Rohan Vaidyalingam Director, Class I Present in person, 9:32–11:05 a.m." in pdf
    assert "of the nine directors in office on October 22, 2026" in pdf
    with pytest.raises(UserError, match="No attendance is on record"):
        make_record(services, "attended", "2026-12-03-board")


def test_the_binder_holds_all_of_one_meeting(services: Services) -> None:
    pdf = make_record(services, "binder", "2026-10-22-board") or b""
    texts = [flat(text) for text in pages_of(pdf)]
    contents = texts[1]
    for part in ("Agenda", "Papers", "Attendance", "Minutes", "Written consents since the meeting before"):
        assert part in contents
    assert "Settlement of a freight claim" in contents
    assert all(f"p. {n} of {len(texts)}" in text for n, text in enumerate(texts[1:], 2))


def test_a_summary_is_cut_between_words(services: Services) -> None:
    words = {word for motion in services.shown.all(Motion) for word in motion.text.split()}
    cut = [line for summary in completeness(services).summaries for line in summary.lines if "…" in line]
    assert cut
    assert all(line.partition("…")[0].split()[-1] in words for line in cut)
