"""A director's attendance in words, body by body (S-K 407(b)(1))."""

from fractions import Fraction

from boarddesk.domain.attendance import Attendance
from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import BOARD
from boarddesk.rules.case import Case
from boarddesk.rules.words import listed


def running_status(found: Attendance, line: Fraction) -> Status:
    """How a year that is not over stands: on course, one absence away, out of reach, or not to be told."""
    least = found.may_miss(line)
    if least + len(found.no_roll) < 0:
        return Status.DISCLOSURE_REQUIRED
    if least < 0:
        return Status.CANNOT_JUDGE
    below = found.fraction is not None and found.fraction < line
    return Status.DUE_SOON if below or (least == 0 and found.ahead) else Status.NOT_YET_DUE


def count_words(case: Case, found: Attendance) -> str:
    """“attended 6 of 8 meetings, 75.0%: Board 3 of 4, Audit Committee 3 of 4”."""
    counts = found.body_counts()
    parts = [
        f"{'Board' if body == BOARD else case.body(body, case.as_of)} {there} of {held}"
        for body, (there, held) in sorted(counts.items(), key=lambda entry: (entry[0] != BOARD, entry[0]))
    ]
    share = f", {found.percent}" if found.percent else ""
    detail = f": {listed(parts)}" if parts else ""
    return f"{case.name(found.person)} attended {len(found.attended)} of {found.held} meetings{share}{detail}"
