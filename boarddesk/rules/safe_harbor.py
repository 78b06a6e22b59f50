"""Whether a dealing in which directors or officers are interested is within the safe harbor of §144(a)."""

from datetime import date
from typing import NamedTuple

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Status
from boarddesk.domain.happenings import Matter
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Choice, Consent, RelatedTransaction, Result, Vote, VoteMethod
from boarddesk.domain.people import RoleTenure
from boarddesk.domain.quorum import needed_of
from boarddesk.rules.case import Case
from boarddesk.rules.decisions import Decision
from boarddesk.rules.independence import Standing
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point
from boarddesk.rules.proceedings import NO_OFFICES
from boarddesk.rules.reportable import began
from boarddesk.rules.words import counted, listed, number, on
from boarddesk.rules.written_consents import stands

FAIRNESS = "whether it was fair (§144(a)(3)) is not computed"


def harbor_point(case: Case, dealing: RelatedTransaction, majority: Value, least: Value) -> Point:
    """One dealing: approval by disinterested directors, else by stockholders; fairness is left to judgment."""
    day, what = began(case, dealing), f"The dealing with {dealing.counterparty}"
    interested = _interested(case, dealing, day)
    if not interested and dealing.person is None:
        gap = f"which directors or officers are interested in the dealing with {dealing.counterparty}, if any"
        return Point(Status.CANNOT_JUDGE, f"{what} does not say which directors or officers are interested", (), (gap,))
    offices = (t for t in case.roles.on(day) if t.person == dealing.person and t.role not in NO_OFFICES)
    officer: RoleTenure | None = next(offices, None)
    if not interested and officer is None:
        said = f"{what} names no director or officer as interested; other stockholders are beyond §144(a)"
        return Point(Status.NOT_APPLICABLE, said)
    approved = _approval(case, dealing, interested, day, majority, least)
    if approved.status is Status.MET:
        return approved._replace(text=f"{what} was approved by {approved.text}")
    voted = _stockholders(case, dealing)
    points = [point for point in (approved, voted) if point is not None]
    for status in (Status.JUDGMENT_NEEDED, Status.CANNOT_JUDGE):
        found = [point for point in points if point.status is status]
        if found:
            rows = tuple(row for point in found for row in point.rows)
            missing = tuple(gap for point in found for gap in point.missing)
            return Point(status, f"{what}: {'; '.join(point.text for point in found)}", rows, missing)
    rows = tuple(row for point in points for row in point.rows)
    missing = tuple(gap for point in points for gap in point.missing)
    said = f"{what}: {'; '.join(point.text for point in points)}; {FAIRNESS}"
    return Point(Status.SAFE_HARBOR_NOT_SHOWN, said, rows, missing)


def _interested(case: Case, dealing: RelatedTransaction, day: date) -> list[str]:
    directors = case.directors_on(day)
    return [p for p in directors if p in dealing.interested or p == dealing.person]


# --- approval by disinterested directors


class Approval(NamedTuple):
    """A carried approval and those who gave it."""

    case: Case
    dealing: RelatedTransaction
    decided: Decision
    day: date
    interested: frozenset[str]
    members: tuple[str, ...]

    @property
    def body(self) -> str:
        """The name of the body that approved."""
        body = self.decided.motion.body
        return "Board" if body == BOARD else self.case.body(body, self.day)

    @property
    def disinterested(self) -> list[str]:
        """The members who are not on record as interested."""
        return [person for person in self.members if person not in self.interested]

    def found(self, person: str) -> bool:
        """Whether the Board found a director disinterested in this very dealing; a later finding prevails."""
        mine = [
            d for d in self.case.record.where(Designation, "person", person)
            if d.kind is DesignationKind.DISINTERESTED and d.transaction == self.dealing.id and d.decided_on <= self.day
        ]  # fmt: skip
        return bool(mine) and max(mine, key=lambda d: (d.decided_on, d.id)).found

    def trusted(self, person: str) -> bool:
        """Whether the law trusts that a director is disinterested: found so, or independent (§144(a), (d)(2))."""
        independent = self.case.independence.ruling(person, self.day).standing is Standing.INDEPENDENT
        return person not in self.interested and (independent or self.found(person))

    def point(self, status: Status, text: str, *missing: str) -> Point:
        """Something found of it."""
        return Point(status, text, (self.decided.motion,), missing)


def _approval(
    case: Case, dealing: RelatedTransaction, interested: list[str], day: date, majority: Value, least: Value
) -> Point:
    decided = case.decisions.by_id(dealing.approved_by)
    if decided is None or decided.result in (Result.FAILED, Result.NO_ACTION):
        failed = f"the motion of {on(decided.day)} did not carry" if decided and decided.day else ""
        said = failed or "no approval by the Board or a committee is on record"
        return Point(Status.SAFE_HARBOR_NOT_SHOWN, said, (decided.motion,) if decided else ())
    members = case.members_on(decided.motion.body, decided.day or day)
    given = Approval(case, dealing, decided, decided.day or day, frozenset(interested), members)
    return _formal(given, least) or _voted(given, majority)


