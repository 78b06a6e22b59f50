"""A clause of the company's guidelines: adopt a new one, amend one from a day on, correct a version."""

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from boarddesk.common.errors import Fault, UserError
from boarddesk.domain.finding import Kind
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.motions import MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command
from boarddesk.services.clauses import is_in_force
from boarddesk.services.commands.guideline_clauses import AdoptClause, AmendClause, CorrectClause
from boarddesk.services.compliance import BODIES
from boarddesk.services.guideline_book import ruled
from boarddesk.services.guideline_checks import YEARLY, warnings_of_version
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.card import holder
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import kind_choices
from boarddesk.ui.register_words import tr
from boarddesk.ui.settings.type_checks import TypeChecks

WIDTH = 620


class GuidelineClauseDialog(RegisterDialog):
    """The words, how they are judged, from when, and by which motion of the board.

    `version` is None for a new clause, a row without a place in the record for an amendment, else the
    version to be corrected.
    """

    def __init__(self, services: Services, version: GuidelineClause | None, parent: QWidget | None) -> None:
        question, verb, says = _asked(services.record, version)
        super().__init__(services, question, verb, tr("Leave as is"), says=says, parent=parent)
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.version = version
        there = version or GuidelineClause(id="new", clause="", title="", text="", effective_from=services.day)
        self.there = there
        self.ruled = version is not None and ruled(there.clause)
        self.clause = LineField(there.clause, hint="GL-7.1")
        self.clause.setEnabled(version is None)
        self.title = LineField(there.title, hint=tr("Cyber risk reviewed"))
        self.beside((tr("Clause"), self.clause), (tr("Title"), self.title))
        self.text = self.field(tr("Text"), TextField(there.text, lines=3, record=True))
        self._add_kind()
        self._add_duty()
        self.source = LineField(there.source, optional=True, hint=tr("Guidelines, part 7"))
        self.heading = LineField(there.heading, optional=True, hint=tr("The company’s own clauses"))
        self.beside((tr("Source"), self.source), (tr("Part of the book"), self.heading))
        self.start = DateField(there.effective_from if version else services.day)
        self.end = DateField(there.effective_to, optional=True)
        self.beside((tr("In force from"), self.start), (tr("Not in force from"), self.end))
        self.motion = self.motion_field(tr("Adopted by"), MotionKind.ADOPT_DOCUMENT, value=there.motion)
        self.reason = self.field(tr("Why"), TextField(there.reason, lines=2, optional=True))

    def _add_kind(self) -> None:
        there = self.there
        bodies = [(kind, tr(name)) for kind, (_letter, name) in BODIES.items()]
        if there.body not in BODIES:
            bodies.append((there.body, there.body))
        self.body = ChoiceField(bodies, value=there.body)
        self.kind = SegmentedControl(
            [(Kind.POLICY, tr("A statement")), (Kind.DUTY, tr("A periodic duty"))], name=tr("What it is")
        )
        if self.ruled:
            said = tr("A rule of the program judges this clause. Its words change; what is computed stays.")
            self.add(Text(said, "base", "ink2", wrap=True))
            self.field(tr("Body responsible"), self.body)
        else:
            self.kind.choose(there.kind if there.kind is Kind.DUTY else Kind.POLICY)
            self.beside((tr("What it is"), self.kind), (tr("Body responsible"), self.body))
        self.kind.chosen.connect(lambda _kind: self._settle_duty())

    def _add_duty(self) -> None:
        """What is looked for, shown for a duty alone."""
        there, outer = self.there, self.form
        self.form = QVBoxLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(Theme.current().px(10))
        self.items = self.field(tr("Done when one of these was an item of the agenda"), TypeChecks(there.items))
        kept = there.motions[0] if there.motions else None
        self.motions = self.field(
            tr("Or when a motion of this kind carried"), ChoiceField(kind_choices(), value=kept, optional=True)
        )
        self.yearly = QCheckBox(tr("The clause asks for it each fiscal year"))
        self.yearly.setAccessibleName(self.yearly.text())
        self.yearly.setChecked(there.interval == YEARLY)
        self.field(tr("Interval"), self.yearly, tr("Where it names none, nothing is due before one is adopted."))
        self.duty, self.form = holder(self.form), outer
        self.form.addWidget(self.duty)
        self._settle_duty()

    def _settle_duty(self) -> None:
        self.duty.setVisible(not self.ruled and self.kind.value() is Kind.DUTY)
        if self.isVisible():
            self.grow()

    def row(self) -> GuidelineClause:
        """The version that the form describes."""
        there, body = self.there, self.body.value() or ""
        duty = not self.ruled and self.kind.value() is Kind.DUTY
        motion = self.motions.value()
        motions = (motion, *there.motions[1:]) if motion else ()
        interval = (YEARLY if self.yearly.isChecked() else None) if duty else there.interval if self.ruled else None
        return replace(
            there,
            clause=self.clause.text().strip(),
            title=self.title.text(),
            text=self.text.value() or "",
            kind=there.kind if self.ruled else self.kind.value(),
            body=body,
            bodies=there.bodies if body == there.body and (duty or self.ruled) else (),
            interval=interval,
            items=self.items.value() if duty else (),
            motions=motions if duty else (),
            source=self.source.text().strip(),
            heading=self.heading.text().strip(),
            effective_from=self.start.date(),
            effective_to=self.end.date(),
            motion=self.motion.value(),
            reason=self.reason.value() or "",
        )

    def check(self) -> None:
        """What stands against the version is said beside its field."""
        if self.errors():
            return
        fields: dict[str, QWidget] = {
            "clause": self.clause, "title": self.title, "text": self.text, "body": self.body, "items": self.items,
            "effective_from": self.start, "effective_to": self.end, "interval": self.yearly,
        }  # fmt: skip
        try:
            self.services.bus.preview(self.command())
        except UserError as refused:
            for fault in refused.faults or (Fault(refused.what, "", refused.what_to_do),):
                said = " ".join(part for part in (fault.what, fault.what_to_do) if part)
                if fault.where in fields:
                    self.wrong(fields[fault.where], said)
                else:
                    self.refuse(said)

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """The Board adopts its guidelines by a motion; what is missing or odd there is asked."""
        del command
        return tuple(warnings_of_version(self.record, self.row()))

    def command(self) -> AdoptClause | AmendClause | CorrectClause:
        """The deed that the form describes."""
        if self.version is None:
            return AdoptClause(self.row())
        row = self.row()
        if self.record.find(GuidelineClause, self.version.id):
            return CorrectClause(row)
        return AmendClause(row) if is_in_force(self.record, row.clause, row.effective_from) else AdoptClause(row)

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, version: GuidelineClause | None = None
    ) -> AdoptClause | AmendClause | CorrectClause | None:
        """The command the user confirmed, or None."""
        return cls(services, version, parent).asked()  # type: ignore[no-any-return]


def _asked(record: Record, version: GuidelineClause | None) -> tuple[str, str, str]:
    """Question, verb, and what is to be known first."""
    if version is None:
        return tr("Adopt a clause"), tr("Adopt"), tr("It is judged from the day it is in force.")
    if record.find(GuidelineClause, version.id):
        said = tr("Correct what was entered wrongly; what the Board changed later is an amendment.")
        return tr("Correct a version of %1").replace("%1", version.clause), tr("Correct"), said
    if not is_in_force(record, version.clause, version.effective_from):
        said = tr("It is judged again from the day it is in force.")
        return tr("Adopt %1 again").replace("%1", version.clause), tr("Adopt"), said
    said = tr("The version in force before stays on record, and judges the days before.")
    return tr("Amend %1").replace("%1", version.clause), tr("Amend"), said
