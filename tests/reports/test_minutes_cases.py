"""Minutes of meetings that do not run like the others: what each kind must say, and must not."""

from datetime import date

import msgspec
import pytest

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import (
    AgendaItem,
    ItemOutcome,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    Mode,
    PresenceKind,
    PresenceStamp,
    PresidingBasis,
    Recess,
)
from boarddesk.domain.motions import Action, Choice, Motion, MotionBase, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.reports.documents.minutes import minutes_pdf
from tests.reports.reading import bookmarks_of, flat, headings_alone, pages_of
from tests.reports.records import DAY, DIRECTORS, at, october, register

EVERYONE = tuple(DIRECTORS)


def _meeting(**fields: object) -> Meeting:
    given = {
        "id": "m", "body": "board", "starts": at("09:00"), "called_to_order": at("09:00"), "adjourned": at("12:00"),
        "state": MeetingState.HELD, "presiding": "ellerbrook", "recording": "tashiro",
    }  # fmt: skip
    return Meeting(**(given | fields))


def _present(people: tuple[str, ...]) -> list[Row]:
    return [PresenceStamp(id=f"s-{p}", meeting="m", person=p, kind=PresenceKind.PRESENT, at=at("09:00"), mode=Mode.ROOM)
            for p in people]  # fmt: skip


def _motion(**fields: object) -> Motion:
    given = {"id": "v", "body": "board", "meeting": "m", "text": "RESOLVED, that it be done.", "at": at("10:00"),
             "vote_method": VoteMethod.BY_NAME}  # fmt: skip
    return Motion(**(given | fields))


def _votes(people: tuple[str, ...], **fields: object) -> list[Row]:
    return [Vote(id=f"w-{p}", motion="v", person=p, choice=Choice.FOR, **fields) for p in people]


def _text(*rows: Row | list[Row]) -> str:
    flat_rows = [row for part in rows for row in (part if isinstance(part, list) else [part])]
    return flat(minutes_pdf(Record.of([*register(), *flat_rows]), "m"))


def _in_order(text: str, *words: str) -> None:
    places = []
    for word in words:
        assert word in text, word
        places.append(text.index(word, places[-1] if places else 0))


def test_the_roll_names_who_presides_then_the_seats_whatever_the_ids() -> None:
    record = october()
    strip = flat(minutes_pdf(record, "b-2026-10")).partition("Director Attendance")[2].partition("Also present")[0]
    seats = sorted(DIRECTORS.values(), key=lambda d: d[4])
    _in_order(strip, *(name for name, *_ in seats))
    chaired = record.changed([msgspec.structs.replace(record.get(Meeting, "b-2026-10"), presiding="celikbaran")])
    _in_order(flat(minutes_pdf(chaired, "b-2026-10")).partition("Director Attendance")[2],
              "Aylin Çelikbaran", "Marcus Ellerbrook", "Ingrid Sørhaug")  # fmt: skip


def test_a_paragraph_that_begins_with_a_time_stands_at_that_time() -> None:
    item = AgendaItem(
        id="i", meeting="m", position=1, title="Reports", started=at("09:05"),
        text="The Chair opened the item.\n10:30 a.m. the committees reported.\nAudit. Mr. X spoke.\n"
        "At 9:30 a.m. counsel joined.",
    )  # fmt: skip
    text = _text(_meeting(), _present(EVERYONE), item, _motion(item="i", number="2026-1"), _votes(EVERYONE))
    _in_order(text, "The Chair opened the item.", "9:30 a.m. At 9:30 a.m. counsel joined.", "Motion 2026-1",
              "10:30 a.m. The committees reported.", "Audit. Mr. X spoke.")  # fmt: skip


