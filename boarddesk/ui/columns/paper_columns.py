"""The columns of a meeting's papers, of files about to be taken, and of a paper's versions."""

from boarddesk.services.paper_taking import Taking
from boarddesk.services.papers import PaperLine, VersionLine
from boarddesk.services.words import short_day
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import tr


def _particulars(paper: PaperLine) -> str:
    return "\n".join(part for part in (paper.title, paper.presenter, paper.file_name, paper.note) if part)


def _count(pages: int | None) -> str:
    return "" if not pages else str(pages)


def paper_columns() -> tuple[Column[PaperLine], ...]:
    """Tab, title, pages, state."""
    return (
        Column[PaperLine](tr("Tab"), lambda p: p.tab, width=58),
        Column[PaperLine](tr("Paper"), lambda p: p.title, stretch=True, tooltip=_particulars),
        Column[PaperLine](tr("Pages"), lambda p: p.pages, show=_count, width=62, align="right"),
        Column[PaperLine](tr("State"), lambda p: p.state, width=206, mark=lambda p: p.mark, tooltip=lambda p: p.state),
    )


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
