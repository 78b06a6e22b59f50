"""Committees on a day: who serves, who chairs, the charter, and how guideline and law judge them, apart."""

from datetime import date

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import RANK, Finding, Status
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, chair_of, committees_on, members_on, name_of
from boarddesk.rules.books import built_in
from boarddesk.rules.independence import Independence, Standing
from boarddesk.rules.params import Parameters
from boarddesk.services.board import STANDING, independence_of, left_open
from boarddesk.services.people import WORDS
from boarddesk.services.words import last_name, short_day
from boarddesk.services.workspace import Services

GUIDELINE = ("GL-5.2",)
LAW = {
    CommitteeKind.AUDIT: ("LAW-NQ-5605c-SIZE",),
    CommitteeKind.COMPENSATION: ("LAW-NQ-5605d-SIZE",),
}
MEMBERS = {CommitteeKind.AUDIT: "audit_members", CommitteeKind.COMPENSATION: "compensation_members"}
KIND_ORDER = tuple(CommitteeKind)
SHORT = 14
"""So many letters of a name fit beside a committee's members."""


class Verdict(msgspec.Struct, frozen=True):
    """One result, of one origin: status code, the words shown, and why."""

    status: str
    origin: str
    word: str
    because: str
    clause: str


class CommitteeLine(msgspec.Struct, frozen=True):
    """One committee in the table below the seats."""

    id: str
    letter: str
    name: str
    members: str
    size: str
    guideline: Verdict | None
    law: Verdict | None


def committees_in_order(record: Record, day: date) -> tuple[Committee, ...]:
    """The committees in being: audit, compensation, nominating, then the others by name."""
    return tuple(sorted(committees_on(record, day), key=lambda c: (KIND_ORDER.index(c.kind), c.name)))


def committee_lines(services: Services) -> tuple[CommitteeLine, ...]:
    """The committees as of the chosen day, each judged by guideline and by law."""
    record, day = services.shown, services.day
    findings, independence = services.findings(), independence_of(record)
    return tuple(
        _line(record, day, committee, findings, independence) for committee in committees_in_order(record, day)
    )


def short_name(committee: Committee) -> str:
    """What a narrow column says: “Nominating” for “Nominating and Governance Committee”."""
    name = committee.name.removesuffix(" Committee")
    return name if len(name) <= SHORT else name.partition(" and ")[0]


def _line(
    record: Record, day: date, committee: Committee, findings: tuple[Finding, ...], independence: Independence
) -> CommitteeLine:
    members, chair = members_on(record, committee.id, day), chair_of(record, committee.id, day)
    # What is vacant comes first: a long list of names is cut at its end.
    ordered = sorted(members, key=lambda person: (person != chair, plain(last_name(record, person))))
    names = [f"{last_name(record, p)} (chair)" if p == chair else last_name(record, p) for p in ordered]
    vacant = len(left_open(record, committee, day))
    law = _worst(findings, LAW.get(committee.kind, ()), committee)
    needs = _needed(record, committee, day)
    to_review = sum(independence.ruling(p, day).standing is Standing.UNDER_REVIEW for p in members)
    return CommitteeLine(
        id=committee.id,
        letter=committee.letter,
        name=short_name(committee),
        members=", ".join([*([f"{vacant} vacant"] if vacant else []), *names]) or "No members",
        size=f"{len(members)}, needs {needs}" if needs else str(len(members)),
        guideline=_verdict(_worst(findings, GUIDELINE, committee), to_review),
        law=_verdict(law, to_review),
    )


def _worst(findings: tuple[Finding, ...], clauses: tuple[str, ...], committee: Committee) -> Finding | None:
    """The worst finding of the newest period about a committee or its members."""
    found = [f for f in findings if f.clause in clauses and f.subject.partition(":")[0] == committee.id]
    newest = max((f.period for f in found), default="")
    return min((f for f in found if f.period == newest), key=lambda f: RANK[f.status], default=None)


def _needed(record: Record, committee: Committee, day: date) -> str:
    """The number of members that the law asks for; empty where it asks for none."""
    key = MEMBERS.get(committee.kind, "")
    books = built_in()
    return Parameters(record, books).value(key, day).text if key in books.parameters else ""


def _verdict(finding: Finding | None, to_review: int) -> Verdict | None:
    if finding is None:
        return None
    word = ""
    if finding.status is Status.IN_CURE and finding.due:
        word = f"In cure to {short_day(finding.due)}"
    elif finding.status is Status.JUDGMENT_NEEDED and to_review:
        word = f"{to_review} to review"
    return Verdict(finding.status.value, finding.origin.value, word, finding.because, finding.clause)


class MemberLine(msgspec.Struct, frozen=True):
    """One member of one committee; `committee` is the heading of its group, `person` is empty where nobody serves."""

    id: str
    committee_id: str
    committee: str
    person: str
    name: str
    place: str
    since: date | None
    class_: str
    status: str
    status_word: str


