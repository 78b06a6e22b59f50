"""The columns of committees: those of the Board page and those of the register."""

from boarddesk.services.committees import CommitteeLine, MemberLine, Verdict
from boarddesk.services.register_lines import CommitteeEntry
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.status import status_mark
from boarddesk.ui.register_words import tr


def verdict_word(verdict: Verdict | None) -> str:
    """A result in words; a dash where no rule judges."""
    if verdict is None:
        return "–"
    return verdict.word or status_mark(verdict.status, verdict.origin).word


def _mark(verdict: Verdict | None) -> tuple[str, str] | None:
    return (verdict.status, verdict.origin) if verdict else None


def _tone(verdict: Verdict | None) -> str:
    return status_mark(verdict.status, verdict.origin).hue if verdict else "ink3"


def committee_columns() -> tuple[Column[CommitteeLine], ...]:
    """Committee, members, size, and what guideline and law say of it, apart."""
    return (
        Column[CommitteeLine]("", lambda line: line.letter, look="token", width=30),
        Column[CommitteeLine](tr("Committee"), lambda line: line.name, width=108, role="medium",
                              tooltip=lambda line: line.name),
        Column[CommitteeLine](tr("Members"), lambda line: line.members, width=240, stretch=True, role="small",
                              tone=lambda _line: "ink2", tooltip=lambda line: line.members),
        Column[CommitteeLine](tr("Size"), lambda line: line.size, width=84),
        Column[CommitteeLine](
            tr("Guideline"), lambda line: verdict_word(line.guideline), width=112, role="medium",
            mark=lambda line: _mark(line.guideline), tone=lambda line: _tone(line.guideline),
            tooltip=lambda line: line.guideline.because if line.guideline else tr("No guideline was judged."),
        ),
        Column[CommitteeLine](
            tr("Law"), lambda line: verdict_word(line.law), width=190, role="medium",
            mark=lambda line: _mark(line.law), tone=lambda line: _tone(line.law),
            tooltip=lambda line: line.law.because if line.law else tr("No rule of law names a number here."),
        ),
    )  # fmt: skip


def member_columns() -> tuple[Column[MemberLine], ...]:
    """Who serves, as what, since when, and whether independent."""
    return (
        Column[MemberLine](tr("Name"), lambda line: line.name, width=220, role="medium", stretch=True,
                           tone=lambda line: "ink" if line.person else "ink3"),
        Column[MemberLine](tr("Place"), lambda line: line.place, width=90),
        Column[MemberLine](tr("Since"), lambda line: line.since, show=show_date, align="right", width=110),
        Column[MemberLine](tr("On the board"), lambda line: line.class_, width=110),
        Column[MemberLine](
            tr("Independence"), lambda line: line.status_word, width=212, role="medium",
            mark=lambda line: line.status or None,
            tone=lambda line: status_mark(line.status).hue if line.status else "ink3",
        ),
    )  # fmt: skip


def committee_entry_columns() -> tuple[Column[CommitteeEntry], ...]:
    """The register of committees: name, chair, members, in being from and until."""
    return (
        Column[CommitteeEntry]("", lambda line: line.letter, look="token", width=34),
        Column[CommitteeEntry](tr("Committee"), lambda line: line.name, width=260, role="medium", stretch=True),
        Column[CommitteeEntry](
            tr("Standing"), lambda line: line.standing, show=lambda yes: tr("Yes") if yes else "", width=90
        ),
        Column[CommitteeEntry](tr("Chair"), lambda line: line.chair, width=170),
        Column[CommitteeEntry](tr("Members"), lambda line: line.members, align="right", width=80),
        Column[CommitteeEntry](tr("From"), lambda line: line.start, show=show_date, align="right", width=110),
        Column[CommitteeEntry](tr("Until"), lambda line: line.end, show=show_date, align="right", width=110),
    )
