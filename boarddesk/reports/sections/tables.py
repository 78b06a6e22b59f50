"""Tables of the compliance report: independence, attendance, the parameters, the method."""

from fractions import Fraction

from reportlab.platypus import Flowable, Table, TableStyle

from boarddesk.domain.attendance import Attendance, AttendanceBook
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Outcome, Questionnaire, Standard
from boarddesk.domain.people import Role
from boarddesk.domain.terms import committee_of_kind, directors_on, holder_of, members_on, name_of
from boarddesk.reports.flowables import Text, section_heading
from boarddesk.reports.marks import MarkedWord, mark_for
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.determinations import by_seat, latest, standing, under_review
from boarddesk.reports.sections.judged import Judged
from boarddesk.reports.sections.relied_on import relied_on
from boarddesk.reports.style import ACCENT, INK, TINT_DARK, WHITE
from boarddesk.reports.templates import template
from boarddesk.reports.wording import long_date, short_date

ATTENDANCE_CLAUSE = "LAW-SK-407b-75"


def independence_section(data: Judged) -> list[Flowable]:
    """Each director's determinations by standard, with their dates, and the questionnaire they rest on."""
    s, record, day = data.styles, data.record, data.day
    out = section_heading("Independence", data.sheet, key="independence", room=300)
    lead = (
        f"Directors in office on {long_date(day)}. Independence is the Board’s own determination, shown with its date; "
        "the bright-line tests of Nasdaq 5605(a)(2) can only rule a director out."
    )
    out.append(Text(lead, s.lead))
    people = standing(data).directors
    if not people:
        return [*out, Text("No director is in office on this date.", s.small)]
    audit = committee_of_kind(record, CommitteeKind.AUDIT, day)
    pay = committee_of_kind(record, CommitteeKind.COMPENSATION, day)
    rows = [
        [
            data.sans(name_of(record, person)),
            _general(data, person),
            _overlay(data, person, Standard.AUDIT, audit),
            _overlay(data, person, Standard.COMPENSATION, pay),
            _questionnaire(data, person),
        ]
        for person in people
    ]
    columns = [
        Column("Director", 0.27, bold=True),
        Column("Determined independent by the Board", 0.27),
        Column("Rule 10A-3 (Audit)", 0.16),
        Column("Rule 10C-1 (Comp.)", 0.16),
        Column("Questionnaire", 0.2),
    ]
    out.append(ruled_table(columns, rows, data.sheet, parted=(1, 2, 4), padding=3.2))
    note = "–: not a member of the committee. Under review: an answer changed after the determination."
    return [*out, Text(note, s.note)]


def _general(data: Judged, person: str) -> str | list[Flowable]:
    decision = latest(data.record, person, Standard.NASDAQ, data.day)
    chief = holder_of(data.record, Role.CEO, data.day) == person
    if decision is None:
        return "No: Chief Executive Officer" if chief else "No determination recorded"
    if decision.outcome is Outcome.NOT_INDEPENDENT:
        why = "Chief Executive Officer" if chief else decision.rationale
        return f"No{f': {data.sans(why)}' if why else ''} ({short_date(decision.decided_on)})"
    if under_review(data, person, decision.decided_on):
        words = f"{short_date(decision.decided_on)}; under review"
        return [MarkedWord(mark_for("judgment_needed", "practice"), words, font="Sans-Semibold")]
    return short_date(decision.decided_on)


def _overlay(data: Judged, person: str, standard: Standard, committee: Committee | None) -> str:
    if committee is None or person not in members_on(data.record, committee.id, data.day):
        return "–"
    decision = latest(data.record, person, standard, data.day)
    if decision is None:
        return "Not recorded"
    made = short_date(decision.decided_on)
    return made if decision.outcome is Outcome.INDEPENDENT else f"No ({made})"


def _questionnaire(data: Judged, person: str) -> str:
    day = data.day
    found = [
        q for q in data.record.where(Questionnaire, "person", person) if (q.sent_on or q.received_on or day) <= day
    ]
    if not found:
        return "None recorded"
    last = max(found, key=lambda q: (q.year, q.received_on or q.sent_on or day, q.id))
    if last.received_on is None or last.received_on > day:
        return f"{last.year}: outstanding"
    note = {True: "; an answer changed", False: "; no change", None: "; not compared"}[last.changed]
    return f"{short_date(last.received_on)}{note}"


def attendance_section(data: Judged) -> list[Flowable]:
    """Attendance per director as Regulation S-K counts it, one combined fraction, with the threshold's mark."""
    s = data.styles
    calendar = FiscalCalendar(data.record.company.fiscal_year_end)
    first, last = calendar.year_starts(data.year), min(data.as_of, calendar.year_ends(data.year))
    out = section_heading("Attendance", data.sheet, key="attendance", room=300)
    lead = (
        f"{long_date(first)} to {long_date(last)}. One combined fraction: meetings of the Board while a director and "
        "of committees while a member. Independent sessions and written consents are not counted."
    )
    out.append(Text(lead, s.lead))
    rows = attendance_rows(data)
    if not rows:
        return [*out, Text("No director was in office in this year.", s.small)]
    threshold = _threshold(data)
    out.append(attendance_table(data, rows, threshold))
    return [*out, *attendance_notes(data, rows)]


def attendance_notes(data: Judged, rows: tuple[Attendance, ...]) -> list[Flowable]:
    """Who is to be named for low attendance, and what was held without a roll."""
    named = [f for f in data.by_clause.get(ATTENDANCE_CLAUSE, ()) if f.status is Status.DISCLOSURE_REQUIRED]
    return [Text(_to_be_named(data, named), data.styles.note), *_without_roll(data, rows)]


