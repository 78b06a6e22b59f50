"""The columns of the values that the rules go by."""

from boarddesk.services.settings import ParameterLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def mark_word(line: ParameterLine) -> str:
    """What a reader must know of where the value comes from; empty for a confirmed one of the books."""
    if line.own:
        return tr("Set by the company")
    return {"unconfirmed": tr("Unconfirmed"), "partly": tr("Partly confirmed")}.get(line.confidence, "")


def mark_tone(line: ParameterLine) -> str:
    """The color of that word."""
    return "accent" if line.own else "amber" if line.unconfirmed else "ink2"


def _icon(line: ParameterLine) -> str:
    return "pen-line" if line.own else "circle-help" if line.confidence in {"unconfirmed", "partly"} else ""


def parameter_columns() -> tuple[Column[ParameterLine], ...]:
    """What, the value in force, since when, its source, and how sure it is."""
    return (
        Column[ParameterLine](
            tr("Value for the rules"), lambda line: line.title, stretch=True,
            width=300, tooltip=lambda line: f"{line.title}: {line.source}",
        ),
        Column[ParameterLine](
            tr("In force"), lambda line: line.value, width=150, role="medium",
            tone=lambda line: "ink" if line.own else "ink2", tooltip=lambda line: line.value,
        ),
        Column[ParameterLine](tr("Source"), lambda line: line.source, width=230, tooltip=lambda line: line.source),
        Column[ParameterLine](tr("From"), lambda line: line.since, show=show_date, align="right", width=108),
        Column[ParameterLine](
            tr("State"), mark_word, width=166, icon=_icon, tone=mark_tone, tooltip=mark_word,
        ),
        Column[ParameterLine](
            tr("Action"), lambda line: tr("Set…") if line.editable else "", look="action", align="right", width=70
        ),
    )  # fmt: skip
