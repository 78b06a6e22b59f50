"""The columns of a meeting's papers, of files about to be taken, and of a paper's versions."""

from boarddesk.services.packet_sketch import PacketSketch
from boarddesk.services.packet_tabs import EntryKind
from boarddesk.services.packet_view import PlanLine
from boarddesk.services.paper_taking import Taking
from boarddesk.services.papers import VersionLine
from boarddesk.services.words import short_day
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import tr


def _particulars(line: PlanLine) -> str:
    return "\n".join(part for part in (line.title, line.presenter, line.file_name, line.note) if part)


def _count(pages: int | None) -> str:
    return "" if not pages else str(pages)


TONES = {
    "recorded": "green",
    "eye-off": "violet",
    "due_soon": "amber",
    "overdue": "orange",
    "judgment_needed": "violet",
}


def plan_columns(book: "BookNumbers") -> tuple[Column[PlanLine], ...]:
    """Tab, title, owner, pages, first page of the book, state; `book` knows the numbers as far as they are known."""

    def quiet(line: PlanLine) -> str:
        return "ink3" if line.expected is not None or line.left_out else "ink"

    def grip(line: PlanLine) -> str:
        return "grip-vertical" if line.place or line.kind is EntryKind.PAGE else ""

    def counted(line: PlanLine) -> str:
        return "ink2" if line.expected is not None else "ink"

    return (
        Column[PlanLine](tr("Tab"), lambda p: p.tab, width=88, icon=grip, tone=quiet),
        Column[PlanLine](tr("Paper"), lambda p: p.title, stretch=True, tooltip=_particulars, tone=quiet),
        Column[PlanLine](tr("Owner"), lambda p: p.owner, width=112, tooltip=lambda p: p.presenter),
        Column[PlanLine](tr("Pages"), book.pages, width=62, align="right", tone=counted),
        Column[PlanLine](tr("From page"), book.first, width=78, align="right", tone=lambda _line: "ink2"),
        Column[PlanLine](
            tr("State"), lambda p: p.state, width=146, mark=lambda p: p.mark, icon=lambda p: p.icon,
            tooltip=lambda p: p.state, tone=lambda p: TONES.get(p.mark or p.icon, "ink2"),
        ),
    )  # fmt: skip


class BookNumbers:
    """The pages of each line and where it begins in the book, as the last sketch has them."""

    def __init__(self) -> None:
        self.sketch: PacketSketch | None = None

    def pages(self, line: PlanLine) -> str:
        """“31”, “6 est.”; empty where it is not known yet."""
        if line.expected is not None:
            return tr("%1 est.").replace("%1", str(line.pages)) if line.pages else "–"
        known = self.sketch.pages.get(line.label) if self.sketch is not None else None
        return _count(line.pages if line.row is not None else known)

    def first(self, line: PlanLine) -> str:
        """The number printed on its first page."""
        return "" if self.sketch is None or line.left_out else self.sketch.first.get(line.label, "–")


def taking_columns(items: dict[str, str]) -> tuple[Column[Taking], ...]:
    """File, title, item by its number, pages, what becomes of it."""
    return (
        Column[Taking](tr("Paper"), lambda t: t.title, stretch=True, tooltip=lambda t: t.read.file.name),
        Column[Taking](tr("Item"), lambda t: items.get(t.item or "", ""), show=lambda n: n or "–", width=48),
        Column[Taking](tr("Pages"), lambda t: t.read.examined.pages, show=_count, width=56, align="right"),
        Column[Taking](
            tr("What becomes of it"), lambda t: taking_state(t)[0], width=188, mark=lambda t: taking_state(t)[1],
            tooltip=lambda t: t.read.refused or t.read.said,
        ),
    )  # fmt: skip


def taking_state(taking: Taking) -> tuple[str, str]:
    """What becomes of a file, and the mark for it."""
    read = taking.read
    if read.examined.asks_password:
        return tr("Asks for a password"), "due_soon"
    if read.refused:
        return tr("Refused"), "missing"
    if not taking.taken:
        return (tr("There already") if taking.there else tr("Left out")), "not_applicable"
    if read.kept:
        return tr("Kept, no pages"), "judgment_needed"
    if read.examined.verdict == "repaired":
        return tr("Repaired"), "judgment_needed"
    if taking.replaces:
        return tr("New version"), "recorded"
    if taking.awaits:
        return tr("Taken, awaited"), "recorded"
    return (tr("Taken, signed"), "judgment_needed") if read.examined.signed else (tr("Taken"), "recorded")


def version_columns() -> tuple[Column[VersionLine], ...]:
    """Number, file, pages, when it came and went."""
    return (
        Column[VersionLine](tr("Version"), lambda v: v.number, width=76, align="right"),
        Column[VersionLine](tr("File"), lambda v: v.file_name, stretch=True, tooltip=lambda v: v.note or v.file_name),
        Column[VersionLine](tr("Pages"), lambda v: v.pages, show=_count, width=56, align="right"),
        Column[VersionLine](tr("Came"), lambda v: v.added_on, show=lambda d: short_day(d) if d else "", width=112),
        Column[VersionLine](tr("State"), _version_state, width=220, mark=lambda v: "" if v.id else "recorded"),
    )


def _version_state(version: VersionLine) -> str:
    if not version.id:
        return tr("In the packet")
    if version.why_not:
        return tr("Disposed of")
    day = version.replaced_on
    return tr("Replaced on %1").replace("%1", short_day(day)) if day else tr("Replaced")
