"""The company's own guidelines: adopted, amended, retired, judged, listed, written as YAML and read from it."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from boarddesk.cli.main import run
from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.finding import Kind, Origin
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.meetings import BOARD, ItemType, Meeting, MeetingKind, MeetingState
from boarddesk.domain.motions import Motion, Result
from boarddesk.services.bus import Command
from boarddesk.services.clauses import clause_of
from boarddesk.services.commands.create_committee import CreateCommittee
from boarddesk.services.commands.guideline_clauses import (
    AdoptClause,
    AmendClause,
    CorrectClause,
    RetireClause,
)
from boarddesk.services.compliance import compliance_view
from boarddesk.services.guideline_book import NO_LONGER, NOT_YET, guideline_lines, row_of, versions_of
from boarddesk.services.guideline_checks import reworded_since, warnings_of_version
from boarddesk.services.guideline_import import FAULT, SAME, plan_book
from boarddesk.services.guideline_yaml import export_book, read_book
from boarddesk.services.judging import findings_of_book
from boarddesk.services.report_inputs import report_inputs
from boarddesk.services.row_words import clause_choices
from boarddesk.services.settings import parameter_words
from boarddesk.services.workspace import Services, new_company

DAY, TODAY = date(2026, 1, 1), date(2026, 11, 12)
FOLDER = Path("acme/book.yaml")


@pytest.fixture
def desk(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", TODAY.isoformat())
    services = new_company(company_path, Company(id="company", name="Acme", listing_date=date(2020, 1, 1)))
    rows = (
        Meeting(id="b", body=BOARD, starts=datetime(2025, 12, 10, 9), kind=MeetingKind.REGULAR,
                state=MeetingState.HELD),
        Motion(id="m", body=BOARD, meeting="b", number="2025-9", text="RESOLVED, that the Guidelines be amended",
               result_stated=Result.CARRIED, stated_by="minutes"),
    )  # fmt: skip
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    yield services
    services.close()


def clause(**fields: Any) -> GuidelineClause:
    base = {"id": "new", "clause": "GL-7.1", "title": "Cyber risk", "text": "The Board reviews cyber risk.",
            "effective_from": DAY, "motion": "m"}  # fmt: skip
    return GuidelineClause(**(base | fields))


DUTY = clause(kind=Kind.DUTY, items=(ItemType.LEGAL_COMPLIANCE,), interval=12)


def line(services: Services, name: str) -> Any:
    return next(line for line in guideline_lines(services) if line.id == name)


def test_a_clause_lives_through_its_versions(desk: Services) -> None:
    desk.bus.do(AdoptClause(DUTY))
    desk.bus.do(AmendClause(clause(title="Cyber and privacy", effective_from=date(2026, 7, 1))))
    desk.bus.do(RetireClause("GL-7.1", date(2027, 1, 1), "m", "Moved into the Audit Committee's charter."))
    now = line(desk, "GL-7.1")
    assert (now.clause.title, now.kind, now.versions, now.ahead) == (
        "Cyber and privacy", "Statement", 3, "Retired from 1 Jan 2027",
    )  # fmt: skip
    assert [version.span for version in versions_of(desk, "GL-7.1")] == [
        "Retired from 1 Jan 2027",
        "From 1 Jul 2026, before 1 Jan 2027",
        "From 1 Jan 2026, before 1 Jul 2026",
    ]
    assert versions_of(desk, "GL-7.1")[2].motion is not None
    assert now.adopted == "Motion 2025-9 of the Board of Directors, 10 Dec 2025"
    desk.read_on(date(2026, 3, 1))
    assert (line(desk, "GL-7.1").kind, line(desk, "GL-7.1").ahead) == ("Periodic duty", "")
    assert {finding.clause for finding in findings_of_book(desk, None, "guidelines")} >= {"GL-7.1", "GL-1.1"}
    desk.read_on(date(2025, 12, 31))
    assert "GL-7.1" not in {each.id for each in guideline_lines(desk)}
    desk.read_on(date(2027, 2, 1))
    assert line(desk, "GL-7.1").group == NO_LONGER


def test_other_words_of_a_clause_that_a_rule_judges_are_told_beside_its_result(desk: Services) -> None:
    since = date(2026, 7, 1)
    shipped = line(desk, "GL-5.1").clause
    amended = clause(clause="GL-5.1", title=shipped.title, kind=Kind.RULE, effective_from=since)
    assert reworded_since(shipped) is None
    desk.bus.do(AmendClause(replace(amended, text=shipped.clause)))
    assert reworded_since(line(desk, "GL-5.1").clause) is None, "the words that ship, adopted again"
    desk.bus.do(AmendClause(replace(amended, text="At least four standing committees.", effective_from=TODAY)))
    assert reworded_since(line(desk, "GL-5.1").clause) == TODAY
    desk.bus.do(AdoptClause(DUTY))
    assert reworded_since(line(desk, "GL-7.1").clause) is None, "no rule of the program judges it"
    told = {each.id for each in report_inputs(desk).clauses if each.reworded}
    assert told == {"GL-5.1"}


def test_what_is_ahead_and_what_ships_is_told_apart(desk: Services) -> None:
    desk.bus.do(AdoptClause(clause(effective_from=date(2027, 1, 1))))
    built = line(desk, "GL-1.4")
    assert (line(desk, "GL-7.1").group, built.state, built.since) == (NOT_YET, "Built in", None)
    desk.bus.do(AmendClause(row_of(built.clause, date(2026, 5, 1))))
    again = line(desk, "GL-1.4")
    assert (again.state, again.since, again.clause.duty) == ("Amended", date(2026, 5, 1), built.clause.duty)
    assert [version.span for version in versions_of(desk, "GL-1.4")] == ["From 1 May 2026", "Before 1 May 2026"]


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (AdoptClause(clause(clause="GL-1.2")), "in force already"),
        (AdoptClause(clause(clause="two words")), "names no clause"),
        (AdoptClause(clause(clause="LAW-NQ-5605b1")), "clause of the law"),
        (AdoptClause(clause(kind=Kind.DUTY)), "nothing to look for"),
        (AdoptClause(clause(kind=Kind.RULE)), "no rule for GL-7.1"),
        (AdoptClause(clause(body="nobody")), "no body"),
        (AdoptClause(clause(effective_to=DAY)), "not after it begins"),
        (AdoptClause(clause(title=" ")), "no title"),
        (AdoptClause(clause(text=" ")), "no text"),
        (AdoptClause(clause(kind=Kind.DUTY, items=(ItemType.AUDITOR,), interval=6)), "once each fiscal year"),
        (AmendClause(clause(clause="GL-3.5")), "its kind stays R"),
        (RetireClause("GL-7.1", DAY), "not in force before"),
    ],
)
def test_what_cannot_be_so_is_refused(desk: Services, command: Command, fault: str) -> None:
    with pytest.raises(UserError, match=fault):
        desk.bus.do(command)
    assert desk.record.all(GuidelineClause) == ()


def test_two_versions_from_one_day_are_refused_and_a_version_can_be_corrected(desk: Services) -> None:
    desk.bus.do(AdoptClause(DUTY))
    with pytest.raises(UserError, match="from 1 Jan 2026 is there already"):
        desk.bus.do(AmendClause(clause(title="Again")))
    [row] = desk.record.all(GuidelineClause)
    desk.bus.do(CorrectClause(clause(id=row.id, title="Cyber risks", effective_from=date(2026, 2, 1))))
    assert [(one.id, one.title) for one in desk.record.all(GuidelineClause)] == [(row.id, "Cyber risks")]
    desk.history.undo()
    assert desk.record.get(GuidelineClause, row.id).title == "Cyber risk"


def test_what_a_colleague_would_ask_of_the_motion(desk: Services) -> None:
    assert list(warnings_of_version(desk.record, DUTY)) == []
    assert list(warnings_of_version(desk.record, clause(motion=None))) == ["No motion of the Board is named."]
    [early] = warnings_of_version(desk.record, clause(effective_from=date(2025, 11, 1)))
    assert early.startswith("The motion was decided on 10 Dec 2025, after the day")


def test_pages_list_each_clause_once(desk: Services) -> None:
    desk.bus.do(AdoptClause(DUTY))
    desk.bus.do(AmendClause(clause(clause="GL-1.1", title="Judgment", effective_from=date(2026, 7, 1))))
    desk.bus.do(RetireClause("GL-2.5", date(2026, 7, 1)))
    view = compliance_view(desk, Origin.GUIDELINE, 2026)
    assert max(Counter(row.id for row in view.rows).values()) == 1
    titles = {row.id: row.clause.title for row in view.rows}
    assert (titles["GL-1.1"], titles["GL-7.1"]) == ("Judgment", "Cyber risk")
    found = clause_of("GL-7.1", desk.shown)
    assert found is not None
    assert found.title == "Cyber risk"
    offered = clause_choices("", every=True, record=desk.shown)
    assert len(offered) == len(dict(offered))
    assert dict(offered)["GL-7.1"] == "GL-7.1: Cyber risk"
    assert "GL-7.1" not in dict(clause_choices("", record=desk.shown))


def test_pages_and_values_name_what_the_company_adopted(desk: Services) -> None:
    desk.bus.do(CreateCommittee("Technology Committee", CommitteeKind.OTHER, date(2025, 1, 1), letter="T"))
    committee = desk.record.all(Committee)[0]
    desk.bus.do(AdoptClause(clause(kind=Kind.DUTY, items=(ItemType.LEGAL_COMPLIANCE,), body=committee.id)))
    [row] = [row for row in compliance_view(desk, Origin.GUIDELINE, 2026).rows if row.id == "GL-7.1"]
    assert (row.body.name, row.body.letter) == ("Technology", "T")
    value = ParameterValue(id="v", key="interval.GL-7.1", value="6 months", effective_from=DAY, citation="Resolution")
    assert parameter_words(desk.record, value) == ("Interval of GL-7.1 Cyber risk", "every 6 months")


def test_the_command_line_judges_by_the_companys_book(
    desk: Services, company_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.bus.do(AdoptClause(DUTY))
    run(["check", str(company_path), "--book", "guidelines", "--json"])
    judged = {finding["clause"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert {"GL-7.1", "GL-1.2"} <= judged
    assert not any(clause.startswith("LAW") for clause in judged)


def test_a_book_comes_back_as_it_went(desk: Services, tmp_path: Path) -> None:
    desk.bus.do(AdoptClause(DUTY))
    desk.bus.do(AmendClause(clause(effective_from=date(2026, 7, 1), reason="Widened.")))
    desk.bus.do(RetireClause("GL-2.5", date(2026, 7, 1), "m", "Term limits adopted."))
    written = export_book(desk)
    book = read_book(FOLDER, written)
    assert book.faults == ()
    plan = plan_book(desk, book, TODAY)
    assert {line.state for line in plan.lines} == {SAME}
    assert (plan.command, plan.left_out) == (None, 0)
    other = new_company(tmp_path / "other.boarddesk", Company(id="company", name="Acme"))
    plan = plan_book(other, book, TODAY)
    assert Counter(line.state for line in plan.lines if line.state != SAME) == {
        "New clause": 1, "Amended": 1, "Retired": 1,
    }  # fmt: skip
    assert plan.command is not None
    other.bus.do(plan.command)
    assert [line.clause.title for line in guideline_lines(other)] == [
        line.clause.title for line in guideline_lines(desk)
    ]
    assert {row.motion for row in other.record.all(GuidelineClause)} == {None}
    other.history.undo()
    assert other.record.all(GuidelineClause) == ()
    other.close()


def test_undated_versions_take_the_day_and_leave_the_rest_as_it_was(desk: Services) -> None:
    text = b"clauses: {GL-1.4: {undated: {text: Other words.}}, GL-8.1: {undated: {title: New, text: Words.}}}"
    plan = plan_book(desk, read_book(FOLDER, text), date(2026, 9, 1), "m", "As proposed")
    assert [(line.state, line.clause, line.day) for line in plan.lines] == [
        ("New clause", "GL-8.1", date(2026, 9, 1)), ("Amended", "GL-1.4", date(2026, 9, 1)),
    ]  # fmt: skip
    assert plan.lines[1].detail.endswith("→ Other words.")
    assert plan.command is not None
    desk.bus.do(plan.command)
    [row] = desk.record.where(GuidelineClause, "clause", "GL-1.4")
    assert (row.title, row.interval, row.motion, row.reason) == (
        "Annual financial plan reviewed", 12, "m", "As proposed",
    )  # fmt: skip


BAD = """\
clauses:
  GL-1.4:
    undated:
      title: A
      kind: Z
    2026-13-01:
      title: x
  GL-9.1:
    2026-01-01:
      title: T
      text: U
      colour: red
    2026-02-01:
      title: T
      text: U
      kind: D
      items: [nonsense]
  GL-9.2:
    2026-01-01:
      title: T
      text: U
      kind: D
  LAW-DE-141c4: {undated: {title: q, text: q}}
