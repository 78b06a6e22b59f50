"""Signatures, the seal and the state of minutes as they are printed: all of it follows from the record."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from boarddesk.domain.minute_book import (
    CommentOutcome,
    MinutesComment,
    MinutesSignature,
    MinutesVersion,
    Seal,
    SealedPart,
    SignatureMethod,
    SigningCapacity,
)
from boarddesk.domain.minutes import FINAL, approving_motion, decided_on, minutes_state, seal_of, versions_of
from boarddesk.domain.papers import Paper
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.reports import fonts
from boarddesk.reports.flowables import HashBlock, Text
from boarddesk.reports.sections.voice import Voice, body_word
from boarddesk.reports.style import INK, Sheet
from boarddesk.reports.wording import clock, joined, long_date, sentence, short_date

SPOT = "signature-"
"""Begins the name of the marked point at the foot of a signature line; a certificate's field stands on it."""
LINE_ROOM = 30.0
GAP = 37.0
CAPACITY = {SigningCapacity.RECORDING: "recording", SigningCapacity.PRESIDING: "presiding"}
CHECKED = "A change to any of these after sealing gives a different value. To check: BoardDesk, Record, Verify a PDF."


class SignatureSpot(Flowable):  # type: ignore[misc]
    """Room above a signature line; marks the point at its foot, where a certificate's field goes."""

    def __init__(self, name: str, words: str = "") -> None:
        super().__init__()
        self.name, self.words = name, words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as its line, as high as a signature."""
        del height
        self.width = width
        return width, LINE_ROOM

    def draw(self) -> None:
        """The conformed signature in italics, where there is one."""
        canvas = self.canv
        left, foot = canvas.absolutePosition(0, 0)
        # A marked point, for ReportLab writes no named destinations.
        canvas._code.append(f"/{self.name} <</X {left:.2f} /Y {foot:.2f}>> DP")
        if self.words:
            canvas.saveState()
            # A signature is shown whole: a long name is set smaller, never cut.
            wide = fonts.width(self.words, fonts.SERIF_ITALIC, 12.5)
            canvas.setFont(fonts.SERIF_ITALIC, min(12.5, 12.5 * self.width / wide))
            canvas.setFillColor(INK)
            canvas.drawString(0, 6, self.words)
            canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Line:
    """One signature line: who signs it, in which capacity, and the signature where there is one."""

    person: str | None
    capacity: SigningCapacity
    signature: MinutesSignature | None = None


def lines_of(voice: Voice) -> tuple[Line, ...]:
    """The lines below the minutes: who recorded and who presided, or who signed in their stead."""
    meeting = voice.meeting
    given = signatures(voice.record, meeting.id)
    found = []
    for capacity, person in ((SigningCapacity.RECORDING, meeting.recording),
                             (SigningCapacity.PRESIDING, meeting.presiding)):  # fmt: skip
        signed = next((row for row in given if row.capacity is capacity), None)
        found.append(Line(signed.person if signed else person, capacity, signed))
    return tuple(found)


def signatures(record: Record, meeting: str) -> tuple[MinutesSignature, ...]:
    """The signatures that stand on the minutes themselves, in order of their day."""
    rows = [row for row in record.where(MinutesSignature, "meeting", meeting) if not row.after_seal]
    return tuple(sorted(rows, key=lambda row: (row.signed_on, row.id)))


def signature_block(voice: Voice, lines: tuple[Line, ...] | None = None) -> list[Flowable]:
    """Two lines side by side: signed as “/s/ Name” with the day, or empty for ink; never a picture of a hand."""
    shown = lines_of(voice) if lines is None else lines
    s, sheet = voice.styles, voice.sheet
    above, below = zip(*(_line(voice, line, s.cell, s.cell_gray) for line in shown), strict=True)
    half = (sheet.measure - GAP) / 2
    two = len(shown) > 1
    rows = [[above[0], "", above[1]], [below[0], "", below[1]]] if two else [[above[0], ""], [below[0], ""]]
    table = Table(rows, colWidths=[half, GAP, half] if two else [half, sheet.measure - half])
    ruled = [("LINEABOVE", (column, 1), (column, 1), 0.8, INK) for column in ((0, 2) if two else (0,))]
    table.setStyle(
        TableStyle([
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, 0), 0),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 0), ("TOPPADDING", (0, 1), (-1, 1), 3), *ruled,
        ])
    )  # fmt: skip
    note = _signed_note(shown)
    return [table, *([Text(note, s.note)] if note else [])]


def _line(voice: Voice, line: Line, cell: ParagraphStyle, gray: ParagraphStyle) -> tuple[SignatureSpot, list[Flowable]]:
    signed = line.signature
    name = voice.full(line.person) if line.person else ""
    conformed = f"/s/ {name}" if signed and signed.method is SignatureMethod.INK else ""
    office, deed = voice.office(line.person), CAPACITY[line.capacity]
    title = voice.sans(f"{office}, {deed}" if office else deed.capitalize())
    dated = Text(f"Signed {short_date(signed.signed_on)}", cell) if signed else Text("Date:", gray)
    spot = SignatureSpot(f"{SPOT}{line.capacity}", voice.escaper.plain(conformed))
    return spot, [Text(voice.sans(name) if name else "Name not recorded", cell), Text(title, cell), dated]


def _signed_note(lines: tuple[Line, ...]) -> str:
    methods = {line.signature.method for line in lines if line.signature is not None}
    if SignatureMethod.INK in methods:
        return "Conformed copy: the signed original is in the minute book."
    return "Signed with a certificate that this file carries." if methods else ""


def seal_block(
    voice: Voice, covers: str, part: SealedPart = SealedPart.MINUTES, seal: Seal | None = None
) -> list[Flowable]:
    """The box with the record's hash, when it was sealed and on top of which entry of the journal; or nothing."""
    found = seal or seal_of(voice.record, voice.meeting.id, part)
    return [] if found is None else [seal_box(voice.sheet, found, voice.zone, covers, signed=_signed(voice))]


