"""What adds, changes and removes entries of the registers: one dialog each, and the one command that comes back."""

import mimetypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boarddesk.domain.governance import Attestation
from boarddesk.domain.motions import Consent
from boarddesk.domain.tables import BY_NAME
from boarddesk.services import files as written
from boarddesk.services.bus import Command
from boarddesk.services.commands.remove_entry import RemoveEntry
from boarddesk.services.events import happening_of
from boarddesk.services.register_entries import FORMS, EntryLine
from boarddesk.services.register_lines import DocumentLine
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.board.actions import BoardActions
from boarddesk.ui.board.production_deeds import ProductionDeeds
from boarddesk.ui.board.register_list import Register
from boarddesk.ui.documents.keeping import keep
from boarddesk.ui.evidence_deeds import EvidenceDeeds
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.register_words import tr

FOLLOWED = ("appointments", "roles", "board_sizes", "determinations", "documents", "events")
"""The registers whose entries may set something off."""


class RegisterDeeds(QObject):
    """Dialogs are imported when they are first asked for."""

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self.services = services
        self.page = page
        board = BoardActions(services, page)
        self.evidence = EvidenceDeeds(services, lambda: page)
        self.productions = ProductionDeeds(services, page)
        self._adding: dict[str, Callable[[], object]] = {
            "people": board.add_person,
            "appointments": board.appoint,
            "board_sizes": board.set_size,
            "roles": board.assign_role,
            "committees": board.create_committee,
            "committee_seats": lambda: self._ask("committee_place_dialog", "CommitteePlaceDialog"),
            "committee_chairs": lambda: self._ask("committee_place_dialog", "CommitteePlaceDialog", chair=True),
            "determinations": board.determine,
            "questionnaires": board.send_questionnaires,
            "elections": board.elect,
            "documents": lambda: self._ask("document_dialog", "DocumentDialog"),
            "productions": lambda: self._ask("demand_dialog", "DemandDialog"),
            "attestations": self.evidence.attest,
            "evidence_links": self.evidence.link,
        }
        self._removing: dict[str, Callable[[Any], object]] = {
            "attestations": self.evidence.withdraw,
            "evidence_links": self.evidence.unlink,
            "productions": self.productions.drop,
        }
        self._more: dict[str, tuple[str, Callable[[Any], object]]] = {
            "determinations": (tr("Worksheet…"), lambda _line: board.worksheet()),
            "questionnaires": (tr("Worksheet…"), lambda _line: board.worksheet()),
            "signing_authorities": (tr("Matrix…"), lambda _line: self.productions.show_matrix()),
            "productions": (tr("Records…"), self.productions.open),
        }
        self._changing = {
            "people": ("person_dialog", "PersonDialog"),
            "appointments": ("edit_term_dialog", "EditTermDialog"),
            "roles": ("edit_role_dialog", "EditRoleDialog"),
            "committees": ("committee_dialog", "CommitteeDialog"),
            "committee_seats": ("committee_place_dialog", "CommitteePlaceDialog"),
            "committee_chairs": ("committee_place_dialog", "CommitteePlaceDialog"),
            "questionnaires": ("questionnaire_dialog", "QuestionnaireDialog"),
            "elections": ("hold_election_dialog", "HoldElectionDialog"),
            "documents": ("document_dialog", "DocumentDialog"),
            "legal_holds": ("release_hold_dialog", "ReleaseHoldDialog"),
            "productions": ("demand_dialog", "DemandDialog"),
        }
        self._adding["legal_holds"] = lambda: self._ask("place_hold_dialog", "PlaceHoldDialog")
        self._adding["disposals"] = lambda: self._ask("dispose_dialog", "DisposeDialog")

    def _do(self, command: Command | None) -> None:
        keep(self.page, self.services, command)

    def _ask(self, module: str, dialog: str, *rows: Any, **how: bool) -> None:
        import importlib

        found = getattr(importlib.import_module(f"boarddesk.ui.dialogs.{module}"), dialog)
        self._do(found.ask(self.page, self.services, *rows, **how))

    def add(self, register: Register) -> None:
        """Add an entry."""
        if register.table in self._adding:
            self._adding[register.table]()
        elif register.table in FORMS:
            self._ask("entry_dialog", "EntryDialog", FORMS[register.table])

    def can_change(self, register: Register) -> bool:
        """Whether entries of a register can be changed at all."""
        book = FORMS.get(register.table)
        return register.table in (*self._changing, Attestation.table) or (
            book is not None and not (book.once and book.added)
        )

    def change(self, register: Register, line: Any) -> None:
        """Change an entry."""
        row = self.services.record.find(BY_NAME[register.table], line.id)
        if row is None or not self.can_change(register):
            return
        if isinstance(row, Attestation):
            self.evidence.supersede(row)
        elif register.table in FORMS:
            self._ask("entry_dialog", "EntryDialog", FORMS[register.table], row)
        else:
            self._ask(*self._changing[register.table], row)

    def remove(self, register: Register, line: Any) -> None:
        """Take an entry out that was made by mistake, once the user has confirmed it."""
        row = self.services.record.find(BY_NAME[register.table], line.id)
        if register.table in self._removing and row is not None:
            self._removing[register.table](row)
            return
        what = register.named(line)
        command = RemoveEntry(register.table, line.id, what)
        self.services.bus.preview(command)
        sure = Confirmation.ask(
            self.page,
            tr("Remove %1?").replace("%1", what),
            tr("For an entry made by mistake. What really ended is given its last day instead; the history stays."),
            tr("Remove"),
            tr("Keep the entry"),
        )
        if sure:
            self._do(command)

    def more_words(self, register: Register) -> str:
        """The words of the button that only some registers have; empty for the others."""
        return self._more[register.table][0] if register.table in self._more else ""

    def more(self, register: Register, line: Any) -> None:
        """Do what that button says, of the entry chosen."""
        if register.table in self._more:
            self._more[register.table][1](line)

    def sheet_of(self, register: Register, line: Any) -> str:
        """The id of the sheet of what follows from an entry; empty where nothing does."""
        return happening_of(self.services, f"{register.table}:{line.id}") if register.table in FOLLOWED else ""

    def can_open(self, register: Register) -> bool:
        """Whether entries of a register are shown whole on another page."""
        return register.table == Consent.table

    def save_file(self, line: DocumentLine | EntryLine) -> str:
        """Write the file kept with an entry where the user wants it; the name it got, or nothing."""
        if line.attachment is None:
            return ""
        name = line.title if isinstance(line, DocumentLine) else line.name
        media = {digest: media for digest, _size, media in self.services.attachments()}
        ending = mimetypes.guess_extension(media.get(line.attachment, "")) or ""
        path = files.ask_save(self.page, tr("Save a copy"), f"{name}{ending}", tr("All files (*)"))
        if path is None:
            return ""
        written.save(path, self.services.attachment(line.attachment))
        return path.name

    def import_table(self) -> None:
        """Import people or terms from a table file."""
        from boarddesk.ui.dialogs.import_table_dialog import ImportTableDialog

        self._do(ImportTableDialog.ask(self.page, self.services))
