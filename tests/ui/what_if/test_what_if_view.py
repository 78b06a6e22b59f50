"""What-if mode: the fields follow what happens, results in groups, why beside them, the record as it was."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from boarddesk.domain.people import Role, RoleTenure
from boarddesk.domain.terms import directors_on
from boarddesk.services.suppositions import Kind, Supposed
from boarddesk.services.what_if import Turn
from boarddesk.services.what_if_notes import keeping, kept_notes
from boarddesk.services.workspace import Services
from boarddesk.ui.pages.compliance_page import CompliancePage
from boarddesk.ui.what_if.change_card import ChangeCard
from boarddesk.ui.what_if.change_fields import FIELDS
from boarddesk.ui.what_if.offers import effect_words

LEAVES = Supposed(
    Kind.LEAVES,
    {"person": "okoro-llewelyn", "on": "2026-12-31", "notice_on": "2026-12-31", "reason": "resigned"},
)
EVERY_KIND = (
    LEAVES,
    Supposed(Kind.JOINS, {"name": "Vesna Orlić", "class": "II", "seat": "II-4", "on": "2026-12-01",
                          "independent": "yes"}),
    Supposed(Kind.NOT_INDEPENDENT, {"person": "sorhaug", "standard": "nasdaq_general", "on": "2026-12-10"}),
    Supposed(Kind.INDEPENDENT, {"person": "sorhaug", "standard": "audit_10a3", "on": "2026-12-10"}),
    Supposed(Kind.JOINS_COMMITTEE, {"committee": "audit", "person": "sorhaug", "on": "2026-12-10"}),
    Supposed(Kind.LEAVES_COMMITTEE, {"committee": "audit", "person": "okoro-llewelyn", "on": "2026-12-10"}),
    Supposed(Kind.MEETING_MOVED, {"meeting": "2026-12-03-board", "on": "2026-12-10"}),
    Supposed(Kind.MEETING_CANCELLED, {"meeting": "2026-12-03-board", "reason": "No business"}),
    Supposed(Kind.PARAMETER, {"key": "interval.GL-1.5", "value": "yearly", "on": "2026-12-01",
                              "citation": "Resolution of 1 Dec 2026"}),
)  # fmt: skip


def texts(widget: Any) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("change", EVERY_KIND, ids=lambda change: change.kind.value)
def test_a_card_gives_back_the_change_it_shows(qtbot: Any, services: Services, change: Supposed) -> None:
    card = ChangeCard(services)
    qtbot.addWidget(card)
    card.show_change(change)
    assert card.value() == change


def test_a_role_is_chosen_by_person_and_office(qtbot: Any, services: Services) -> None:
    card = ChangeCard(services)
    qtbot.addWidget(card)
    card.kind.set_value(Kind.ROLE_ENDS)
    card.fields["role"].setEditText("Marcus Ellerbrook, Chief Executive Officer")
    found = card.value()
    assert found is not None
    assert found.values["role"]


def test_every_kind_has_its_fields_and_what_is_missing_makes_no_change(qtbot: Any, services: Services) -> None:
    card = ChangeCard(services)
    qtbot.addWidget(card)
    assert set(FIELDS) == set(Kind)
    for kind in Kind:
        card.kind.set_value(kind)
        assert tuple(card.fields) == FIELDS[kind]
        assert card.value() is None, kind


def test_a_value_is_typed_as_a_person_writes_it(qtbot: Any, services: Services) -> None:
    card = ChangeCard(services)
    qtbot.addWidget(card)
    card.kind.set_value(Kind.PARAMETER)
    card.fields["key"].set_value("interval.GL-1.5")
    card.fields["value"].setText("2 years")
    found = card.value()
    assert found is not None
    assert found.values["value"] == "2 years"


def test_the_mode_begins_with_nothing_supposed(suppose: Callable[..., Any], page: CompliancePage) -> None:
    view = suppose()
    assert view.isVisible()
    assert not page.header.isVisible()
    assert view.results.empty.isVisible()
    assert not view.print.isEnabled()
    assert not view.real.isEnabled()
    assert page.supposes == page.services.day


def test_results_stand_in_groups_with_their_counts(suppose: Callable[..., Any], page: CompliancePage) -> None:
    size = page.services.journal_size()
    view = suppose(LEAVES)
    found = view.answer
    lines = view.results.table.model.lines
    heads = {line.heading: line.count for line in lines if line.is_heading}
    assert heads["Gets worse"] == found.counts[Turn.WORSE]
    assert "Stays the same" not in heads
    assert view.title.text() == "Gareth Okoro-Llewelyn leaves the Board"
    assert view.results.table.model.columns[3].title == "If Okoro-Llewelyn leaves"
    assert f"Stays the same: {found.counts[Turn.SAME]}" in view.results.fold.text()
    view.results.fold.click()
    assert view.shown.value() is True
    assert view.results.table.model.shown == len(found.rules)
    assert page.services.journal_size() == size
    assert page.supposes == date(2026, 12, 31)


def test_the_pane_says_before_and_after_and_what_must_be_done(suppose: Callable[..., Any]) -> None:
    view = suppose(LEAVES)
    view.results.table.select("LAW-8K-502b")
    said = texts(view.why)
    assert "Nothing to judge." in said
    assert "If Okoro-Llewelyn leaves" in said
    assert "A Form 8-K under Item 5.02(b)." in said
    assert "By Thu 7 Jan 2027" in said


def test_remedies_are_offered_with_their_effect_and_become_changes(
    qtbot: Any, suppose: Callable[..., Any], page: CompliancePage
) -> None:
    view = suppose(LEAVES)
    offers = view.changes.remedies.found
    assert offers
    joins = next(remedy for remedy in offers if remedy.words.startswith("Sørhaug joins"))
    assert effect_words(joins) in texts(view.changes.remedies)
    view.changes.remedies.wanted.emit(joins)
    assert len(view.changes.changes()) == 2
    assert [card.kind.value() for card in view.changes.cards] == [Kind.LEAVES, Kind.JOINS_COMMITTEE]
    view.ask_now()
    qtbot.waitUntil(lambda: len(view.answer.changes) == 2 and view.resting)
    assert view.answer.counts[Turn.WORSE] == joins.remain


def test_later_changes_choose_among_what_earlier_ones_leave(suppose: Callable[..., Any], page: CompliancePage) -> None:
    joins = Supposed(Kind.JOINS, {"name": "Vesna Orlić", "class": "II", "seat": "II-4", "on": "2026-11-12"})
    view = suppose(joins)
    card = view.changes.add_change()
    card.kind.set_value(Kind.LEAVES)
    card.fields["person"].setEditText("Vesna Orlić")
    assert card.fields["person"].value() == "vesna-orlic"
    assert "vesna-orlic" not in directors_on(page.services.record, page.services.day)
    card.take_away.click()
    assert len(view.changes.cards) == 1


def test_what_cannot_be_is_said_under_its_change(suppose: Callable[..., Any]) -> None:
    view = suppose()
    roles = view.services.record.where(RoleTenure, "role", Role.CEO)
    tenure = next(role for role in roles if role.held_on(view.services.day))
    ends = Supposed(Kind.ROLE_ENDS, {"role": tenure.id, "on": "1990-01-01"})
    view = suppose(LEAVES, ends)
    assert "It ends on 1 Jan 1990, before it starts" in texts(view.changes.cards[1])
    assert "It ends on" not in texts(view.changes.cards[0])
    assert view.answer is None
    assert not view.real.isEnabled()


def test_who_has_left_cannot_leave_again(suppose: Callable[..., Any]) -> None:
    view = suppose(LEAVES, Supposed(Kind.LEAVES, LEAVES.values | {"on": "2027-01-05"}))
    assert view.changes.changes() == (LEAVES,)
    assert "Not whole yet, so it is not judged." in texts(view.changes.cards[1])


def test_a_note_is_opened_with_its_changes_and_its_day(
    qtbot: Any, suppose: Callable[..., Any], services: Services, page: CompliancePage
) -> None:
    day = date(2027, 1, 31)
    services.bus.do(keeping(services, "If he leaves", day, [LEAVES]))
    note = next(note for note in kept_notes(services) if note.title == "If he leaves")
    view = suppose()
    assert "If he leaves" in texts(view.changes.notes)
    view.open_note(note)
    view.ask_now()
    qtbot.waitUntil(lambda: view.answer is not None and not page.pieces.pending)
    assert (view.answer.changes, view.answer.day) == ((LEAVES,), day)
    view.changes.notes.removed.emit(note)
    assert "If he leaves" not in texts(view.changes.notes)


def test_leaving_shows_the_page_as_it_was(qtbot: Any, suppose: Callable[..., Any], page: CompliancePage) -> None:
    view = suppose(LEAVES)
    view.left.emit("LAW-NQ-5605c-SIZE")
    qtbot.waitUntil(lambda: not page.pieces.pending)
    assert page.supposes is None
    assert page.header.isVisible()
    assert not view.isVisible()
    assert page.map.place()[0] == "LAW-NQ-5605c-SIZE"


def test_keys_of_the_map_are_off_while_something_is_supposed(suppose: Callable[..., Any], page: CompliancePage) -> None:
    view = suppose()
    assert not any(key.isEnabled() for key in page.door._keys)
    view.left.emit("")
    assert all(key.isEnabled() for key in page.door._keys)