"""


def test_every_fault_of_a_bad_book_has_file_line_and_reason(desk: Services) -> None:
    plan = plan_book(desk, read_book(FOLDER, BAD.encode()), TODAY)
    assert plan.command is None
    found = {line.what: line.detail for line in plan.lines if line.state == FAULT}
    assert {where: reason.split(".")[0] for where, reason in found.items()} == {
        "acme/book.yaml, line 5": "kind: “Z” is none of the words known here",
        "acme/book.yaml, line 7": "“2026-13-01” is no day; write it as 2026-07-01, or “undated”",
        "acme/book.yaml, line 12": "“colour” is not known here",
        "acme/book.yaml, line 17": "items: “nonsense” is none of the words known here",
        "acme/book.yaml, line 20": "The duty has nothing to look for",
        "acme/book.yaml, line 23": "§141(c)(4) is a clause of the law, not of the guidelines",
    }


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("clauses: [", "acme/book.yaml, line 2", "Did not find"),
        ("", "acme/book.yaml, line 1", "The file is empty"),
        ("- a", "acme/book.yaml, line 1", "Entries of the form"),
        ("book: x", "acme/book.yaml, line 1", "“book” is not known here"),
        ("clauses: &a\n  b: *a", "acme/book.yaml, line 2", "Write the words out"),
        ("clauses: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}", "acme/book.yaml, line 1", "nested too deeply"),
        ("? [a]\n: b", "acme/book.yaml, line 1", "A name is expected"),
        ("clauses:\n  GL-9:\n    undated: {title: a}\n  GL-9: {}", "acme/book.yaml, line 4", "stands twice"),
        ("\0", "acme/book.yaml", "ontrol characters"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "acme/book.yaml", ""),
    ],
)
def test_what_is_no_book_is_told(text: str, where: str, reason: str) -> None:
    [fault] = read_book(FOLDER, text.encode()).faults
    assert fault.where == where
    assert reason in fault.what
