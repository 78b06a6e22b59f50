"""What is put to a meeting of stockholders, as its notice says it: seats to be filled, nominees, matters."""

from boarddesk.domain.elections import Election, Nominee
from boarddesk.reports.sections.election import matters_of
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import counted, joined, long_date, sentence


def stockholder_facts(voice: Voice) -> list[tuple[str, str]]:
    """The record date, and whether proxies are solicited, as plain text."""
    meeting = voice.meeting
    facts = [("Record date", long_date(meeting.record_date))] if meeting.record_date else []
    if meeting.proxies_solicited:
        facts.append(("Proxies", "Solicited by the Board of Directors with a proxy statement"))
    return facts


def stockholder_business(voice: Voice) -> list[tuple[str, str]]:
    """Each election with its nominees, then each matter, with its number, as markup."""
    lines: list[tuple[str, str]] = []
    elections = sorted(voice.record.where(Election, "meeting", voice.meeting.id), key=lambda e: (e.class_, e.id))
    for election in elections:
        people = [n.person for n in voice.record.where(Nominee, "election", election.id)]
        of = f" of Class {election.class_}" if election.class_ else ""
        names = f": {joined([voice.full(person) for person in voice.in_order(people)])}" if people else ""
        words = f"To elect {counted(election.seats, 'director')}{of}{names}."
        lines.append((str(len(lines) + 1), f"<b>Election of directors.</b> {voice.serif(words)}"))
    for matter in matters_of(voice):
        lines.append((matter.number or str(len(lines) + 1), f"<b>{voice.serif(sentence(matter.title))}</b>"))
    return lines
