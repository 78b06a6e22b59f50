"""Groups of fields of a motion that are shown only where its kind or its vote asks for them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.documents import Document
from boarddesk.domain.meetings import BEGUN, Meeting
from boarddesk.domain.motions import Choice, Motion, MotionKind, RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.services.choices import people_choices
from boarddesk.services.unequal_votes import EQUAL, Weights
from boarddesk.services.words import meeting_name
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import COMPONENTS, RULE_BASES, choices, result_choices, tr

OF_PEOPLE = frozenset(
    {MotionKind.FILL_VACANCY, MotionKind.NOMINATE, MotionKind.DETERMINE_INDEPENDENCE, MotionKind.EXECUTIVE_PAY,
     MotionKind.APPOINT_OFFICER, MotionKind.CHANGE_COMMITTEE, MotionKind.RELATED_PERSON}
)  # fmt: skip
OF_YEARS = frozenset(
    {MotionKind.EXECUTIVE_PAY, MotionKind.DIRECTOR_PAY, MotionKind.DIRECTOR_PAY_RECOMMEND, MotionKind.ADOPT_DOCUMENT}
)


class Begun(msgspec.Struct, frozen=True):
    """What is known already: a motion to correct, or the beginnings of a new one with its votes."""

    motion: Motion
    votes: dict[str, Choice] = msgspec.field(default_factory=dict)
    weights: Weights = EQUAL


class Group(msgspec.Struct):
    """Fields in a holder that is shown or hidden as one."""

    holder: QWidget
    fields: dict[str, Any]

    def show(self, *, on: bool) -> None:
        """Show or hide the group; hidden fields are not checked."""
        self.holder.setVisible(on)
        for one in self.fields.values():
            one.setEnabled(on)


def grouped(dialog: FormDialog, rows: Sequence[Sequence[tuple[str, str, QWidget]]]) -> Group:
    """Rows of fields, each with its name in code and its label, in a holder of their own."""
    holder = QWidget()
    inner = QVBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(Theme.current().px(10))
    outer, dialog.form = dialog.form, inner
    for fields in rows:
        if len(fields) == 1:
            dialog.field(fields[0][1], fields[0][2])
        else:
            dialog.beside(*((label, widget) for _name, label, widget in fields))
    dialog.form = outer
    dialog.add(holder)
    return Group(holder, {name: widget for fields in rows for name, _label, widget in fields})


def values_of(groups: Sequence[Group]) -> dict[str, object]:
    """What the fields of groups hold, by their names in a motion; hidden groups hold nothing."""
    values: dict[str, object] = {}
    for group in groups:
        for name, widget in group.fields.items():
            values[name] = widget.value() if widget.isEnabled() else None
    empty: dict[str, object] = {"stated_by": "", "rule_citation": "", "subjects": (), "components": ()}
    return values | {name: values.get(name) or nothing for name, nothing in empty.items()}


def count_group(dialog: FormDialog, motion: Motion) -> Group:
    """How many voted how."""
    return grouped(
        dialog,
        [[
            ("count_for", tr("For"), CountField(motion.count_for)),
            ("count_against", tr("Against"), CountField(motion.count_against, optional=True)),
            ("count_abstain", tr("Abstain"), CountField(motion.count_abstain, optional=True)),
            ("count_recused", tr("Recused"), CountField(motion.count_recused, optional=True)),
        ]],
    )  # fmt: skip


def stated_group(dialog: FormDialog, motion: Motion) -> Group:
    """A result as a source states it, which is marked as stated and never computed."""
    result = ChoiceField(
        result_choices(), value=motion.result_stated, optional=True, hint=tr("Computed from the votes")
    )
    source = LineField(motion.stated_by, optional=True, hint=tr("minutes of the day"))
    return grouped(dialog, [[("result_stated", tr("Stated result"), result), ("stated_by", tr("Stated by"), source)]])


def rule_group(dialog: FormDialog, motion: Motion) -> Group:
    """Another vote rule than the body's, with the provision it rests on."""
    fraction = LineField(motion.rule_fraction or "", optional=True, hint="2/3")
    base = ChoiceField(choices(RULE_BASES), value=motion.rule_base, optional=True, hint=tr("Those present"))
    citation = LineField(motion.rule_citation, optional=True, hint=tr("Bylaws §9.1"))
    return grouped(
        dialog,
        [[("rule_fraction", tr("Other rule"), fraction), ("rule_base", tr("of"), base)],
         [("rule_citation", tr("Citation of the rule"), citation)]],
    )  # fmt: skip


def people_group(dialog: FormDialog, record: Record, motion: Motion, people: Sequence[tuple[str, str]]) -> Group:
    """Whom the motion is about: members and officers."""
    known = dict(people) | dict(people_choices(record))
    names = PeopleChecks(list(known.items()), motion.subjects, optional=True)
    return grouped(dialog, [[("subjects", tr("About"), names)]])


def pay_group(dialog: FormDialog, motion: Motion) -> Group:
    """Which parts of the pay."""
    parts = PeopleChecks(choices(COMPONENTS), motion.components, optional=True)
    return grouped(dialog, [[("components", tr("Parts of the pay"), parts)]])


def year_group(dialog: FormDialog, motion: Motion) -> Group:
    """The fiscal year the motion is for."""
    year = CountField(motion.fiscal_year, optional=True, least=1900, most=2200)
    return grouped(dialog, [[("fiscal_year", tr("Fiscal year"), year)]])


def minutes_group(dialog: FormDialog, record: Record, meeting: Meeting, motion: Motion) -> Group:
    """Of which meeting the minutes are approved."""
    earlier = [m for m in record.where(Meeting, "body", meeting.body) if m.state in BEGUN and m.starts < meeting.starts]
    earlier.sort(key=lambda m: m.starts, reverse=True)
    field = ChoiceField(
        [(m.id, meeting_name(record, m)) for m in earlier], value=motion.approves_minutes_of, optional=True
    )
    return grouped(dialog, [[("approves_minutes_of", tr("Minutes of"), field)]])


def matter_group(dialog: FormDialog, record: Record, motion: Motion) -> Group:
    """The related-person transaction, or the document, that the motion is about."""
    dealings = [(t.id, t.description or t.counterparty) for t in record.all(RelatedTransaction)]
    documents = [(d.id, f"{d.title} {d.version}".strip()) for d in record.all(Document)]
    return grouped(
        dialog,
        [[("transaction", tr("Transaction"), ChoiceField(dealings, value=motion.transaction, optional=True))],
         [("document", tr("Document"), ChoiceField(documents, value=motion.document, optional=True))]],
    )  # fmt: skip
