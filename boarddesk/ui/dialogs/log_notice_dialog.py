"""A line of the log of notice: a waiver with its signed PDF, a failure notice, attendance to object, a cancellation."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notice_standing import TOLD
from boarddesk.domain.notices import NoticeKind
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.notices_log import LogNotice
from boarddesk.services.notice_view import everybodys_notice
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.entry_fields import MomentField
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr

LAW = "8\u00a0Del.\u00a0C.\u00a0§229"


class Words(NamedTuple):
    """What a dialog for one kind of line says."""

    question: str
    verb: str
    says: str
    who: str
    when: str
    how: str


WORDS = {
    NoticeKind.WAIVED: Words(
        "Record a waiver of notice of %1", "Record the waiver",
        f"Signed or sent electronically, before or after the meeting ({LAW}).", "Waived by", "Signed at",
        "signed on paper, or sent by e-mail",
    ),
    NoticeKind.FAILED: Words(
        "Record a failure notice of %1", "Record the failure",
        "What was sent there does not count as notice; give it again to another address, or by telephone.",
        "Could not be reached", "Came in at", "",
    ),
    NoticeKind.OBJECTED: Words(
        "Who attended %1 only to object?", "Record the objection",
        f"Said at the beginning of the meeting, it keeps attendance from being a waiver ({LAW}).", "Objected",
        "Said at", "what was objected to",
    ),
    NoticeKind.CANCELLED: Words(
        "Who was told that %1 is called off?", "Record it", "", "Told", "Told at", "e-mail",
    ),
}  # fmt: skip


class LogNoticeDialog(FormDialog):
    """People, time and manner of one kind of line; a waiver may bring its signed PDF."""

    def __init__(
        self, services: Services, meeting: Meeting, notice_kind: NoticeKind, parent: QWidget | None = None
    ) -> None:
        words = WORDS[notice_kind]
        name = meeting_name(services.record, meeting)
        super().__init__(
            tr(words.question).replace("%1", name), tr(words.verb), tr("Record nothing"), says=tr(words.says),
            parent=parent,
        )  # fmt: skip
        self._meeting, self.kind, self._now = meeting, notice_kind, services.now.replace(second=0)
        everybody = everybodys_notice(services.record, meeting)
        told = [one.person for one in everybody if one.of(*TOLD)]
        offered = told if notice_kind is NoticeKind.FAILED and told else [one.person for one in everybody]
        ticked = told if notice_kind is NoticeKind.CANCELLED else ()
        choices = [(person, name_of(services.record, person)) for person in offered]
        self.people: PeopleChecks = self.field(tr(words.who), PeopleChecks(choices, ticked))
        self.at: MomentField = self.field(tr(words.when), MomentField(self._begins(), optional=False))
        failed, label = notice_kind is NoticeKind.FAILED, tr("How")
        label = tr("What was said") if notice_kind is NoticeKind.OBJECTED else tr("Address") if failed else label
        hint = tr("only where several were written to") if failed else tr(words.how)
        self.words: LineField = self.field(label, LineField(optional=True, hint=hint))
        self.file: FileField | None = None
        if notice_kind is NoticeKind.WAIVED:
            self.file = self.field(tr("Signed waiver"), FileField(kept=False))
        self.form.addStretch(1)

    def _begins(self) -> datetime:
        """An objection is said when the meeting begins, all else now."""
        opened = self._meeting.called_to_order
        return opened if self.kind is NoticeKind.OBJECTED and opened is not None else self._now

    def command(self) -> LogNotice:
        at = self.at.value()
        assert at is not None  # noqa: S101 - the field was checked
        failed, said = self.kind is NoticeKind.FAILED, self.words.text()
        plain = LogNotice(
            self._meeting.id, self.kind, self.people.value(), at, "" if failed else said, said if failed else ""
        )
        if self.file is None or self.file.data is None:
            return plain
        return replace(plain, data=self.file.data, media_type=self.file.media_type)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, kind: NoticeKind, parent: QWidget | None = None
    ) -> LogNotice | None:
        """The line that was confirmed, or None."""
        found: LogNotice | None = cls(services, meeting, kind, parent).asked()
        return found