def attendance_rows(data: Judged) -> tuple[Attendance, ...]:
    """The year's directors in the order of the roll, those who had left by the report's day last."""
    found = {row.person: row for row in AttendanceBook(data.record, data.as_of).year(data.year)}
    serving = directors_on(data.record, data.day)
    return tuple(found[person] for person in sorted(by_seat(data, tuple(found)), key=lambda p: p not in serving))


def attendance_table(data: Judged, people: tuple[Attendance, ...], threshold: Fraction | None) -> Table:
    """A row per director: each body's fraction, the combined one, per cent, and a bar."""
    bodies = ["board", *(c.id for c in data.record.all(Committee) if any(p.body_count(c.id)[1] for p in people))]
    heads = ["Board", *(_short(data, body) for body in bodies[1:])]
    serving = directors_on(data.record, data.day)
    rows = []
    for person in people:
        name = data.sans(name_of(data.record, person.person)) + ("" if person.person in serving else " (left)")
        counts = [_fraction(*person.body_count(body)) for body in bodies]
        whole = f"<b>{len(person.attended)}/{person.held}</b>" if person.held else "–"
        rows.append([name, *counts, whole, person.percent or "–", [_Share(person.fraction, threshold)]])
    mark = f"{float(threshold) * 100:g}% mark" if threshold is not None else ""
    columns = [
        Column("Director", 0.27, bold=True),
        *(Column(head, 0.44 / max(4, len(heads)), "right") for head in heads),
        Column("Combined", 0.12, "right"),
        Column("Percent", 0.09, "right"),
        Column(mark or "Share", 0.2),
    ]
    return ruled_table(columns, rows, data.sheet, padding=2.4)


def _short(data: Judged, body: str) -> str:
    committee = data.record.find(Committee, body)
    words = {
        CommitteeKind.AUDIT: "Audit",
        CommitteeKind.COMPENSATION: "Comp.",
        CommitteeKind.NOMINATING: "Nom. &amp; Gov.",
    }
    if committee is None:
        return data.sans(body)
    return words.get(committee.kind) or data.sans(committee.name.replace(" Committee", ""))


def _fraction(attended: int, held: int) -> str:
    return f"{attended}/{held}" if held else "–"


def _threshold(data: Judged) -> Fraction | None:
    """The attendance threshold that the findings relied on; None where none was."""
    used = [p for f in data.by_clause.get(ATTENDANCE_CLAUSE, ()) for p in f.parameters]
    for parameter in used:
        text = parameter.value.strip().removesuffix("%").strip()
        try:
            value = Fraction(text)
        except (ValueError, ZeroDivisionError):
            continue
        return value / 100 if value > 1 else value
    return None


def _to_be_named(data: Judged, named: list[Finding]) -> str:
    names = "; ".join(dict.fromkeys(finding.subject_label for finding in named))
    end = FiscalCalendar(data.record.company.fiscal_year_end).year_ends(data.year)
    so_far = f"; the year ends on {long_date(end)}" if data.as_of < end else ""
    who = data.sans(names) if names else "none on these figures"
    return f"Directors to be named for low attendance (S-K 407(b)(1)): {who}{so_far}."


def _without_roll(data: Judged, people: tuple[Attendance, ...]) -> list[Flowable]:
    meetings = {m.id: m for person in people for m in person.no_roll}
    if not meetings:
        return []
    days = ", ".join(short_date(m.day) for m in sorted(meetings.values(), key=lambda m: m.starts))
    return [Text(f"Held, but attendance is not recorded and not counted: {days}.", data.styles.note)]


class _Share(Flowable):  # type: ignore[misc]
    """A bar of one fraction with the threshold's mark."""

    def __init__(self, share: Fraction | None, threshold: Fraction | None) -> None:
        super().__init__()
        self.share, self.threshold = share, threshold

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as its cell."""
        del height
        self.width = width
        return width, 11.5

    def draw(self) -> None:
        """Draw ground, bar and mark."""
        canvas, length = self.canv, self.width
        if self.share is None:
            return
        canvas.setFillColor(TINT_DARK)
        canvas.rect(0, 2.4, length, 6.6, stroke=0, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 2.4, length * float(self.share), 6.6, stroke=0, fill=1)
        if self.threshold is not None:
            x = length * float(self.threshold)
            canvas.setStrokeColor(WHITE)
            canvas.setLineWidth(1.6)
            canvas.line(x, 1.4, x, 10)
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.7)
            canvas.setDash(2, 1)
            canvas.line(x, 1.4, x, 10)
            canvas.setDash()


def parameters_section(data: Judged) -> list[Flowable]:
    """Every figure of law or choice used, with its source, its date and how far it is confirmed."""
    out = section_heading("Parameters relied on", data.sheet, key="parameters", room=160)
    return [*out, *relied_on(data.findings, data.parameters, data.escaper, data.sheet)]


def method_section(data: Judged) -> list[Flowable]:
    """How the results came about, and what the words mean."""
    s = data.styles
    fields = {"as_of": long_date(data.as_of)}
    texts = template("compliance_report")["method"]
    rows = [[Text(name, s.fact), Text(text.format(**fields), s.method)] for name, text in texts.items()]
    table = Table(rows, colWidths=[data.sheet.column, data.sheet.text])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return [*section_heading("Method", data.sheet, key="method"), table]