def test_the_secretary_may_tell_an_event_in_her_own_words() -> None:
    own = "At 11:54 a.m. the connection failed and Mr. Okoro-Llewelyn, Ms. Çelikbaran and Mr. Wiśniewolski could no longer be heard. The Chair suspended business."
    record = october()
    item = msgspec.structs.replace(record.get(AgendaItem, "i-6"), text=own)
    text = flat(minutes_pdf(record.changed([item]), "b-2026-10"))
    assert f"11:54 a.m. Quorum not present Present 5 of 9 in office {own} Five directors remained, fewer than" in text
    assert "left the meeting (the conference" not in text
    counted = msgspec.structs.replace(item, text=f"{own} A quorum was no longer present.")
    text = flat(minutes_pdf(record.changed([counted]), "b-2026-10"))
    assert "was no longer present. 12:00 p.m." in text
    someone_else = msgspec.structs.replace(item, text=own.replace(", Ms. Çelikbaran", ""))
    assert "left the meeting (the conference" in flat(minutes_pdf(record.changed([someone_else]), "b-2026-10"))


def test_a_disclosure_comes_before_the_recusal() -> None:
    record = october()
    item = msgspec.structs.replace(
        record.get(AgendaItem, "i-5"),
        text="Disclosure. Ms. Nakagawa-Reyes disclosed her office.\nMatter. The agreement.",
    )
    text = flat(minutes_pdf(record.changed([item]), "b-2026-10"))
    _in_order(
        text, "Disclosure. Ms. Nakagawa-Reyes disclosed", "At 11:32 a.m. Ms. Nakagawa-Reyes was recused", "Matter."
    )


def test_a_recess_is_told() -> None:
    pauses = [
        Recess(id="z", meeting="m", start=at("09:40"), end=at("09:55")),
        Recess(id="a", meeting="m", start=at("11:00")),
    ]
    text = _text(_meeting(state=MeetingState.RECESSED, adjourned=None), _present(EVERYONE), pauses)
    _in_order(text, "9:40–9:55 a.m. recess At 9:40 a.m. the meeting stood in recess and at 9:55 a.m. it resumed.",
              "At 11:00 a.m. the meeting stood in recess.")  # fmt: skip


@pytest.mark.parametrize(
    ("adjourned", "moved_to", "words"),
    [
        (
            "09:20",
            "b2",
            "For want of a quorum the meeting was adjourned at 9:20 a.m. Eastern Time to November 5, 2026.",
        ),
        (
            None,
            "b2",
            "For want of a quorum the meeting was adjourned to November 5, 2026. The time of adjournment is not recorded.",
        ),
        ("09:20", None, "For want of a quorum the meeting did not proceed and ended at 9:20 a.m. Eastern Time."),
        (None, None, "For want of a quorum the meeting did not proceed."),
    ],
)
def test_a_meeting_without_quorum_does_nothing(adjourned: str | None, moved_to: str | None, words: str) -> None:
    later = Meeting(id="b2", body="board", starts=at("09:00", date(2026, 11, 5)))
    items = [AgendaItem(id=f"i{n}", meeting="m", position=n, title=f"Matter {n}") for n in (1, 2, 3)]
    meeting = _meeting(state=MeetingState.FAILED_QUORUM, adjourned=adjourned and at(adjourned), moved_to=moved_to)
    text = _text(meeting, later, items, _present(EVERYONE[:5]))
    assert "Five directors were present, fewer than the six that make a quorum. A quorum not being present, no" in text
    assert f"Items 1–3 of the agenda were not taken up. {words}" in text
    assert "Matter 2" not in text
    assert "No action" not in text


def test_an_adjourned_meeting_says_what_it_did_not_reach() -> None:
    done = AgendaItem(id="i1", meeting="m", position=1, title="Done", text="The Board talked.")
    open_item = AgendaItem(id="i2", meeting="m", position=2, title="Left")
    text = _text(_meeting(state=MeetingState.ADJOURNED), _present(EVERYONE), done, open_item)
    assert "Item 2 of the agenda was not taken up. The meeting was adjourned at 12:00 p.m. Eastern Time, its" in text


def test_votes_of_unequal_weight_are_counted_as_votes() -> None:
    votes = [msgspec.structs.replace(vote, weight=3, weight_citation="Certificate, Article V") if vote.person == "sorhaug"
             else vote for vote in _votes(EVERYONE[:5])]  # fmt: skip
    text = _text(_meeting(), _present(EVERYONE[:5]), _motion(), votes)
    assert "by the affirmative vote of all five directors present, casting seven votes, adopted" in text
    assert "Present 5 of 9 in office Quorum 7 of 12 votes · met" in text
    assert "Ms. Sørhaug has 3 votes (Certificate, Article V)." in text


