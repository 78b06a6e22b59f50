"""The resolutions proposed under one agenda item, word for word, as a section of a packet."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.resolutions import resolution_lines
from boarddesk.reports.style import LETTER, Sheet, styles


@dataclass(frozen=True, slots=True)
class Proposed:
    """One resolution: its heading, its text a paragraph a line, and what stands under it."""

    heading: str
    text: str
    under: str = ""


def proposed_resolutions_pdf(
    company: str, subtitle: str, proposed: tuple[Proposed, ...], footer: str, *, sheet: Sheet = LETTER
) -> bytes:
    """Pages for a packet, without numbers of their own; nothing here has been adopted, and the lead says so."""
    escaper, s = Escaper(), styles(sheet)
    title = "Proposed resolution" if len(proposed) == 1 else "Proposed resolutions"
    story: list[Flowable] = [
        Overline(escaper.plain(company or "Company not named")),
        Heading(escaper.title(title), s.title, sheet, bookmark=title),
        Text(escaper.title(subtitle), s.subtitle),
        Text(escaper.sans("For the vote at the meeting. Not adopted."), s.lead),
    ]
    for one in proposed:
        story += block_heading(escaper.sans(one.heading), sheet, one.heading) if one.heading else [Spacer(1, 8)]
        story += resolution_lines(escaper.serif, one.text, sheet)
        if one.under:
            story.append(Text(escaper.sans(one.under), s.indented_note))
    story += glyph_note(escaper, s)
    furniture = Furniture(
        title=f"{title}, {subtitle}", author=company, subject=company, keywords="proposed resolutions",
        state=escaper.plain(footer), header=False, numbered=False,
    )  # fmt: skip
    return build(story, furniture, sheet).pdf
