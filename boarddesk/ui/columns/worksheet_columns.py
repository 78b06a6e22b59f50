"""The columns of the worksheet's list of directors."""

from boarddesk.domain.worksheet import Weight, Worksheet
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.register_words import tr


def _state(sheet: Worksheet) -> str:
    """The tests that need the Board's eye, by letter or name; else that none bars."""
    for weight, words in (
        (Weight.BARS, tr("Barred by %1")),
        (Weight.CANNOT_JUDGE, tr("%1 cannot judge")),
        (Weight.JUDGMENT_NEEDED, tr("%1 to judge")),
    ):
        tests = sheet.weighed_as(weight)
        if tests:
            letters = ", ".join(test.letter for test in tests if test.letter)
            others = [test for test in tests if not test.letter]
            return words.replace("%1", ", ".join(part for part in (letters, tr("Overlay") if others else "") if part))
    return tr("Under review") if _reviewed(sheet) else tr("None bars")


def _reviewed(sheet: Worksheet) -> bool:
    """Whether an answer changed after a determination."""
    return any(made.changed_on is not None for made in sheet.decided)


def _tone(sheet: Worksheet) -> str:
    if sheet.weighed_as(Weight.BARS):
        return "red"
    if sheet.weighed_as(Weight.CANNOT_JUDGE):
        return "ink3"
    return "violet" if sheet.weighed_as(Weight.JUDGMENT_NEEDED) or _reviewed(sheet) else "green"


def worksheet_columns() -> tuple[Column[Worksheet], ...]:
    """The director, and what the tests come to."""
    return (
        Column[Worksheet](tr("Director"), lambda sheet: sheet.name, stretch=True, role="medium"),
        Column[Worksheet](tr("Tests"), _state, width=112, align="right", tone=_tone, tooltip=_state),
    )
