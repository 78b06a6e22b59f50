"""A company of fifty years, made the same way every time: 1,500 meetings, 60 people, 20,000 votes."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.meetings import (
    AgendaItem,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    Mode,
    PresenceKind,
    PresenceStamp,
    PresidingBasis,
)
from boarddesk.domain.motions import Choice, Motion, MotionKind, Vote, VoteMethod
from boarddesk.domain.people import Appointment, BoardSize, EndReason, How, Person, Role, RoleTenure
from boarddesk.domain.row import Row

FIRST, LAST = 1976, 2025
TODAY = date(2025, 12, 30)
COMMITTEES = {
    "audit": CommitteeKind.AUDIT,
    "compensation": CommitteeKind.COMPENSATION,
    "nominating": CommitteeKind.NOMINATING,
}
QUARTER_DAYS = ((2, 12), (5, 14), (8, 13), (10, 22))
EXTRA_DAYS = ((1, 20), (3, 18), (6, 17), (7, 21), (9, 16), (11, 18))
SEATS = 9
SERVICE = 9
ITEMS = (ItemType.BUSINESS_UPDATE, ItemType.FINANCE_UPDATE, ItemType.PLAN_V_ACTUAL, ItemType.COMMITTEE_REPORT)


def rows() -> Iterator[Row]:
    """Every row of the company, parents before children."""
    chance = random.Random(50)  # noqa: S311 - the same company every time
    yield Company(id="company", name="Fifty Years, Inc.", class_base_years={"I": 1976, "II": 1977, "III": 1978})
    yield from (Person(id=f"p{n}", name=f"Director Number {n}", honorific="Ms." if n % 2 else "Mr.") for n in range(60))
    yield BoardSize(id="size-1", size=SEATS + 1, effective_from=date(FIRST, 1, 1))
    yield from _terms()
    yield from _offices()
    yield from _committees()
    for year in range(FIRST, LAST + 1):
        yield from _year(year, chance)


def directors(year: int) -> list[str]:
    """The nine directors of a year; one seat of each class turns over every nine years."""
    return [f"p{(seat + SEATS * ((year - FIRST + seat) // SERVICE)) % 60}" for seat in range(SEATS)]


def _terms() -> Iterator[Row]:
    for seat in range(SEATS):
        start_year = FIRST
        for year in range(FIRST, LAST + 2):
            now = directors(start_year)[seat]
            if year <= LAST and (year == FIRST or directors(year)[seat] == now):
                continue
            yield Appointment(
                id=f"t-{seat}-{start_year}",
                person=now,
                class_=("I", "II", "III")[seat % 3],
                how=How.INITIAL,
                start=date(start_year, 1, 1),
                term_ends_year=max(year, start_year + 1),
                end=date(year, 1, 1) if year <= LAST else None,
                end_reason=EndReason.TERM_ENDED if year <= LAST else None,
            )
            start_year = year


def _offices() -> Iterator[Row]:
    for year in range(FIRST, LAST + 1):
        end = date(year + 1, 1, 1)
        board = directors(year)
        for number, role in enumerate((Role.CEO, Role.LEAD)):
            yield RoleTenure(
                id=f"r-{year}-{role.value}", person=board[number], role=role, start=date(year, 1, 1), end=end,
                executive=role is Role.CEO,
            )  # fmt: skip


def _committees() -> Iterator[Row]:
    for offset, (committee, kind) in enumerate(COMMITTEES.items()):
        yield Committee(id=committee, name=f"{committee.title()} Committee", kind=kind, start=date(FIRST, 1, 1))
        yield Document(
            id=f"charter-{committee}", kind=DocumentKind.COMMITTEE_CHARTER, title=f"{committee} charter",
            committee=committee, effective_from=date(FIRST, 1, 1),
        )  # fmt: skip
        for year in range(FIRST, LAST + 1):
            members = committee_members(year, offset)
            span = {"start": date(year, 1, 1), "end": date(year + 1, 1, 1)}
            for person in members:
                yield CommitteeSeat(id=f"s-{committee}-{year}-{person}", committee=committee, person=person, **span)
            yield CommitteeChair(id=f"c-{committee}-{year}", committee=committee, person=members[0], **span)


def committee_members(year: int, offset: int) -> list[str]:
    """Three of the directors other than the chief executive."""
    board = directors(year)[1:]
    return [board[(offset * 3 + n) % len(board)] for n in range(3)]


def _year(year: int, chance: random.Random) -> Iterator[Row]:
    for person in directors(year):
        yield Questionnaire(
            id=f"q-{year}-{person}", person=person, year=year, received_on=date(year, 1, 10), changed=False
        )
        outcome = Outcome.NOT_INDEPENDENT if person == directors(year)[0] else Outcome.INDEPENDENT
        for standard in Standard:
            yield Determination(
                id=f"d-{year}-{person}-{standard.value}", person=person, standard=standard, outcome=outcome,
                decided_on=date(year, 2, 12),
            )  # fmt: skip
    for month, day in QUARTER_DAYS:
        on = date(year, month, day)
        yield from _meeting(f"{on}-board", "board", on, directors(year), chance, items=ITEMS, motions=2)
        yield from _meeting(f"{on}-session", "independent", on, directors(year)[1:], chance, parent=f"{on}-board")
        for offset, committee in enumerate(COMMITTEES):
            eve = on - timedelta(days=1)
            yield from _meeting(
                f"{eve}-{committee}", committee, eve, committee_members(year, offset), chance, motions=1
            )
    for number, (month, day) in enumerate(EXTRA_DAYS):
        on = date(year, month, day)
        yield from _meeting(
            f"{on}-board",
            "board",
            on,
            directors(year),
            chance,
            kind=MeetingKind.SPECIAL,
            motions=6 if number % 2 else 5,
        )
        if number % 2:
            yield from _meeting(f"{on}-audit", "audit", on, committee_members(year, 0), chance, motions=1)
    yield from _annual(year)


def _meeting(
    name: str,
    body: str,
    on: date,
    members: list[str],
    chance: random.Random,
    *,
    kind: MeetingKind = MeetingKind.REGULAR,
    parent: str | None = None,
    items: tuple[ItemType, ...] = (ItemType.OTHER,),
    motions: int = 0,
) -> Iterator[Row]:
    opened = datetime.combine(on, time(13 if parent else 9))
    yield Meeting(
        id=name, body=body, kind=MeetingKind.SESSION if parent else kind, starts=opened, state=MeetingState.HELD,
        parent=parent, called_to_order=opened, adjourned=opened + timedelta(hours=2), could_hear=True,
        presiding=members[0], presiding_basis=PresidingBasis.LEAD if parent else PresidingBasis.CHAIR,
        notice_on=on - timedelta(days=10),
    )  # fmt: skip
    here = [person for person in members if chance.random() > 0.04] or members
    for person in members:
        there = person in here
        yield PresenceStamp(
            id=f"{name}-{person}", meeting=name, person=person, at=opened if there else None,
            kind=PresenceKind.PRESENT if there else PresenceKind.ABSENT, mode=Mode.ROOM if there else None,
        )  # fmt: skip
    for position, item in enumerate(items, 1):
        yield AgendaItem(id=f"{name}-{position}", meeting=name, position=position, title=item.value, type=item)
    for number in range(motions):
        yield from _motion(f"{name}-m{number}", name, body, here, opened + timedelta(minutes=20 + number), chance)


def _motion(name: str, meeting: str, body: str, here: list[str], at: datetime, chance: random.Random) -> Iterator[Row]:
    yield Motion(
        id=name, body=body, meeting=meeting, at=at, text="RESOLVED, that the matter be, and it hereby is, approved.",
        kind=MotionKind.ORDINARY, vote_method=VoteMethod.BY_NAME,
    )  # fmt: skip
    for person in here:
        choice = Choice.FOR if chance.random() > 0.03 else Choice.AGAINST
        yield Vote(id=f"{name}-{person}", motion=name, person=person, choice=choice)


def _annual(year: int) -> Iterator[Row]:
    on = date(year, 5, 14)
    name = f"{on}-annual"
    yield Meeting(
        id=name, body="stockholders", kind=MeetingKind.ANNUAL, starts=datetime.combine(on, time(14)),
        state=MeetingState.HELD,
    )  # fmt: skip
    class_ = ("I", "II", "III")[(year - FIRST) % 3]
    yield Election(
        id=f"e-{year}", meeting=name, held_on=on, class_=class_, seats=3, quorum=True, shares_outstanding=1000,
        shares_present=900,
    )  # fmt: skip
    for seat in range((year - FIRST) % 3, SEATS, 3):
        yield Nominee(
            id=f"n-{year}-{seat}", election=f"e-{year}", person=directors(year)[seat], class_=class_, shares_for=800,
            withheld=100, seated=True,
        )  # fmt: skip
