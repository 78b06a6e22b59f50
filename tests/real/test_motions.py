"""Real motions with named votes: computed results beside printed ones, every difference named by row."""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from adapters import motions_document

from boarddesk.domain.attendance import AttendanceBook
from boarddesk.domain.company import Company
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Consent, ConsentKind, Motion, Result, Vote
from boarddesk.domain.noticed import noticed, roll_spellings
from boarddesk.domain.presence import roll_taken
from boarddesk.domain.terms import directors_on, name_of
from boarddesk.domain.votes import tally
from boarddesk.services.workspace import Services, import_documents, new_company


@pytest.fixture(scope="module")
def services(motion_rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Services:
    path = tmp_path_factory.mktemp("motions") / "motions.boarddesk"
    services = new_company(path, Company(id="company", name="Another foundation"))
    document = motions_document(motion_rows, "Another foundation")
    import_documents(services, [("motions.json", json.dumps(document).encode())])
    yield services
    services.close()


def motions_of(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["record"] == "motion"]


def test_everything_in_the_source_is_in_the_record(services: Services, motion_rows: list[dict[str, Any]]) -> None:
    record = services.record
    source = motions_of(motion_rows)
    motions = record.all(Motion)
    rolls = [meeting for meeting in record.all(Meeting) if roll_taken(record, meeting)]
    counts = {
        "motions": len(motions),
        "movers": sum(1 for motion in motions if motion.mover),
        "seconders": sum(1 for motion in motions if motion.seconders),
        "votes": len(record.all(Vote)),
        "between meetings": len(record.all(Consent)),
        "rolls": len(rolls),
        "without a meeting": sum(1 for motion in motions if motion.meeting is None and motion.consent is None),
    }
    print(counts)
    assert counts["motions"] == len(source) == 98
    assert counts["movers"] == 80
    assert counts["seconders"] == 81
    assert counts["votes"] == 568 + 8 + 11
    assert counts["between meetings"] == 15
    assert counts["rolls"] == 24
    assert all(consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS for consent in record.all(Consent))
    choices = Counter(vote.choice.value for vote in record.all(Vote))
    assert choices == {"for": 568, "against": 8, "abstain": 11}


def test_computed_results_agree_with_the_printed_ones(services: Services, motion_rows: list[dict[str, Any]]) -> None:
    record = services.record
    differing = []
    for row in motions_of(motion_rows):
        motion = record.get(Motion, f"{row['date']}-{row['seq']}")
        printed = row["result_stated"] or row["result_from_counts"]
        computed = tally(record, motion).computed
        if computed is None or computed.value != printed:
            differing.append((motion.id, printed, computed))
    print("differing results:", differing)
    assert differing == []


def test_each_difference_is_reported_by_row_and_none_is_corrected(
    services: Services, motion_rows: list[dict[str, Any]]
) -> None:
    record = services.record
    kinds: Counter[str] = Counter()
    for motion in record.all(Motion):
        for sentence in noticed(record, motion):
            kind = next(
                (
                    word
                    for word in ("proxy", "not on the roll", "prints", "counts", "between meetings", "Stated")
                    if word in sentence
                ),
                "other",
            )
            kinds[kind] += 1
            if kind != "prints":
                print(motion.id, sentence)
    print(dict(kinds))
    source = motions_of(motion_rows)
    spelled = sum(1 for row in source for vote in row["votes"] or [] if vote["printed"] != vote["name"])
    assert kinds["prints"] == spelled
    assert kinds["proxy"] == 6
    assert kinds["between meetings"] == 15
    assert kinds["not on the roll"] == _absent_voters(motion_rows)
    assert kinds["counts"] == 2
    assert kinds["other"] == 0
    for row in source:
        motion = record.get(Motion, f"{row['date']}-{row['seq']}")
        assert motion.printed == (row["result_printed"] or "")
        kept = {vote.printed for vote in record.where(Vote, "motion", motion.id)}
        assert kept == {vote["printed"] for vote in row["votes"] or []}


def _absent_voters(rows: list[dict[str, Any]]) -> int:
    rolls = {row["date"]: set(row["attendees"]) for row in rows if row["record"] == "attendance"}
    return sum(
        1
        for row in motions_of(rows)
        if row["date"] in rolls and row["kind"] != "between_meetings"
        for vote in row["votes"] or []
        if vote["name"] not in rolls[row["date"]]
    )


def test_roll_spellings_are_kept(services: Services, motion_rows: list[dict[str, Any]]) -> None:
    found = [line for meeting in services.record.all(Meeting) for line in roll_spellings(services.record, meeting)]
    rolls = [row for row in motion_rows if row["record"] == "attendance"]
    expected = sum(
        1
        for row in rolls
        for pair in zip(row["attendees"], row["attendees_printed"], strict=True)
        if pair[0] != pair[1]
    )
    assert len(found) == expected > 0


def test_attendance_over_periods_of_service(services: Services, motion_rows: list[dict[str, Any]]) -> None:
    record = services.record
    rolls = {row["date"]: row for row in motion_rows if row["record"] == "attendance"}
    boards = {
        row["year"]: {member["name"] for member in row["members"]}
        for row in motion_rows
        if row["record"] == "board_year"
    }
    table: dict[tuple[int, str], tuple[int, int]] = {}
    book = AttendanceBook(record, date(2022, 6, 30))
    for year in boards:
        for line in book.year(year):
            table[year, name_of(record, line.person)] = (len(line.attended), len(line.attended) + len(line.missed))
    for (year, name), (attended, held) in sorted(table.items()):
        if held:
            print(year, name, f"{attended} of {held}")
    for year, members in boards.items():
        dates = [day for day in rolls if day.startswith(str(year))]
        for name in members:
            listed = sum(1 for day in dates if name in rolls[day]["attendees"])
            assert table.get((year, name), (0, 0)) == (listed, len(dates)), (year, name)


def test_boards_change_at_year_ends(services: Services, motion_rows: list[dict[str, Any]]) -> None:
    for row in motion_rows:
        if row["record"] == "board_year":
            names = {
                name_of(services.record, person) for person in directors_on(services.record, date(row["year"], 12, 31))
            }
            assert names == {member["name"] for member in row["members"]}


def test_no_result_is_stated_that_the_source_does_not_state(
    services: Services, motion_rows: list[dict[str, Any]]
) -> None:
    for row in motions_of(motion_rows):
        motion = services.record.get(Motion, f"{row['date']}-{row['seq']}")
        stated = Result(row["result_stated"]) if row["result_stated"] else None
        assert motion.result_stated is stated
