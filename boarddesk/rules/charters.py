"""What committee charters set out: the parts somebody found in them (Nasdaq 5605(c)(1), (d)(1), (e)(2); GL-5.5)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.documents import CharterPart, Document, DocumentKind
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.rules.case import Case, Period
from boarddesk.rules.judge import Judge
from boarddesk.rules.words import listed, on

SMALLER = "smaller_reporting_company"

PARTS = {
    CharterPart.PURPOSE: "the committee's purpose",
    CharterPart.RESPONSIBILITIES: "its responsibilities",
    CharterPart.PROCESS: "how it carries out its duties",
    CharterPart.STRUCTURE: "its structure and membership",
    CharterPart.QUALIFICATIONS: "the qualifications of its members",
    CharterPart.AUDITOR_INDEPENDENCE: "its duties on the auditor's independence",
    CharterPart.POWERS: "its powers under Rule 10A-3(b)",
    CharterPart.PAY_AUTHORITY: "that it determines or recommends executive officers' pay",
    CharterPart.CEO_ABSENT: "that the CEO is absent from voting and deliberation on the CEO's own pay",
    CharterPart.ADVISERS: "its authority over advisers",
    CharterPart.NOMINATIONS: "the nominations process",
    CharterPart.REASSESSMENT: "its yearly reassessment",
}
AUDIT_PARTS = (
    CharterPart.PURPOSE,
    CharterPart.RESPONSIBILITIES,
    CharterPart.PROCESS,
    CharterPart.STRUCTURE,
    CharterPart.AUDITOR_INDEPENDENCE,
    CharterPart.POWERS,
)
COMPENSATION_PARTS = (
    CharterPart.RESPONSIBILITIES,
    CharterPart.PROCESS,
    CharterPart.STRUCTURE,
    CharterPart.PAY_AUTHORITY,
    CharterPart.CEO_ABSENT,
    CharterPart.ADVISERS,
)


class CharterVerdict(NamedTuple):
    """What a committee's charter comes to over a period: `words` is one sentence without its full stop."""

    status: Status
    words: str
    rows: tuple[Document, ...] = ()
    missing: tuple[str, ...] = ()


def charters(case: Case, committee: Committee) -> list[Document]:
    """Every version of a committee's charter on record, in order of time."""
    found = [d for d in case.record.where(Document, "committee", committee.id)
             if d.kind is DocumentKind.COMMITTEE_CHARTER]  # fmt: skip
    return sorted(found, key=lambda d: (d.effective_from or date.min, d.id))


def versions(case: Case, committee: Committee, period: Period) -> list[tuple[date, Document | None]]:
    """The charter in force over a period: each stretch by its first day, None where none was."""
    found = charters(case, committee)
    first = max(period.first, committee.start)
    edges = {day for d in found for day in (d.effective_from, d.effective_to) if day and first < day <= period.cut}
    stretches: list[tuple[date, Document | None]] = []
    for day in (first, *sorted(edges)):
        current = next((d for d in reversed(found) if d.in_force_on(day)), None)
        if not stretches or stretches[-1][1] is not current:
            stretches.append((day, current))
    return stretches


def charter_verdict(
    case: Case, committee: Committee, period: Period, wanted: tuple[CharterPart, ...]
) -> CharterVerdict:
    """Whether the charter in force set out the wanted parts, by the worst of a period."""
    found = charters(case, committee)
    name = committee.name
    if not found:
        words = f"No charter of the {name} is on record"
        return CharterVerdict(Status.CANNOT_JUDGE, words, missing=(f"charter of the {name}",))
    verdicts = [_version(case, committee, day, version, wanted) for day, version in versions(case, committee, period)]
    return min(verdicts, key=lambda verdict: WORST_FIRST.index(verdict.status))


def _version(
    case: Case, committee: Committee, day: date, charter: Document | None, wanted: tuple[CharterPart, ...]
) -> CharterVerdict:
    name = committee.name
    if charter is None:
        found = tuple(charters(case, committee))
        gaps = tuple(f"day from which {d.title} is in force" for d in found if d.effective_from is None)
        words = f"No charter of the {name} was in force on {on(day)}"
        words = f"Whether a charter of the {name} was in force on {on(day)} is not on record" if gaps else words
        return CharterVerdict(Status.CANNOT_JUDGE if gaps else Status.NOT_MET, words, found, gaps)
    said = f"The charter of the {name} in force since {on(charter.effective_from or day)}"
    if not charter.parts:
        words = f"{said} has not been looked through for what it sets out"
        gap = f"the parts that the charter of the {name} holds"
        return CharterVerdict(Status.CANNOT_JUDGE, words, (charter,), (gap,))
    lacking = [PARTS[part] for part in wanted if part not in charter.parts]
    if lacking:
        return CharterVerdict(Status.NOT_MET, f"{said} does not set out {_or(lacking)}", (charter,))
    return CharterVerdict(Status.MET, f"{said} sets out {listed(PARTS[part] for part in wanted)}", (charter,))


def _or(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if words[1:] else words[0]


def charter_findings(
    case: Case, judge: Judge, kind: CommitteeKind, wanted: tuple[CharterPart, ...]
) -> Iterator[Finding]:
    """One finding a year on the charter of the committee of a kind."""
    for year in case.years:
        if year.ahead:
            continue
        committee = case.committee(kind, year.cut)
        if committee is None:
            name = case.body(kind, year.cut)
            because = f"No {name} is on record for {year.label}."
            yield judge.find(Status.CANNOT_JUDGE, because, year, missing=(f"the {name} and its charter",))
            continue
        found = charter_verdict(case, committee, year, wanted)
        lacking = found.status in (Status.NOT_MET, Status.CANNOT_JUDGE) and kind is CommitteeKind.COMPENSATION
        size = (judge.value(SMALLER, year.cut),) if lacking else ()
        if any(value.yes for value in size):
            because = f"{found.words}; for a smaller reporting company a resolution of the Board may serve instead."
            yield judge.find(
                Status.JUDGMENT_NEEDED, because, year, committee, evidence=found.rows, relied=size,
                remedy=f"A charter of the {committee.name}, or a resolution that says the same.",
            )  # fmt: skip
            continue
        remedy = f"A charter of the {committee.name} with these parts, adopted by the Board."
        yield judge.find(
            found.status, f"{found.words}.", year, committee, evidence=(committee, *found.rows), missing=found.missing,
            remedy=remedy if found.status is Status.NOT_MET else "", relied=size,
        )  # fmt: skip
