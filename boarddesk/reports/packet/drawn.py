"""What the packet's own pages share: a flowable drawn at a place, the footer, and why a paper is not in the book."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.pages import Stands
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.style import GRAY, HAIRLINE, INK

CONTENTS_FOOT = 70.0
"""Points from the lower edge that tables keep clear."""


def styled(name: str, font: str, size: float, leading: float, color: object = INK) -> ParagraphStyle:
    """A style of the packet's own pages, where long words break."""
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, textColor=color, splitLongWords=1)


def drop(canvas: Canvas, flowable: Flowable, x: float, top: float, width: float) -> float:
    """Draw a flowable with its upper edge at `top` (from the foot of the page); the height it took."""
    _, height = flowable.wrapOn(canvas, width, top)
    flowable.drawOn(canvas, x, top - height)
    return float(height)


def footer(canvas: Canvas, plan: PacketPlan) -> None:
    """The line at the foot of a house-made page; its number is in the stamp."""
    sheet = plan.sheet
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.4)
    canvas.line(sheet.left, 48, sheet.width - sheet.right, 48)
    canvas.setFont(fonts.SANS, 7.5)
    canvas.setFillColor(GRAY)
    canvas.drawString(sheet.left, 37, fonts.fitted(Escaper().plain(plan.footer), fonts.SANS, 7.5, sheet.measure))


def refusal(escaper: Escaper, stands: Stands) -> str:
    """Why a paper is not in the book, as markup for a line of its own; empty where it is."""
    if stands.withheld or stands.examined is None or stands.examined.verdict != "refused":
        return ""
    why = stands.examined.reason.partition(". ")[0].rstrip(".")
    words = f"refused: {why[:1].lower()}{why[1:]}" if why else "refused"
    return f'<br/><font color="#58616B">{escaper.sans(words)}</font>'
