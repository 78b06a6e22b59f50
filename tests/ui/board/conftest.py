"""The pages of the register on a copy of the sample, with dialogs answered by the test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from boarddesk.services.bus import Changes
from boarddesk.services.workspace import Services
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.settings import keep_settings_in

Answers = list[Callable[[Any], None]]


@pytest.fixture
def services(sample_services: Services) -> Services:
    return sample_services


@pytest.fixture
def show(qtbot: Any, qapp: QApplication, services: Services, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Shows a page at a size and keeps it fresh as the desk does."""
    keep_settings_in(tmp_path)
    theme.apply(qapp, "light")
    ends: list[Callable[[], None]] = []

    def shown(kind: type[Page], width: int = 1196, height: int = 732) -> Page:
        page = kind(services)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        pieces = getattr(page, "pieces", None)

        def note(changes: Changes) -> None:
            page.note_change(changes.tables)
            if pieces is not None:
                pieces.finish()

        ends.append(services.bus.listen(note))
        if pieces is not None:
            qtbot.waitUntil(lambda: not pieces.pending)
        return page

    yield shown
    for end in ends:
        end()
    keep_settings_in(None)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Answers]:
    """What is done in the next dialogs, in order; each must be used."""
    waiting: Answers = []

    def filled_in(dialog: FormDialog) -> int:
        dialog.show()
        waiting.pop(0)(dialog)
        return dialog.result()

    monkeypatch.setattr(FormDialog, "exec", filled_in)
    yield waiting
    assert waiting == []
