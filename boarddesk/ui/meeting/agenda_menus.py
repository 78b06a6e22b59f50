"""The agenda's two menus: what to begin with, and what to print or keep."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boarddesk.domain.keeping import SCRIPT
from boarddesk.domain.notices import Issue
from boarddesk.services.agenda_copy import models
from boarddesk.services.agenda_issues import issued_agendas, issued_words
from boarddesk.services.agenda_templates import templates_for
from boarddesk.services.commands.agenda_copy import CopyAgenda
from boarddesk.services.commands.agenda_template import UseAgendaTemplate
from boarddesk.services.files import save
from boarddesk.ui import files
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.agenda_tab import AgendaTab


class AgendaMenus(QObject):
    """Fills the menus of an agenda tab for the meeting shown."""

    def __init__(self, tab: "AgendaTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def settle(self) -> None:
        """Fill both menus anew."""
        self._begin()
        self._print()

    def _begin(self) -> None:
        tab, menu = self._tab, self._tab.begin_menu
        record, meeting = tab.services.shown, tab.meeting
        menu.clear()
        for number, model in enumerate(models(record, meeting)):
            action = menu.addAction(model.words)
            action.triggered.connect(
                lambda _checked=False, source=model.meeting.id: tab.do(CopyAgenda(tab.meeting_id, source))
            )
            if not number:
                action.setToolTip(tr("Ctrl+Shift+L"))
        menu.addSeparator()
        for key, words in templates_for(record, meeting):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, key=key: tab.do(UseAgendaTemplate(tab.meeting_id, key)))
        menu.addSeparator()
        menu.addAction(tr("Keep this agenda as a template…")).triggered.connect(lambda: self.templates(fresh=True))
        menu.addAction(tr("Agenda templates…")).triggered.connect(lambda: self.templates(fresh=False))
        menu.addAction(tr("Recommendations of committees…")).triggered.connect(self.recommendations)

    def _print(self) -> None:
        tab, menu = self._tab, self._tab.print_menu
        issues = issued_agendas(tab.services.shown, tab.meeting_id)
        menu.clear()
        menu.addAction(tr("Agenda as issued") if issues else tr("Agenda")).triggered.connect(
            lambda: self._document("agenda")
        )
        if issues:
            menu.addAction(tr("Agenda as it is now…")).triggered.connect(self._save_working)
        menu.addAction(tr("Chair’s script")).triggered.connect(lambda: self._document("script"))
        wording = menu.addAction(tr("Wording of the script…"))
        wording.setEnabled(not tab.services.why_read_only)
        wording.triggered.connect(lambda _checked=False: self.word_script())
        if issues:
            menu.addSeparator()
        for issue in issues:
            words = tr("Save a copy: %1…").replace("%1", issued_words(tab.services.shown, issue))
            menu.addAction(words).triggered.connect(lambda _checked=False, issue=issue: self._save(issue))

    def copy_last_year(self) -> None:
        """Begin with the first agenda that can be copied: the same meeting's of last year, else the last one's."""
        found = models(self._tab.services.shown, self._tab.meeting)
        if found:
            self._tab.do(CopyAgenda(self._tab.meeting_id, found[0].meeting.id))

    def templates(self, *, fresh: bool) -> None:
        """Look at the templates, or keep the agenda as one."""
        from boarddesk.ui.dialogs.agenda_template_dialog import AgendaTemplateDialog

        tab = self._tab
        tab.do(AgendaTemplateDialog.ask(tab.services, tab.meeting, tab, fresh=fresh))

    def recommendations(self) -> None:
        """The committees' recommendations; one chosen goes to the Board, or its meeting is opened."""
        from boarddesk.ui.dialogs.recommendations_dialog import RecommendationsDialog

        tab = self._tab
        found = RecommendationsDialog.ask(tab.services, tab.meeting, tab)
        if isinstance(found, str):
            tab.opened.emit(found)
        else:
            tab.do(found)

    def word_script(self) -> None:
        """Change the company's own wording of the chair's script."""
        from boarddesk.ui.dialogs.minutes_patterns_dialog import MinutesPatternsDialog

        self._tab.do(MinutesPatternsDialog.ask(self._tab.services, self._tab, document=SCRIPT))

    def _document(self, kind: str) -> None:
        self._tab.form.commit()
        self._tab.wanted.emit("documents", f"{kind}-{self._tab.meeting_id}")

    def _save(self, issue: Issue) -> None:
        path = files.ask_save(self._tab, tr("Save a copy"), f"{issue.id}.pdf", tr("PDF files (*.pdf)"))
        if path is not None:
            save(path, self._tab.services.attachment(issue.attachment))

    def _save_working(self) -> None:
        from boarddesk.services.documents import agenda_pdf

        tab = self._tab
        path = files.ask_save(tab, tr("Save a copy"), f"agenda-{tab.meeting_id}.pdf", tr("PDF files (*.pdf)"))
        if path is not None:
            save(path, agenda_pdf(tab.services, tab.meeting_id, working=True))
