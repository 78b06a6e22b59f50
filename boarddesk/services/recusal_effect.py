"""What a recusal would do to the quorum, said before it is recorded."""

from datetime import datetime

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.quorum import QuorumCourse
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on
from boarddesk.services.words import body_short


def out_of_the_room(record: Record, meeting: Meeting, person: str, at: datetime) -> tuple[str, bool]:
    """“7 would remain, 6 needed”, of each body the person sits in; and whether a quorum would be lost."""
    course = QuorumCourse(record, meeting)
    said, lost = [], False
    for body in meeting.bodies:
        if person not in members_on(record, body, meeting.day):
            continue
        quorum = course.at(at, body)
        left = sum(one != person for one in quorum.present)
        needed = f", {quorum.needed} needed" if quorum.needed is not None else ""
        name = f"{body_short(record, body)}: " if meeting.joint_with else ""
        said.append(f"{name}{left} would remain{needed}")
        lost = lost or (quorum.needed is not None and left < quorum.needed)
    words = "; ".join(said)
    return (f"{words}: no quorum for this item" if lost else words), lost
