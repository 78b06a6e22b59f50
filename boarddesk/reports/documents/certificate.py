"""A secretary's or incumbency certificate: clauses, incumbency, counter-certificate, and annexes word for word."""

from dataclasses import dataclass, field

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, NextPageTemplate, PageBreak, Spacer

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import HashBlock, Heading, Overline, Text, Whole
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.sections.certified_by import Signer, certified_by
from boarddesk.reports.sections.consent_signatures import Rule
from boarddesk.reports.sections.resolutions import resolution_lines
from boarddesk.reports.style import INK, LETTER, Sheet, styles


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: resolutions word for word, or the facts of a document that is attached."""

    letter: str
    title: str
    under: str = ""
    resolutions: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the certificate says; `clauses` are numbered with a word for the rail, the last stands above the table."""

    company: str
    title: str
    subtitle: str
    opening: str
    clauses: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    people: tuple[tuple[str, ...], ...]
    signers: tuple[Signer, ...]
    annexes: tuple[Annex, ...]
    digest: str
    sealed: str
    header_right: str
    keywords: str
    widths: tuple[float, ...] = field(default=())


def certificate_pdf(it: Certificate, *, sheet: Sheet = LETTER) -> bytes:
    """The certificate as PDF: certificate, incumbency and counter-certificate on one page where they fit."""
    escaper, s = Escaper(), styles(sheet)
    story: list[Flowable] = [
        Overline(escaper.plain(it.company or "Company not named")),
        Heading(escaper.title(it.title), s.title, sheet, bookmark=it.title),
        Text(escaper.title(it.subtitle), s.subtitle),
        Rule(sheet),
        Spacer(1, 5),
        Text(escaper.serif(it.opening), s.body, sheet),
    ]
    for number, (rail, words) in enumerate(it.clauses, start=1):
        story.append(Text(escaper.serif(words), s.body, sheet, rail=(f"{number} · {rail}",)))
    if it.people:
        story.append(_incumbency(it, sheet, escaper))
    seal = HashBlock("Record seal", it.digest, [escaper.sans(it.sealed)], sheet)
    story.append(KeepTogether([Spacer(1, 8), certified_by(it.signers, sheet, escaper), seal]))
    story += _annexes(it, sheet, escaper)
    return build(story, _furniture(it, escaper), sheet).pdf


def _incumbency(it: Certificate, sheet: Sheet, escaper: Escaper) -> Flowable:
    specimen = bool(it.columns) and it.columns[-1] == "Specimen signature"
    columns = [
        Column(name, width, bold=not number)
        for number, (name, width) in enumerate(zip(it.columns, it.widths, strict=True))
    ]
    rows = [[escaper.sans(cell) for cell in row] for row in it.people]
    last = len(columns) - 1
    ruled = [("LINEBELOW", (last, 1), (last, -1), 0.8, INK)] if specimen else []
    return ruled_table(columns, rows, sheet, padding=5 if specimen else 2.4, extra=ruled)


def _annexes(it: Certificate, sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    s = styles(sheet)
    close = ParagraphStyle("annex", parent=s.section, spaceBefore=2)
    out: list[Flowable] = []
    for number, annex in enumerate(it.annexes):
        head: list[Flowable] = [
            Overline(f"Annex {annex.letter}", bookmark=f"Annex {annex.letter}: {annex.title}"),
            Heading(escaper.title(annex.title), close, sheet),
        ]
        if annex.under:
            head.append(Text(escaper.sans(annex.under), s.lead))
        if annex.facts:
            facts = [(name, escaper.sans(value)) for name, value in annex.facts]
            head.append(facts_table(facts, sheet))
        out += [NextPageTemplate("later"), PageBreak()] if not number else [Spacer(1, 24), Rule(sheet), Spacer(1, 10)]
        out.append(Whole(head))
        for text in annex.resolutions:
            out += [*resolution_lines(escaper.serif, text, sheet), Spacer(1, 8)]
    return out


def _furniture(it: Certificate, escaper: Escaper) -> Furniture:
    company = escaper.plain(it.company)
    return Furniture(
        title=f"{it.title}, {it.subtitle}",
        author=it.company,
        subject=escaper.plain(it.subtitle),
        keywords=it.keywords,
        header_left=company,
        header_right=it.header_right,
        state=f"Sealed before signature · {it.digest[:8]}",
    )
