import pytest

from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.page import Page


class Ledger(Page):
    title = "Ledger"
    watches = frozenset({"meetings"})

    def build(self) -> None:
        self.done: list[str] = [*getattr(self, "done", []), "built"]

    def refresh(self) -> None:
        self.done.append("read")


def test_built_once_when_first_shown(qtbot):
    page = Ledger(None)
    qtbot.addWidget(page)
    assert not page.built
    page.show()
    page.hide()
    page.show()
    assert page.done == ["built", "read"]


def test_refreshes_for_what_it_watches_and_only_when_seen(qtbot):
    page = Ledger(None)
    qtbot.addWidget(page)
    page.note_change(frozenset({"meetings"}))
    page.show()
    page.note_change(frozenset({"people"}))
    assert page.done == ["built", "read"]
    page.note_change(frozenset({"people", "meetings"}))
    assert page.done == ["built", "read", "read"]
    page.hide()
    page.note_change(frozenset({"meetings"}))
    assert len(page.done) == 3
    page.show()
    assert len(page.done) == 4


def test_actions_with_one_primary_at_the_right(qtbot):
    page = Ledger(None)
    qtbot.addWidget(page)
    heard: list[str] = []
    primary = page.add_action("Plan 2027…", lambda: heard.append("plan"), primary=True)
    other = page.add_action("Print report", lambda: heard.append("print"), shortcut="Ctrl+P")
    page.resize(800, 400)
    page.show()
    qtbot.waitExposed(page)
    assert primary.x() > other.x()
    assert "Ctrl+P" in other.toolTip()
    primary.click()
    other.click()
    assert heard == ["plan", "print"]
    with pytest.raises(ValueError, match="primary"):
        page.add_action("Another", lambda: None, primary=True)


def test_one_banner_at_a_time(qtbot):
    page = Ledger(None)
    qtbot.addWidget(page)
    page.show()
    page.set_banner(Banner("date", "You are looking at 30 Jun 2026."))
    page.set_banner(Banner("what_if", "What if.", "Nothing here changes the record."))
    shown = [banner for banner in page.findChildren(Banner) if page.layout().indexOf(banner) >= 0]
    assert [banner.sentence() for banner in shown] == ["What if. Nothing here changes the record."]
    page.set_banner(None)
    assert page.layout().itemAt(0).widget() is page.header
