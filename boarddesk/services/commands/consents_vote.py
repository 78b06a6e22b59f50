"""A vote taken between meetings that is no unanimous written consent: kept as what it is, and flagged."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.domain.motions import Consent, ConsentKind, Motion, Vote
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.consents_circulate import next_consent_number
from boarddesk.services.live_order import next_motion_number
from boarddesk.services.meeting_checks import refuse_impossible
from boarddesk.services.motion_checks import require_voters

BETWEEN = "Voted between meetings, without a unanimous written consent (8 Del. C. §141(f))."


@dataclass(frozen=True, slots=True)
class RecordVoteBetweenMeetings(Command):
    """A motion voted on by mail or otherwise at `at`; its result is stated, never computed as of a meeting."""

    motion: Motion
    at: datetime
    votes: tuple[Vote, ...] = ()
    source: str = ""

    def label(self, record: Record) -> str:
        """“Record a vote of the Board of Directors between meetings”."""
        return f"Record a vote of the {body_name(record, self.motion.body)} between meetings"


@handles(RecordVoteBetweenMeetings)
def record_vote_between_meetings(command: RecordVoteBetweenMeetings, tx: Transaction) -> None:
    """Keep it with its flag; nothing is refused for being no consent."""
    year = command.at.year
    number = next_consent_number(tx.record, year)
    consent = Consent(
        id=tx.new_id(Consent, number),
        number=number,
        body=command.motion.body,
        kind=ConsentKind.VOTE_BETWEEN_MEETINGS,
        circulated_on=command.at.date(),
        stated_effective=command.at,
        source=command.source.strip(),
    )
    named = command.motion.number or next_motion_number(tx.record, year)
    motion = replace(
        command.motion,
        id=tx.new_id(Motion, f"m-{named}"),
        number=named,
        consent=consent.id,
        meeting=None,
        at=command.at,
        flags=tuple(dict.fromkeys((*command.motion.flags, BETWEEN))),
    )
    votes = tuple(
        replace(vote, id=tx.new_id(Vote, f"{motion.id}-{vote.person}"), motion=motion.id) for vote in command.votes
    )
    require_voters(tx.record, motion.body, command.at.date(), votes)
    refuse_impossible(tx.record, [consent, motion, *votes])
    tx.put(consent, motion, *votes)
