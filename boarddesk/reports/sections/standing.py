"""Who in an independent session has been determined independent, on the day, by the Board."""

from collections.abc import Iterable

from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.presence import attendees
from boarddesk.domain.terms import directors_on
from boarddesk.reports.sections.voice import Voice


def independent_on(voice: Voice) -> dict[str, Determination]:
    """The directors whom the Board had determined independent by the day, with the determination in force."""
    day = voice.meeting.day
    latest: dict[str, Determination] = {}
    made = voice.record.where(Determination, "standard", Standard.NASDAQ)
    for row in sorted((d for d in made if d.decided_on <= day), key=lambda d: (d.decided_on, d.id)):
        latest[row.person] = row
    serving = directors_on(voice.record, day)
    return {p: latest[p] for p in serving if p in latest and latest[p].outcome is Outcome.INDEPENDENT}


def others_in_session(voice: Voice, people: Iterable[str] | None = None) -> tuple[str, ...]:
    """Those of `people` (default: all who took part) who stand outside the session; nobody at other meetings."""
    if not voice.is_session:
        return ()
    determined = independent_on(voice)
    there = attendees(voice.record, voice.meeting) if people is None else people
    return voice.in_order(person for person in there if person not in determined)


def seated(voice: Voice, people: Iterable[str]) -> tuple[str, ...]:
    """Those of `people` who count as members: in a session the directors determined independent only."""
    if not voice.is_session:
        return tuple(people)
    determined = independent_on(voice)
    return tuple(person for person in people if person in determined)
