"""Examines all papers in a folder side by side, as dropping them on a meeting does."""

import sys
import tempfile
from pathlib import Path

from boarddesk.reports.packet.examiners import examine_all
from boarddesk.reports.packet.verdict import Request

papers = sorted(Path(sys.argv[1]).glob("*.pdf"))
with tempfile.TemporaryDirectory() as folder:
    verdicts = examine_all(
        [
            Request(source=str(path), prepared=str(Path(folder) / f"{n}.pdf"), name=path.name, facts=True)
            for n, path in enumerate(papers)
        ]
    )
assert {verdict.verdict for verdict in verdicts} == {"used"}
