"""Progress of long work, and the wish to stop it."""

from collections.abc import Callable

import msgspec

from boarddesk.common.errors import Cancelled


class Progress(msgspec.Struct):
    """Told how far long work is; raises `Cancelled` at the next step once a stop was asked for."""

    report: Callable[[int, int, str], None] = msgspec.field(default=lambda _done, _total, _label: None)
    stop_wanted: bool = False

    def step(self, done: int, total: int, label: str = "") -> None:
        """Say that `done` of `total` steps are finished; `label` names the present one."""
        if self.stop_wanted:
            raise Cancelled
        self.report(done, total, label)

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self.stop_wanted = True
