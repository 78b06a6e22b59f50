"""The end of the minutes: actions, exhibits, approval with signatures, or the status of a draft."""

import re

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, AgendaItem, Meeting, MeetingState
from boarddesk.domain.minutes import approving_motion
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.papers import Paper
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Text, Whole, block_heading
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.order import natural
from boarddesk.reports.sections.voice import Voice, body_word, full_body
from boarddesk.reports.style import INK, Styles
from boarddesk.reports.wording import long_date, short_date

_PLURAL = (INDEPENDENT, STOCKHOLDERS)
_SHORT_TABLE = 12
"""Rows, head included, of a table that is kept with what follows it."""
_LONG, _KEPT = 12, 4
"""Lines of an end of the text that is too long to go with the signatures as a whole, and those of it that do."""
_ENDLESS = 1e6
_SHA256 = re.compile(r"^[0-9a-f]{64}$")


def closing_block(voice: Voice, last: list[Flowable]) -> list[Flowable]:
    """Actions, then exhibits and approval together: no page holds only signatures.

    `last` is the end of the text, kept with the approval where nothing else stands between. A draft bears
    no signatures, so its exhibits may begin wherever there is room.
    """
    actions, exhibits = _actions(voice), _exhibits(voice)
    approval = approving_motion(voice.record, voice.meeting)
    if approval is None:
        return _draft_end(voice, last, actions, exhibits)
    end = _approval(voice, approval)
    if exhibits:
        return [*last, *actions, Whole([*exhibits, *end])]
    return [*last, Whole([*actions, *end])] if actions else _after_text(voice, last, end)


def _after_text(voice: Voice, last: list[Flowable], end: list[Flowable]) -> list[Flowable]:
    """The approval with the end of the text; of a long end only the last lines go with it, so that both fit a page."""
    lines = [_lines(voice, part) for part in last]
    if sum(lines) <= _LONG:
        return [Whole([*last, *end])]
    at = len(last)
    while at > 0 and sum(lines[at:]) < _KEPT:
        at -= 1
    nearest = last[at]
    parts = []
    if isinstance(nearest, Text) and lines[at] > _LONG:
        parts = nearest.split(voice.sheet.measure, (lines[at] - _KEPT) * nearest.style.leading)
    if len(parts) != 2:
        return [*last[:at], Whole([*last[at:], *end])]
    # Nothing between the two shows where the paragraph was parted.
    for part, space in zip(parts, ("spaceAfter", "spaceBefore"), strict=True):
        part.style = part.style.clone(part.style.name, **{space: 0})
    return [*last[:at], parts[0], Whole([parts[1], *last[at + 1 :], *end])]


def _lines(voice: Voice, part: Flowable) -> float:
    """How many lines of text a part is high; what is kept together anyway counts as enough."""
    if isinstance(part, KeepTogether):
        return _KEPT
    if not isinstance(part, Text):
        return 0
    _width, high = part.wrap(voice.sheet.measure, _ENDLESS)
    return float(high / part.style.leading)


def parted(closing: list[Flowable]) -> tuple[list[Flowable], list[Flowable]]:
    """The end of the text in two: what may stand on an earlier page, and the last paragraph or motion."""
    blocks = [n for n, part in enumerate(closing) if isinstance(part, Text | KeepTogether)]
    at = blocks[-1] if blocks else 0
    tail = [inner for part in closing[at:] for inner in (part._content if isinstance(part, KeepTogether) else [part])]
    return closing[:at], tail


def _draft_end(voice: Voice, last: list[Flowable], actions: list[Flowable], exhibits: list[Flowable]) -> list[Flowable]:
    """The status of a draft, with whatever stands before it where that is short."""
    status = _status(voice)
    *before, nearest = [part for part in (last, actions, exhibits) if part] or [[]]
    rows = max((len(part._cellvalues) for part in nearest if isinstance(part, Table)), default=0)
    tail = [Whole([*nearest, *status])] if rows <= _SHORT_TABLE else [*nearest, Whole(status)]
    return [*(flowable for part in before for flowable in part), *tail]


def _actions(voice: Voice) -> list[Flowable]:
    found = voice.record.where(Action, "meeting", voice.meeting.id)
    if not found:
        return []
    position = {item.id: item.position for item in voice.record.where(AgendaItem, "meeting", voice.meeting.id)}
    actions = sorted(found, key=lambda a: (natural(a.number), position.get(a.item or "", 0), a.id))
    rows = [
        [
            voice.sans(action.number or str(number)),
            str(position[action.item]) if action.item in position else "–",
            voice.sans(action.text),
            voice.sans(voice.formal(action.owner) if action.owner else action.owner_note or "Not recorded"),
            short_date(action.due) if action.due else "–",
        ]
        for number, action in enumerate(actions, start=1)
    ]
    columns = [
        Column("No.", 0.07),
        Column("Item", 0.07),
        Column("Action", 0.51),
        Column("Owner", 0.2),
        Column("Due", 0.15),
    ]
    return [*block_heading("Actions", voice.sheet, bookmark="Actions"), ruled_table(columns, rows, voice.sheet)]


