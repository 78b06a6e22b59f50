"""The sample company's minutes on their way: the August meeting's are signed and sealed, October's are out."""

from datetime import date, datetime

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import (
    CommentOutcome,
    MinutesComment,
    MinutesSignature,
    MinutesVersion,
    SigningCapacity,
)
from boarddesk.services.bus import Command
from boarddesk.services.commands.minutes_comments import AnswerComment, ReceiveComment
from boarddesk.services.commands.minutes_sign import SignMinutes
from boarddesk.services.minutes_circulation import circulation, readers
from boarddesk.services.minutes_sealing import sealing
from boarddesk.services.workspace import Services

SEALED, CIRCULATED = "2026-08-13-board", "2026-10-22-board"
SIGNED_ON, SEALED_AT = date(2026, 10, 23), datetime(2026, 10, 26, 10, 14)  # noqa: DTZ001 - local wall-clock time
OUT_ON, COMMENTS_DUE = date(2026, 11, 4), date(2026, 11, 18)
OPEN_COMMENT = (
    "Item 4 should say what management will report in December on second sources, not only that it reported on them."
)
TAKEN_COMMENT = "The annex is referred to once; once is enough."


def put_minutes_on_their_way(services: Services) -> None:
    """Run the commands as a person would have, on the days of the sample."""
    august, october = (services.record.get(Meeting, meeting) for meeting in (SEALED, CIRCULATED))
    for capacity, person in ((SigningCapacity.RECORDING, august.recording),
                             (SigningCapacity.PRESIDING, august.presiding)):  # fmt: skip
        if person is not None:
            signature = MinutesSignature(
                id="new", meeting=SEALED, person=person, capacity=capacity, signed_on=SIGNED_ON
            )
            services.bus.do(SignMinutes(signature))
    services.bus.do(sealing(services, SEALED, at=SEALED_AT))
    people = readers(services.record, october, OUT_ON)
    services.bus.do(circulation(services, CIRCULATED, people, due=COMMENTS_DUE, on=OUT_ON))
    for command in _comments(services):
        services.bus.do(command)


def _comments(services: Services) -> list[Command]:
    version = services.record.where(MinutesVersion, "meeting", CIRCULATED)[0]
    first = MinutesComment(
        id="new", version=version.id, person="sorhaug", received_on=date(2026, 11, 6), place="page 3, line 5",
        text=OPEN_COMMENT,
    )  # fmt: skip
    second = MinutesComment(
        id="new", version=version.id, author="Marisol Duarte, outside counsel", received_on=date(2026, 11, 9),
        text=TAKEN_COMMENT,
    )  # fmt: skip
    answer = AnswerComment(
        f"{version.id}-c2", CommentOutcome.ANSWERED, "It stands where the item is.", date(2026, 11, 10)
    )
    return [ReceiveComment(first), ReceiveComment(second), answer]
