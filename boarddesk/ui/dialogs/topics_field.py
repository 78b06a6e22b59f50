"""The topics of a written consent: each with its heading, its kind and its resolution; one more at a press."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.motions import Motion
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import kind_choices, tr


class TopicsField(QWidget):
    """Blocks one below the other; `motions` is what they describe, those without words left out.

    A motion `given` fills the first; what it approves stays tied to it.
    """

    changed = Signal(object)

    def __init__(self, given: Motion | None = None) -> None:
        super().__init__()
        self._given = given
        self.optional = False
        self.blocks: list[tuple[LineField, ChoiceField, TextField]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self.more: Button | None = None
        self.add_topic()
        if given is not None:
            topic, kind, text = self.blocks[0]
            topic.setText(given.topic)
            kind.set_value(given.kind)
            text.setPlainText(given.text)
        self.more = Button(tr("Another topic"), small=True, icon="plus", on_click=self.add_topic)
        self._layout.addLayout(row(self.more, None))
        self.setFocusProxy(self.blocks[0][0])

    def add_topic(self) -> None:
        """One more topic, empty."""
        number = str(len(self.blocks) + 1)
        topic = LineField(optional=True, hint=tr("Appointment of Treasurer"))
        topic.setAccessibleName(tr("Topic %1").replace("%1", number))
        kind = ChoiceField(kind_choices(), value=kind_choices()[0][0])
        kind.setAccessibleName(tr("Kind of topic %1").replace("%1", number))
        text = TextField(lines=4, record=True, hint=tr("RESOLVED, that …"))
        text.setAccessibleName(tr("Resolution of topic %1").replace("%1", number))
        head = row(_labelled(tr("Topic %1").replace("%1", number), topic), _labelled(tr("Kind"), kind), gap=12)
        head.setStretch(0, 3)
        head.setStretch(1, 2)
        self._layout.insertWidget(len(self.blocks), holder(column(head, text, gap=6)))
        self.blocks.append((topic, kind, text))
        for field in (topic, kind):
            field.changed.connect(lambda _value: self.changed.emit(None))
        text.textChanged.connect(lambda: self.changed.emit(None))
        if self.more is not None:
            before: QWidget = self.blocks[-2][2]
            for widget in (topic, kind, text, self.more):
                QWidget.setTabOrder(before, widget)
                before = widget
        if len(self.blocks) > 1:
            topic.setFocus()

    def motions(self, body: str) -> tuple[Motion, ...]:
        """The resolutions as typed, one a topic."""
        return tuple(
            replace(
                self._given if self._given is not None and not place else Motion(id="new", body=body, text=""),
                body=body,
                topic=topic.text().strip(),
                kind=kind.value(),
                text=text.toPlainText().strip(),
            )
            for place, (topic, kind, text) in enumerate(self.blocks)
            if text.toPlainText().strip()
        )

    def problem(self) -> str:
        """What is missing; empty when nothing is."""
        return "" if self.motions("board") else tr("Write what is resolved.")


def _labelled(label: str, widget: QWidget) -> QVBoxLayout:
    shown = Text(label, "small-medium", "ink2")
    shown.setBuddy(widget)
    return column(shown, widget, gap=4)
