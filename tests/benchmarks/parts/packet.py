"""One book of all papers in a folder: ours with everything on, a marked copy of it, or plain concatenation."""

import sys
from pathlib import Path

from plan_of import plan_of

tool, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
if tool == "pypdf":
    from pypdf import PdfWriter

    writer = PdfWriter()
    for path in sorted(folder.glob("*.pdf")):
        writer.append(path)
    writer.write(out)
else:
    from boarddesk.reports.packet.build import build_packet

    build_packet(plan_of(folder, marked=tool == "marked"), out)
