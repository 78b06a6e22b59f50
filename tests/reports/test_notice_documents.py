"""Notice, waiver, record of notice, emergency sheet: what they say, on how many pages, and the same bytes twice."""

from datetime import date, datetime

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import (
    BOARD,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    ItemType,
    Meeting,
    MeetingKind,
    Purpose,
)
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.notices import Issue, IssuedKind, Notice, NoticeKind
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.reports.documents.emergency_kit import emergency_kit_pdf
from boarddesk.reports.documents.notice import notice_pdf
from boarddesk.reports.documents.notice_record import notice_record_pdf
from boarddesk.reports.documents.waiver import waiver_pdf
from boarddesk.reports.pdf_text import pages_of
from boarddesk.reports.style import A4

DATED = date(2026, 11, 20)
STANDING = date(2020, 1, 1)
TEN_DAYS = NoticePeriod(hours=240, citation="Bylaws §3.6", manner="e-mail to each director’s address of record")
PEOPLE = {"arden": "Ann Arden", "brook": "Ben Brook", "celik": "Ceyda Çelik", "sec": "Sam Secretary"}
REGULAR = Meeting(
    id="regular", body=BOARD, starts=datetime(2026, 12, 3, 9), ends=datetime(2026, 12, 3, 13, 30),
    place="Board Room, Columbus", dial_in="+1 555 0100", scheduled_on=date(2025, 12, 11),
    notice_manner="e-mail to each director’s address of record",
)  # fmt: skip
SPECIAL = Meeting(
    id="special", body=BOARD, kind=MeetingKind.SPECIAL, starts=datetime(2026, 11, 13, 7, 30), emergency=True,
    purpose="To consider the intrusion", caller="arden", dial_in="+1 555 0100, code 4411#",
    scheduled_on=date(2026, 11, 12),
)  # fmt: skip
ANNUAL = Meeting(
    id="annual", body=STOCKHOLDERS, kind=MeetingKind.ANNUAL, starts=datetime(2027, 5, 13, 14), place="Columbus",
    record_date=date(2027, 3, 18), proxies_solicited=True,
)  # fmt: skip
AUDIT = Meeting(id="audit", body="audit", starts=datetime(2026, 12, 2, 13))
SESSION = Meeting(id="session", body=INDEPENDENT, kind=MeetingKind.SESSION, starts=datetime(2026, 12, 3, 13, 40),
                  parent="regular")  # fmt: skip


def record(*more: object) -> Record:
    rows = [Company(id="company", name="Acme & Sons, Inc.")]
    rows += [Person(id=key, name=name) for key, name in PEOPLE.items()]
    rows += [Appointment(id=f"a-{key}", person=key, class_="I", start=STANDING) for key in PEOPLE if key != "sec"]
    rows += [BoardSize(id="size", size=4, effective_from=STANDING)]
    rows += [RoleTenure(id="chair", person="arden", role=Role.CHAIR, start=STANDING),
             RoleTenure(id="secretary", person="sec", role=Role.SECRETARY, start=STANDING)]  # fmt: skip
    rows += [Committee(id="audit", name="Audit Committee", kind=CommitteeKind.AUDIT, letter="A", start=STANDING)]
    rows += [CommitteeSeat(id=f"c-{key}", committee="audit", person=key, start=STANDING) for key in ("brook", "celik")]
    rows += [REGULAR, SPECIAL, ANNUAL, AUDIT, SESSION]
    items = (
        ("Call to order", ItemType.CALL_TO_ORDER, None), ("Plan for 2027", ItemType.ANNUAL_PLAN, Purpose.DECIDE),
        ("Lunch", ItemType.BREAK, None), ("Consent agenda", ItemType.CONSENT, Purpose.DECIDE),
        ("Cyber <risk>", ItemType.OTHER, Purpose.DISCUSS), ("Adjournment", ItemType.ADJOURNMENT, None),
    )  # fmt: skip
    rows += [
        AgendaItem(id=f"i{n}", meeting="regular", position=n, title=title, type=kind, purpose=purpose)
        for n, (title, kind, purpose) in enumerate(items, start=1)
    ]
    rows += [AgendaItem(id="part", meeting="regular", position=7, title="Minutes of October 22", within="i4")]
    return Record.of((*rows, *more))


