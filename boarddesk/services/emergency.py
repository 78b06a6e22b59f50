"""An emergency meeting: from when notice given now is in time, and whether enough can be reached by telephone."""

from datetime import datetime

from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.domain.quorum import needed_of, quorum_base, quorum_fraction
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on
from boarddesk.services.notice_terms import moment_to_act, shortest_notice
from boarddesk.services.words import capital, small_number


def shortest_words(record: Record, body: str, starts: datetime | None, now: datetime) -> tuple[str, bool]:
    """What the bylaws allow and what an earlier start needs; the second says whether `starts` is too early for it."""
    period = shortest_notice(record, body, starts or now)
    earliest = period.earliest_start(now)
    if earliest is None:
        return "The bylaws’ shortest notice is not on record (Settings, Rules). Everybody waives it, or attends.", True
    cited = f" ({period.citation})" if period.citation else ""
    if period.none_asked:
        return f"The bylaws ask for no notice{cited}.", False
    said = f"Shortest notice by the bylaws: {period.words}{cited}; given now, from {moment_to_act(earliest)} on."
    if starts is not None and starts < earliest:
        return f"{said} Earlier, everybody waives it in writing or by e-mail, or attends without objecting.", True
    return said, False


def phone_quorum(record: Record, meeting: Meeting, reached: int) -> tuple[str, bool | None]:
    """“Five of nine reached; six of ten seats are a quorum: one more is needed.”, and whether there is one."""
    serving = len(members_on(record, meeting.body, meeting.day))
    base = quorum_base(record, meeting.body, meeting.day)
    said = f"{capital(small_number(reached)) if reached else 'None'} of {small_number(serving)} reached"
    if not base:
        return f"{said}; the size of the board is not on record, so nobody can say how many are needed.", None
    needed = needed_of(base, quorum_fraction(record, meeting))
    of = "seats" if meeting.body == BOARD else "members"
    lacking, spare = needed - reached, reached - needed
    rest = (
        f"{small_number(lacking)} more {'is' if lacking == 1 else 'are'} needed"
        if lacking > 0
        else f"{small_number(spare)} may be lost again"
        if spare
        else "nobody may be lost again"
    )
    are = "is" if needed == 1 else "are"
    return f"{said}; {small_number(needed)} of {small_number(base)} {of} {are} a quorum: {rest}.", lacking <= 0
