"""The pane for one value of the rules: its source, the clauses that depend on it, and every value it had."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Evidence, Origin
from boarddesk.services.rule_settings import AHEAD, IN_FORCE, NOT_USED, ValueLine, dependents, value_history
from boarddesk.services.settings import LISTED_DAYS, ParameterLine
from boarddesk.services.workspace import Services
from boarddesk.ui.board.editing import hold
from boarddesk.ui.columns.parameter_columns import mark_word
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import Chip
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.register_words import tr
from boarddesk.ui.widgets import evidence_list
from boarddesk.ui.widgets.evidence_list import EvidenceList

UNITS = {"fraction": "a share", "percent": "a share", "cents": "US dollars", "choice": "a choice",
         "interval": "months or years", LISTED_DAYS: "days"}  # fmt: skip
CONFIDENCE = {"confirmed": "confirmed", "partly": "partly confirmed", "unconfirmed": "unconfirmed"}
ICONS = {Origin.GUIDELINE: "book-open", Origin.LAW: "scale", Origin.PRACTICE: "lightbulb"}


class RuleInspector(Inspector):
    """`set_wanted` gives the line to be set, `clause` the id of a clause to be seen, `opened` evidence."""

    set_wanted = Signal(object)
    clause = Signal(str)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("The value chosen"), parent=parent)

    def show_line(self, services: Services, line: ParameterLine | None, why: str) -> None:
        """Show a value, or that none is chosen; `why` says why nothing can be set."""
        if line is None:
            self.show_nothing(tr("Choose a value to see where it comes from."))
            return
        self.clear()
        head = self.head(line.title, line.value)
        word = mark_word(line)
        if word:
            head.row(Chip(word, "teal" if line.own else "amber", "pen-line" if line.own else "circle-help"))
        self.section(tr("In force")).facts(self._facts(line))
        self._show_dependents(services, line.key)
        self._show_values(services, line)
        if not line.editable and line.overridable:
            said = tr(
                "Its rule states it. Override it only where the rule has changed or was misread here: every result that"
                " relies on it will say so."
            )
            self.section().say(said, "ink2")
        if line.overridable:
            verb = tr("Override the value…") if line.asks_reason else tr("Set the value…")
            button = Button(verb, on_click=lambda: self.set_wanted.emit(line))
            self.buttons(button)
            hold([button], why)
        else:
            self.section().say(tr("Fixed by its rule: the company cannot set it."), "ink2")

    def _facts(self, line: ParameterLine) -> list[tuple[str, str]]:
        pairs = [
            (tr("Unit"), tr(UNITS.get(line.unit, line.unit))),
            (tr("From"), show_date(line.since) or tr("always")),
            (tr("Source"), line.source),
            (tr("Source is"), tr(CONFIDENCE[line.confidence]) if line.confidence else ""),
            (tr("As of"), show_date(line.as_of)),
            (tr("Why"), line.reason),
        ]
        return [pair for pair in pairs if pair[1]]

    def _show_dependents(self, services: Services, key: str) -> None:
        section = self.section(tr("Clauses that depend on it"))
        found = dependents(services, key)
        if not found:
            section.say(tr("No result of the years judged relied on it."), "ink2")
            return
        pieces = [
            evidence_list.Evidence(each.id, ICONS[each.origin], f"{each.chip}  {each.title}", _relied(each.results))
            for each in found
        ]
        shown = EvidenceList(pieces, name=tr("Clauses that depend on it"))
        shown.activated.connect(lambda clause: self.clause.emit(str(clause)))
        section.add(shown)

    def _show_values(self, services: Services, line: ParameterLine) -> None:
        section = self.section(tr("Values over time"))
        values = value_history(services, line.key)
        if not values:
            section.say(tr("The company has adopted none; nothing is due before it does."), "ink2")
        for value in values:
            since = tr("From %1").replace("%1", show_date(value.since)) if value.since else tr("Always")
            section.say(f"{since}: {value.value}", "ink" if value.state == IN_FORCE else "ink2")
            section.say(_about(value), "ink2", "small")
            if value.motion is not None:
                section.add(motion_link(value.motion, self.opened.emit))


def motion_link(motion: Evidence, call: Callable[[Evidence], object]) -> EvidenceList:
    """A motion of the record that opens where it is."""
    shown = EvidenceList([evidence_list.Evidence(motion.id, "vote", motion.label)], name=tr("Adopted by"))
    shown.activated.connect(lambda _id: call(motion))
    return shown


def _relied(results: int) -> str:
    if not results:
        return ""
    return tr("1 result") if results == 1 else tr("%1 results").replace("%1", str(results))


def _about(value: ValueLine) -> str:
    """“Set by the company: Bylaws §3.7, in force.” and the reason."""
    who = tr("Set by the company") if value.own else tr("Of the rule book")
    state = {IN_FORCE: tr("in force"), AHEAD: tr("ahead"), NOT_USED: tr("not used")}.get(value.state, "")
    parts = [f"{who}: {value.source}" if value.source else who, value.confidence, state]
    said = ", ".join(part[:1].lower() + part[1:] if place else part for place, part in enumerate(parts) if part)
    return f"{said}. {value.reason}".rstrip()
