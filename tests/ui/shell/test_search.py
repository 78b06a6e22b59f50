"""Search: words in any order, accents aside, a few of each kind before more of any, fresh after a change."""

from datetime import date, datetime, time

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Person
from boarddesk.services.search import OF_A_KIND, Hit, SearchIndex
from boarddesk.services.workspace import Services


def add(services: Services, *rows: Meeting | Person | Document | Motion) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def titles(index: SearchIndex, text: str) -> list[str]:
    return [hit.title for hit in index.found(text)]


def test_accents_case_and_order_of_words_do_not_matter(services: Services) -> None:
    index = SearchIndex(services)
    assert titles(index, "SORENSEN ada") == ["Ada Sørensen"]
    assert titles(index, "   ") == []
    assert titles(index, "nobody of that name") == []
    services.close()


def test_many_meetings_do_not_crowd_out_a_document(services: Services) -> None:
    meetings = [
        Meeting(id=f"m{month}", body="board", starts=datetime.combine(date(2026, month, 3), time(9)))
        for month in range(1, 11)
    ]
    add(services, *meetings, Document(id="d", kind=DocumentKind.POLICY, title="Board travel policy"))
    kinds = [hit.kind for hit in SearchIndex(services).found("board")]
    assert kinds[: OF_A_KIND + 1].count("meeting") <= OF_A_KIND
    assert "document" in kinds[: 2 * OF_A_KIND]
    services.close()


def test_what_was_just_entered_is_found(services: Services) -> None:
    index = SearchIndex(services)
    assert titles(index, "okonkwo") == []
    add(services, Person(id="chi", name="Chi Okonkwo", aliases=("C. Okonkwo",)))
    assert titles(index, "okonkwo") == ["Chi Okonkwo"]
    services.close()


def test_a_motion_is_found_by_its_words_and_names_its_meeting(services: Services) -> None:
    add(
        services, Motion(id="x", number="2026-07", body="board", meeting="2026-12-03-board", text="RESOLVED, to lease.")
    )
    hit: Hit = SearchIndex(services).found("lease")[0]
    assert (hit.kind, hit.title, hit.detail) == (
        "motion", "2026-07 RESOLVED, to lease.", "Board of Directors, 3 Dec 2026",
    )  # fmt: skip
    services.close()
