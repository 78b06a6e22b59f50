"""A choice that gives back the very object offered: Qt turns members of text enumerations into plain text."""

from collections.abc import Sequence
from typing import Any

from boarddesk.ui.kit.choice_field import ChoiceField


class KindField(ChoiceField):
    """One of some kinds, states or entries, by its words."""

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        self._offered = [value for value, _label in choices]
        super().set_choices(choices)

    def value(self) -> Any:
        found = super().value()
        return next((value for value in self._offered if value == found), None)
