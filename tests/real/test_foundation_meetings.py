"""Real board meetings of a foundation: imported whole, every meeting's minutes made and read back."""

import json
from collections import Counter
from typing import Any

import pytest
from adapters import RESULTS, foundation_document
from pdf_words import flat, text_of

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting
from boarddesk.domain.motions import Action, Motion, Result, Vote
from boarddesk.domain.people import Person
from boarddesk.domain.presence import attendees
from boarddesk.domain.terms import name_of
from boarddesk.domain.votes import tally
from boarddesk.services.documents import minutes_pdf
from boarddesk.services.workspace import Services, import_documents, new_company

RESULT_WORDS = {Result.CARRIED: "carried", Result.FAILED: "failed", Result.NO_ACTION: "no action"}


@pytest.fixture(scope="module")
def services(foundation_rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Services:
    path = tmp_path_factory.mktemp("foundation") / "foundation.boarddesk"
    services = new_company(path, Company(id="company", name="A foundation"))
    document = foundation_document(foundation_rows, "A foundation")
    import_documents(services, [("foundation.json", json.dumps(document).encode())])
    yield services
    services.close()


def test_everything_in_the_source_is_in_the_record(services: Services, foundation_rows: list[dict[str, Any]]) -> None:
    record = services.record
    counts = {kind.table: len(record.all(kind)) for kind in (Meeting, Person, Motion, Vote, Guest, Action, AgendaItem)}
    attended = sum(len(attendees(record, meeting)) for meeting in record.all(Meeting))
    print({**counts, "attendances": attended})
    assert counts["meetings"] == len(foundation_rows) == 35
    assert counts["people"] == 14
    assert attended == sum(len(row["attendees_distinct"]) for row in foundation_rows) == 207
    assert counts["motions"] == sum(len(row["motions"]) for row in foundation_rows) == 19
    assert counts["actions"] == sum(len(row["action_items"] or []) for row in foundation_rows) == 8
    results = Counter(tally(record, motion).result for motion in record.all(Motion))
    assert results == {Result.CARRIED: 15, Result.FAILED: 2, Result.NO_ACTION: 1, None: 1}


def test_stated_results_are_kept_as_stated_and_never_computed(services: Services) -> None:
    for motion in services.record.all(Motion):
        count = tally(services.record, motion)
        assert count.computed is None
        assert count.stated is (motion.result_stated is not None)


def test_a_double_on_the_roll_is_one_person(services: Services, foundation_rows: list[dict[str, Any]]) -> None:
    doubled = [row for row in foundation_rows if len(row["attendees"]) != len(row["attendees_distinct"])]
    assert doubled
    for row in doubled:
        meeting = services.record.get(Meeting, f"{row['date']}-board")
        names = [name_of(services.record, person) for person in attendees(services.record, meeting)]
        assert names == row["attendees_distinct"]


def test_every_meetings_minutes_hold_every_attendee_motion_and_result(
    services: Services, foundation_rows: list[dict[str, Any]]
) -> None:
    seen: Counter[str] = Counter()
    for row in foundation_rows:
        text = text_of(minutes_pdf(services, f"{row['date']}-board"))
        for name in row["attendees_distinct"]:
            assert name in text, (row["date"], name)
            seen["attendees"] += 1
        for motion in row["motions"]:
            assert flat(motion["text"]) in text, (row["date"], motion["text"])
            seen["motions"] += 1
            if motion["result"]:
                word = RESULT_WORDS[Result(RESULTS[motion["result"]])]
                assert word in text.lower(), (row["date"], word)
                seen["results"] += 1
        for topic in row["topics"]:
            assert flat(topic["title"]) in text, (row["date"], topic["title"])
            seen["topics"] += 1
        seen["minutes"] += 1
    print(dict(seen))
    assert seen == {"minutes": 35, "attendees": 207, "motions": 19, "results": 18, "topics": 181}


def test_what_the_source_lacks_is_printed_as_not_recorded(
    services: Services, foundation_rows: list[dict[str, Any]]
) -> None:
    text = text_of(minutes_pdf(services, f"{foundation_rows[0]['date']}-board"))
    assert "not recorded" in text.lower()
    assert "DRAFT" in text
