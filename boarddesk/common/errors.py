"""What a user may be told: refusals and faults, each in one clear sentence."""

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong with an input: what, where (file, row, field), and what to do about it."""

    what: str
    where: str = ""
    what_to_do: str = ""

    def sentence(self) -> str:
        """The fault as one line: place first, then what is so, then what to do."""
        place = f"{self.where}: " if self.where else ""
        return " ".join(part for part in (f"{place}{self.what}", self.what_to_do) if part)


class UserError(Exception):
    """A refusal that the user can act on; never a bug.

    `code` is short and stable (tests and dialogs read it); `faults` lists every fault found when an
    input holds several.
    """

    def __init__(
        self,
        what: str,
        where: str = "",
        what_to_do: str = "",
        *,
        code: str = "refused",
        faults: tuple[Fault, ...] = (),
    ) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.what_to_do = what_to_do
        self.code = code
        self.faults = faults

    def sentence(self) -> str:
        """What, where and what to do, as one line."""
        return Fault(self.what, self.where, self.what_to_do).sentence()

    def rest(self) -> str:
        """Where and what to do, as sentences, for a place that shows `what` apart."""
        where = f"{self.where.rstrip('.')}." if self.where else ""
        return " ".join(part for part in (where, self.what_to_do) if part)

    def __str__(self) -> str:
        return self.sentence()


class Cancelled(Exception):  # noqa: N818 - a wish of the user's, not an error
    """Long work was stopped at the user's wish; nothing was left half done."""
