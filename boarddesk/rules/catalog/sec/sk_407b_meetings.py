"""LAW-SK-407b: meetings of Board and committees, and directors at the annual meeting, are on record."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    HELD,
    STOCKHOLDERS,
    Case,
    CommitteeKind,
    DocumentKind,
    Finding,
    Judge,
    Meeting,
    MeetingKind,
    Sheet,
    counted,
    document_in_force,
    member_spells,
    on,
    proxy_years,
    rule,
)  # fmt: skip

ASKED = (CommitteeKind.AUDIT, CommitteeKind.NOMINATING, CommitteeKind.COMPENSATION)


@rule("LAW-SK-407b")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year; who attended less than 75 percent is judged apart."""
    for proxy in proxy_years(case):
        sheet = Sheet(case, judge, proxy)
        without_roll = {m.id for found in case.attendance.year(proxy.year.year) for m in found.no_roll}
        _meetings(case, sheet, BOARD, "Board", without_roll)
        standing = [c for c in case.committees_on(proxy.year.cut) if c.standing]
        for committee in standing:
            if not member_spells(case, committee.id, proxy.year.first, proxy.year.cut):
                sheet.lacks(f"the members of the {committee.name}")
            _meetings(case, sheet, committee.id, committee.name, without_roll)
        kinds = {committee.kind for committee in standing}
        sheet.lacks(*(f"the {kind} committee, or the functions of one" for kind in ASKED if kind not in kinds))
        _annual_meeting(case, sheet)
        yield sheet.finding()


def _meetings(case: Case, sheet: Sheet, body: str, name: str, without_roll: set[str]) -> None:
    year = sheet.proxy.year
    found = case.meetings(body, year.first, year.cut)
    held = [m for m in found if m.state in HELD and not _went_on(case, m)]
    sheet.lacks(*(f"roll of {case.labels.meeting(m)}" for m in held if m.id in without_roll))
    if held:
        sheet.has(f"{counted(len(held), 'meeting')} of the {name}")
    else:
        sheet.lacks(f"the meetings of the {name} in {year.label}")


def _went_on(case: Case, meeting: Meeting) -> bool:
    """Whether a later meeting continues it: the two count once."""
    return case.record.find(Meeting, meeting.moved_to) is not None


def _annual_meeting(case: Case, sheet: Sheet) -> None:
    year = sheet.proxy.year
    found = case.meetings(STOCKHOLDERS, year.first, year.cut)
    annual = [m for m in found if m.kind is MeetingKind.ANNUAL and m.state in HELD]
    if not annual:
        sheet.lacks(f"the annual meeting of {year.label}")
    for meeting in annual[-1:]:
        present = case.attendance.present(meeting)
        if present is None:
            sheet.lacks(f"which directors attended the annual meeting of {on(meeting.day)}")
        else:
            there = [person for person in case.directors_on(meeting.day) if person in present]
            sheet.has(f"{counted(len(there), 'director')} at the annual meeting of {on(meeting.day)}", meeting)
    policy = document_in_force(case, DocumentKind.ATTENDANCE_POLICY, sheet.proxy.closes)
    if policy is not None:
        sheet.has(f"“{policy.title}” on attending it", policy)
    else:
        sheet.has("no policy on attending it is on record")
