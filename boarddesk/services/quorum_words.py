"""The quorum in one sentence, the same on the page, in notes and in refusals."""

from boarddesk.domain.meetings import BOARD, Meeting, MeetingKind
from boarddesk.domain.quorum import Quorum
from boarddesk.services.words import capital, member_word, small_number


def needed_words(quorum: Quorum) -> str:
    """“7 present, 6 needed”, or what is known of it."""
    if quorum.needed is None:
        return f"{len(quorum.present)} present"
    if quorum.extra_votes:
        return f"{quorum.votes_present} votes present, {quorum.needed} needed"
    return f"{len(quorum.present)} present, {quorum.needed} needed"


def quorum_sentence(meeting: Meeting, quorum: Quorum, *, left: int = 0, vacant: int = 0, body: str = "") -> str:
    """“Seven directors remain, constituting a quorum (6); one more may leave. 1 recused and out, 1 seat vacant…”.

    `body` is the one that acts at a joint meeting; else the meeting's own.
    """
    here, body = len(quorum.present), body or meeting.body
    word = member_word(body, here)
    verb = "remains" if here == 1 else "remain"
    if not left and not quorum.recused_out:
        verb = "is present" if here == 1 else "are present"
    start = f"{capital(small_number(here))} {word} {verb}"
    if quorum.needed is None:
        return f"{start}. No number is set for a quorum." if meeting.kind is not MeetingKind.SESSION else f"{start}."
    return " ".join(
        part for part in (_standing(body, start, quorum), _aside(quorum, left, vacant), _serving(body, quorum)) if part
    )


def _standing(body: str, start: str, quorum: Quorum) -> str:
    spare = quorum.spare or 0
    if not quorum.met:
        save = "filling a vacancy or adjourning" if body == BOARD else "adjourning"
        return f"{start}; a quorum needs {quorum.needed}. Without one nothing carries save {save}."
    if spare == 0:
        return f"{start}, constituting a quorum ({quorum.needed}); none may leave."
    return f"{start}, constituting a quorum ({quorum.needed}); {small_number(spare)} more may leave."


def _serving(body: str, quorum: Quorum) -> str:
    """A committee's quorum is taken of the members then serving, the board's of the whole board (`law.md` 0.4)."""
    if body == BOARD or quorum.base is None:
        return ""
    return f"Counted of the {quorum.base} members then serving."


def _aside(quorum: Quorum, left: int, vacant: int) -> str:
    parts = []
    if quorum.recused_out:
        parts.append(f"{len(quorum.recused_out)} recused and out")
    if quorum.recused_in:
        parts.append(f"{len(quorum.recused_in)} recused in the room, counted")
    if left:
        parts.append(f"{left} left")
    if vacant:
        parts.append("1 seat vacant: it counts" if vacant == 1 else f"{vacant} seats vacant: they count")
    return f"{', '.join(parts)}." if parts else ""
