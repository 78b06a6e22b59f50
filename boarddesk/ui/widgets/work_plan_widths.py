"""How wide the columns of a work plan are: the title gives way first, then the meetings; then the plan scrolls."""

from PySide6.QtGui import QFontMetricsF

from boarddesk.ui.kit.chips import clause_size
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.work_plan_model import PlanModel

TITLE_LEAST, TITLE_MOST = 168, 250
CELL, CELL_LEAST, CELL_MOST, GROUP_LEAST = 28, 20, 44, 60
OUTCOME, AIR = 104, 22


def widths(model: PlanModel, room: int) -> list[int]:
    """The widths of title, clause, each meeting, and outcome, in px, for the room that there is."""
    theme = Theme.current()
    label = max((clause_size(line.label, law=line.law).width() for line in model.lines), default=0) + theme.px(12)
    metrics = QFontMetricsF(theme.font("base"))
    said = max((metrics.horizontalAdvance(line.outcome) for line in model.lines), default=0.0)
    outcome = max(theme.px(OUTCOME), round(said) + theme.px(AIR))
    count = len(model.columns)
    free = room - label - outcome
    least, most = theme.px(TITLE_LEAST), theme.px(TITLE_MOST)
    title = min(max(least, free - count * theme.px(CELL)), most)
    wide = (free - title) // count if count else 0
    cell = min(max(theme.px(CELL_LEAST), wide), theme.px(CELL_MOST))
    cells = [_cell(model, place, cell) for place in range(count)]
    # What is left over goes to the title, so that the outcome stands at the right edge.
    return [max(title, free - sum(cells)), label, *cells, outcome]


def _cell(model: PlanModel, place: int, cell: int) -> int:
    """A round of few meetings is still wide enough for its heading."""
    own = sum(column.group == model.columns[place].group for column in model.columns)
    return max(cell, -(-Theme.current().px(GROUP_LEAST) // own))
