"""The builder of a packet: its lines in the order of the book, what is in and what is awaited, by when it is out."""

from datetime import date, timedelta

import msgspec

from boarddesk.common.business_days import market_days
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import PacketPart, PartKind
from boarddesk.domain.papers import ExpectedPaper, Paper, PaperVersion
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.packet_parts import key_of, parts_of, plan_of, session_members, session_of
from boarddesk.services.packet_tabs import AGENDA, Entry, EntryKind, PlannedTab, tabs_of
from boarddesk.services.papers import NO_PAGES, paper_state
from boarddesk.services.words import WEEKDAYS, day_month, last_name

CLEAR_DAYS = 5
"""Business days that readers usually have between the packet and the meeting; the company may set another day."""
BEFORE = "Before the tabs"
FROM_RECORD, LEFT_OUT = "From the record", "Left out"


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the builder; `label` finds its page numbers in a sketch, `tab` is what is shown of it (“3-A”).

    `row` is the paper or the expected paper; `part` the part of the plan that the line stands in, by its key, and
    `place` the line's place among the papers of its item, from 1, 0 where it has none of its own.
    """

    id: str
    kind: EntryKind
    label: str
    tab: str
    title: str
    owner: str
    group: str
    part: str
    state: str
    mark: str = ""
    icon: str = ""
    pages: int | None = None
    item: str | None = None
    row: Paper | ExpectedPaper | None = None
    place: int = 0
    minutes_of: str | None = None
    file_name: str = ""
    note: str = ""
    versions: int = 1
    presenter: str = ""
    without_pages: bool = False
    left_out: bool = False

    @property
    def paper(self) -> Paper | None:
        """The paper that is in."""
        return self.row if isinstance(self.row, Paper) else None

    @property
    def expected(self) -> ExpectedPaper | None:
        """The paper that is awaited."""
        return self.row if isinstance(self.row, ExpectedPaper) else None


class PlanFoot(msgspec.Struct, frozen=True):
    """How far the packet is: papers in of all that are in or awaited, and by when it is to be out."""

    there: int
    wanted: int
    publish: str
    late: bool
    due: date | None


def plan_lines(record: Record, meeting: Meeting, day: date) -> tuple[PlanLine, ...]:
    """Every line of the packet, in the order of the book; tabs left out keep their lines and say so."""
    lines = [_agenda_line(part) for part in parts_of(record, meeting) if part.kind is PartKind.AGENDA and part.included]
    for tab in tabs_of(record, meeting, every=True):
        place = 0
        for entry in tab.entries:
            place += entry.kind in {EntryKind.PAPER, EntryKind.EXPECTED}
            lines.append(_line(record, meeting, tab, entry, place, day))
    return tuple(lines)


def _agenda_line(part: PacketPart) -> PlanLine:
    return PlanLine(
        id=AGENDA, kind=EntryKind.AGENDA, label=AGENDA, tab="–", title="Agenda", owner="Secretary", group=BEFORE,
        part=key_of(part), state=FROM_RECORD, mark="information",
    )  # fmt: skip


def _line(record: Record, meeting: Meeting, tab: PlannedTab, entry: Entry, place: int, day: date) -> PlanLine:
    source = entry.source
    memo = entry.kind is EntryKind.MEMO
    line = PlanLine(
        id=f"{entry.kind.value}-{key_of(tab.part)}", kind=entry.kind, label=entry.label,
        tab="Memo" if memo else entry.label, title=entry.title, owner="Secretary", group=f"{tab.number} {tab.title}",
        part=key_of(tab.part), state=FROM_RECORD, mark="information", item=tab.part.item,
    )  # fmt: skip
    match entry.kind:
        case EntryKind.PAPER:
            line = _paper(record, line, source, place)
        case EntryKind.EXPECTED:
            line = _expected(record, line, source, place, day)
        case EntryKind.MINUTES:
            line = _with(line, id=f"minutes-of-{source.id}", minutes_of=source.id)
        case EntryKind.MEMO:
            line = _with(line, owner=last_name(record, source.author), presenter=name_of(record, source.author))
        case EntryKind.PAGE if source.kind is PartKind.SESSION:
            session = session_of(record, meeting)
            count = len(session_members(record, session)) if session is not None else 0
            line = _with(line, state=f"{count} copies", mark="", icon="users")
        case _:
            pass
    if not tab.part.included:
        return _with(line, state=LEFT_OUT, mark="not_applicable", icon="", left_out=True)
    return line


def _with(line: PlanLine, **values: object) -> PlanLine:
    return msgspec.structs.replace(line, **values)


def _paper(record: Record, line: PlanLine, paper: Paper, place: int) -> PlanLine:
    state, mark = paper_state(record, paper)
    presenter = name_of(record, paper.presenter) or paper.presenter_note
    return _with(
        line, id=paper.id, owner=last_name(record, paper.presenter) or paper.presenter_note, state=state,
        mark="" if paper.privileged else mark, icon="eye-off" if paper.privileged else "", pages=paper.pages,
        row=paper, place=place, file_name=paper.file_name, note=paper.note, presenter=presenter,
        versions=len(record.where(PaperVersion, "paper", paper.id)) + 1, without_pages=state == NO_PAGES,
    )  # fmt: skip


def _expected(record: Record, line: PlanLine, paper: ExpectedPaper, place: int, day: date) -> PlanLine:
    late = paper.due is not None and paper.due < day
    state = f"Due {day_month(paper.due)}" if paper.due is not None else "Awaited"
    presenter = name_of(record, paper.presenter) or paper.presenter_note
    return _with(
        line, id=paper.id, owner=last_name(record, paper.presenter) or paper.presenter_note, state=state,
        mark="overdue" if late else "due_soon", pages=paper.pages, row=paper, place=place, note=paper.note,
        presenter=presenter,
    )  # fmt: skip


def places_to_take(record: Record, meeting: Meeting, day: date) -> list[tuple[str, str]]:
    """The papers that a file can be a newer version of, then those awaited that it can be, with their words."""
    lines = plan_lines(record, meeting, day)
    there = [(line.id, f"{line.tab} {line.title}") for line in lines if line.paper is not None]
    return there + [(line.id, f"{line.tab} {line.title} (awaited)") for line in lines if line.expected is not None]


def plan_foot(record: Record, meeting: Meeting, day: date) -> PlanFoot:
    """“12 of 14 papers in”, “Publish by Tue 24 Nov: five clear business days”."""
    there = len(record.where(Paper, "meeting", meeting.id))
    awaited = sum(one.paper is None for one in record.where(ExpectedPaper, "meeting", meeting.id))
    due = plan_of(record, meeting.id).due
    usual = clear_before(meeting.day, CLEAR_DAYS)
    if due is None:
        words = f"No day set. Five clear business days: {_weekday(usual)}"
        return PlanFoot(there, there + awaited, words, late=False, due=None)
    clear = market_days().between(due, meeting.day - timedelta(days=1))
    what = "five" if clear == CLEAR_DAYS else str(clear)
    words = f"Publish by {_weekday(due)}: {what} clear business {'day' if clear == 1 else 'days'}"
    return PlanFoot(there, there + awaited, words, late=due < day, due=due)


def clear_before(day: date, count: int) -> date:
    """The last day after which `count` business days lie wholly before `day`."""
    found, days = day, market_days()
    while count:
        found -= timedelta(days=1)
        count -= days.is_open(found)
    found -= timedelta(days=1)
    while not days.is_open(found):
        found -= timedelta(days=1)
    return found


def _weekday(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day_month(day)}"
