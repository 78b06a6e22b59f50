"""LAW-NQ-5620c: the bylaws' quorum of stockholders is at least one third, and so was what met."""

from collections.abc import Iterator
from fractions import Fraction

from boarddesk.rules.api import (
    HELD,
    STOCKHOLDERS,
    Case,
    Finding,
    Judge,
    Meeting,
    Period,
    Status,
    meeting_words,
    on,
    rule,
)  # fmt: skip


@rule("LAW-NQ-5620c")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year on the bylaws, and one for each meeting that was held."""
    for year in case.years:
        yield judge.ahead(year) if year.ahead else _bylaws(judge, year)
    for meeting in case.meetings(STOCKHOLDERS, None, case.as_of):
        if meeting.state in HELD and case.judged(meeting.day):
            yield _meeting(judge, meeting)


def _bylaws(judge: Judge, year: Period) -> Finding:
    least, own = judge.value("nasdaq_quorum_least", year.cut), judge.value("stockholder_quorum_fraction", year.cut)
    relied = (least, own)
    if not own.used.company:
        because = f"The quorum of stockholders that the bylaws set in {year.label} is not on record."
        missing = ("the bylaws' quorum of stockholders (Settings, Rules)",)
        return judge.find(Status.CANNOT_JUDGE, because, year, missing=missing, relied=relied)
    enough = own.fraction >= least.fraction
    because = f"The bylaws ask for {own.text} of the voting shares; Nasdaq asks for at least {least.text}."
    remedy = "" if enough else f"An amendment of the bylaws to a quorum of at least {least.text}."
    return judge.find(Status.MET if enough else Status.NOT_MET, because, year, relied=relied, remedy=remedy)


def _meeting(judge: Judge, meeting: Meeting) -> Finding:
    words = f"the {meeting_words(meeting)} of {on(meeting.day)}"
    least = judge.value("nasdaq_quorum_least", meeting.day)
    present, outstanding = meeting.shares_present, meeting.shares_outstanding
    if present is None or not outstanding:
        gaps = [f"shares present at {words}"] if present is None else []
        gaps += [] if outstanding else [f"shares outstanding and entitled to vote at {words}"]
        because = f"What share of the voting stock was present at {words} is not on record."
        return judge.find(
            Status.CANNOT_JUDGE, because, meeting.day, meeting, evidence=[meeting], missing=tuple(gaps), relied=(least,)
        )
    enough = Fraction(present, outstanding) >= least.fraction
    because = f"At {words}, {present:,} of {outstanding:,} shares were present; at least {least.text} must be."
    remedy = "" if enough else f"This cannot be cured for the meeting of {on(meeting.day)}."
    return judge.find(
        Status.MET if enough else Status.NOT_MET, because, meeting.day, meeting, evidence=[meeting], relied=(least,),
        remedy=remedy,
    )  # fmt: skip
