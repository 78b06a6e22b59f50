"""A board's book of all papers in a folder: a dozen agenda items, each with its papers."""

from pathlib import Path

from boarddesk.reports.packet.plan import PacketPlan, Paper, Passwords, Tab

TABS = 12


def plan_of(folder: Path, *, marked: bool = False) -> PacketPlan:
    """The plan; `marked` is one reader's copy with watermark, foot and password."""
    papers = sorted(folder.glob("*.pdf"))
    groups = [papers[first::TABS] for first in range(min(TABS, len(papers)))]
    tabs = tuple(
        Tab(
            str(n),
            f"Matter {n}",
            tuple(Paper(f"{n}-{k}", path.stem, path) for k, path in enumerate(group, 1)),
            presenter="Lena Ruiz",
        )
        for n, group in enumerate(groups, 1)
    )
    return PacketPlan(
        company="Big Books, Inc.",
        title="Board of Directors",
        subtitle="Regular meeting",
        stamp="Big Books Board",
        tabs=tabs,
        foot="Copy 2 of 11 · Ann Other" if marked else "",
        watermark="Ann Other" if marked else "",
        passwords=Passwords("open sesame") if marked else None,
    )