def text(pdf: bytes) -> str:
    return " ".join(" ".join(pages_of(pdf)).split()).replace("\u00a0", " ")


def test_the_notice_states_business_basis_and_period_and_ends_in_a_waiver() -> None:
    pdf = notice_pdf(record(), "regular", DATED, TEN_DAYS)
    assert pdf == notice_pdf(record(), "regular", DATED, TEN_DAYS)
    assert len(pages_of(pdf)) == 2
    said = text(pdf)
    for words in (
        "Notice of Regular Meeting of the Board of Directors", "To each director · November 20, 2026",
        "Thursday, December 3, 2026", "9:00 a.m. Eastern Time (expected to end by 1:30 p.m.)",
        "Board Room, Columbus; or by telephone or video conference", "are not printed in this notice",
        "on the calendar since December 11, 2025", "the Bylaws require ten days (Bylaws §3.6)", "Plan for 2027. For decision.",
        "Consent agenda. Minutes of October 22.", "Cyber <risk>. For discussion.", "at about 1:40 p.m.",
        "so that a quorum of three directors can be confirmed", "Waiver of notice (form)",
        "waives notice of the regular meeting of the Board of Directors to be held on December 3, 2026",
        "the business stated in the notice dated November 20, 2026", "Sam Secretary",
    ):  # fmt: skip
        assert words in said, words
    for words in ("+1 555 0100", "Lunch", "Call to order", "/s/"):
        assert words not in said, words


def test_an_emergency_notice_states_purpose_and_caller() -> None:
    said = text(notice_pdf(record(), "special", DATED, NoticePeriod(hours=2, citation="Bylaws §3.6(b)")))
    for words in ("Purpose To consider the intrusion", "called in an emergency by Ann Arden, Chair of the Board",
                  "The Bylaws require two hours", "By order of the Chair of the Board,"):  # fmt: skip
        assert words in said, words
    assert "any other business properly brought" not in said


def test_a_committee_is_called_by_its_name_and_a_session_by_nothing() -> None:
    said = text(notice_pdf(record(), "audit", DATED, NoticePeriod(), sheet=A4))
    assert "of the Audit Committee" in said
    assert "To each member" in said
    with pytest.raises(UserError):
        notice_pdf(record(), "session", DATED, NoticePeriod())


def test_stockholders_are_told_of_record_date_nominees_and_matters() -> None:
    rows = (
        Election(id="e", held_on=ANNUAL.day, class_="I", seats=2, meeting="annual"),
        Nominee(id="n1", election="e", person="arden"), Nominee(id="n2", election="e", person="brook"),
        Matter(id="m", meeting="annual", number="2", title="To ratify the auditor"),
    )  # fmt: skip
    pdf = notice_pdf(record(*rows), "annual", DATED, NoticePeriod(days_least=10, days_most=60))
    said = text(pdf)
    for words in ("Notice of Annual Meeting of Stockholders", "Record date March 18, 2027",
                  "To elect two directors of Class I: Ann Arden and Ben Brook.", "To ratify the auditor.",
                  "at the close of business on March 18, 2027", "ten days ending on the day before it"):  # fmt: skip
        assert words in said, words
    assert "Waiver" not in said
    assert len(pages_of(pdf)) == 1


def test_waivers_are_one_a_page_before_and_after() -> None:
    pdf = waiver_pdf(record(), "regular", ("arden", "brook"), DATED)
    assert [name in page for page, name in zip(pages_of(pdf), ("Ann Arden", "Ben Brook"), strict=True)] == [True, True]
    from msgspec.structs import replace

    from boarddesk.domain.meetings import MeetingState

    held = record().changed(put=[replace(SPECIAL, state=MeetingState.HELD)])
    assert "that was held on November 13, 2026" in text(waiver_pdf(held, "special"))
    assert "the following business: To consider the intrusion" in text(waiver_pdf(held, "special"))


