"""Dealings with related persons for one proxy statement, as Regulation S-K 404(a) asks, and those that are not."""

from collections.abc import Iterable, Mapping
from datetime import date

from reportlab.platypus import Flowable, Spacer

from boarddesk.common.text import money
from boarddesk.domain.finding import RANK, Finding, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.reports.flowables import Text, Whole, section_heading
from boarddesk.reports.frame import build
from boarddesk.reports.marks import MarkedWord, mark_for
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.front import Front, of_year
from boarddesk.reports.sections.judged import Judged, Parameter, judged
from boarddesk.reports.sections.law_apart import finding_words, law_lines
from boarddesk.reports.sections.relied_on import relied_on
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import counted, joined, number_word, sentence, short_date

TITLE = "Related-Person Transactions"
DISCLOSED, POLICY, REVIEWED = "LAW-SK-404a", "LAW-SK-404b", "LAW-NQ-5630"
_OPEN = (Status.CANNOT_JUDGE, Status.JUDGMENT_NEEDED, Status.NOT_RECORDED)
_POLICY = {
    True: "the review policy was followed",
    False: "the review policy was not followed",
    None: "whether the review policy was followed is not recorded",
}
LINE = "related_person_threshold"


def related_persons_pdf(
    record: Record,
    as_of: date,
    year: int,
    findings: Iterable[Finding],
    *,
    parameters: Mapping[str, Parameter] | None = None,
    counsel: bool = False,
    sheet: Sheet = LETTER,
) -> bytes:
    """The report as PDF; `findings` of any clause and year: reviews may have been made in an earlier one."""
    every = tuple(findings)
    ours = [finding for finding in every if finding.clause in (DISCLOSED, POLICY)]
    data = judged(record, as_of, year, ours, (), parameters or {}, sheet, counsel=counsel)
    reviews = {f.subject: f for f in sorted(every, key=lambda f: f.period) if f.clause == REVIEWED}
    front = Front("related", TITLE, of_year(data), "related persons; S-K 404(a)")
    return build(_story(data, front, reviews), front.furniture(data), sheet, later_top=REPORT_TOP).pdf


def _story(data: Judged, front: Front, reviews: Mapping[str, Finding]) -> list[Flowable]:
    s, sheet = data.styles, data.sheet
    judged_ones = {f.subject: f for f in data.by_clause.get(DISCLOSED, ()) if f.subject != "company"}
    rows = sorted(data.record.all(RelatedTransaction), key=lambda row: (row.counterparty, row.id))
    known = [(row, judged_ones[row.id]) for row in rows if row.id in judged_ones]
    known.sort(key=lambda pair: RANK[pair[1].status])
    told = [pair for pair in known if pair[1].status is Status.DISCLOSURE_REQUIRED]
    open_ones = [pair for pair in known if pair[1].status in _OPEN]
    others = [pair for pair in known if pair not in told and pair not in open_ones]
    apart = [row for row in rows if row.id not in judged_ones]
    facts = [
        ("Proxy statement", f"For fiscal year {data.year}"),
        ("Register", f"{counted(len(rows), 'dealing', capital=True)} on record"),
        *_line(data.findings),
    ]
    out = [
        *front.opening(data, facts),
        Text(_headline(len(told), len(open_ones), len(others) + len(apart)), s.headline),
    ]
    for title, found in (("To be disclosed", told), ("Cannot be judged, or calls for judgment", open_ones)):
        if found:
            blocks = [_dealing(data, row, finding, reviews.get(row.id)) for row, finding in found]
            first, *rest = blocks
            out += [Whole([*section_heading(title, sheet, room=0), *first]), *(Whole(block) for block in rest)]
    if others or apart:
        out += section_heading("Not to be disclosed, and why", sheet, room=110)
        out.append(_aside(data, others, apart))
    out += law_lines(data, (DISCLOSED, POLICY))
    out += section_heading("Parameters relied on", sheet)
    return [*out, *relied_on(data.findings, data.parameters, data.escaper, sheet), *glyph_note(data.escaper, s)]


def _headline(told: int, open_ones: int, others: int) -> str:
    parts = [f"{number_word(told) if told else 'none'} {'is' if told < 2 else 'are'} to be disclosed"]
    parts += [
        f"{number_word(open_ones)} cannot be judged or {'calls' if open_ones == 1 else 'call'} for judgment"
    ] * bool(open_ones)
    parts += [f"{number_word(others)} {'is' if others == 1 else 'are'} not"] * bool(others)
    return sentence(f"Of {counted(told + open_ones + others, 'dealing')} on the register, {joined(parts)}")


