"""What the fields of dialogs offer: people, committees, meetings, motions, each by the words a person knows it by."""

from datetime import date

from boarddesk.domain.meetings import BEGUN, BOARD, STOCKHOLDERS, Meeting
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on
from boarddesk.services.committees import committees_in_order
from boarddesk.services.people import people_named
from boarddesk.services.words import body_short, meeting_name, short_day

Choices = tuple[tuple[str, str], ...]
NEWEST = 300
TEXT = 70


def people_choices(record: Record, among: tuple[Person, ...] | None = None) -> Choices:
    """People by name; who shares a name is told apart by a former spelling, the e-mail or a number."""
    people = people_named(record) if among is None else among
    labels: dict[str, str] = {}
    for person in people:
        label = person.name
        if label in labels.values():
            label = f"{label} ({person.email or '; '.join(person.aliases) or len(labels)})"
        labels[person.id] = label
    return tuple(labels.items())


def director_choices(record: Record, day: date) -> Choices:
    """The directors in office on `day`, by name."""
    serving = {term.person for term in appointments_on(record, day)}
    return people_choices(record, tuple(person for person in people_named(record) if person.id in serving))


def committee_choices(record: Record, day: date) -> Choices:
    """The committees in being on `day`."""
    return tuple((committee.id, committee.name) for committee in committees_in_order(record, day))


def motion_choices(record: Record, *kinds: MotionKind) -> Choices:
    """Motions, the newest first: “12 Feb 2026, Board: RESOLVED, that …”; of some kinds before all others."""
    days = {meeting.id: meeting.day for meeting in record.all(Meeting)}
    dated = sorted(
        record.all(Motion),
        key=lambda m: (m.kind not in kinds, -(days.get(m.meeting or "", date.min).toordinal()), m.order),
    )
    choices = []
    for motion in dated[:NEWEST]:
        day = days.get(motion.meeting or "")
        head = ", ".join(part for part in (short_day(day) if day else "", body_short(record, motion.body)) if part)
        text = " ".join(motion.text.split())
        choices.append((motion.id, f"{head}: {text if len(text) <= TEXT else text[: TEXT - 1] + '…'}"))
    return unlike(choices)


def unlike(choices: list[tuple[str, str]]) -> Choices:
    """Labels that differ, since a field gives back the choice by its label."""
    seen: dict[str, int] = {}
    found = []
    for value, label in choices:
        seen[label] = seen.get(label, 0) + 1
        found.append((value, label if seen[label] == 1 else f"{label} ({seen[label]})"))
    return tuple(found)


def board_meeting_choices(record: Record) -> Choices:
    """Meetings of the board that have begun, the newest first."""
    held = [m for m in record.where(Meeting, "body", BOARD) if m.state in BEGUN]
    held.sort(key=lambda meeting: meeting.starts, reverse=True)
    return unlike([(meeting.id, meeting_name(record, meeting)) for meeting in held[:NEWEST]])


def stockholder_meeting_choices(record: Record) -> Choices:
    """Meetings of the stockholders, the newest first."""
    found = sorted(record.where(Meeting, "body", STOCKHOLDERS), key=lambda meeting: meeting.starts, reverse=True)
    return unlike([(meeting.id, meeting_name(record, meeting)) for meeting in found])
