"""How a motion would be counted if it were recorded as it stands, before anything is written."""

from collections.abc import Sequence

from msgspec.structs import replace

from boarddesk.domain.motions import Motion, Vote
from boarddesk.domain.record import Record
from boarddesk.domain.votes import Tally, tally
from boarddesk.services.motion_checks import base_for


def counted(record: Record, motion: Motion, votes: Sequence[Vote]) -> Tally:
    """The tally of a motion that is not in the record yet; its base follows from its kind."""
    draft = replace(motion, id="draft-motion", base=base_for(motion.kind, motion.body), amends=None)
    cast = [replace(vote, id=f"draft-{number}", motion=draft.id) for number, vote in enumerate(votes)]
    # Only these two tables are looked into; a long record's others need not be indexed anew.
    return tally(record.with_tables({Motion: [draft], Vote: cast}), draft)