def seal_box(sheet: Sheet, seal: Seal, zone: str, covers: str, *, signed: bool) -> HashBlock:
    """The boxed hash of a seal with what it covers and how to check it."""
    how = "Signed, then sealed" if signed else "Sealed before signature"
    apart = " separately" if seal.part is SealedPart.ANNEX else ""
    when = f"{short_date(seal.sealed_at.date())}, {clock(seal.sealed_at)} {zone}"
    entry = f"journal entry {seal.journal_entry:,}"
    head = f'<font name="{fonts.MONO}" size="6.5">{seal.journal_head}</font>'
    notes = [f"{how}{apart}: {when}, on top of {entry}. {covers}", CHECKED, f"Head of the journal then: {head}"]
    return HashBlock("Record seal", seal.record_sha256, notes, sheet)


def covered(voice: Voice) -> str:
    """What the seal of the minutes covers, in a sentence."""
    parts = ["minutes", "votes", "attendance"]
    parts += ["signatures"] if _signed(voice) else []
    parts += ["the hashes of the exhibits"] if voice.record.where(Paper, "meeting", voice.meeting.id) else []
    return f"Covers {joined(parts)}."


def _signed(voice: Voice) -> bool:
    return bool(signatures(voice.record, voice.meeting.id))


def dissent_notes(voice: Voice) -> list[Flowable]:
    """What a director who does not agree with the minutes asked them to say, at their end."""
    versions = versions_of(voice.record, voice.meeting.id)
    comments = [
        comment
        for version in versions
        for comment in voice.record.where(MinutesComment, "version", version.id)
        if comment.outcome is CommentOutcome.DISSENT
    ]
    comments.sort(key=lambda comment: (comment.received_on, comment.id))
    return [Text(voice.serif(_dissent(voice, comment)), voice.styles.wide) for comment in comments]


def _dissent(voice: Voice, comment: MinutesComment) -> str:
    person = voice.record.find(Person, comment.person)
    who = person.formal if person else comment.author or "A director"
    return f"{who} does not agree with these minutes and asked that they say so: {sentence(comment.text)}"


def version_out(voice: Voice) -> MinutesVersion | None:
    """The version that is out with the directors; None for a draft of which none is."""
    versions = versions_of(voice.record, voice.meeting.id)
    return versions[-1] if versions and voice.meeting.minutes_circulated_on is not None else None


def is_final(voice: Voice) -> bool:
    """Whether the minutes are approved or sealed, and so bear no marks of a draft."""
    return minutes_state(voice.record, voice.meeting) in FINAL


def approved_day(voice: Voice) -> str:
    """“ · approved 3 Dec 2026” where the day is known."""
    motion = approving_motion(voice.record, voice.meeting)
    day = decided_on(voice.record, motion) if motion else None
    return f" · approved {short_date(day)}" if day else " · approved" if motion else ""


def state_words(voice: Voice) -> str:
    """The state in the footer: “Final · approved 3 Dec 2026 · seal 9f2c41d8”, “Draft 3 · 4 Nov 2026 · not sealed”."""
    seal = seal_of(voice.record, voice.meeting.id)
    if seal is not None and not _signed(voice):
        return f"Sealed before signature{approved_day(voice)} · seal {seal.number}"
    if is_final(voice):
        return f"Final{approved_day(voice)}{f' · seal {seal.number}' if seal else ''}"
    version, circulated = version_out(voice), voice.meeting.minutes_circulated_on
    if version is not None:
        return f"Draft {version.number} · {short_date(version.circulated_on)} · not sealed"
    return f"Draft{f' · circulated {short_date(circulated)}' if circulated else ''} · not sealed"


def draft_flag(voice: Voice) -> str:
    """The boxed flag of a draft: “DRAFT 3 · 4 Nov 2026 · not approved by the Board”; empty on final minutes."""
    if is_final(voice):
        return ""
    body = body_word(voice.record, voice.meeting.body)
    pending = "not signed" if voice.of_stockholders else f"not approved by {body}"
    version, circulated = version_out(voice), voice.meeting.minutes_circulated_on
    if version is not None:
        return f"DRAFT {version.number} · {short_date(version.circulated_on)} · {pending}"
    return f"DRAFT{f' · circulated {short_date(circulated)}' if circulated else ''} · {pending}"


def draft_title(voice: Voice) -> str:
    """What stands before the title of a draft: “DRAFT 3: ”; empty on final minutes."""
    version = version_out(voice)
    return "" if is_final(voice) else f"DRAFT {version.number}: " if version else "DRAFT: "


def keywords_state(voice: Voice) -> str:
    """The state among the keywords; the seal's number stands there too, so that a damaged copy is still known."""
    seal = seal_of(voice.record, voice.meeting.id)
    return f"final; seal {seal.number}" if seal else "final" if is_final(voice) else "draft"


def circulated_words(voice: Voice) -> list[str]:
    """Sentences on what is out: which version, since when, and until when comments are taken."""
    version, circulated = version_out(voice), voice.meeting.minutes_circulated_on
    if version is None:
        return [f"Circulated on {long_date(circulated)}."] if circulated else []
    said = [f"Version {version.number}, circulated on {long_date(version.circulated_on)}."]
    if version.comments_due is not None:
        said.append(f"Comments are due by {long_date(version.comments_due)}.")
    return said
