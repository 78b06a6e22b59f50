"""What can be done with minutes on their way to the seal; long work runs beside the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress as Work
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import Correction, MinutesComment, MinutesVersion
from boarddesk.services.approval_by_consent import correction_motion, minutes_motion
from boarddesk.services.bus import Command
from boarddesk.services.commands.minutes_correct_place import PlaceCorrection
from boarddesk.services.commands.minutes_place import PlaceApproval
from boarddesk.services.commands.minutes_sign import AttachSignedScan, Scan
from boarddesk.services.files import save
from boarddesk.services.mail_drafts import version_draft
from boarddesk.services.minutes_circulation import circulation
from boarddesk.services.minutes_printing import annex_pdf, correction_pdf
from boarddesk.services.minutes_progress import Deed
from boarddesk.services.minutes_sealing import correction_sealing, sealing
from boarddesk.services.prior_minutes import next_agenda
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.kept_files import save_draft, save_kept
from boarddesk.ui.meeting.words import tr

Do = Callable[[Command | None], bool]
PDF_KINDS = "PDF files (*.pdf)"


class MinutesDeeds:
    """Asks, makes the command, and hands it to the tab."""

    def __init__(self, owner: QWidget, services: Services, do: Do) -> None:
        self._owner, self._services, self._do = owner, services, do
        self.meeting_id = ""
        self.circulated: Callable[[], object] = lambda: None

    @property
    def meeting(self) -> Meeting:
        """The meeting whose minutes are shown."""
        return self._services.record.get(Meeting, self.meeting_id)

    def next(self, deed: Deed) -> None:
        """Do what is next."""
        deeds = {Deed.CIRCULATE: self.circulate, Deed.PLACE: self.place, Deed.SIGN: self.sign, Deed.SEAL: self.seal}
        if deed in deeds:
            deeds[deed]()

    def circulate(self) -> None:
        """Make the next version and note to whom it goes."""
        from boarddesk.ui.dialogs.circulate_minutes_dialog import CirculateMinutesDialog

        chosen = CirculateMinutesDialog.ask(self._services, self.meeting, self._owner)
        if chosen is None:
            return
        services, meeting = self._services, self.meeting_id
        self._make(
            tr("Making the minutes"),
            lambda: circulation(
                services, meeting, chosen.people, chosen.others, due=chosen.due, note=chosen.note
            ),
            self.circulated,
        )  # fmt: skip

    def take_back(self) -> None:
        """Back to draft."""
        from boarddesk.ui.dialogs.take_back_minutes_dialog import TakeBackMinutesDialog

        self._do(TakeBackMinutesDialog.ask(self._services, self.meeting, self._owner))

    def place(self) -> None:
        """On the next agenda, in one step."""
        at = next_agenda(self._services.record, self.meeting, self._services.today)
        if at is not None:
            self._do(PlaceApproval(self.meeting_id, at.id))

    def consent(self, correction: str = "") -> None:
        """Ask the members to approve the minutes, or a memorandum of correction, by written consent."""
        from boarddesk.ui.dialogs.record_consent_dialog import RecordConsentDialog

        record = self._services.record
        row = record.find(Correction, correction)
        given = correction_motion(record, row) if row is not None else minutes_motion(record, self.meeting)
        self._do(RecordConsentDialog.ask(self._services, self._owner, given))

    def name_approval(self, correction: str = "") -> None:
        """Name the motion on record that approved the minutes, or a memorandum of correction."""
        from boarddesk.ui.dialogs.name_approval_dialog import NameApprovalDialog

        row = self._services.record.find(Correction, correction)
        self._do(NameApprovalDialog.ask(self._services, self.meeting, row, self._owner))

    def comment(self) -> None:
        """Note a comment."""
        from boarddesk.ui.dialogs.receive_comment_dialog import ReceiveCommentDialog

        self._do(ReceiveCommentDialog.ask(self._services, self.meeting, self._owner))

    def answer(self, comment: str) -> None:
        """Answer a comment."""
        from boarddesk.ui.dialogs.answer_comment_dialog import AnswerCommentDialog

        row = self._services.record.find(MinutesComment, comment)
        if row is not None:
            self._do(AnswerCommentDialog.ask(self._services, row, self._owner))

    def sign(self) -> None:
        """Record a signature in ink."""
        from boarddesk.ui.dialogs.sign_minutes_dialog import SignMinutesDialog

        self._do(SignMinutesDialog.ask(self._services, self.meeting, self._owner))

    def attach_scan(self, signature: str) -> None:
        """Keep the signed paper with its signature."""
        path = files.ask_open(self._owner, tr("Choose the signed scan"), tr("Scans (*.pdf *.png *.jpg)"))
        if path is None:
            return
        data = files.read(path)
        media = {".png": "image/png", ".jpg": "image/jpeg"}.get(path.suffix.lower(), "application/pdf")
        self._do(AttachSignedScan(signature, Scan(data, media)))

    def seal(self) -> None:
        """Seal, signed with a certificate where wished."""
        from boarddesk.ui.dialogs.seal_minutes_dialog import SealMinutesDialog

        chosen = SealMinutesDialog.ask(self._services, self.meeting, self._owner)
        if chosen is not None:
            services, meeting = self._services, self.meeting_id
            self._make(tr("Sealing the minutes"), lambda: sealing(services, meeting, chosen.certificate))

    def correct(self, correction: str = "") -> None:
        """Draft a memorandum of correction, or go on with one."""
        from boarddesk.ui.dialogs.correct_minutes_dialog import CorrectMinutesDialog

        row = self._services.record.find(Correction, correction)
        self._do(CorrectMinutesDialog.ask(self._services, self.meeting, row, self._owner))

    def place_correction(self, correction: str) -> None:
        """A memorandum on the next agenda."""
        at = next_agenda(self._services.record, self.meeting, self._services.today)
        if at is None:
            raise UserError(
                tr("No later meeting of this body is planned."), what_to_do=tr("Schedule one first."), code="no_meeting"
            )
        self._do(PlaceCorrection(correction, at.id))

    def seal_correction(self, correction: str) -> None:
        """Seal an approved memorandum."""
        row, services = self._services.record.find(Correction, correction), self._services
        if row is not None:
            self._make(tr("Sealing the memorandum"), lambda: correction_sealing(services, row))

    def compare(self) -> None:
        """Two versions side by side."""
        from boarddesk.ui.dialogs.compare_versions_dialog import CompareVersionsDialog

        CompareVersionsDialog(self._services, self.meeting, self._owner).asked()

    def verify(self) -> None:
        """Whether a PDF is what was sealed."""
        from boarddesk.ui.dialogs.verify_pdf_dialog import VerifyPdfDialog

        VerifyPdfDialog(self._services, self._owner).asked()

    def save_kept(self, attachment: str, what: str) -> None:
        """Write a kept document as a file."""
        save_kept(self._owner, self._services, attachment, self._named(what))

    def open_kept(self, attachment: str, what: str) -> None:
        """Show a kept document."""
        from boarddesk.ui.dialogs.kept_paper_dialog import KeptPaperDialog

        KeptPaperDialog(self._services, attachment, self._named(what), self._owner).asked()

    def write_draft(self, version: str) -> None:
        """Write a message with a version as a file, for the e-mail program that sends it."""
        row = self._services.shown.find(MinutesVersion, version)
        if row is not None:
            save_draft(self._owner, version_draft(self._services, row))

    def save_annex(self) -> None:
        """Write the privileged annex as a file of its own."""
        self._save(lambda: annex_pdf(self._services, self.meeting_id), tr("annex P-1"))

    def save_correction(self, correction: str) -> None:
        """Write a memorandum as a file."""
        row = self._services.shown.find(Correction, correction)
        if row is not None:
            what = tr("correction %1").replace("%1", str(row.number))
            self._save(lambda: correction_pdf(self._services, row), what)

    def _save(self, read: Callable[[], bytes], what: str) -> None:
        path = files.ask_save(self._owner, tr("Save a copy"), f"{self._named(what)}.pdf", tr(PDF_KINDS))
        if path is not None:
            jobs.start(self._owner, tr("Saving"), lambda _work: save(path, read()), lambda _done: None)

    def _named(self, what: str) -> str:
        return f"{meeting_name(self._services.shown, self.meeting)}, {what}"

    def _make(self, label: str, make: Callable[[], Command], after: Callable[[], object] | None = None) -> None:
        """Make a command with its PDF beside the window, then run it."""

        def work(_work: Work) -> Command:
            return make()

        def done(command: Command) -> None:
            if self._do(command) and after is not None:
                after()

        jobs.start(self._owner, label, work, done)
