"""A small company with a board of nine for ten seats, held open for the tests of meetings."""

from datetime import date, datetime
from pathlib import Path

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company
from boarddesk.domain.independence import Determination, Outcome
from boarddesk.domain.meetings import BOARD, AgendaItem, Meeting, MeetingKind, Mode, PresenceKind
from boarddesk.domain.motions import Choice, Motion, Vote, VoteMethod
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.row import Row
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.workspace import Services, new_company

DAY = date(2026, 11, 12)
NAMES = {
    "ellerbrook": "Marcus Ellerbrook",
    "sorhaug": "Ingrid Sørhaug",
    "kouadjane": "Thérèse Kouadjané",
    "okoro": "Gareth Okoro-Llewelyn",
    "vaidyalingam": "Rohan Vaidyalingam",
    "castellanos": "Mei-Lin Castellanos",
    "nakagawa": "Josephine Nakagawa-Reyes",
    "wisniewolski": "Tobiasz Wiśniewolski",
    "celikbaran": "Aylin Çelikbaran",
}
HONORIFIC = {"sorhaug": "Ms.", "kouadjane": "Ms.", "castellanos": "Ms.", "nakagawa": "Ms.", "celikbaran": "Ms."}
OFFICERS = {"tashiro": "Eleanor Tashiro-Vance", "delacroix": "Priyanka Delacroix"}
EVERYONE = tuple(NAMES)
STANDING = date(2020, 5, 14)


def at(clock: str, day: date = DAY) -> datetime:
    """A local time on the day of the meeting."""
    return datetime.fromisoformat(f"{day.isoformat()}T{clock}")


def rows() -> list[Row]:
    """People, seats, roles, a committee of three, and four meetings."""
    made: list[Row] = [
        Person(id=key, name=name, honorific=HONORIFIC.get(key, "Mr.")) for key, name in (NAMES | OFFICERS).items()
    ]
    made.append(BoardSize(id="size", size=10, effective_from=STANDING))
    for number, key in enumerate(EVERYONE):
        class_ = ("I", "II", "III")[number % 3]
        made.append(Appointment(id=f"ap-{key}", person=key, class_=class_, start=STANDING, term_ends_year=2027))
        if key != "ellerbrook":
            made.append(
                Determination(id=f"det-{key}", person=key, outcome=Outcome.INDEPENDENT, decided_on=date(2026, 2, 12))
            )
    roles = {"ellerbrook": Role.CHAIR, "sorhaug": Role.LEAD, "tashiro": Role.SECRETARY, "delacroix": Role.CFO}
    made += [RoleTenure(id=f"role-{p}", person=p, role=role, start=STANDING) for p, role in roles.items()]
    made.append(RoleTenure(id="role-ceo", person="ellerbrook", role=Role.CEO, start=STANDING, executive=True))
    made.append(Committee(id="audit", name="Audit Committee", kind=CommitteeKind.AUDIT, letter="A", start=STANDING))
    made += [
        CommitteeSeat(id=f"seat-{p}", committee="audit", person=p, start=STANDING)
        for p in ("okoro", "vaidyalingam", "castellanos")
    ]
    made.append(CommitteeChair(id="chair-audit", committee="audit", person="okoro", start=STANDING))
    special = MeetingKind.SPECIAL
    made += [
        Meeting(id="special", body=BOARD, kind=special, starts=at("14:00"), place="Boardroom"),
        Meeting(id="regular", body=BOARD, starts=at("09:00", date(2026, 10, 22)), ends=at("13:00", date(2026, 10, 22))),
        Meeting(id="december", body=BOARD, starts=at("09:00", date(2026, 12, 3))),
        Meeting(id="audit-nov", body="audit", starts=at("10:00")),
        AgendaItem(id="special-1", meeting="special", position=1, title="Call to order", minutes=5),
        AgendaItem(id="special-2", meeting="special", position=2, title="Supply agreement", minutes=15),
        AgendaItem(id="special-3", meeting="special", position=3, title="Adjournment", minutes=5),
    ]
    return made


def company(path: Path) -> Services:
    """The company open for writing, read on the day of the special meeting."""
    services = new_company(
        path, Company(id="company", name="Larkfield Systems, Inc.", short_name="Larkfield", read_as_of=DAY)
    )
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows()], 1)
    return services


def begin(services: Services, *present: str, meeting: str = "special") -> None:
    """Take the roll of those present in the room and call the meeting to order at 14:02."""
    entries = tuple(RollEntry(person, mode=Mode.ROOM) for person in present or EVERYONE)
    services.bus.do(TakeRoll(meeting, entries, at("13:58")))
    services.bus.do(CallToOrder(meeting, at("14:02")))


def stamp(services: Services, person: str, kind: PresenceKind, clock: str, mode: Mode | None = None) -> None:
    """One stamp at the special meeting."""
    services.bus.do(StampPresence("special", person, kind, at(clock), mode))


def put_to_vote(services: Services, clock: str = "14:38", **others: object) -> Motion:
    """A motion at the special meeting with the votes given by name, `everyone` for all who are to vote for."""
    motion, votes = motion_of(clock, **others)
    services.bus.do(RecordMotion(motion, votes))
    return services.record.all(Motion)[-1]


def motion_of(
    clock: str = "14:38", voting: tuple[str, ...] = EVERYONE, votes: dict[str, Choice] | None = None, **fields: object
) -> tuple[Motion, tuple[Vote, ...]]:
    """A motion and its votes: `voting` are for, unless `votes` says otherwise."""
    values: dict[str, object] = {
        "text": "RESOLVED, that the supply agreement is approved.",
        "mover": "okoro",
        "seconders": ("sorhaug",),
        "vote_method": VoteMethod.BY_NAME,
        **fields,
    }
    motion = Motion(id="new", body=BOARD, meeting="special", at=at(clock), **values)  # type: ignore[arg-type]
    choices = dict.fromkeys(voting, Choice.FOR) | (votes or {})
    cast = tuple(Vote(id="new", motion="new", person=person, choice=choice) for person, choice in choices.items())
    return motion, cast if motion.vote_method is VoteMethod.BY_NAME else ()
