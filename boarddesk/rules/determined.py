"""Whether a determination of independence was the Board's own act (Nasdaq 5605(a)(2), `law.md` 1.1)."""

from boarddesk.domain.finding import Status
from boarddesk.domain.independence import Determination
from boarddesk.domain.meetings import BOARD
from boarddesk.rules.case import Case
from boarddesk.rules.points import Point


def by_other_than_board(case: Case, made: Determination, said: str) -> Point | None:
    """What stands against a determination whose motion is on record: it failed, is open, or was another body's."""
    decided = case.decisions.by_id(made.motion)
    if decided is None or (decided.carried and decided.motion.body == BOARD):
        return None
    rows, name = (decided.motion,), case.name(made.person)
    if decided.result is None:
        gap = f"the result of the motion on the independence of {name}"
        return Point(Status.CANNOT_JUDGE, f"{said}; the result of the motion is not on record", rows, (gap,))
    if not decided.carried:
        gap = f"determination of independence of {name}"
        return Point(Status.NOT_RECORDED, f"{said}, by a motion that did not carry", rows, (gap,))
    body = case.body(decided.motion.body, made.decided_on)
    return Point(Status.JUDGMENT_NEEDED, f"{said} by the {body}; the rule asks for a finding of the Board", rows)