def _exhibits(voice: Voice) -> list[Flowable]:
    papers = voice.record.where(Paper, "meeting", voice.meeting.id)
    if not papers:
        return []
    position = {item.id: item.position for item in voice.record.where(AgendaItem, "meeting", voice.meeting.id)}
    ordered = sorted(papers, key=lambda p: (position.get(p.item or "", 0), p.position, p.id))
    rows, letters = [], dict[int, int]()
    for paper in ordered:
        number = position.get(paper.item or "", 0)
        letters[number] = letters.get(number, 0) + 1
        tab = f"{number}-{chr(64 + letters[number])}" if number else "–"
        title = paper.title + (" (kept apart)" if paper.confidential else "")
        pages = str(paper.pages) if paper.pages else "–"
        rows.append([tab, voice.sans(title), pages, _digits(voice, paper.attachment)])
    columns = [
        Column("Tab", 0.1),
        Column("Document", 0.58),
        Column("Pages", 0.1, "right"),
        Column("SHA-256 begins", 0.22),
    ]
    heading = block_heading("Exhibits", voice.sheet, bookmark="Exhibits", room=90)
    return [*heading, ruled_table(columns, rows, voice.sheet)]


def _digits(voice: Voice, attachment: str) -> Text:
    digest = attachment.removeprefix("sha256-")
    text = f"{digest[:8]} {digest[8:12]}" if _SHA256.match(digest) else "–"
    return Text(text, voice.styles.hash)


def _approval(voice: Voice, motion: Motion) -> list[Flowable]:
    where = voice.record.find(Meeting, motion.meeting)
    by = (
        f"the {full_body(voice.record, motion.body)}"
        if motion.body != INDEPENDENT
        else body_word(voice.record, motion.body)
    )
    text = f"Approved by {by}{_corrected(motion)}"
    if where:
        item = voice.record.find(AgendaItem, motion.item)
        refs = [f"item {item.position}"] if item else []
        refs += [f"motion {motion.number}"] if motion.number else []
        cited = f" ({', '.join(refs)})" if refs else ""
        text += f" at {'their' if motion.body in _PLURAL else 'its'} {voice.named(where)}{cited}"
    heading = block_heading("Approval and signature", voice.sheet, bookmark="Approval and signature", room=0)
    return [*heading, Text(voice.serif(f"{text}."), voice.styles.wide), Spacer(1, 26), _signatures(voice)]


def _corrected(motion: Motion) -> str:
    """Whether the minutes were approved as they had been sent, where the motion says so."""
    text = motion.text.lower()
    if "as corrected" in text or "as amended" in text:
        return ", as corrected,"
    return ", without correction," if "as circulated" in text else ""


def _signatures(voice: Voice) -> Table:
    meeting, s = voice.meeting, voice.styles
    cells = []
    for person, deed in ((meeting.recording, "recording"), (meeting.presiding, "presiding")):
        name = voice.sans(voice.full(person)) if person else "Name not recorded"
        office = voice.office(person)
        title = voice.sans(f"{office}, {deed}" if office else deed.capitalize())
        cells.append([Text(name, s.cell), Text(title, s.cell), Text("Date:", s.cell_gray)])
    gap = 37.0
    half = (voice.sheet.measure - gap) / 2
    table = Table([[cells[0], "", cells[1]]], colWidths=[half, gap, half])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("LINEABOVE", (0, 0), (0, 0), 0.8, INK),
                ("LINEABOVE", (2, 0), (2, 0), 0.8, INK),
            ]
        )
    )
    return table


def _status(voice: Voice) -> list[Flowable]:
    """What a draft says of itself instead of a signature block."""
    meeting = voice.meeting
    parts = []
    if meeting.minutes_circulated_on:
        parts.append(f"Circulated on {long_date(meeting.minutes_circulated_on)}.")
    if meeting.state in (MeetingState.IN_SESSION, MeetingState.RECESSED):
        parts.append("Printed before the meeting had ended.")
    if voice.of_stockholders:
        parts.append("Not signed by the secretary of the meeting.")
    else:
        parts.append(f"Not approved by {body_word(voice.record, meeting.body)}.")
    parts.append("Comments cite page and line. Signatures are added to the final text only.")
    heading = block_heading("Status of this draft", voice.sheet, bookmark="Status of this draft", room=0)
    return [*heading, Text(voice.sans(" ".join(parts)), voice.styles.small)]


def glyph_note(escaper: Escaper, style: Styles) -> list[Flowable]:
    """The characters that no face of the house has, printed above as their Unicode numbers."""
    reported = escaper.reported()
    if not reported:
        return []
    text = f"Printed as their Unicode numbers, for want of a glyph: {'; '.join(reported)}."
    return [Text(text, style.note)]
