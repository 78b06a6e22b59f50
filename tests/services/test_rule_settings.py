"""Every value of the rules: listed, set with its reason, refused with its fault, looked at over time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.rules.books import built_in
from boarddesk.services.clauses import parameter_label
from boarddesk.services.commands.guideline_clauses import AdoptClause
from boarddesk.services.commands.set_parameter import SetParameter, faults_of_value
from boarddesk.services.rule_settings import AHEAD, EARLIER, IN_FORCE, dependents, value_history
from boarddesk.services.settings import FRACTIONS, GROUPS, parameter_lines, written
from boarddesk.services.workspace import Services, new_company

TODAY = date(2026, 11, 12)
THRESHOLD = "related_person_threshold"


@pytest.fixture
def desk(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", TODAY.isoformat())
    services = new_company(company_path, Company(id="company", name="Acme"))
    yield services
    services.close()


def over(key: str, value: str, day: date = date(2026, 2, 1), reason: str = "Our policy says so") -> SetParameter:
    return SetParameter(key, value, day, "Policy, part 2", reason)


def test_every_parameter_of_the_books_is_listed_in_words(desk: Services) -> None:
    lines = {line.key: line for line in parameter_lines(desk)}
    assert set(built_in().parameters) <= set(lines)
    assert {line.group for line in lines.values()} <= set(GROUPS)
    for line in lines.values():
        assert line.title
        assert line.value
        assert line.source
        assert "_" not in line.value
    for key, parameter in built_in().parameters.items():
        assert lines[key].editable == (parameter.editable or key in FRACTIONS), key
        assert lines[key].overridable == (parameter.may_be_set or key in FRACTIONS), key
    assert lines["classes_nearly_equal_required"].unconfirmed
    assert lines["interval.GL-1.9"].value == "none adopted"


def test_a_value_over_time(desk: Services) -> None:
    desk.bus.do(over(THRESHOLD, "10000000"))
    desk.bus.do(over(THRESHOLD, "5000000", date(2027, 1, 1), "Lower still"))
    found = value_history(desk, THRESHOLD)
    assert [(line.value, line.own, line.state) for line in found] == [
        ("$50,000", True, AHEAD), ("$100,000", True, IN_FORCE), ("$120,000", False, EARLIER),
    ]  # fmt: skip
    assert (found[2].confidence, found[2].source) == ("Confirmed", "S-K 404(a); Nasdaq Rule 5630")
    desk.read_on(date(2026, 1, 15))
    assert [(line.value, line.state) for line in value_history(desk, THRESHOLD)] == [("$120,000", IN_FORCE)]


def test_which_clauses_depend_on_a_value(desk: Services) -> None:
    stated = {each.id: each for each in dependents(desk, "classes_nearly_equal_required")}
    assert stated["GL-2.4"].stated
    [interval] = dependents(desk, "interval.GL-1.9")
    assert (interval.id, interval.stated) == ("GL-1.9", True)
    relied = [f.clause for f in desk.findings() for used in f.parameters if used.key == "due_soon_days"]
    assert relied
    assert {each.id: each.results for each in dependents(desk, "due_soon_days")} == {
        clause: relied.count(clause) for clause in relied
    }


@pytest.mark.parametrize(
    ("command", "field", "fault"),
    [
        (over("nothing_such", "1"), "key", "know no such value"),
        (over("interval.GL-99", "yearly"), "key", "know no such value"),
        (over("code_waiver_bodies", "board"), "key", "fixed by its rule"),
        (over(THRESHOLD, "lots"), "value", "cannot be read"),
        (over("interval.GL-1.9", "often"), "value", "cannot be read"),
        (over("proxy_access", "perhaps"), "value", "cannot be read"),
        (over("board_quorum_fraction", "4/3"), "value", "cannot be read"),
        (over(THRESHOLD, " "), "value", "No value is given"),
        (over(THRESHOLD, "1", date(1066, 1, 1)), "effective_from", "1066"),
        (SetParameter(THRESHOLD, "1", TODAY, " ", "Why"), "citation", "no source"),
        (over(THRESHOLD, "1", reason=" "), "reason", "no reason"),
    ],
)
def test_a_refusal_names_its_field(desk: Services, command: SetParameter, field: str, fault: str) -> None:
    [found] = faults_of_value(command, desk.record)
    assert found.where == field
    assert fault in found.what
    with pytest.raises(UserError, match=fault):
        desk.bus.do(command)
    assert desk.record.all(ParameterValue) == ()


def test_days_are_typed_as_a_list(desk: Services) -> None:
    line = next(line for line in parameter_lines(desk) if line.key == "sec_closings")
    assert written(line, "9 Jan 2025, 5 dec 2018") == "5 Dec 2018, 9 Jan 2025"
    assert written(line, "none") == "none"
    assert written(line, "someday") is None
    assert written(line, "31 Feb 2025") is None
    desk.bus.do(over("sec_closings", "9 Jan 2025"))
    assert next(line for line in parameter_lines(desk) if line.key == "sec_closings").value == "9 Jan 2025"


def test_an_interval_is_adopted_for_a_clause_of_the_companys_own(desk: Services) -> None:
    from boarddesk.domain.finding import Kind
    from boarddesk.domain.governance import GuidelineClause
    from boarddesk.domain.meetings import ItemType

    row = GuidelineClause(id="new", clause="GL-7.1", title="Cyber risk", text="Reviewed.", kind=Kind.DUTY,
                          items=(ItemType.LEGAL_COMPLIANCE,), effective_from=date(2026, 1, 1))  # fmt: skip
    desk.bus.do(AdoptClause(row))
    desk.bus.do(SetParameter("interval.GL-7.1", "6 months", date(2026, 2, 1), "Board, 1 Feb 2026"))
    line = next(line for line in parameter_lines(desk) if line.key == "interval.GL-7.1")
    assert (line.title, line.value) == ("GL-7.1 Cyber risk", "every 6 months")
    assert parameter_label("interval.GL-7.1") == "Interval of GL-7.1"
    assert {finding.due for finding in desk.findings() if finding.clause == "GL-7.1"} == {date(2026, 8, 1)}


def test_every_value_of_the_books_names_what_depends_on_it(sample_services: Services) -> None:
    lines = [line for line in parameter_lines(sample_services) if not line.key.startswith("interval.")]
    assert [line.key for line in lines if not dependents(sample_services, line.key)] == []
    assert {each.id for each in dependents(sample_services, "sec_closings")} >= {"LAW-8K-502b", "LAW-NQ-5610W"}
    for parameter in built_in().parameters.values():
        assert set(parameter.clauses) <= set(built_in().by_id), parameter.key


def test_a_hint_says_how_the_value_is_written(desk: Services) -> None:
    hints = {line.key: line.hint for line in parameter_lines(desk)}
    assert hints["due_soon_days"] == "A whole number of days."
    assert hints["proxy_filing_days"] == "A whole number of days."
    assert hints["sec_closings"].startswith("Days such as “9 Jan 2025")
    assert hints["proxy_access"] == "“Yes” or “no”."
