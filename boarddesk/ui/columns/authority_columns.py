"""The columns of the register of signing authorities, and those of the matrix of matters and holders."""

from boarddesk.services.authority import Authority, Force, Matrix, MatrixLine, state_words
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr

TONES = {Force.IN_FORCE: "green", Force.UNSUPPORTED: "amber", Force.AHEAD: "ink2", Force.OVER: "ink3"}
JOINT = ", with "
"""Between an amount and who must sign besides."""
WIDEST, NARROWEST, ROOM, MATTER = 240, 128, 780, 216


def authority_columns() -> tuple[Column[Authority], ...]:
    """What, who, up to which amount, under what, since when, and whether it is in force."""
    return (
        Column[Authority](tr("What is signed"), lambda one: one.which or tr("All"), width=168, role="medium",
                          tone=_faded, tooltip=lambda one: one.what),
        Column[Authority](tr("Who"), _who, width=166, tone=_faded, tooltip=_who),
        Column[Authority](tr("Up to"), lambda one: one.cell, width=132, tone=_faded, tooltip=lambda one: one.cell),
        Column[Authority](tr("Under"), lambda one: one.under or tr("none named"), stretch=True, tone=_faded,
                          tooltip=lambda one: one.under),
        Column[Authority](tr("From"), lambda one: one.start, show=show_date, align="right", width=104, tone=_faded),
        Column[Authority](tr("State"), state_words, width=166, tone=lambda one: TONES[one.force],
                          tooltip=state_words),
    )  # fmt: skip


def matrix_columns(found: Matrix) -> tuple[Column[MatrixLine], ...]:
    """The matter, and a column for each holder."""
    wide = max(NARROWEST, min(WIDEST, ROOM // max(1, len(found.holders))))
    return (
        Column[MatrixLine](tr("Matter"), lambda line: line.heading or line.matter, width=MATTER, role="medium",
                           second=lambda line: line.which, tooltip=lambda line: line.matter),
        *(_of_holder(place, holder, wide) for place, (holder, _name) in enumerate(found.holders)),
    )  # fmt: skip


def _of_holder(place: int, holder: str, wide: int) -> Column[MatrixLine]:
    return Column[MatrixLine](
        holder, lambda line: line.cells[place].partition(JOINT)[0], width=wide, show=lambda text: text or "–",
        second=lambda line: "".join(line.cells[place].partition(JOINT)[1:]).removeprefix(", "),
        tooltip=lambda line: line.cells[place],
    )  # fmt: skip


def _who(one: Authority) -> str:
    return f"{one.holder} ({one.name})" if one.name else one.holder


def _faded(one: Authority) -> str:
    return "ink3" if one.force is Force.OVER else "ink"
