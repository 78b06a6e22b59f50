"""Writes papers of text into a folder: so many files of so many pages; "alike" ones share a letterhead and a face."""

import hashlib
import sys
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

folder, files, pages = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
alike = len(sys.argv) > 4
SIDE = 160
folder.mkdir(parents=True, exist_ok=True)


def letterhead() -> ImageReader:
    """A picture of some 75 KiB, the same each time."""
    from PIL import Image

    parts = [hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(SIDE * SIDE * 3 // 32)]
    noise = Image.frombytes("RGB", (SIDE, SIDE), b"".join(parts))
    out = BytesIO()
    noise.save(out, "PNG")
    return ImageReader(BytesIO(out.getvalue()))


face, head = "Helvetica", None
if alike:
    from boarddesk.reports import fonts

    fonts.register()
    face, head = fonts.SANS, letterhead()
for number in range(files):
    canvas = Canvas(str(folder / f"paper-{number:04}.pdf"), pagesize=letter, invariant=1, pageCompression=1)
    for page in range(pages):
        if head is not None:
            canvas.drawImage(head, 72, 730, 30, 30)
        canvas.setFont(face, 10)
        for line in range(48):
            canvas.drawString(
                72, 700 - 13 * line, f"Paper {number}, page {page + 1}, line {line + 1}: the quick brown fox."
            )
        canvas.showPage()
    canvas.save()
