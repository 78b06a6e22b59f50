from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState, PresenceKind, PresenceStamp
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.reports.documents.minutes import minutes_pdf
from boarddesk.reports.packet.ink import reaches_top
from boarddesk.reports.style import A4
from tests.reports.reading import bookmarks_of, flat, fonts_of, metadata_of, pages_of, sizes_of
from tests.reports.records import DIRECTORS, at, imported, october, register

Golden = Callable[[str, bytes], None]


def _with(record: Record, meeting: str, **fields: object) -> Record:
    return record.changed([msgspec.structs.replace(record.get(Meeting, meeting), **fields)])


def test_approved_minutes_read_as_the_golden_text(golden: Golden) -> None:
    golden("minutes-board", minutes_pdf(october(), "b-2026-10"))


def test_draft_minutes_read_as_the_golden_text(golden: Golden) -> None:
    golden("minutes-board-draft", minutes_pdf(october(approved=False), "b-2026-10"))


def test_session_minutes_read_as_the_golden_text(golden: Golden) -> None:
    golden("minutes-independent-session", minutes_pdf(october(), "is-2026-10"))


def test_imported_minutes_read_as_the_golden_text(golden: Golden) -> None:
    golden("minutes-imported", minutes_pdf(imported(), "mm"))


@pytest.mark.parametrize(
    ("record", "meeting"), [(october(), "b-2026-10"), (october(), "is-2026-10"), (imported(), "mm")]
)
def test_the_same_record_gives_the_same_bytes(record: Record, meeting: str) -> None:
    assert minutes_pdf(record, meeting) == minutes_pdf(record, meeting)


@pytest.mark.parametrize(("record", "meeting"), [(october(approved=False), "b-2026-10"), (imported(), "mm")])
def test_every_font_is_embedded_and_none_is_helvetica(record: Record, meeting: str) -> None:
    fonts = fonts_of(minutes_pdf(record, meeting))
    assert len(fonts) >= 4
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_bookmarks_name_every_item() -> None:
    assert bookmarks_of(minutes_pdf(october(), "b-2026-10")) == [
        "Minutes of a Regular Meeting of the Board of Directors",
        "Attendance and quorum",
        "1. Call to order, notice and quorum",
        "2. Minutes of the prior meeting",
        "3. Business update",
        "4. Amendment of the credit facility",
        "5. Data services agreement (related-person matter)",
        "6. Executive succession",
        "7. Stock ownership guidelines",
        "8. Adjournment",
        "Actions",
        "Exhibits",
        "Approval and signature",
    ]


def test_metadata_says_what_it_is() -> None:
    final, draft = (metadata_of(minutes_pdf(october(approved=a), "b-2026-10")) for a in (True, False))
    assert final["/Title"] == "Minutes of a Regular Meeting of the Board of Directors, October\u00a022, 2026"
    assert draft["/Title"].startswith("DRAFT: Minutes")
    assert final["/Keywords"] == "minutes; board; 2026-10-22; final"
    assert (final["/Lang"], final["/DisplayDocTitle"], final["/PageMode"]) == ("en-US", "True", "/UseOutlines")
    assert final["/Creator"] == "BoardDesk"


def test_a_draft_is_flagged_on_every_page_and_has_no_signature_block() -> None:
    pages = pages_of(minutes_pdf(october(approved=False), "b-2026-10"))
    assert all("not approved by the Board" in page and "DRAFT — NOT APPROVED" in page for page in pages)
    assert "Status of this draft" in pages[-1]
    assert not any("Approval and signature" in page for page in pages)
    approved = pages_of(minutes_pdf(october(), "b-2026-10"))
    assert not any("DRAFT" in page for page in approved)
    assert "Approval and signature" in approved[-1]


def test_pages_are_counted_and_no_page_holds_only_signatures() -> None:
    pages = pages_of(minutes_pdf(october(), "b-2026-10"))
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1)] == [True] * len(pages)
    assert "Exhibits" in pages[-1]


def test_a4_has_the_same_words() -> None:
    letter, a4 = minutes_pdf(october(), "b-2026-10"), minutes_pdf(october(), "b-2026-10", sheet=A4)
    assert (sizes_of(letter), sizes_of(a4)) == ({(612, 792)}, {(595, 842)})
    assert "No action is recorded while a quorum was absent." in flat(a4)


def test_events_stand_at_their_place_in_time() -> None:
    text = flat(minutes_pdf(october(), "b-2026-10"))
    order = [
        "Motion 2026-32", "At 9:41 a.m. Ms. Castellanos joined", "3 Business update", "At 11:05 a.m. Mr. Vaidyalingam",
        "Motion 2026-34", "At 11:32 a.m. Ms. Nakagawa-Reyes was recused", "Motion 2026-35", "At 11:44 a.m.",
        "At 11:54 a.m. Mr. Okoro-Llewelyn, Mr. Wiśniewolski and Ms. Çelikbaran left", "fewer than a quorum",
        "constituting a quorum", "deferred to the regular meeting of December 3, 2026", "Motion 2026-37",
    ]  # fmt: skip
    places = [text.index(words) for words in order[:3]]
    for words in order[3:]:
        places.append(text.index(words, places[-1]))
    assert places == sorted(places)


