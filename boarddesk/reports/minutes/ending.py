"""The end of the minutes as rows and sentences: actions, exhibits, approval."""

import re

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, AgendaItem, Meeting
from boarddesk.domain.minutes import approving_motion, decided_on
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.papers import Paper
from boarddesk.reports.minutes.compose import Composer
from boarddesk.reports.sections.order import natural
from boarddesk.reports.sections.voice import Voice, body_word, full_body
from boarddesk.reports.wording import long_date, short_date

ACTION_HEADS = ("No.", "Item", "Action", "Owner", "Due")
EXHIBIT_HEADS = ("Tab", "Document", "Pages", "SHA-256 begins")
_PLURAL = (INDEPENDENT, STOCKHOLDERS)
_SHA256 = re.compile(r"^[0-9a-f]{64}$")


def action_rows(voice: Voice) -> tuple[tuple[str, ...], ...]:
    """The actions by number, as plain text."""
    found = voice.record.where(Action, "meeting", voice.meeting.id)
    position = _positions(voice)
    actions = sorted(found, key=lambda a: (natural(a.number), position.get(a.item or "", 0), a.id))
    return tuple(
        (
            action.number or str(number),
            str(position[action.item]) if action.item in position else "–",
            action.text,
            voice.formal(action.owner) if action.owner else action.owner_note or "Not recorded",
            short_date(action.due) if action.due else "–",
        )
        for number, action in enumerate(actions, start=1)
    )


def exhibit_rows(voice: Voice) -> tuple[tuple[str, str, str, str], ...]:
    """The papers by tab, as plain text, with the beginning of each one's hash."""
    papers, position = voice.record.where(Paper, "meeting", voice.meeting.id), _positions(voice)
    rows, letters = [], dict[int, int]()
    for paper in sorted(papers, key=lambda p: (position.get(p.item or "", 0), p.position, p.id)):
        number = position.get(paper.item or "", 0)
        letters[number] = letters.get(number, 0) + 1
        tab = f"{number}-{chr(64 + letters[number])}" if number else "–"
        title = paper.title + (" (kept apart)" if paper.confidential else "")
        rows.append((tab, title, str(paper.pages) if paper.pages else "–", _digits(paper.attachment)))
    return tuple(rows)


def _positions(voice: Voice) -> dict[str, int]:
    return {item.id: item.position for item in voice.record.where(AgendaItem, "meeting", voice.meeting.id)}


def _digits(attachment: str) -> str:
    digest = attachment.removeprefix("sha256-")
    return f"{digest[:8]} {digest[8:12]}" if _SHA256.match(digest) else "–"


def approval_block(composer: Composer) -> Block | None:
    """How the minutes were approved: by which body, as corrected or not, at which meeting or by which consent."""
    voice = composer.voice
    motion = approving_motion(voice.record, voice.meeting)
    if motion is None:
        return None
    full = f"the {full_body(voice.record, motion.body)}"
    by = body_word(voice.record, motion.body) if motion.body == INDEPENDENT else full
    words = {"by": by, "corrected": _corrected(motion), "approved_at": _approved_at(voice, motion)}
    return composer.block("approval", BlockKind.APPROVAL, [composer.say("approval", **words)])


def _approved_at(voice: Voice, motion: Motion) -> str:
    where = voice.record.find(Meeting, motion.meeting)
    if where:
        item = voice.record.find(AgendaItem, motion.item)
        refs = [f"item {item.position}"] if item else []
        refs += [f"motion {motion.number}"] if motion.number else []
        cited = f" ({', '.join(refs)})" if refs else ""
        return f" at {'their' if motion.body in _PLURAL else 'its'} {voice.named(where)}{cited}"
    effective = decided_on(voice.record, motion)
    return f" by unanimous written consent effective on {long_date(effective)}" if effective else ""


def _corrected(motion: Motion) -> str:
    """Whether the minutes were approved as they had been sent, where the motion says so."""
    text = motion.text.lower()
    if motion.as_corrected or "as corrected" in text or "as amended" in text:
        return ", as corrected,"
    return ", without correction," if "as circulated" in text else ""
