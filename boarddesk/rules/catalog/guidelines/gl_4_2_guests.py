"""GL-4.2: management is encouraged to bring managers to board meetings; the guests on record are counted."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    HELD,
    Case,
    Finding,
    Guest,
    GuestCapacity,
    Judge,
    Status,
    counted,
    number,
    rule,
    sentence,
)


@rule("GL-4.2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year, on the board's meetings."""
    for year in case.years:
        if year.ahead:
            continue
        held = [m for m in case.meetings(BOARD, year.first, year.cut) if m.state in HELD]
        guests = [
            guest for meeting in held for guest in case.record.where(Guest, "meeting", meeting.id)
            if guest.capacity is GuestCapacity.MANAGEMENT
        ]  # fmt: skip
        if guests:
            managers = counted(len({guest.person or guest.name for guest in guests}), "manager")
            meetings = counted(len({guest.meeting for guest in guests}), "board meeting")
            said = f"{managers} attended {meetings} of {year.label} as guests"
            reasons = sum(bool(guest.reason) for guest in guests)
            known = number(reasons) if reasons else "none"
            because = f"{said}; the reason is on record for {known} of {counted(len(guests), 'visit')}."
        else:
            because = f"no manager is on record as a guest of a board meeting of {year.label}."
        yield judge.find(Status.INFORMATION, sentence(because), year, evidence=guests)