def test_the_directors_in_office_may_fill_a_vacancy_without_a_quorum() -> None:
    motion = _motion(kind=MotionKind.FILL_VACANCY, base=MotionBase.DIRECTORS_IN_OFFICE, mover="sorhaug")
    text = _text(_meeting(), _present(EVERYONE[:5]), motion, _votes(EVERYONE[:5]))
    assert (
        "by the affirmative vote of all five directors present, being a majority of the directors then in office"
        in text
    )
    assert "Needed: 5 of 9 in office (8 Del. C. §223(a)); for: 5. Carried. The directors in office may fill a" in text
    assert "Moved by Ms. Sørhaug." in text


def test_without_a_quorum_nothing_else_is_carried() -> None:
    text = _text(_meeting(), _present(EVERYONE[:5]), _motion(), _votes(EVERYONE[:5]))
    assert "Upon motion, the following resolution was put and was not acted on:" in text
    assert "Not acted on. There was no quorum." in text


def test_a_motion_not_acted_on_says_so() -> None:
    motion = _motion(result_stated=Result.NO_ACTION, vote_method=VoteMethod.NOT_RECORDED, mover="okoro")
    text = _text(_meeting(), _present(EVERYONE), motion)
    assert "Upon motion duly made, the following resolution was put and was not acted on:" in text
    assert "Not acted on." in text


def test_a_matter_deferred_by_vote_gives_its_reason_before_the_vote_and_is_told_once() -> None:
    later = Meeting(id="b2", body="board", starts=at("09:00", date(2026, 12, 3)))
    item = AgendaItem(id="i", meeting="m", position=1, title="Plan", text="Papers came late.", deferred_to="b2",
                      outcome=ItemOutcome.DEFERRED, reason="time was short")  # fmt: skip
    motion = _motion(item="i", text="RESOLVED, that the matter be deferred to the meeting of December 3, 2026.")
    text = _text(_meeting(), later, item, _present(EVERYONE), motion, _votes(EVERYONE))
    _in_order(text, "Papers came late.", "Time was short.", "be deferred to the meeting of December 3, 2026.")
    assert "The matter was deferred" not in text
    assert "The matter was deferred to the regular meeting of December 3, 2026. Time was short." in _text(
        _meeting(), later, item
    )


@pytest.mark.parametrize(
    ("outcome", "text", "words"),
    [
        (ItemOutcome.RECEIVED, "Mr. X reported.", "Mr. X reported. The Board received the report."),
        (ItemOutcome.RECEIVED, "The Board received it.", "The Board received it. Adjournment"),
        (ItemOutcome.DISCUSSED, "The directors asked about cost.", "asked about cost. Adjournment"),
        (ItemOutcome.NO_ACTION, "No action was taken.", "No action was taken. Adjournment"),
        (ItemOutcome.WITHDRAWN, "", "The item was withdrawn."),
        (None, "", "No action is recorded."),
    ],
)
def test_an_outcome_is_told_once(outcome: ItemOutcome | None, text: str, words: str) -> None:
    item = AgendaItem(id="i", meeting="m", position=1, title="Matter", text=text, outcome=outcome)
    assert words in _text(_meeting(adjourned=None, called_to_order=None), item).replace("1 Matter", "Matter")


def _session(*extra: Row, **fields: object) -> str:
    parent = Meeting(id="b", body="board", starts=at("09:00"), state=MeetingState.HELD, adjourned=at("12:00"))
    session = _meeting(
        body="independent",
        kind=MeetingKind.SESSION,
        parent="b",
        **({"presiding": "sorhaug", "recording": "castellanos"} | fields),
    )
    return _text(parent, session, *extra)


