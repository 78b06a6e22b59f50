"""The authority matrix as a document: matter × holder, each authority with its resolution, what is over and why."""

from boarddesk.domain.document_room import SigningMatter
from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
from boarddesk.reports.escape import Escaper
from boarddesk.reports.ruled import Column
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.services.authority import Authority, Force, Matrix, matrix
from boarddesk.services.registers import record_shown
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

LANDSCAPE = Sheet(LETTER.height, LETTER.width)
AT_ONCE = 6
"""So many holders stand side by side; more make a second table."""
LEAD = (
    "Who may sign what for the Company, up to which amount in US dollars, as of the day below. An authority counts "
    "while the resolution or the document that gives it stands as adopted and its holder is in office."
)
EMPTY = "No authority to sign is on record."


def matrix_shown(services: Services) -> Matrix:
    """The matrix of the day shown; while that is today, authorities that begin later are told too."""
    return matrix(record_shown(services), services.day)


def authority_lines(services: Services) -> tuple[Authority, ...]:
    """Every authority as of the day shown, by matter, those in force first."""
    matters, forces = list(SigningMatter), list(Force)
    found = matrix_shown(services).authorities
    return tuple(sorted(found, key=lambda one: (matters.index(one.matter), forces.index(one.force))))


def authority_pdf(services: Services) -> bytes:
    """The matrix as of the day shown; the same record and day give the same bytes."""
    found, company = matrix_shown(services), services.record.company
    day = short_day(services.day)
    report = ListReport(
        company=company.name, title="Authority Matrix", subtitle=f"As of {day}", lead=LEAD, state=f"As of {day}",
        keywords=f"authority matrix; {services.day.isoformat()}", header_right=f"as of {day}",
        parts=(*_tables(found), *_lists(found)),
    )  # fmt: skip
    return list_pdf(report, sheet=LANDSCAPE)


def _tables(found: Matrix) -> list[Part]:
    parts, escaper = [], Escaper()
    for first in range(0, max(1, len(found.holders)), AT_ONCE):
        some = found.holders[first : first + AT_ONCE]
        lines = [(line.matter, line.cells[first : first + AT_ONCE]) for line in found.lines]
        rows = tuple((matter, *(cell or "–" for cell in cells)) for matter, cells in lines if any(cells))
        heads = ["<br/>".join(escaper.sans(words) for words in head if words) for head in some]
        columns = (Column("Matter", 0.24, bold=True), *(Column(head, 0.76 / max(1, len(some))) for head in heads))
        parts.append(Part("" if first == 0 else "Further holders", columns, rows, empty=EMPTY))
    return parts


def _lists(found: Matrix) -> list[Part]:
    shares = (0.2, 0.2, 0.16, 0.3, 0.14)
    parts = []
    for heading, forces, last in (
        ("Each authority and what gives it", (Force.IN_FORCE, Force.UNSUPPORTED), "Since"),
        ("Not yet in force", (Force.AHEAD,), "From"),
        ("No longer in force", (Force.OVER,), "Since"),
    ):
        some = found.of(*forces)
        over = forces == (Force.OVER,)
        heads = ("Matter", "Who", "Up to", "Why" if over else "Under", last)
        columns = tuple(
            Column(head, share, bold=n == 0) for n, (head, share) in enumerate(zip(heads, shares, strict=True))
        )
        rows = tuple((one.what, _who(one), one.cell, _under(one, over=over), short_day(one.start)) for one in some)
        if rows:
            parts.append(Part(heading, columns, rows))
    return parts


def _who(one: Authority) -> str:
    return f"{one.holder} ({one.name})" if one.name else one.holder


def _under(one: Authority, *, over: bool) -> str:
    if over:
        return f"{one.why} It was given by: {one.under}." if one.under else one.why
    return one.under or "No resolution named"
