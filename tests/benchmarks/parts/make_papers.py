"""Writes papers of text into a folder: so many files of so many pages."""

import sys
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

folder, files, pages = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
for number in range(files):
    canvas = Canvas(str(folder / f"paper-{number:04}.pdf"), pagesize=letter, invariant=1, pageCompression=1)
    for page in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(48):
            canvas.drawString(
                72, 700 - 13 * line, f"Paper {number}, page {page + 1}, line {line + 1}: the quick brown fox."
            )
        canvas.showPage()
    canvas.save()
