"""What a meeting of stockholders rests on and decided, in words for its overview."""

from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.closed import is_final
from boarddesk.services.words import short_day

Facts = list[tuple[str, str]]
SOLICITED = {True: "solicited", False: "not solicited"}


def stockholder_facts(record: Record, meeting: Meeting) -> Facts:
    """Record date, designated day, shares, proxies and each matter voted on; nothing of another body's meeting."""
    if meeting.body != STOCKHOLDERS:
        return []
    fixed = f", fixed {short_day(meeting.record_date_fixed_on)}" if meeting.record_date_fixed_on else ""
    found = [("Record date", f"{short_day(meeting.record_date)}{fixed}" if meeting.record_date else "not recorded")]
    if meeting.designated_for:
        found.append(("Designated for", short_day(meeting.designated_for)))
    if meeting.shares_outstanding is not None or meeting.shares_present is not None:
        found.append(("Shares present", _shares(meeting)))
    if meeting.proxies_solicited is not None:
        found.append(("Proxies", SOLICITED[meeting.proxies_solicited]))
    matters = sorted(record.where(Matter, "meeting", meeting.id), key=lambda matter: (matter.number, matter.id))
    return [*found, *((f"Matter {matter.number}".strip(), matter_words(matter)) for matter in matters)]


def _shares(meeting: Meeting) -> str:
    present = "not recorded" if meeting.shares_present is None else f"{meeting.shares_present:,}"
    return f"{present} of {meeting.shares_outstanding:,}" if meeting.shares_outstanding is not None else present


def matter_words(matter: Matter) -> str:
    """“Ratification of the auditor: carried, 68,638,917 for, 1,187,455 against”; what was not counted is left out."""
    counts = (
        (matter.shares_for, "for"),
        (matter.against, "against"),
        (matter.abstained, "abstained"),
        (matter.broker_non_votes, "broker non-votes"),
    )
    result = {True: ["carried"], False: ["not carried"], None: []}[matter.carried]
    said = [*result, *(f"{shares:,} {word}" for shares, word in counts if shares is not None)]
    return f"{matter.title}: {', '.join(said) or 'no result on record'}"


def inspectors_closed(record: Record, meeting: Meeting) -> str:
    """Why no inspector can be named any more, and what can be done instead; empty where one can.

    Who inspected is a fact of the meeting that its minutes state: no later change may slip in behind them.
    """
    if is_final(record, meeting):
        return "Inspectors stand in the minutes, which are approved. A memorandum of correction names them."
    if meeting.minutes_circulated_on is not None:
        return "Inspectors stand in the minutes, which were circulated. Take these back to draft to name them."
    return ""
