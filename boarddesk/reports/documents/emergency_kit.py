"""One page for an emergency meeting by telephone: agenda, roll with boxes to tick, words to say, quorum arithmetic."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.quorum import quorum_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import HAIR, RULE, facts_table
from boarddesk.reports.sections.called import basis_words, bodies, business, period_words, place_words
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.style import GRAY, HAIRLINE, INK, LETTER, Sheet
from boarddesk.reports.templates import template
from boarddesk.reports.wording import capital, clock, counted, long_date, number_word, short_date, weekday_date

TITLE = "Emergency Meeting by Telephone"
MOST_ITEMS = 4
"""Items of business that the skeleton names; more stand on the agenda."""
WAYS = ("Called at", "Answered", "On the call", "Hears all", "Waives")
ROOM = ((13, (0.6, 1.4)), (9, (2.2, 3.0)), (0, (4.0, 5.0)))
"""Above and below a line of the roll, by how many members there are at least: one page holds it all."""


class Box(Flowable):  # type: ignore[misc]
    """An empty box to tick."""

    SIZE = 8.5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A small square in the middle of its cell."""
        del height
        self.width = width
        return width, self.SIZE

    def draw(self) -> None:
        """Draw it."""
        canvas = self.canv
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.7)
        canvas.rect((self.width - self.SIZE) / 2, 0, self.SIZE, self.SIZE, stroke=1, fill=0)


def emergency_kit_pdf(record: Record, meeting_id: str, period: NoticePeriod, *, sheet: Sheet = LETTER) -> bytes:
    """The sheet as PDF; it is the secretary's own and is filed with nothing."""
    meeting = record.get(Meeting, meeting_id)
    voice = Voice(record, meeting, sheet)
    s = voice.styles
    when = weekday_date(meeting.day) if meeting.all_day else f"{weekday_date(meeting.day)}, {clock(meeting.starts)}"
    story: list[Flowable] = [
        Overline(voice.escaper.plain(record.company.name or "Company not named")),
        Heading(TITLE, s.title, sheet, bookmark=TITLE),
        Text(voice.escaper.title(f"{bodies(voice)} · {when} {voice.zone}"), s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in _facts(voice, period)], sheet),
        *_headed(voice, "Agenda", _agenda(voice)),
        *_headed(voice, "Roll by telephone", [_roll(voice)]),
        *_headed(voice, "Words to say", _words(voice)),
    ]
    return build(story, _furniture(voice), sheet).pdf


def _headed(voice: Voice, title: str, under: Sequence[Flowable]) -> list[Flowable]:
    style = voice.styles.block.clone("kit_block", spaceBefore=9, spaceAfter=2)
    return [Heading(title, style, voice.sheet, bookmark=title), *under]


def _facts(voice: Voice, period: NoticePeriod) -> list[tuple[str, str]]:
    meeting = voice.meeting
    facts = [("Called for", meeting.purpose or "Purpose not recorded"), ("Basis", basis_words(voice))]
    facts.append(("To join", meeting.dial_in or place_words(meeting)))
    last = period.last_moment(meeting)
    by = ""
    if last is not None and meeting.scheduled_on is not None and last.date() < meeting.scheduled_on:
        by = "; it was called on shorter notice, so each waives it or attends without objecting"
    elif last is not None:
        by = f"; in time until {clock(last)}, {short_date(last.date())}"
    words = capital(period_words(period)) or "The period of the Bylaws is not on record"
    return [*facts, ("Notice", f"{words}{by}"), ("Quorum", _arithmetic(voice))]


def _arithmetic(voice: Voice) -> str:
    """“Six directors of ten directorships, one of them vacant. Nine can be called; three may be missing”."""
    quorum = quorum_at(voice.record, voice.meeting)
    if quorum.needed is None or quorum.base is None:
        return "The size of the Board is not on record; nobody can say how many are needed"
    vacant = quorum.base - quorum.in_office if voice.of_board else 0
    seats = f"{number_word(quorum.base)} {'directorships' if voice.of_board else 'members'}"
    empty = f", {number_word(vacant)} of them vacant" if vacant > 0 else ""
    spare = quorum.in_office - quorum.needed
    may = f"; {counted(spare, 'may be missing', 'may be missing')}" if spare > 0 else "; nobody may be missing"
    needed = voice.members(quorum.needed, capital=True)
    return f"{needed} of {seats}{empty}. {number_word(quorum.in_office, capital=True)} can be called{may}"


