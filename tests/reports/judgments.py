"""Fictional findings and clauses for the compliance report."""

from datetime import date

from boarddesk.domain.finding import Evidence, Finding, Kind, Origin, Status, UsedParameter
from boarddesk.reports.documents.compliance_report import Clause, Parameter

AS_OF = date(2026, 11, 12)
G, L, P = Origin.GUIDELINE, Origin.LAW, Origin.PRACTICE
CLAUSES = (
    Clause("GL-0.1", "Guidelines adopted by the Board", G, Kind.DECISION, section="Adoption"),
    Clause(
        "GL-1.2", "Board meeting scheduled at least once a quarter", G, Kind.RULE, section="1 · Functions of the Board"
    ),
    Clause("GL-1.3", "Business and finance update each quarter", G, Kind.RULE, section="1 · Functions of the Board"),
    Clause(
        "GL-1.9", "Executive succession reviewed with CEO input", G, Kind.DUTY, section="1 · Functions of the Board"
    ),
    Clause("GL-3.4", "Attendance in person or by telephone", G, Kind.POLICY, section="3 · Meetings"),
    Clause("GL-3.5", "Independent session after each regular meeting", G, Kind.RULE, section="3 · Meetings"),
    Clause("GL-5.2", "All committee members independent", G, Kind.RULE, section="5 · Committees"),
    Clause(
        "LAW-NQ-5605b2", "Regular sessions of independent directors", L, Kind.RULE, "5605(b)(2)", "Nasdaq", "IM-5605-2"
    ),
    Clause("LAW-NQ-5605c-SIZE", "Audit Committee of three members", L, Kind.RULE, "5605(c)(2)(A)", "Nasdaq"),
    Clause("LAW-NQ-5605d-CEOOUT", "CEO absent when his own pay is decided", L, Kind.RULE, "5605(d)(1)", "Nasdaq"),
    Clause("LAW-SK-407b-75", "Directors to be named for attendance below 75%", L, Kind.RULE, "S-K 407(b)(1)", "SEC"),
    Clause("LAW-DE-141b-Q", "Quorum at every action", L, Kind.RULE, "§141(b)", "Delaware (8 Del. C.)"),
    Clause("PR-IND-DET", "Determinations newer than changed answers", P, Kind.RULE, "Practice"),
)
PARAMETERS = {
    "attendance_threshold": Parameter("Attendance threshold", date(2026, 11, 2)),
    "cure_days": Parameter("Cure of one vacancy", date(2026, 2, 23)),
}
_THRESHOLD = UsedParameter("attendance_threshold", "75%", "S-K 407(b)(1)", "confirmed")
_CURE = UsedParameter("cure_days", "next annual meeting or one year", "Nasdaq 5605(c)(4)(B)", "partly")
_INTERVAL = UsedParameter("succession_interval", "every 12 months", "Board, 12 Feb 2026", "confirmed", company=True)


def _finding(clause: str, period: str, status: Status, because: str, **more: object) -> Finding:
    found = next(c for c in CLAUSES if c.id == clause)
    fields = {"subject": "company", "title": found.title} | more
    return Finding(
        clause=clause, origin=found.origin, kind=found.kind, period=period, status=status, because=because, **fields
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    """One year's findings, with a guideline that departs while the law is in cure, and a person's low attendance."""
    out = [
        _finding("GL-0.1", "FY2026", Status.RECORDED, "Adopted on February 12, 2026."),
        _finding("GL-1.9", "FY2026", Status.OVERDUE, "Last completed October 23, 2025; the yearly interval ended.",
                 due=date(2026, 10, 23), responsible="Board", parameters=(_INTERVAL,), remedy="the item on 3 Dec 2026"),
        _finding("GL-3.4", "FY2026", Status.INFORMATION, "Three directors took part by telephone or video."),
        _finding("GL-3.5", "2026-08-13", Status.NOT_MET,
                 "Mr. Ellerbrook, not independent on that date, was one of the nine present throughout.",
                 evidence=(Evidence("meetings", "is-2026-08", "Session attendance (9 present)"),),
                 remedy="none: it cannot be cured for that meeting"),
        _finding("GL-5.2", "2026-Q4", Status.JUDGMENT_NEEDED, "One answer changed after the determination.",
                 subject="nakagawa", subject_label="Ms. Nakagawa-Reyes", missing=("a determination after the answer",)),
        _finding("GL-1.3", "2026-Q3", Status.CANNOT_JUDGE, "Nothing on record shows an update on August 13, 2026.",
                 missing=("the papers of that meeting",)),
        _finding("GL-1.3", "2026-Q4", Status.DUE_SOON, "No update is on an agenda yet.", due=date(2026, 12, 3),
                 responsible="Board"),
        _finding("LAW-NQ-5605b2", "FY2026", Status.MET, "Three sessions; at least two a year are expected."),
        _finding("LAW-NQ-5605c-SIZE", "2026-Q4", Status.IN_CURE, "Two of three since August 14, 2026.",
                 due=date(2027, 5, 13), parameters=(_CURE,), responsible="Nominating and Governance Committee"),
        _finding("LAW-NQ-5605d-CEOOUT", "FY2026", Status.NOT_APPLICABLE, "No vote on his pay yet this year."),
        _finding("LAW-SK-407b-75", "FY2026", Status.DISCLOSURE_REQUIRED, "71.4% (5 of 7), below 75%.",
                 subject="celikbaran", subject_label="Aylin Çelikbaran", parameters=(_THRESHOLD,)),
        _finding("PR-IND-DET", "2026-Q4", Status.JUDGMENT_NEEDED, "A changed answer is newer than the determination.",
                 subject="nakagawa", subject_label="Ms. Nakagawa-Reyes"),
        _finding("PR-IND-DET", "2026-Q1", Status.MET, "No answer has changed since the determination.",
                 subject="nakagawa", subject_label="Ms. Nakagawa-Reyes"),
        _finding("GL-1.2", "2025-Q3", Status.NOT_MET, "Of another year: not printed."),
    ]  # fmt: skip
    for number in (1, 2, 3, 4):
        out.append(_finding("GL-1.2", f"2026-Q{number}", Status.MET, f"Held in quarter {number}."))
        out.append(_finding("LAW-DE-141b-Q", f"2026-Q{number}", Status.MET, "A quorum was present at every action."))
    return tuple(out)