def test_a_session_counts_only_directors_determined_independent() -> None:
    no = Determination(id="no", person="ellerbrook", standard=Standard.NASDAQ, outcome=Outcome.NOT_INDEPENDENT,
                       decided_on=date(2026, 2, 12))  # fmt: skip
    motion = _motion(body="independent")
    text = _session(
        no,
        *_present(("ellerbrook", "sorhaug", "castellanos")),
        motion,
        *_votes(("ellerbrook", "sorhaug", "castellanos")),
    )
    assert "Two independent directors were present. Mr. Ellerbrook, whom the Board had not determined to be" in text
    assert "Also present Marcus Ellerbrook, Chief Executive Officer, in person." in text
    assert "the directors present, by the affirmative vote of all three directors present, adopted" in text
    assert "No member of management" not in text
    assert "Two independent directors Upon motion" in text
    assert "no action of the Board was taken" in text
    assert "Determined independent by the Board" in text
    assert text.count("Board adopted") == 0


def test_a_session_without_its_lead_says_who_was_chosen() -> None:
    chosen = {"presiding": "castellanos", "presiding_basis": PresidingBasis.CHOSEN}
    text = _session(*_present(("castellanos", "okoro")), **chosen)
    assert (
        "The Lead Independent Director being absent, the independent directors present chose Ms. Castellanos to preside. Ms. Castellanos called the session to order."
        in text
    )
    assert "Castellanos, Director, chosen by those present" in text
    there = _session(*_present(("sorhaug", "castellanos")), **chosen)
    assert "The independent directors present chose Ms. Castellanos to preside." in there


def test_a_session_names_those_who_took_part_first() -> None:
    text = _session(*_present(("celikbaran", "okoro")))
    _in_order(text, "Gareth Okoro-Llewelyn 12 Feb 2026 In person", "Aylin Çelikbaran 12 Feb 2026 In person",
              "Ingrid Sørhaug 12 Feb 2026 Not recorded")  # fmt: skip
    assert "Mr. Ellerbrook (Chief Executive Officer) is not recorded as attending, nor is any other member" in text


def test_minutes_of_stockholders_tell_the_election_under_its_item() -> None:
    items = [AgendaItem(id="i1", meeting="m", position=1, title="Election of directors of Class III", type=ItemType.ELECTION),
             AgendaItem(id="i2", meeting="m", position=2, title="Ratification of the auditor")]  # fmt: skip
    election = Election(id="e", held_on=DAY, class_="III", seats=1, meeting="m", shares_outstanding=1_000_000,
                        shares_present=900_000, quorum=True)  # fmt: skip
    nominee = Nominee(
        id="n",
        election="e",
        person="celikbaran",
        shares_for=800_000,
        withheld=90_000,
        broker_non_votes=10_000,
        seated=True,
    )
    ratified = _motion(
        body="stockholders",
        item="i2",
        vote_method=VoteMethod.BY_COUNTS,
        count_for=880_000,
        count_against=15_000,
        count_abstain=5_000,
    )
    rows = [_meeting(body="stockholders", kind=MeetingKind.ANNUAL), *items, election, nominee, ratified]
    text = _text(*rows, *_present(("ellerbrook", "sorhaug")))
    _in_order(text, "Quorum 900,000 of 1,000,000 shares present in person or by proxy; a quorum was present",
              "Election of directors: Class III", "Aylin Çelikbaran 800,000 90,000 10,000 Elected",
              "2 Ratification of the auditor", "For Against Abstained 880,000 15,000 5,000 Votes are counted by shares.")  # fmt: skip
    assert "Recused" not in text
    assert "DRAFT · not signed" in text
    assert "approved by the stockholders" not in text
    assert [m for m in bookmarks_of(minutes_pdf(Record.of([*register(), *rows]), "m")) if "Election" in m] == [
        "1. Election of directors of Class\u00a0III", "Election of directors: Class III",
    ]  # fmt: skip


def test_differences_are_printed_under_the_motion_and_nothing_is_corrected() -> None:
    motion = _motion(
        count_for=9, stated_by="the minutes book", result_stated=Result.FAILED, mover="okoro", seconders=("sorhaug",)
    )
    votes = [
        msgspec.structs.replace(vote, printed="I. Sorhaug") if vote.person == "sorhaug" else vote
        for vote in _votes(EVERYONE[:8])
    ]
    text = _text(_meeting(), _present(EVERYONE[:7]), motion, votes)
    for words in (
        "Result as stated by the minutes book: Failed; the votes on record give another.",
        "Flagged. Stated in the minutes book as failed; the votes give carried.",
        "Flagged. The source counts 9 for; 8 are named.",
        "Flagged. Aylin Çelikbaran voted but is not on the roll of that meeting.",
        "Flagged. The source prints Ingrid Sørhaug as “I. Sorhaug”.",
        "Moved by Mr. Okoro-Llewelyn; seconded by Ms. Sørhaug.",
    ):
        assert words in text, words


