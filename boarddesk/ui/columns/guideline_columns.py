"""The columns of the company's guidelines, and of what importing a book of them would do."""

from boarddesk.services.guideline_book import BUILT_IN, ClauseLine
from boarddesk.services.guideline_import import AMENDED, CORRECTED, FAULT, NEW, RETIRED, PlannedLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr

TONES = {NEW: "green", AMENDED: "accent", CORRECTED: "amber", RETIRED: "amber", FAULT: "red"}


def guideline_columns() -> tuple[Column[ClauseLine], ...]:
    """Name, heading, how it is judged, by whom, since when and by which motion."""
    return (
        Column[ClauseLine](tr("Clause"), lambda line: line.clause.chip, look="clause", width=92),
        Column[ClauseLine](
            tr("What it asks"), lambda line: line.clause.title, stretch=True, width=220, role="medium",
            tooltip=lambda line: line.clause.clause,
        ),
        Column[ClauseLine](tr("Kind"), lambda line: line.kind, show=tr, width=138),
        Column[ClauseLine](tr("Body"), lambda line: line.body, width=150, tooltip=lambda line: line.body),
        Column[ClauseLine](tr("From"), lambda line: line.since, show=show_date, align="right", width=108),
        Column[ClauseLine](
            tr("Version"), lambda line: line.ahead or line.state, show=tr, width=184,
            icon=lambda line: "calendar-clock" if line.ahead else "" if line.state == BUILT_IN else "pen-line",
            tone=lambda line: "amber" if line.ahead else "ink2" if line.state == BUILT_IN else "accent",
            tooltip=lambda line: ". ".join(part for part in (tr(line.state), line.ahead, line.adopted) if part),
        ),
    )  # fmt: skip


def planned_columns() -> tuple[Column[PlannedLine], ...]:
    """What would become of each version in the file, from when, and what it would change."""
    return (
        Column[PlannedLine](
            tr("Outcome"), lambda line: line.state, show=tr, width=100, tone=lambda line: TONES.get(line.state, "ink3")
        ),
        Column[PlannedLine](tr("Clause"), lambda line: line.clause, width=76, tooltip=lambda line: line.clause),
        Column[PlannedLine](tr("From"), lambda line: line.day, show=show_date, align="right", width=108),
        Column[PlannedLine](
            tr("Title, or where"), lambda line: line.what, width=232, tooltip=lambda line: line.what
        ),
        Column[PlannedLine](
            tr("What would change"), lambda line: line.detail, stretch=True, width=200,
            tooltip=lambda line: line.detail,
        ),
    )  # fmt: skip