def _formal(given: Approval, least: Value) -> Point | None:
    """What an approval lacks before its votes are counted; None where nothing."""
    motion, dealing = given.decided.motion, given.dealing
    if given.decided.result is None:
        said = "the result of its approval is not on record"
        return given.point(Status.CANNOT_JUDGE, said, f"result of {given.case.labels.of(motion).label}")
    if motion.body != BOARD and given.case.record.find(Committee, motion.body) is None:
        said = f"it was approved by the {given.body}, which is no committee of the Board"
        return given.point(Status.SAFE_HARBOR_NOT_SHOWN, said)
    wrong = _bench(given, least)
    if wrong:
        return given.point(Status.SAFE_HARBOR_NOT_SHOWN, wrong)
    if dealing.facts_disclosed is False:
        said = f"not all material facts were known to every member of the {given.body} that approved it"
        return given.point(Status.SAFE_HARBOR_NOT_SHOWN, said)
    if dealing.facts_disclosed is None:
        said = f"whether all material facts were known to the {given.body} that approved it is not on record"
        gap = f"whether all material facts on the dealing with {dealing.counterparty} were known to the {given.body}"
        return given.point(Status.CANNOT_JUDGE, said, gap)
    if dealing.effective_on is not None and given.day > dealing.effective_on:
        said = f"it was approved on {on(given.day)}, after it took effect on {on(dealing.effective_on)}"
        return given.point(Status.JUDGMENT_NEEDED, said)
    return None


def _bench(given: Approval, least: Value) -> str:
    """Why this body could not approve: where most directors are interested only a committee found disinterested can."""
    directors = given.case.directors_on(given.day)
    if not given.disinterested:
        return f"nobody on the {given.body} that approved it was disinterested"
    if 2 * len(given.interested) <= len(directors):
        return ""
    most = f"{number(len(given.interested))} of {counted(len(directors), 'director')} were interested"
    asked = f"a committee of at least {least.text} directors, each found disinterested by the Board, has to approve it"
    if given.decided.motion.body == BOARD:
        return f"{most}, so that {asked}, and the Board itself did"
    lacking = [person for person in given.members if person in given.interested or not given.found(person)]
    if len(given.members) < least.number:
        return f"{most}, so that {asked}, and the {given.body} had {counted(len(given.members), 'member')}"
    if lacking:
        names = listed(map(given.case.name, lacking))
        return f"{most}, so that {asked}, and no finding that {names} was disinterested is on record"
    return ""


def _voted(given: Approval, majority: Value) -> Point:
    """Whether a majority of the disinterested directors then serving voted for it, even fewer than a quorum."""
    needed = needed_of(len(given.disinterested), majority.fraction)
    certain, possible, sure = _in_favor(given)
    of_all = f"of {counted(len(given.disinterested), 'disinterested director')} on the {given.body}"
    if possible < needed:
        said = f"{number(possible)} {of_all} voted for it on {on(given.day)}, where {number(needed)} are needed"
        return given.point(Status.SAFE_HARBOR_NOT_SHOWN, said)
    if certain < needed:
        said = f"how the disinterested directors of the {given.body} voted on {on(given.day)} is not on record"
        return given.point(
            Status.CANNOT_JUDGE, said, f"votes by name on {given.case.labels.of(given.decided.motion).label}"
        )
    said = f"{number(certain)} {of_all} voted for it on {on(given.day)}"
    if sure < needed:
        others = listed(given.case.name(p) for p in given.disinterested if not given.trusted(p))
        why = f"whether {others}, not determined independent, is disinterested has to be weighed"
        return given.point(Status.JUDGMENT_NEEDED, f"{said}; {why}")
    known = "all material facts were known to them"
    return given.point(Status.MET, f"{number(certain)} {of_all} on {on(given.day)}; {known}")


def _in_favor(given: Approval) -> tuple[int, int, int]:
    """How many disinterested directors voted for it at least, at most, and of those whom the law trusts at least."""
    motion, case = given.decided.motion, given.case
    trusted = [person for person in given.disinterested if given.trusted(person)]
    consent = case.record.find(Consent, motion.consent)
    if consent is not None and stands(case, consent).effective_at is not None:
        return len(given.disinterested), len(given.disinterested), len(trusted)
    if motion.vote_method is VoteMethod.BY_NAME:
        votes = case.record.where(Vote, "motion", motion.id)
        yes = {v.person for v in votes if v.choice is Choice.FOR and not v.by_proxy}
        count = len(yes.intersection(given.disinterested))
        return count, count, len(yes.intersection(trusted))
    if motion.vote_method is VoteMethod.BY_COUNTS and motion.count_for is not None:
        others = len(given.members) - len(given.disinterested)
        least = max(0, motion.count_for - others)
        untrusted = len(given.members) - len(trusted)
        return least, min(motion.count_for, len(given.disinterested)), max(0, motion.count_for - untrusted)
    return 0, len(given.disinterested), 0


# --- approval by disinterested stockholders


def _stockholders(case: Case, dealing: RelatedTransaction) -> Point | None:
    matter = case.record.find(Matter, dealing.stockholder_vote)
    if matter is None:
        return None
    if matter.carried is None:
        said = f"the result of the stockholders' vote on “{matter.title}” is not on record"
        return Point(Status.CANNOT_JUDGE, said, (matter,), (f"the result of “{matter.title}”",))
    if not matter.carried:
        return Point(Status.SAFE_HARBOR_NOT_SHOWN, f"stockholders did not approve “{matter.title}”", (matter,))
    said = f"stockholders approved “{matter.title}”; how many of the votes were of disinterested stockholders, who"
    return Point(Status.JUDGMENT_NEEDED, f"{said} alone count, and what they were told, has to be weighed", (matter,))


# --- directors' own pay


def own_pay_point(case: Case, decided: Decision) -> Point | None:
    """Directors who set their own pay are interested in it; None where most of the Board is not concerned."""
    motion, day = decided.motion, decided.day
    if motion.body != BOARD or not decided.carried or day is None:
        return None
    directors = case.directors_on(day)
    paid = [person for person in directors if person in motion.subjects] if motion.subjects else list(directors)
    if 2 * len(paid) <= len(directors):
        return None
    said = f"The Board set its directors' pay on {on(day)}, and most of those who voted set their own"
    return Point(Status.SAFE_HARBOR_NOT_SHOWN, f"{said}; {FAIRNESS}", (motion,))
