"""The figures of law or choice that findings relied on: overrides and what is not confirmed first, then the rest."""

from collections.abc import Iterable, Mapping

from reportlab.platypus import Flowable

from boarddesk.domain.finding import Finding, UsedParameter
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Text
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.judged import DAGGER, Parameter
from boarddesk.reports.style import Sheet, styles
from boarddesk.reports.wording import short_date

CONFIDENCE = {"confirmed": "Confirmed", "partly": "Partly confirmed", "unconfirmed": "Unconfirmed"}
LEAD = (
    "Every figure of law or choice used, with its source and how far it is confirmed. First what the Company set "
    f"itself (Adopted) and what is not fully confirmed ({DAGGER})."
)


def relied_on(
    findings: Iterable[Finding], named: Mapping[str, Parameter], escaper: Escaper, sheet: Sheet
) -> list[Flowable]:
    """A dense table, a row a value; a line that says so where no result relied on any."""
    s = styles(sheet)
    used = {(p.key, p.value): p for finding in reversed(tuple(findings)) for p in finding.parameters}
    if not used:
        return [Text("No result relied on a parameter.", s.lead)]
    rows = []
    for parameter in sorted(
        used.values(), key=lambda p: (p.confidence == "confirmed" and not p.company, p.key, p.value)
    ):
        known = named.get(parameter.key)
        words = parameter.key.replace("_", " ").replace(".", " ").strip()
        name = known.name if known else words[:1].upper() + words[1:]
        dated = short_date(known.as_of) if known and known.as_of else "–"
        texts = (name, parameter.value, parameter.citation or "Not recorded")
        cells = [*(escaper.sans(text) for text in texts), dated, confidence_words(parameter)]
        rows.append([[Text(cell, s.fine_ink)] for cell in cells])
    columns = [
        Column("Parameter", 0.4),
        Column("Value used", 0.12),
        Column("Source", 0.235),
        Column("Checked", 0.115),
        Column("Confidence", 0.13),
    ]
    return [Text(LEAD, s.lead), ruled_table(columns, rows, sheet, padding=1.1)]


def confidence_words(parameter: UsedParameter) -> str:
    """“Confirmed”, “Unconfirmed †”, “Adopted”; markup."""
    words = CONFIDENCE.get(parameter.confidence, parameter.confidence.capitalize())
    if parameter.confidence != "confirmed":
        words = f"<b>{words} {DAGGER}</b>"
    if parameter.company:
        return f"<i>Adopted</i>{f', {words}' if parameter.confidence != 'confirmed' else ''}"
    return words
