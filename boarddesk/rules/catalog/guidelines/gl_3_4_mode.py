"""GL-3.4: directors may attend in person or by telephone; how they did is information."""

from collections import Counter
from collections.abc import Iterator

from boarddesk.rules.api import BOARD, HELD, Case, Finding, Judge, Mode, PresenceStamp, Status, counted, listed, rule

WORDS = {Mode.ROOM: "in person", Mode.VIDEO: "by video", Mode.PHONE: "by telephone", None: "in a way not recorded"}


@rule("GL-3.4")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year, on the board's meetings."""
    for year in case.years:
        if year.ahead:
            continue
        held = [m for m in case.meetings(BOARD, year.first, year.cut) if m.state in HELD]
        modes: Counter[Mode | None] = Counter()
        for meeting in held:
            first: dict[str, Mode | None] = {}
            for stamp in case.record.where(PresenceStamp, "meeting", meeting.id):
                if stamp.kind == "present":
                    first.setdefault(stamp.person, stamp.mode)
            modes.update(first.values())
        ways = listed(f"{modes[mode]} {words}" for mode, words in WORDS.items() if modes[mode])
        because = f"At {counted(len(held), 'Board meeting')} directors attended {ways}." if ways else (
            f"No attendance at a Board meeting of {year.label} is on record.")  # fmt: skip
        yield judge.find(Status.INFORMATION, because, year, evidence=held)