def member_lines(services: Services) -> tuple[MemberLine, ...]:
    """The members of every committee as of the chosen day, the chair first."""
    record, day = services.shown, services.day
    independence = independence_of(record)
    lines: list[MemberLine] = []
    for committee in committees_in_order(record, day):
        chair, heading = chair_of(record, committee.id, day), _heading(record, committee, day)
        seats = [s for s in record.where(CommitteeSeat, "committee", committee.id) if s.serves_on(day)]
        for seat in sorted(seats, key=lambda s: (s.person != chair, plain(last_name(record, s.person)))):
            term = appointment_of(record, seat.person, day)
            status, word = STANDING[independence.ruling(seat.person, day).standing]
            lines.append(
                MemberLine(
                    seat.id, committee.id, heading, seat.person, name_of(record, seat.person),
                    "Chair" if seat.person == chair else "Member", seat.start,
                    f"Class {term.class_}" if term and term.class_ else "" if term else "Not a director", status, word,
                )
            )  # fmt: skip
        if not seats:
            lines.append(MemberLine(committee.id, committee.id, heading, "", "No members", "", None, "", "", ""))
    return tuple(lines)


def _heading(record: Record, committee: Committee, day: date) -> str:
    """The committee's name, and how many places former directors left vacant."""
    vacant = len(left_open(record, committee, day))
    return f"{committee.name}, {vacant} vacant" if vacant else committee.name


class CommitteeView(msgspec.Struct, frozen=True):
    """What the inspector says of a committee: pairs of a name and a text."""

    id: str
    name: str
    subtitle: str
    mandate: str
    charter: tuple[tuple[str, str], ...]
    charter_id: str
    chairs: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str], ...]
    former: tuple[tuple[str, str], ...]
    verdicts: tuple[Verdict, ...]
    newest_chair: str = ""
    newest_seat: str = ""


def committee_view(services: Services, committee_id: str) -> CommitteeView | None:
    """A committee as of the chosen day; None where there is none of that id then."""
    record, day = services.shown, services.day
    committee = record.find(Committee, committee_id)
    if committee is None:
        return None
    seats = sorted(record.where(CommitteeSeat, "committee", committee.id), key=lambda s: s.start)
    chairs = sorted(record.where(CommitteeChair, "committee", committee.id), key=lambda c: c.start, reverse=True)
    charter = charter_of(record, committee.id, day)
    line = next((found for found in committee_lines(services) if found.id == committee.id), None)
    kind = "Standing committee" if committee.standing else "Committee"
    until = f" to {short_day(committee.end)}" if committee.end else ""
    return CommitteeView(
        id=committee.id,
        name=committee.name,
        subtitle=f"{kind}, since {short_day(committee.start)}{until}",
        mandate=committee.mandate,
        charter=_charter(charter),
        charter_id=charter.id if charter else "",
        chairs=tuple((name_of(record, c.person), stretch(c.start, c.end)) for c in chairs),
        members=tuple((name_of(record, s.person), stretch(s.start, s.end)) for s in seats if s.serves_on(day)),
        former=tuple(
            (name_of(record, s.person), _left(s)) for s in reversed(seats) if not s.serves_on(day) and s.end is not None
        ),
        verdicts=tuple(verdict for verdict in (line.guideline, line.law) if verdict) if line else (),
        newest_chair=chairs[0].id if chairs else "",
        newest_seat=next((s.id for s in reversed(seats) if not s.serves_on(day)), ""),
    )


def charter_of(record: Record, committee: str, day: date) -> Document | None:
    """The charter of a committee in force on `day`."""
    found = record.where(Document, "committee", committee)
    return next((d for d in found if d.kind is DocumentKind.COMMITTEE_CHARTER and d.in_force_on(day)), None)


def _charter(charter: Document | None) -> tuple[tuple[str, str], ...]:
    if charter is None:
        return ()
    pairs = [("Title", charter.title), ("Version", charter.version)]
    pairs.append(("In force", f"since {short_day(charter.effective_from)}" if charter.effective_from else ""))
    pairs.append(("Adopted", short_day(charter.adopted_on) if charter.adopted_on else ""))
    return tuple(pair for pair in pairs if pair[1])


def _left(seat: CommitteeSeat) -> str:
    reason = f", {WORDS[seat.end_reason].lower()}" if seat.end_reason and seat.end_reason.value != "other" else ""
    return f"{stretch(seat.start, seat.end)}{reason}"


def stretch(start: date, end: date | None) -> str:
    """“since 4 Mar 2024”, or “4 Mar 2024 to 14 May 2026”."""
    return f"{short_day(start)} to {short_day(end)}" if end else f"since {short_day(start)}"
