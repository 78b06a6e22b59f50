"""One book of all papers in a folder: ours with everything on, or plain concatenation by another library."""

import sys
from pathlib import Path

tool, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
papers = sorted(folder.glob("*.pdf"))
if tool == "boarddesk":
    from boarddesk.reports.packet.build import build_packet
    from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab

    tabs = tuple(Tab(str(n), f"Matter {n}", (Paper(f"{n}-A", path.stem, path),)) for n, path in enumerate(papers, 1))
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
