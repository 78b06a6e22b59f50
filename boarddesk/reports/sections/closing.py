"""The end of the minutes: actions, exhibits, approval with signatures, or the status of a draft."""

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from boarddesk.domain.meetings import MeetingState
from boarddesk.domain.minutes import approving_motion
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Text, Whole, block_heading
from boarddesk.reports.minutes.compose import Composer
from boarddesk.reports.minutes.ending import ACTION_HEADS, EXHIBIT_HEADS, action_rows, approval_block, exhibit_rows
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.sealed import (
    circulated_words,
    covered,
    dissent_notes,
    is_final,
    seal_block,
    signature_block,
)
from boarddesk.reports.sections.voice import Voice, body_word
from boarddesk.reports.style import LARGE_PRINT, Styles

_SHORT_TABLE = 12
"""Rows, head included, of a table that is kept with what follows it."""
_LONG, _KEPT = 12, 4
"""Lines of an end of the text that is too long to go with the signatures as a whole, and those of it that do."""
_ENDLESS = 1e6


def closing_block(voice: Voice, last: list[Flowable]) -> list[Flowable]:
    """Actions, then exhibits and approval together: no page holds only signatures.

    `last` is the end of the text, kept with the approval where nothing else stands between. A draft bears
    no signatures, so its exhibits may begin wherever there is room.
    """
    actions, exhibits = _actions(voice), _exhibits(voice)
    approval = approving_motion(voice.record, voice.meeting)
    if not is_final(voice):
        return _draft_end(voice, last, actions, exhibits)
    end = _approval(voice) if approval is not None else _signed(voice, [])
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
    rows = [[voice.sans(cell) for cell in row] for row in action_rows(voice)]
    if not rows:
        return []
    shares = (0.1, 0.12, 0.38, 0.22, 0.18) if voice.sheet is LARGE_PRINT else (0.07, 0.07, 0.51, 0.2, 0.15)
    columns = [Column(head, share) for head, share in zip(ACTION_HEADS, shares, strict=True)]
    heading = block_heading("Actions", voice.sheet, bookmark="Actions", room=90)
    return [*heading, ruled_table(columns, rows, voice.sheet)]


def _exhibits(voice: Voice) -> list[Flowable]:
    rows = [
        [tab, voice.sans(title), pages, Text(digits, voice.styles.hash)]
        for tab, title, pages, digits in exhibit_rows(voice)
    ]
    if not rows:
        return []
    shares, sides = (0.1, 0.58, 0.1, 0.22), ("left", "left", "right", "left")
    columns = [Column(head, share, side) for head, share, side in zip(EXHIBIT_HEADS, shares, sides, strict=True)]
    heading = block_heading("Exhibits", voice.sheet, bookmark="Exhibits", room=90)
    return [*heading, ruled_table(columns, rows, voice.sheet)]


def _approval(voice: Voice) -> list[Flowable]:
    block = approval_block(Composer.of(voice))
    words = [] if block is None or block.left_out else [Text(voice.serif(block.text), voice.styles.wide)]
    return _signed(voice, [*words, *dissent_notes(voice)])


def _signed(voice: Voice, words: list[Flowable]) -> list[Flowable]:
    """What makes minutes final, then the signature lines, then the seal."""
    title = "Approval and signature" if words else "Signature"
    heading = block_heading(title, voice.sheet, bookmark=title, room=0)
    return [*heading, *words, Spacer(1, 6), *signature_block(voice), *seal_block(voice, covered(voice))]


def _status(voice: Voice) -> list[Flowable]:
    """What a draft says of itself instead of a signature block."""
    meeting = voice.meeting
    parts = circulated_words(voice)
    if meeting.state in (MeetingState.IN_SESSION, MeetingState.RECESSED):
        parts.append("Printed before the meeting had ended.")
    if voice.of_stockholders:
        parts.append("Not signed by the secretary of the meeting.")
    else:
        parts.append(f"Not approved by {body_word(voice.record, meeting.body)}.")
    cited = " of the version in usual type" if voice.sheet is LARGE_PRINT else ""
    parts.append(f"Comments cite page and line{cited}. Signatures are added to the final text only.")
    heading = block_heading("Status of this draft", voice.sheet, bookmark="Status of this draft", room=0)
    return [*heading, Text(voice.sans(" ".join(parts)), voice.styles.small), *dissent_notes(voice)]


def glyph_note(escaper: Escaper, style: Styles) -> list[Flowable]:
    """The characters that no face of the house has, printed above as their Unicode numbers."""
    reported = escaper.reported()
    if not reported:
        return []
    text = f"Printed as their Unicode numbers, for want of a glyph: {'; '.join(reported)}."
    return [Text(text, style.note)]
