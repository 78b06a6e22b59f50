"""Who attended: the strip over the clock where times are known, else a table; guests beneath."""

from datetime import datetime
from itertools import pairwise

from reportlab.platypus import CondPageBreak, Flowable

from boarddesk.domain.meetings import AgendaItem, Guest, GuestCapacity, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Motion
from boarddesk.domain.noticed import roll_spellings
from boarddesk.domain.people import Role
from boarddesk.domain.presence import EARLIEST, LATEST, Stay, attendees, guests_of, moments_of, stamps_of, stays_of
from boarddesk.domain.quorum import quorum_at
from boarddesk.domain.terms import SeatState, directors_on, holder_of, members_on, seats_on
from boarddesk.reports.flowables import Text, block_heading
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.standing import independent_on, others_in_session
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.strip import Count, Span, Strip, StripData, StripRow
from boarddesk.reports.wording import bare_clock, capital, joined, ranges, short_date, span

MODE_WORDS = {Mode.ROOM: "In person", Mode.VIDEO: "Video", Mode.PHONE: "Telephone", None: "Present"}
_BY_MODE = {Mode.ROOM: "in person", Mode.VIDEO: "by video conference", Mode.PHONE: "by telephone"}
_OFF = {Mode.ROOM: "out", Mode.VIDEO: "off", Mode.PHONE: "off", None: "out"}
_KEY = (
    "Solid bar: in person. Hatched bar: telephone or video conference. R: recused and outside the room."
    " Inverted count: no quorum."
)


def roll(voice: Voice) -> tuple[str, ...]:
    """Everybody the roll must name, in its order: the members in office on the day and whoever has a stamp.

    A session names the directors determined independent, those who took part first.
    """
    stamped = [stamp.person for stamp in stamps_of(voice.record, voice.meeting.id)]
    if voice.is_session:
        there = set(attendees(voice.record, voice.meeting))
        return tuple(sorted(voice.in_order(independent_on(voice)), key=lambda person: person not in there))
    members = () if voice.of_stockholders else members_on(voice.record, voice.meeting.body, voice.meeting.day)
    return voice.in_order((*members, *stamped))


def attendance_text(voice: Voice, person: str, stays: tuple[Stay, ...]) -> str:
    """How and when one person attended, for the table: "In person; left 11:05"."""
    mine = [stay for stay in stays if stay.person == person]
    if not mine:
        return _absence(voice, person)
    opened, closed = voice.opened, voice.meeting.adjourned
    parts = [MODE_WORDS[mine[0].mode]]
    first, last = mine[0].start, mine[-1].end
    if first != EARLIEST and opened and first > opened:
        parts.append(f"arrived {bare_clock(first)}")
    for before, after in pairwise(mine):
        if after.start > before.end:
            parts.append(f"{_OFF[before.mode]} {bare_clock(before.end)}–{bare_clock(after.start)}")
        elif after.mode is not before.mode and after.mode is not None:
            parts.append(f"{_BY_MODE[after.mode]} from {bare_clock(after.start)}")
    parts += [_recusal(stay) for stay in mine if stay.recused]
    if last != LATEST and (closed is None or last < closed):
        parts.append(f"left {bare_clock(last)}")
    return "; ".join(parts)


def _recusal(stay: Stay) -> str:
    where = "recused" if stay.recused == "out" else "recused in the room"
    if stay.start in (EARLIEST, LATEST):
        return where
    return f"{where} {bare_clock(stay.start)}" + ("" if stay.end == LATEST else f"–{bare_clock(stay.end)}")


def _absence(voice: Voice, person: str) -> str:
    stamps = voice.record.where(PresenceStamp, "meeting", voice.meeting.id)
    kinds = {stamp.kind for stamp in stamps if stamp.person == person}
    # A session is no meeting from which a director could be absent.
    absent = "Not present" if voice.is_session else "Absent"
    if PresenceKind.EXCUSED in kinds:
        return f"{absent}, excused"
    return absent if PresenceKind.ABSENT in kinds else "Not recorded"


def attendance_block(voice: Voice) -> list[Flowable]:
    """Heading, strip or table, and who else was there."""
    if voice.is_session:
        return [*_session_table(voice), *_spellings(voice), *_also_present(voice)]
    title = "Attendance" if voice.of_stockholders else "Attendance and quorum"
    out = block_heading(title, voice.sheet, bookmark=title)
    people = roll(voice)
    if not people:
        out.append(Text("Attendance is not recorded.", voice.styles.small))
    elif _timed(voice):
        out += [Strip(_strip(voice, people), voice.sheet), Text(_key(voice), voice.styles.note)]
    else:
        out += _plain_table(voice, people)
    return [*out, *_spellings(voice), *_also_present(voice)]