def test_a_committee_counts_its_own_disinterested_members() -> None:
    motion = _motion(body="audit", kind=MotionKind.RELATED_PERSON)
    both = ("okoro", "vaidyalingam")
    text = _text(_meeting(body="audit", presiding="okoro"), _present(both), motion, _votes(both))
    assert "by the affirmative vote of both members present, being a majority of the disinterested members then" in text
    assert "Disinterested members for: 2 of 2 then serving; 2 is a majority (§144(a)(1))." in text


def _of_length(paragraphs: int, *, approved: bool) -> bytes:
    later = Meeting(id="b2", body="board", starts=at("09:00", date(2026, 12, 3)), state=MeetingState.HELD)
    items = [
        AgendaItem(
            id=f"i{n}", meeting="m", position=n + 1, title=f"Matter {n + 1}", text="The directors considered it. " * 4
        )
        for n in range(paragraphs)
    ]
    motions = [
        _motion(id=f"v{n}", item=f"i{n}", number=str(n), vote_method=VoteMethod.BY_COUNTS, count_for=9)
        for n in range(0, paragraphs, 2)
    ]
    action = [Action(id="a", meeting="m", item="i0", number="1", text="See to it")] if paragraphs % 3 == 1 else []
    paper = [Paper(id="p", meeting="m", item="i0", title="Report", attachment="0" * 64)] if paragraphs % 5 == 2 else []
    approval = _motion(
        id="ok", meeting="b2", at=None, vote_method=VoteMethod.BY_COUNTS, count_for=9, approves_minutes_of="m" if approved else None,
        text="Approve the minutes as circulated.",
    )  # fmt: skip
    adjourn = [
        _motion(
            id="adj", kind=MotionKind.ADJOURN, at=None, text="Adjourn.", vote_method=VoteMethod.BY_COUNTS, count_for=9
        )
    ]
    rows = [
        _meeting(),
        later,
        *items,
        *motions,
        *action,
        *paper,
        approval,
        *_present(EVERYONE),
        *(adjourn if paragraphs % 2 else []),
    ]
    return minutes_pdf(Record.of([*register(), *rows]), "m")


@pytest.mark.parametrize("paragraphs", range(24))
def test_signatures_and_headings_never_stand_alone(paragraphs: int) -> None:
    final = _of_length(paragraphs, approved=True)
    signed = [page for page in pages_of(final) if "Date:" in page]
    assert len(signed) == 1
    assert "Approved by the Board of Directors, without correction, at its regular meeting of December" in " ".join(
        signed[0].replace("\u00a0", " ").split()
    )
    assert headings_alone(final) == []
    draft = _of_length(paragraphs, approved=False)
    assert headings_alone(draft, room=20) == []
    status = next(page for page in pages_of(draft) if "Status of this draft" in page)
    assert any(words in status for words in ("adjourned at", "Adjourn.", "Actions\n", "Exhibits\n"))


@pytest.mark.parametrize("notes", [12, 16, 18, 34, 52])
def test_a_long_last_item_leaves_lines_with_the_signatures(notes: int) -> None:
    text = "\n".join(["The Board discussed the matter and asked that management report again."] * notes)
    later = Meeting(id="b2", body="board", starts=at("09:00", date(2026, 12, 3)), state=MeetingState.HELD)
    approval = _motion(id="ok", meeting="b2", vote_method=VoteMethod.BY_COUNTS, count_for=9, approves_minutes_of="m")
    last = AgendaItem(id="i", meeting="m", position=1, title="Other business", text=text)
    pdf = minutes_pdf(Record.of([*register(), _meeting(), later, last, approval, *_present(EVERYONE)]), "m")
    (signed,) = [page for page in pages_of(pdf) if "Date:" in page]
    assert "The meeting was adjourned" in signed.partition("Approval and signature")[0]
