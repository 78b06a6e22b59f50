"""What the worksheet proposes that the board determine of each director, and why it proposes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import AHEAD, BOARD, Meeting, MeetingState
from boarddesk.domain.motions import Motion, MotionKind, Result, Vote
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on
from boarddesk.domain.votes import tally
from boarddesk.domain.worksheet import Test, Weight, Worksheet
from boarddesk.services.choices import Choices
from boarddesk.services.motion_preview import counted
from boarddesk.services.people import people_named
from boarddesk.services.words import joined, meeting_name
from boarddesk.services.worksheet import worksheet
from boarddesk.services.workspace import Services

WHY = {
    Weight.BARS: "ruled out by {test}",
    Weight.CANNOT_JUDGE: "{test} cannot be judged",
    Weight.JUDGMENT_NEEDED: "{test} calls for judgment",
}
RESOLUTIONS = {
    Standard.NASDAQ: "having considered the independence worksheet as of {day} and the relationships reported in it, "
    "affirmatively determines that {who} has no relationship that, in the opinion of the Board, would interfere with "
    "the exercise of independent judgment in carrying out the responsibilities of a director, and is independent under "
    "Nasdaq Rule 5605(a)(2)",
    Standard.AUDIT: "having considered the same, determines that {who} is independent under Rule 10A-3(b)(1)",
    Standard.COMPENSATION: "having considered the source of compensation of {who}, including any consulting, advisory "
    "or other compensatory fee paid by the Company, and any affiliation with the Company, a subsidiary or an affiliate "
    "of a subsidiary, determines that {who} is independent for service on the Compensation Committee",
}
"""What a motion resolves under each standard; the worksheet as PDF has the same words."""
RUNNING = frozenset({MeetingState.IN_SESSION, MeetingState.RECESSED})


class Proposed(msgspec.Struct, frozen=True):
    """One director under one standard: the outcome proposed, or None and why not; the relationships reported."""

    person: str
    name: str
    standard: Standard
    outcome: Outcome | None
    why_not: str = ""
    caution: str = ""
    """What is not on record yet that may change it: a questionnaire that is not back."""
    reported: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, Standard]:
        """What tells it from all others."""
        return self.person, self.standard


def proposed(services: Services, people: Iterable[str], day: date) -> tuple[Proposed, ...]:
    """What may be determined of these directors on a day: always Nasdaq's test, the others of members alone."""
    when = min(day, services.day)
    return tuple(each for person in people for each in _of(worksheet(services, person, when)))


def _of(sheet: Worksheet) -> Iterator[Proposed]:
    general = _against(sheet.bright)
    yield _proposed(sheet, Standard.NASDAQ, general)
    if any(test.weight is not Weight.NOT_ASKED for test in sheet.overlay):
        yield _proposed(sheet, Standard.AUDIT, general or _against(sheet.overlay))
    if sheet.factors.weight is not Weight.NOT_ASKED:
        # The factors bar nobody: that the Board has yet to weigh them is no reason against proposing that it does.
        silent = sheet.factors.weight is Weight.CANNOT_JUDGE
        yield _proposed(sheet, Standard.COMPENSATION, general or (_against((sheet.factors,)) if silent else ""))


def _proposed(sheet: Worksheet, standard: Standard, against: str) -> Proposed:
    outcome = None if against else Outcome.INDEPENDENT
    return Proposed(sheet.person, sheet.name, standard, outcome, against, sheet.outstanding, sheet.reported)


def _against(tests: Iterable[Test]) -> str:
    """The worst result that stands against a proposal, in words; empty where nothing does."""
    for weight, words in WHY.items():
        found = [test for test in tests if test.weight is weight]
        if found:
            name = f"{found[0].letter}, {found[0].title.lower()}" if found[0].letter else found[0].title.lower()
            return words.format(test=name)
    return ""


def subjects_of(record: Record, motion: Motion, day: date) -> tuple[str, ...]:
    """Whom a motion determines upon, by surname: those it names, else every director in office."""
    about = set(motion.subjects or directors_on(record, day))
    return tuple(person.id for person in people_named(record) if person.id in about)


def determines(record: Record, motion: Motion, votes: Iterable[Vote] = ()) -> bool:
    """Whether a motion, recorded as it stands, would determine independence: of that kind, the Board's, and carried."""
    of_kind = motion.kind is MotionKind.DETERMINE_INDEPENDENCE and motion.body == BOARD
    return of_kind and counted(record, motion, tuple(votes)).result is Result.CARRIED


def left_undetermined(record: Record, motion: Motion) -> bool:
    """Whether a motion on record determined independence and no determination names it."""
    of_kind = motion.kind is MotionKind.DETERMINE_INDEPENDENCE and motion.body == BOARD
    if not of_kind or record.where(Determination, "motion", motion.id):
        return False
    return tally(record, motion).result is Result.CARRIED


def meetings_to_come(record: Record) -> Choices:
    """The Board's meetings at which a motion may still be put, the next first."""
    found = [m for m in record.where(Meeting, "body", BOARD) if m.state in AHEAD or m.state in RUNNING]
    return tuple((m.id, meeting_name(record, m)) for m in sorted(found, key=lambda m: m.starts))


def resolution(found: Sequence[Proposed], day: date) -> str:
    """The words of a motion that determines what is proposed, one paragraph a standard."""
    from boarddesk.reports.wording import long_date

    by_standard = {standard: [p for p in found if p.standard is standard and p.outcome] for standard in Standard}
    texts: list[str] = []
    for standard, people in by_standard.items():
        if people:
            names = joined([each.name for each in people])
            who = f"each of {names}" if len(people) > 1 else names
            head = "RESOLVED FURTHER" if texts else "RESOLVED"
            texts.append(f"{head}, that the Board, {RESOLUTIONS[standard].format(who=who, day=long_date(day))}")
    return ";\n".join(texts) + "." if texts else ""