def _spellings(voice: Voice) -> list[Flowable]:
    """Names that an imported roll spells otherwise."""
    found = roll_spellings(voice.record, voice.meeting)
    return [Text(voice.sans(" ".join(found)), voice.styles.note)] if found else []


def _timed(voice: Voice) -> bool:
    meeting = voice.meeting
    known = meeting.called_to_order and meeting.adjourned and meeting.called_to_order < meeting.adjourned
    return bool(known) and bool(stays_of(voice.record, meeting)) and not voice.of_stockholders


def _key(voice: Voice) -> str:
    vacant = voice.of_board and any(s.state is SeatState.VACANT for s in seats_on(voice.record, voice.meeting.day))
    return _KEY + (" The vacant seat counts toward the number that makes a quorum." if vacant else "")


def _plain_table(voice: Voice, people: tuple[str, ...]) -> list[Flowable]:
    stays = stays_of(voice.record, voice.meeting)
    serving = set(members_on(voice.record, voice.meeting.body, voice.meeting.day))
    rows = []
    for person in people:
        text = attendance_text(voice, person, stays)
        if person not in serving and not voice.of_stockholders:
            text += f"; not on the register as a {voice.member} on this date"
        rows.append([voice.sans(voice.full(person)), voice.sans(text)])
    head = "Name" if voice.of_stockholders else capital(voice.member)
    table = ruled_table([Column(head, 1, bold=True), Column("Attendance", 2)], rows, voice.sheet, padding=3)
    return [table]


def _session_table(voice: Voice) -> list[Flowable]:
    determined = independent_on(voice)
    stays = stays_of(voice.record, voice.meeting)
    there = set(attendees(voice.record, voice.meeting))
    rows = []
    for person in roll(voice):
        standing = short_date(determined[person].decided_on)
        name = voice.sans(voice.full(person))
        text = voice.sans(attendance_text(voice, person, stays))
        rows.append([f"<b>{name}</b>" if person in there else name, standing, text])
    out = block_heading("Independent directors", voice.sheet, bookmark="Independent directors")
    if not rows:
        none = "No determination of independence in force on this date is recorded."
        return [*out, Text(none, voice.styles.small)]
    columns = [
        Column("Director", 1),
        Column("Determined independent by the Board", 1.1),
        Column("Attendance", 1),
    ]
    return [*out, ruled_table(columns, rows, voice.sheet, padding=3.5), *_outside_session(voice)]


def _outside_session(voice: Voice) -> list[Flowable]:
    """Which directors had no place in the session, so that the table can be held against the board."""
    determined, there = independent_on(voice), set(attendees(voice.record, voice.meeting))
    others = voice.in_order(
        person
        for person in directors_on(voice.record, voice.meeting.day)
        if person not in determined and person not in there
    )
    chief = holder_of(voice.record, Role.CEO, voice.meeting.day)
    names = joined([f"{voice.formal(p)}{' (Chief Executive Officer)' if p == chief else ''}" for p in others])
    stamped = {stamp.person for stamp in stamps_of(voice.record, voice.meeting.id)}
    away = f"{names} {'was' if len(others) == 1 else 'were'} not present." if stamped.issuperset(others) else ""
    if guests_of(voice.record, voice.meeting) or others_in_session(voice):
        text = away if others else ""
    elif others and not away:
        are = "is" if len(others) == 1 else "are"
        text = f"{names} {are} not recorded as attending, nor is any other member of management or guest."
    else:
        text = f"{away if others else ''} No member of management or other guest is recorded as attending.".strip()
    return [Text(voice.sans(text), voice.styles.note)] if text else []


_CAPACITIES = tuple(GuestCapacity)


def roll_rows(voice: Voice) -> tuple[tuple[str, str], ...]:
    """Everybody on the roll with how and when they attended, as plain text."""
    stays = stays_of(voice.record, voice.meeting)
    return tuple((voice.full(person), attendance_text(voice, person, stays)) for person in roll(voice))


def also_present(voice: Voice) -> str:
    """Who else was there, as one sentence; empty where nobody was."""
    guests, others = guests_of(voice.record, voice.meeting), others_in_session(voice)
    if not guests and not others:
        return ""
    positions = {item.id: item.position for item in voice.record.where(AgendaItem, "meeting", voice.meeting.id)}

    def key(guest: Guest) -> tuple[int, int, str]:
        first = min((positions[item] for item in guest.items if item in positions), default=0)
        return (_CAPACITIES.index(guest.capacity), first, guest.name)

    stays = stays_of(voice.record, voice.meeting)
    told = [_other(voice, person, stays) for person in others]
    return f"{'; '.join([*told, *(_guest(guest, positions) for guest in sorted(guests, key=key))])}."