def _agenda(voice: Voice) -> list[Flowable]:
    words = template("notice")
    own = [text for _number, text in business(voice)][:MOST_ITEMS]
    if not own:
        own = [f"<b>{voice.sans(voice.meeting.purpose or 'The matter for which the meeting is called')}</b>"]
    steps = [*map(voice.sans, words["kit_steps"]), *own, *map(voice.sans, words["kit_close"])]
    s = voice.styles
    rows = [[Text(str(number), s.cell_gray), Text(step, s.cell)] for number, step in enumerate(steps, start=1)]
    table = Table(rows, colWidths=[18, voice.sheet.measure - 18])
    table.setStyle(
        TableStyle([
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0.8), ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ])
    )  # fmt: skip
    return [table]


def _roll(voice: Voice) -> Table:
    s, record, meeting = voice.styles, voice.record, voice.meeting
    people = voice.in_order(p for body in meeting.bodies for p in members_on(record, body, meeting.day))
    heads = [capital(voice.member), "Telephone", *WAYS]
    rows: list[list[object]] = [[Text(head, s.head if n < 2 else s.head_center) for n, head in enumerate(heads)]]
    rows += [
        [Text(voice.sans(voice.full(person)), s.cell_bold), "", "", Box(), Box(), Box(), Box()] for person in people
    ]
    total = "Counted for the quorum"
    rows.append([Text(total, s.cell), "", "", "", Text("____", s.cell_center), "", ""])
    measure = voice.sheet.measure
    shares = (0.27, 0.19, 0.14, 0.1, 0.1, 0.1, 0.1)
    table = Table(rows, colWidths=[measure * share for share in shares])
    above, below = next(room for least, room in ROOM if len(people) >= least)
    table.setStyle(
        TableStyle([
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), above), ("BOTTOMPADDING", (0, 0), (-1, -1), below),
            ("LINEBELOW", (0, 0), (-1, 0), RULE, INK), ("LINEBELOW", (0, 1), (-1, -2), HAIR, HAIRLINE),
            ("LINEBELOW", (0, -1), (-1, -1), RULE, INK), ("LINEBEFORE", (1, 1), (3, -1), HAIR, HAIRLINE),
            ("TEXTCOLOR", (0, 0), (-1, -1), GRAY),
        ])
    )  # fmt: skip
    return table


def _words(voice: Voice) -> list[Flowable]:
    meeting, words = voice.meeting, template("notice")
    fields = {
        "body": bodies(voice),
        "company": voice.record.company.name,
        "time": "" if meeting.all_day else f"{clock(meeting.starts)} {voice.zone}",
        "day": long_date(meeting.day),
        "purpose": _within(meeting.purpose or "the matter at hand"),
        "member": voice.member,
    }
    said = [
        (name, voice.sans(words[f"kit_{name.lower()}"].format(**fields))) for name in ("Notice", "Waiver", "Hearing")
    ]
    return [Spacer(1, 1), facts_table(said, voice.sheet)]


def _within(purpose: str) -> str:
    """A purpose inside a sentence: “To consider …” begins small there."""
    bare = purpose.rstrip(".")
    return f"to{bare[2:]}" if bare.startswith("To ") else bare


def _furniture(voice: Voice) -> Furniture:
    record, meeting = voice.record, voice.meeting
    return Furniture(
        title=f"{TITLE}, {bodies(voice)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"emergency meeting; {meeting.body}; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · {voice.escaper.plain(bodies(voice))}",
        header_right=f"{TITLE}, {short_date(meeting.day)}",
        state="The secretary’s own sheet; not minutes",
    )
