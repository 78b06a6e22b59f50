"""Change or end a role."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.people import EndReason, RoleTenure
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.assign_role import EditRole
from boarddesk.services.people import role_title
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.register_words import tr


class EditRoleDialog(RegisterDialog):
    """A role's title and days, the notice and reason of its end, and whether its holder is a named officer."""

    def __init__(self, services: Services, tenure: RoleTenure, parent: QWidget | None) -> None:
        question = tr("%1: %2").replace("%1", name_of(services.record, tenure.person))
        super().__init__(
            services, question.replace("%2", role_title(tenure)), tr("Save"), tr("Leave as is"), parent=parent
        )
        self.tenure = tenure
        self.title = self.field(tr("Title"), LineField(tenure.title, optional=True, hint=role_title(tenure)))
        self.start, self.end = DateField(tenure.start), DateField(tenure.end, optional=True)
        self.beside((tr("From"), self.start), (tr("First day out of the role"), self.end))
        self.notice = DateField(tenure.notice_on, optional=True)
        reasons = words_for(reason for reason in EndReason if reason is not EndReason.TERM_ENDED)
        self.reason = ChoiceField(reasons, value=tenure.end_reason, optional=True, hint=tr("not recorded"))
        self.beside((tr("Notice of the end came on"), self.notice), (tr("Why it ends"), self.reason), of=2)
        self.executive = QCheckBox(tr("Executive officer (Rule 16a-1(f))"))
        self.executive.setAccessibleName(self.executive.text())
        self.executive.setChecked(tenure.executive)
        self.add(self.executive)
        self.named = QCheckBox(tr("Named in the last proxy statement’s pay table (S-K 402(a)(3))"))
        self.named.setAccessibleName(self.named.text())
        self.named.setChecked(tenure.named)
        self.add(self.named)

    def command(self) -> EditRole:
        """The role as it should read."""
        reason = self.reason.value()
        fields: dict[str, Any] = {
            "title": self.title.text().strip(),
            "start": self.start.date(),
            "end": self.end.date(),
            "notice_on": self.notice.date(),
            "end_reason": EndReason(reason) if reason else None,
            "named": self.named.isChecked(),
        }
        return EditRole(msgspec.structs.replace(self.tenure, executive=self.executive.isChecked(), **fields))

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, tenure: RoleTenure) -> EditRole | None:
        """The command the user confirmed, or None."""
        return cls(services, tenure, parent).asked()  # type: ignore[no-any-return]
