"""Set the authorized number of directors from a day on."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import MotionKind
from boarddesk.domain.terms import authorized_size
from boarddesk.services.commands.set_board_size import SetBoardSize
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import CountField, DateField, LineField
from boarddesk.ui.register_words import tr


class BoardSizeDialog(RegisterDialog):
    """The whole board, vacancies included: quorum is taken of it (8 Del. C. §141(b))."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Set the board’s size"),
            tr("Set the size"),
            tr("Leave as is"),
            says=tr("The quorum is taken of the whole board, vacant seats included."),
            parent=parent,
        )
        self.size_field = CountField(authorized_size(self.record, services.day), least=1, most=99)
        self.start = DateField(services.day)
        self.beside((tr("Directors"), self.size_field), (tr("From"), self.start))
        self.source = self.field(tr("Set by"), LineField(optional=True, hint=tr("Bylaws, section 3.1")))
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.SET_BOARD_SIZE)

    def command(self) -> SetBoardSize:
        """The size that the form describes."""
        size, start = self.size_field.count(), self.start.date()
        return SetBoardSize(size, start, self.motion.value(), self.source.text())  # type: ignore[arg-type]

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> SetBoardSize | None:
        """The command the user confirmed, or None."""
        return cls(services, parent).asked()  # type: ignore[no-any-return]
