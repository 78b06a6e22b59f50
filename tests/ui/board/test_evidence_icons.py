"""The icons beside evidence in the inspector."""

from boarddesk.common import resources
from boarddesk.services.register_entries import FORMS
from boarddesk.services.workspace import Services
from boarddesk.ui.board.register_list import register_list
from boarddesk.ui.finding_inspector import ICONS


def test_every_kind_of_evidence_has_an_icon(services: Services) -> None:
    kinds = {piece.kind for finding in services.findings() for piece in finding.evidence}
    assert len(kinds) > 20
    assert kinds | set(FORMS) | {register.table for register in register_list()} <= set(ICONS)
    assert all(resources.path("icons", f"{name}.svg").is_file() for name in ICONS.values())
