"""Two versions of minutes side by side, with the words that differ marked."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from boarddesk.common.file_names import safe_name
from boarddesk.common.progress import Progress
from boarddesk.domain.meetings import Meeting
from boarddesk.services.files import save
from boarddesk.services.minutes_compare import Difference, compared, pdf_of, versions_to_compare
from boarddesk.services.redlines import RedlineRequest, minutes_key, redline
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr


class CompareVersionsDialog(FormDialog):
    """By the words of the PDFs themselves, so that what is compared is what went out."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Compare: %1").replace("%1", meeting_name(services.shown, meeting)), tr("Close"), tr("Close"),
            parent=parent,
        )  # fmt: skip
        self.way_out.hide()
        theme = Theme.current()
        self.setMinimumWidth(theme.px(760))
        self._services, self._meeting = services, meeting
        offered = list(versions_to_compare(services, meeting.id))
        older = offered[1][0] if len(offered) > 1 else offered[0][0]
        self.left, self.right = ChoiceField(offered, value=older), ChoiceField(offered, value=offered[0][0])
        self.beside((tr("Left"), self.left), (tr("Right"), self.right), of=2)
        self.count: Text = self.add(Text("", "base", "ink2", wrap=True))
        self.view = QTextBrowser()
        self.view.setAccessibleName(tr("Differences"))
        self.view.setMinimumHeight(theme.px(340))
        self.view.setOpenLinks(False)
        self.add(self.view)
        for field in (self.left, self.right):
            field.changed.connect(lambda _value: self.compare())
        self.keep = Button(tr("Save as a redline…"), icon="download", on_click=self.save_redline)
        self.aside.insertWidget(0, self.keep)
        self.compare()

    def save_redline(self) -> None:
        """Write the two versions as a redline: the whole text, put in underlined, struck out struck through."""
        left, right, services = self.left.value(), self.right.value(), self._services
        if left is None or right is None:
            return
        request = RedlineRequest(minutes_key(self._meeting.id, left), minutes_key(self._meeting.id, right))
        name = safe_name(
            tr("Redline of minutes, %1").replace("%1", meeting_name(services.shown, self._meeting)), ".pdf"
        )
        path = files.ask_save(self, tr("Save as a redline"), name, tr("PDF files (*.pdf)"))
        if path is not None:
            jobs.start(
                self, tr("Comparing the versions"), lambda progress: save(path, redline(services, request, progress)),
                lambda _done: self.count.setText(tr("The redline is saved as %1.").replace("%1", path.name)),
            )  # fmt: skip

    def compare(self) -> None:
        """Read both and show what differs."""
        left, right, meeting = self.left.value(), self.right.value(), self._meeting.id
        if left is None or right is None:
            return
        services = self._services

        def work(_progress: Progress) -> tuple[Difference, ...]:
            return compared(pdf_of(services, meeting, left), pdf_of(services, meeting, right))

        def done(found: tuple[Difference, ...]) -> None:
            if (left, right) == (self.left.value(), self.right.value()):
                self.show_differences(found)

        self.count.setText(tr("Reading both versions"))
        jobs.start(self, tr("Comparing the versions"), work, done)

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Write the places one below the other, left and right."""
        places = sum(each.changed for each in found)
        words = tr("The words are the same.") if not places else tr("%1 places differ.")
        if places == 1:
            words = tr("One place differs.")
        self.count.setText(words.replace("%1", str(places)))
        rows = "".join(
            f"<tr><td width='50%'>{self._cell(each.left, 'red')}</td>"
            f"<td width='50%'>{self._cell(each.right, 'green')}</td></tr>"
            for each in found
        )
        self.view.setHtml(f"<table width='100%' cellspacing='0' cellpadding='8'>{rows}</table>")

    def _cell(self, runs: tuple[tuple[str, bool], ...], hue: str) -> str:
        palette = Theme.current().palette
        changed = any(differs for _text, differs in runs)
        tone = palette.hex("ink" if changed else "ink3")
        shown = " ".join(
            f"<span style='background:{palette.hex(f'{hue}-t')};color:{palette.hex(hue)};"
            f"text-decoration:{'line-through' if hue == 'red' else 'underline'}'>{escape(text)}</span>"
            if differs
            else escape(text)
            for text, differs in runs
        )
        return f"<span style='color:{tone}'>{shown or '&nbsp;'}</span>"

    def command(self) -> bool:
        return True