def test_the_record_of_notice_says_what_is_known_and_no_more() -> None:
    def line(person: str, kind: NoticeKind, clock: str, address: str = "") -> Notice:
        at = datetime.fromisoformat(f"2026-11-20T{clock}")
        return Notice(id=f"{person}-{clock.replace(':', '')}", meeting="regular", person=person, kind=kind, at=at,
                      told=REGULAR.starts, address=address)  # fmt: skip

    rows = (
        *(line(person, NoticeKind.GIVEN, "15:20") for person in ("arden", "brook", "celik")),
        line("celik", NoticeKind.FAILED, "15:22"), line("celik", NoticeKind.GIVEN, "16:05", "Second address"),
        line("brook", NoticeKind.WAIVED, "18:00"),
        Issue(id="i", meeting="regular", kind=IssuedKind.NOTICE, issued_at=datetime(2026, 11, 20, 15, 20),
              attachment="5e18d0b7c3a9" + "0" * 52),
    )  # fmt: skip
    checked = datetime(2026, 11, 23, 9, 0)
    pdf = notice_record_pdf(record(*rows), "regular", checked, TEN_DAYS)
    assert pdf == notice_record_pdf(record(*rows), "regular", checked, TEN_DAYS)
    said = text(pdf)
    for words in ("Issued November 20, 2026; SHA-256 begins 5e18d0b7 c3a9",
                  "The Bylaws require ten days (Bylaws §3.6): by November 23, 2026, 9:00 a.m.",
                  "Failure notice 3:22 p.m. Second address: no failure notice received", "Signed 20 Nov 2026",
                  "it does not say that a message arrived or was opened. Checked November 23, 2026, 9:00 a.m."):  # fmt: skip
        assert words in said, words
    for words in ("delivered", "read by"):
        assert words not in said
    assert len(pages_of(pdf)) == 1


def test_the_emergency_sheet_fits_one_page_and_counts() -> None:
    pdf = emergency_kit_pdf(record(), "special", NoticePeriod(hours=48, citation="Bylaws §3.6"))
    assert len(pages_of(pdf)) == 1
    said = text(pdf)
    for words in ("+1 555 0100, code 4411#", "Three directors of four directorships, one of them vacant",
                  "it was called on shorter notice, so each waives it", "Ceyda Çelik", "Counted for the quorum",
                  "It is called for this purpose: to consider the intrusion.", "8 Del. C. §141(i)"):  # fmt: skip
        assert words in said, words
    many = [Person(id=f"p{n}", name=f"Director Number {n}") for n in range(12)]
    seats = [Appointment(id=f"t{n}", person=f"p{n}", class_="I", start=STANDING) for n in range(12)]
    full = record(*many, *seats, BoardSize(id="size2", size=16, effective_from=date(2021, 1, 1)))
    assert len(pages_of(emergency_kit_pdf(full, "special", NoticePeriod(hours=48), sheet=A4))) == 1


def test_once_the_meeting_was_held_the_list_of_those_called_says_who_came() -> None:
    from msgspec.structs import replace

    from boarddesk.domain.meetings import Guest, MeetingState, Mode, PresenceKind, PresenceStamp

    held = replace(REGULAR, state=MeetingState.HELD, called_to_order=datetime(2026, 12, 3, 9, 2),
                   adjourned=datetime(2026, 12, 3, 12, 0))  # fmt: skip
    stamps = (
        PresenceStamp(id="s1", meeting="regular", person="arden", kind=PresenceKind.PRESENT, mode=Mode.ROOM,
                      at=datetime(2026, 12, 3, 9, 0)),
        PresenceStamp(id="s2", meeting="regular", person="brook", kind=PresenceKind.PRESENT, mode=Mode.PHONE,
                      at=datetime(2026, 12, 3, 9, 41)),
        PresenceStamp(id="s3", meeting="regular", person="celik", kind=PresenceKind.EXCUSED),
        Guest(id="g", meeting="regular", name="Odile Ferrand", title="Outside counsel"),
    )  # fmt: skip
    after = record(*stamps).changed(put=[held])
    said = text(notice_record_pdf(after, "regular", datetime(2026, 12, 4, 9, 0), TEN_DAYS))
    for words in ("Secretary’s Record of Notice and Attendance", "In person", "Telephone; arrived 9:41",
                  "Absent, excused", "Also present: Odile Ferrand, Outside counsel."):  # fmt: skip
        assert words in said, words