def _also_present(voice: Voice) -> list[Flowable]:
    text, s = also_present(voice), voice.styles
    return [CondPageBreak(40), Text("Also present", s.label), Text(voice.sans(text), s.small)] if text else []


def _other(voice: Voice, person: str, stays: tuple[Stay, ...]) -> str:
    """Someone at a session whom the Board has not determined independent."""
    chief = holder_of(voice.record, Role.CEO, voice.meeting.day) == person
    office = "Chief Executive Officer" if chief else "not determined independent by the Board"
    how = attendance_text(voice, person, stays)
    return f"{voice.full(person)}, {office}, {how[:1].lower()}{how[1:]}"


def _guest(guest: Guest, positions: dict[str, int]) -> str:
    parts = [guest.name]
    if guest.title:
        parts.append(guest.title)
    if guest.mode in (Mode.VIDEO, Mode.PHONE):
        parts.append(_BY_MODE[guest.mode])
    text = ", ".join(parts)
    items = [positions[item] for item in guest.items if item in positions]
    if items:
        return f"{text} ({'items' if len(items) > 1 else 'item'} {ranges(items)})"
    if guest.arrived and guest.left:
        return f"{text} ({span(guest.arrived, guest.left)})"
    return text


def _strip(voice: Voice, people: tuple[str, ...]) -> StripData:
    meeting = voice.meeting
    start, end = meeting.called_to_order or meeting.starts, meeting.adjourned or meeting.starts
    stays = stays_of(voice.record, meeting)
    rows = [
        StripRow(
            voice.escaper.plain(voice.full(person)),
            voice.escaper.plain(attendance_text(voice, person, stays)),
            tuple(_span(stay, start, end) for stay in stays if stay.person == person),
        )
        for person in people
    ]
    if voice.of_board:
        for seat in seats_on(voice.record, meeting.day):
            if seat.state is SeatState.VACANT:
                since = f"Since {short_date(seat.vacant_since)}" if seat.vacant_since else ""
                rows.append(StripRow(f"Seat {seat.label}, vacant" if seat.label else "Vacant seat", since, vacant=True))
    motions, label = _motions(voice, start, end)
    return StripData(
        start, end, tuple(rows), _counts(voice, start, end), f"{capital(voice.member)}s present", _quorum_label(voice),
        motions, label,
    )  # fmt: skip


def _span(stay: Stay, start: datetime, end: datetime) -> Span:
    look = "recused" if stay.recused == "out" else "hatched" if stay.mode in (Mode.VIDEO, Mode.PHONE) else "solid"
    return Span(max(stay.start, start), min(stay.end, end), look)


def _quorum_label(voice: Voice) -> str:
    quorum = quorum_at(voice.record, voice.meeting)
    if quorum.needed is None:
        return "Quorum: not recorded"
    return f"Quorum: {quorum.needed} of {quorum.base} {'seats' if voice.of_board else 'members'}"


def _counts(voice: Voice, start: datetime, end: datetime) -> tuple[Count, ...]:
    bounds = [start, *(m for m in moments_of(voice.record, voice.meeting) if start < m < end), end]
    counts: list[Count] = []
    for begin, finish in pairwise(bounds):
        quorum = quorum_at(voice.record, voice.meeting, begin)
        present, met = len(quorum.present), quorum.met is not False
        if counts and (counts[-1].present, counts[-1].quorum) == (present, met):
            counts[-1] = Count(counts[-1].start, finish, present, met)
        else:
            counts.append(Count(begin, finish, present, met))
    return tuple(counts)


def _motions(voice: Voice, start: datetime, end: datetime) -> tuple[tuple[tuple[datetime, str], ...], str]:
    found = voice.record.where(Motion, "meeting", voice.meeting.id)
    timed = sorted(((m.at, m.number) for m in found if m.at and m.number and start <= m.at <= end), key=lambda p: p[0])
    prefixes = {number.rpartition("-")[0] for _, number in timed}
    if len(prefixes) == 1 and "" not in prefixes:
        short = tuple((at, voice.escaper.plain(number.rpartition("-")[2])) for at, number in timed)
        return short, f"Motions {prefixes.pop()}-…"
    return tuple((at, voice.escaper.plain(number)) for at, number in timed), "Motions" if timed else ""