def test_every_motion_shows_its_sum() -> None:
    text = flat(minutes_pdf(october(), "b-2026-10"))
    assert "by the affirmative vote of all eight directors present, adopted the following resolutions:" in text
    assert "Needed: 5 of 8 present; an abstention counts as present (8 Del. C. §141(b)); for: 6. Carried." in text
    assert "Disinterested directors for: 7 of 8 in office; 5 is a majority" in text


def test_imported_text_is_whole_and_its_differences_are_flagged() -> None:
    missing: list[str] = []
    text = flat(minutes_pdf(imported(), "mm", unprintable=missing))
    for words in (
        "Víðir Ægisson", "Žan <img src='file:///etc/passwd'> Kovač", "[U+6797]", "Ann O’Neil", "Grants & <i>budget</i>",
        "Grant €500 to <script>alert(1)</script> & co.", "Result as stated by minutes.md: Carried",
        "(printed “approved”)",
        "the votes on record give another", "Flagged. Stated in minutes.md as carried; the votes give failed.",
        "Moved by Víðir Ægisson; seconded by Žan", "is said to have voted by proxy", "Flagged. Voter p3 is not on the",
        "on record by its counts alone", "the result is not recorded", "Time Not recorded", "Notice Not recorded",
    ):  # fmt: skip
        assert words in text, words
    assert missing == [
        "U+6797 (CJK unified ideograph)", "U+7F8E (CJK unified ideograph)", "U+73B2 (CJK unified ideograph)",
    ]  # fmt: skip


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.NOTICED, MeetingState.CANCELLED])
def test_a_meeting_that_was_not_held_is_refused(state: MeetingState) -> None:
    with pytest.raises(UserError, match=f"This meeting is {state}") as refusal:
        minutes_pdf(_with(october(), "b-2026-10", state=state), "b-2026-10")
    assert refusal.value.code == "not_held"


def test_an_unknown_meeting_is_refused() -> None:
    with pytest.raises(UserError, match="no such meeting"):
        minutes_pdf(october(), "nowhere")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (
            MeetingState.FAILED_QUORUM,
            "For want of a quorum the meeting was adjourned at 12:12 p.m. Eastern Time to Dec",
        ),
        (MeetingState.ADJOURNED, "its business unfinished, to December 3, 2026"),
        (MeetingState.IN_SESSION, "was in session when these minutes were printed"),
        (MeetingState.RECESSED, "was in recess when these minutes were printed"),
    ],
)
def test_unfinished_meetings_say_so(state: MeetingState, words: str) -> None:
    record = _with(october(approved=False), "b-2026-10", state=state, moved_to="b-2026-12")
    assert words in flat(minutes_pdf(record, "b-2026-10"))


def test_a_committee_counts_its_members() -> None:
    day = date(2026, 10, 21)
    rows = [
        Meeting(id="au", body="audit", starts=at("13:00", day), state=MeetingState.HELD, presiding="okoro"),
        *(
            PresenceStamp(id=f"a-{p}", meeting="au", person=p, kind=PresenceKind.PRESENT)
            for p in ("okoro", "vaidyalingam")
        ),
    ]
    text = flat(minutes_pdf(Record.of([*register(), *rows]), "au"))
    assert "Minutes of a Regular Meeting of the Audit Committee" in text
    assert "Gareth Okoro-Llewelyn, Chair of the Audit Committee" in text
    assert "Two members: a majority of the two members then serving (8 Del. C. §141(c)(4))" in text
    assert "Two members were present, constituting a quorum." in text


@pytest.mark.parametrize("count", [0, 1, 40, 120])
def test_any_number_of_items_can_be_printed(count: int) -> None:
    items = [
        AgendaItem(id=f"x-{n}", meeting="b-2026-10", position=n, title=f"Matter {n}", text="Papers. " * (n % 60))
        for n in range(1, count + 1)
    ]
    record = october().with_tables({AgendaItem: items})
    pdf = minutes_pdf(record, "b-2026-10")
    text = flat(pdf)
    assert all(f"Matter {n}" in text for n in range(1, count + 1))
    assert len([t for t in bookmarks_of(pdf) if "Matter" in t]) == count


def test_very_long_names_stay_on_the_page() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff " * 4 + "X" * 90
    record = october().changed([Person(id="sorhaug", name=name.strip())])
    text = flat(minutes_pdf(record, "b-2026-10")).replace(" ", "")
    assert name.replace(" ", "") in text


def test_attendees_are_all_named() -> None:
    text = flat(minutes_pdf(october(), "b-2026-10"))
    assert all(name in text for name, *_ in DIRECTORS.values())
    assert "Marisol Duarte, of Hollis & Greer LLP, outside counsel, by video conference (item 5)" in text


def test_draft_minutes_in_a_book_keep_clear_of_its_stamp(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(minutes_pdf(october(approved=False), "b-2026-10", book_footer="Confidential · copy 2"))
    assert not reaches_top(path)
    pages = pages_of(path.read_bytes())
    assert all(
        "DRAFT · circulated 4 Nov 2026 · not approved by the Board" in page.replace("\u00a0", " ") for page in pages
    )
    assert all("Confidential · copy 2" in page for page in pages)
    assert not any("Page 1 of" in page for page in pages)