def _dealing(data: Judged, row: RelatedTransaction, finding: Finding, review: Finding | None) -> list[Flowable]:
    """One dealing with what Item 404(a) asks of it, the result first."""
    facts: list[tuple[str, str]] = [
        ("Related person", _person(data, row)),
        ("Transaction", f"{row.description or 'Not described'}. {_running(row)}"),
        ("Amount", _amount(row)),
        ("Interest", _interest(row)),
        *_debt(row),
        ("Approval", f"{_approval(finding, row)}; {_POLICY[row.policy_followed]}{_not_disinterested(data, row)}"),
        ("Review (5630)", review.because if review else "No review of it is on record in the years judged."),
    ]
    if row.note:
        facts.append(("Note", row.note))
    s = data.styles
    return [
        Text(f"<b>{data.sans(row.counterparty)}</b>", s.clause),
        MarkedWord(mark_for(finding.status, Origin.LAW), size=8.5),
        *finding_words(data, finding),
        Spacer(1, 4),
        facts_table([(name, data.sans(value)) for name, value in facts], data.sheet),
    ]


def _not_disinterested(data: Judged, row: RelatedTransaction) -> str:
    names = joined([name_of(data.record, person) for person in row.interested])
    return f"; not disinterested: {names}" if names else ""


def _line(found: Iterable[Finding]) -> list[tuple[str, str]]:
    """The amount above which a dealing is told, as the findings relied on it."""
    used = {p.value: p.citation for f in found for p in f.parameters if p.key == LINE}
    return [("Line", f"More than {value} ({citation})") for value, citation in used.items()]


def _person(data: Judged, row: RelatedTransaction) -> str:
    """Name and the basis on which the person is related (S-K 404(a)(1))."""
    whose = name_of(data.record, row.person) if row.person else ""
    who = f"{row.related_name}, through {whose}" if row.related_name and whose else row.related_name or whose
    return ". ".join(part for part in (who or "Name not recorded", row.relation or "Relation not recorded") if part)


def _running(row: RelatedTransaction) -> str:
    since = f"From {short_date(row.effective_on)}" if row.effective_on else "Effective day not recorded"
    return f"{since} to {short_date(row.ends_on)}" if row.ends_on else f"{since}; no last day recorded"


def _amount(row: RelatedTransaction) -> str:
    """The aggregate over the dealing's life, and what has been paid (S-K 404(a)(3))."""
    amount = f"{money(row.amount_cents)} over its life" if row.amount_cents is not None else "Not recorded"
    return f"{amount}; {money(row.paid_cents)} paid so far" if row.paid_cents is not None else amount


def _interest(row: RelatedTransaction) -> str:
    """The related person's interest and its amount (S-K 404(a)(2), (4))."""
    value = money(row.interest_cents) if row.interest_cents is not None else "amount of the interest not recorded"
    return f"{row.interest or 'Interest not described'} ({value})"


def _debt(row: RelatedTransaction) -> list[tuple[str, str]]:
    """Of a loan: the largest amount outstanding, the present one, rate and payments (S-K 404(a)(5))."""
    if row.largest_debt_cents is None and row.debt_cents is None and not row.debt_terms:
        return []
    largest = money(row.largest_debt_cents) if row.largest_debt_cents is not None else "not recorded"
    now = money(row.debt_cents) if row.debt_cents is not None else "not recorded"
    return [("Indebtedness", f"Largest {largest}; now {now}; {row.debt_terms or 'rate and payments not recorded'}")]


def _approval(finding: Finding, row: RelatedTransaction) -> str:
    motions = [piece.label for piece in finding.evidence if piece.kind == "motions"]
    if motions:
        return "; ".join(motions)
    return "Recorded as not required" if row.approval_required is False else "No approval is on record"


def _aside(data: Judged, others: list[tuple[RelatedTransaction, Finding]], apart: list[RelatedTransaction]) -> Flowable:
    """Those below the line, with persons not related in the time, or not running in it."""
    starts = FiscalCalendar(data.record.company.fiscal_year_end).year_starts(data.year)
    rows = []
    for row, why in (*((r, f.because) for r, f in others), *((r, _outside(r, starts)) for r in apart)):
        amount = money(row.amount_cents) if row.amount_cents is not None else "Not recorded"
        cells = (row.counterparty, _person(data, row), amount, why)
        rows.append([data.sans(text) for text in cells])
    columns = [
        Column("Dealing with", 0.22, bold=True),
        Column("Related person", 0.28),
        Column("Amount", 0.13, "right"),
        Column("Why", 0.37),
    ]
    return ruled_table(columns, rows, data.sheet, padding=2.4)


def _outside(row: RelatedTransaction, starts: date) -> str:
    if row.ends_on is not None and row.ends_on < starts:
        return f"It ended on {short_date(row.ends_on)}, before the fiscal year that this proxy statement reports on."
    return "It was not running, begun or proposed in the time that this proxy statement reports on."
