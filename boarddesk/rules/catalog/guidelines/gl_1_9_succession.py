"""GL-1.9: the board or a committee reviews executive succession, with the input of the chief executive officer."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, rule, with_ceo_input


@rule("GL-1.9")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    yield from with_ceo_input(case, judge)
