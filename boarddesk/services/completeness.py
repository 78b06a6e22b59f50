"""The list for auditors: every meeting and consent to a date, the state of the minutes, and what is not final yet."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from boarddesk.domain.consents import ConsentState, effective_at, state_on
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import BEGUN, Meeting, MeetingState
from boarddesk.domain.minutes import FINAL, MinutesState, approving_motion, decided_on, minutes_state, seal_of
from boarddesk.domain.motions import Action, Consent, ConsentKind, Motion
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
from boarddesk.reports.ruled import Column
from boarddesk.reports.sections.certified_by import Signer
from boarddesk.reports.wording import long_date
from boarddesk.services.consent_text import title_of
from boarddesk.services.consents import state_words
from boarddesk.services.motion_words import gist, result_words
from boarddesk.services.words import body_short, capital, joined, meeting_title, short_day
from boarddesk.services.workspace import Services

LETTER = "Representation for the auditor’s letter"
GIST = 190


class Line(msgspec.Struct, frozen=True):
    """One meeting or consent: its day, what it is, the state of its minutes in words, and whether that is final."""

    id: str
    day: date
    what: str
    state: str
    final: bool


class Summary(msgspec.Struct, frozen=True):
    """What happened at a meeting whose minutes are not approved: motions with results, and actions given."""

    title: str
    lines: tuple[str, ...]


class Completeness(msgspec.Struct, frozen=True):
    """All of a period: meetings and consents, summaries, numbers that no motion has, what was called off."""

    first: date
    last: date
    meetings: tuple[Line, ...]
    consents: tuple[Line, ...]
    summaries: tuple[Summary, ...]
    gaps: tuple[str, ...]
    called_off: int


def completeness(services: Services, year: int | None = None) -> Completeness:
    """From the first day of a fiscal year (that of the day shown, or an earlier one) to the day shown."""
    record, day = services.shown, services.day
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    first = fiscal.year_starts(year or fiscal.year_of(day))
    within = sorted((m for m in record.all(Meeting) if first <= m.day <= day), key=lambda m: (m.starts, m.id))
    held = [meeting for meeting in within if meeting.state in BEGUN]
    consents = sorted((c for c in record.all(Consent) if first <= c.circulated_on <= day),
                      key=lambda c: (c.circulated_on, c.id))  # fmt: skip
    open_ones = [meeting for meeting in held if minutes_state(record, meeting) not in FINAL]
    return Completeness(
        first, day,
        meetings=tuple(_meeting(record, meeting) for meeting in held),
        consents=tuple(_consent(record, consent, day) for consent in consents),
        summaries=tuple(_summary(record, meeting) for meeting in open_ones),
        gaps=tuple(_gaps(record, first, day)),
        called_off=sum(1 for m in within if m.state in (MeetingState.CANCELLED, MeetingState.POSTPONED)),
    )  # fmt: skip


def _meeting(record: Record, meeting: Meeting) -> Line:
    state = minutes_state(record, meeting)
    title = meeting_title(record, meeting)
    if meeting.state is MeetingState.FAILED_QUORUM:
        title += ", no quorum"
    return Line(meeting.id, meeting.day, title, _minutes_words(record, meeting, state), state in FINAL)


def _minutes_words(record: Record, meeting: Meeting, state: MinutesState) -> str:
    approval = approving_motion(record, meeting)
    day = decided_on(record, approval) if approval is not None else None
    approved = f"approved {short_day(day)}" if day else "approved"
    if state is MinutesState.SEALED:
        seal = seal_of(record, meeting.id)
        return capital(f"{approved}, sealed {seal.number}" if seal else approved)
    if state is MinutesState.APPROVED:
        return capital(f"{approved}, not sealed")
    if state is MinutesState.CIRCULATED:
        since = f" {short_day(meeting.minutes_circulated_on)}" if meeting.minutes_circulated_on else ""
        return f"Circulated{since}, not approved; summarized below"
    return "Draft, not circulated; summarized below"


def _consent(record: Record, consent: Consent, day: date) -> Line:
    vote = consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS
    form = "vote between meetings" if vote else "unanimous written consent"
    named = f"{body_short(record, consent.body)}, {form} {consent.number}".rstrip()
    about = title_of(record, consent)
    effective = state_on(record, consent, day) is ConsentState.EFFECTIVE
    filed = f", filed {short_day(consent.filed_on)}" if consent.filed_on else ", not yet filed"
    state = state_words(record, consent, day) + (filed if effective else "")
    when = effective_at(record, consent)
    return Line(consent.id, when.date() if when and effective else consent.circulated_on,
                f"{named}: {about}" if about else named, state, effective)  # fmt: skip


def _summary(record: Record, meeting: Meeting) -> Summary:
    motions = sorted(record.where(Motion, "meeting", meeting.id), key=lambda m: (m.order, m.id))
    lines = [f"Motion {m.number}: {_short(gist(m))} {result_words(record, m)}." for m in motions if not m.waits]
    actions = record.where(Action, "meeting", meeting.id)
    lines += [f"Action {a.number}: {_short(' '.join(a.text.split()))}" for a in actions]
    said = tuple(lines) or ("No motion was put and no action was given.",)
    return Summary(f"{meeting_title(record, meeting)}, {short_day(meeting.day)}", said)


def _short(text: str) -> str:
    text = text.rstrip(" .;").removesuffix("; and").rstrip(" ;")
    return f"{text}." if len(text) <= GIST else f"{text[:GIST].rpartition(' ')[0].rstrip(' ,;')}…"


def _gaps(record: Record, first: date, last: date) -> Iterator[str]:
    """Numbers that were passed over within a year: a list cannot be complete where one is missing unexplained."""
    used: dict[str, set[int]] = {}
    for number in (m.number for m in record.all(Motion)):
        found = re.fullmatch(r"(\d{4})-(\d+)", number)
        if found and first.year <= int(found[1]) <= last.year:
            used.setdefault(found[1], set()).add(int(found[2]))
    for year, numbers in sorted(used.items()):
        missing = [f"{year}-{number:02d}" for number in range(1, max(numbers)) if number not in numbers]
        if missing:
            yield f"No motion on record has the number {joined(missing)}."


def representation(services: Services, it: Completeness) -> str:
    """The sentence for the letter: all minutes and consents were made available, or summaries of recent meetings."""
    record = services.shown
    open_ones = len(it.summaries)
    summaries = (
        f", and summaries of actions of {open_ones} recent {'meeting' if open_ones == 1 else 'meetings'} for which "
        "minutes have not yet been approved" if open_ones else ""
    )  # fmt: skip
    return (
        "We have made available to you all minutes of the meetings of stockholders, of the Board of Directors and of "
        "its committees, all records of the sessions of the independent directors, and all unanimous written consents "
        f"of {record.company.name} from {long_date(it.first)} to {long_date(it.last)}{summaries}. The list above names "
        f"all {len(it.meetings)} meetings and sessions held and all {len(it.consents)} decisions between meetings in "
        "that period. We know of no other meeting, and of no other action taken without one."
    )


def completeness_pdf(services: Services, year: int | None = None) -> bytes:
    """The list as PDF, with the summaries and the sentence for the auditor's letter."""
    it, record = completeness(services, year), services.shown
    columns = (Column("Date", 0.13), Column("Meeting or session", 0.43), Column("Minutes", 0.44))
    decisions = (Column("Date", 0.13), Column("Consent", 0.53), Column("State", 0.34))
    parts = [
        Part("Meetings and sessions", columns, _rows(it.meetings), empty="None was held."),
        Part("Decisions between meetings", decisions, _rows(it.consents), empty="None was taken."),
    ]
    parts += [Part("Minutes that are not approved", paragraphs=(_said(it),))]
    parts += [Part(one.title, paragraphs=one.lines, small=True) for one in it.summaries]
    parts.append(Part(LETTER, paragraphs=(*it.gaps, representation(services, it))))
    report = ListReport(
        company=record.company.name, title="List of Minutes and Consents",
        subtitle=f"{long_date(it.first)} to {long_date(it.last)}",
        lead=_lead(it), state=f"As of {short_day(it.last)}", keywords=f"completeness; {it.last.isoformat()}",
        parts=tuple(parts), header_right=f"to {short_day(it.last)}", signers=_signers(record, it.last),
    )  # fmt: skip
    return list_pdf(report)


def _rows(lines: tuple[Line, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((short_day(line.day), line.what, line.state) for line in lines)


def _said(it: Completeness) -> str:
    if not it.summaries:
        return "The minutes of every meeting listed are approved."
    return f"{len(it.summaries)} of {len(it.meetings)}. What was put and what was decided there:"


def _lead(it: Completeness) -> str:
    final = sum(1 for line in it.meetings if line.final)
    off = f" {it.called_off} planned and called off in that time are not listed." if it.called_off else ""
    return (
        f"{len(it.meetings)} meetings and sessions, {final} with approved minutes; {len(it.consents)} decisions "
        f"between meetings.{off}"
    )


def _signers(record: Record, day: date) -> tuple[Signer, ...]:
    secretary = holder_of(record, Role.SECRETARY, day)
    return (Signer(name_of(record, secretary) if secretary else "", "Corporate Secretary", f"{short_day(day)}"),)
