"""One book of all papers in a folder: ours with everything on, or plain concatenation by another library."""

import sys
from pathlib import Path

TABS = 12

tool, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
papers = sorted(folder.glob("*.pdf"))
if tool == "boarddesk":
    from boarddesk.reports.packet.build import build_packet
    from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab

    # As a board's book is: a dozen agenda items, each with its papers.
    groups = [papers[first::TABS] for first in range(min(TABS, len(papers)))]
    tabs = tuple(
        Tab(str(n), f"Matter {n}", tuple(Paper(f"{n}-{k}", path.stem, path) for k, path in enumerate(group, 1)))
        for n, group in enumerate(groups, 1)
    )
    plan = PacketPlan(
        company="Big Books, Inc.",
        title="Board of Directors",
        subtitle="Regular meeting",
        stamp="Big Books Board",
        tabs=tabs,
    )
    build_packet(plan, out)
else:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for path in papers:
        writer.append(path)
    writer.write(out)
