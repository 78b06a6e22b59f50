"""Reading a PDF back: text, fonts, bookmarks."""

import io

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, as a reader's software finds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        out = []
        for page in document:
            text = page.get_textpage()
            out.append(text.get_text_range().replace("\r\n", "\n"))
            text.close()
            page.close()
        return out
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """The whole text, pages parted by a line."""
    return "\n\n=== page ===\n".join(pages_of(pdf)) + "\n"


def flat(pdf: bytes) -> str:
    """The whole text on one line with plain spaces, for searching across line ends."""
    return " ".join("\n".join(pages_of(pdf)).replace("\u00a0", " ").split())


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Every font by name, and whether it is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for obj in document.objects:
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font":
                descriptor = obj.get("/FontDescriptor")
                found[str(obj.BaseFont)] = descriptor is not None and "/FontFile2" in descriptor
    return found


def bookmarks_of(pdf: bytes) -> list[str]:
    """The titles of the outline in order, levels by indent."""
    titles: list[str] = []

    def walk(items: list[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            titles.append("  " * depth + item.title)
            walk(list(item.children), depth + 1)

    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        walk(list(outline.root), 0)
    return titles


def metadata_of(pdf: bytes) -> dict[str, str]:
    """Title, author and the like, with the language and the viewer's wishes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {str(key): str(value) for key, value in document.docinfo.items()}
        found["/Lang"] = str(document.Root.Lang)
        found["/DisplayDocTitle"] = str(document.Root.ViewerPreferences.DisplayDocTitle)
        found["/PageMode"] = str(document.Root.PageMode)
        return found


def sizes_of(pdf: bytes) -> set[tuple[int, int]]:
    """The page sizes in whole points."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {(round(float(p.MediaBox[2])), round(float(p.MediaBox[3]))) for p in document.pages}


def headings_alone(pdf: bytes, room: float = 30.0) -> list[str]:
    """The bookmarked headings below which nothing of `room` points or lower stands on their page's body."""
    document = pypdfium2.PdfDocument(pdf)
    alone = []
    try:
        for mark in document.get_toc():
            place = mark.get_dest()
            text = document[place.get_index()].get_textpage()
            top = place.get_view()[1][1]
            lows = [text.get_rect(n)[1] for n in range(text.count_rects())]
            if not any(60 < low < top - room for low in lows):
                alone.append(mark.get_title())
    finally:
        document.close()
    return alone
