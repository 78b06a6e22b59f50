"""A what-if printed: the answer as the house prints it."""

from collections.abc import Iterator

from boarddesk.common.text import slug
from boarddesk.domain.finding import Origin
from boarddesk.services.what_if import Turn
from boarddesk.services.what_if_answer import Answer
from boarddesk.services.what_if_rules import TURNS, RuleTurn, about, counted
from boarddesk.services.workspace import Services

COUNTED = {
    Turn.WORSE: ("gets worse", "get worse"),
    Turn.STARTS: ("starts", "start"),
    Turn.BETTER: ("gets better", "get better"),
    Turn.ENDS: ("ends", "end"),
    Turn.SAME: ("stays the same", "stay the same"),
}
GROUPED = {Origin.LAW: "Law", Origin.GUIDELINE: "Guidelines", Origin.PRACTICE: "Practice"}


def what_if_pdf(services: Services, answer: Answer, *, a4: bool = False) -> bytes:
    """The comparison with its limits; the same record, day and changes give the same bytes."""
    from boarddesk.reports.documents.what_if import Compared, Question
    from boarddesk.reports.documents.what_if import what_if_pdf as print_what_if
    from boarddesk.reports.style import A4, LETTER

    def compared(rule: RuleTurn) -> Iterator[Compared]:
        for difference in rule.differences:
            if difference.turn is not Turn.SAME:
                yield Compared(
                    rule.named, rule.title, rule.origin, about(difference), difference.before, difference.after
                )

    groups = []
    for origin, words in GROUPED.items():
        for turn, heading in TURNS.items():
            moved = [rule for rule in answer.rules if rule.origin is origin and rule.turn is turn is not Turn.SAME]
            if moved:
                rows = tuple(row for rule in moved for row in compared(rule))
                groups.append((f"{words}: {heading.lower()}", rows))
    question = Question(
        title=answer.title,
        words=answer.words,
        day=answer.day,
        counts={origin: _counts(answer, origin) for origin in GROUPED},
        groups=tuple(groups),
        remarks=tuple(text for text in (answer.note,) if text),
    )
    return print_what_if(services.record, services.today, question, sheet=A4 if a4 else LETTER)


def _counts(answer: Answer, origin: Origin) -> dict[str, int]:
    found = counted(rule for rule in answer.rules if rule.origin is origin)
    return {COUNTED[turn][count != 1]: count for turn, count in found.items()}


def file_name(answer: Answer) -> str:
    """The name proposed for its file: “what-if-gareth-okoro-llewelyn-leaves-the-board.pdf”."""
    return f"what-if-{slug(answer.title)[:60].strip('-')}.pdf"
