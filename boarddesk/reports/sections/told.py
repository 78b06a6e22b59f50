"""Findings told once: what is said of several periods or of several subjects stands in one row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from boarddesk.domain.finding import Evidence, Finding, Status
from boarddesk.reports.wording import capital, short_date

EACH = "each of those named"
_FEW = 2
_LASTING = (Status.IN_CURE, Status.IN_PHASE_IN)
"""Statuses that last until one date: the next period's finding is the same one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One row: the first of the findings, with the periods, subjects and evidence of all that say the same."""

    finding: Finding
    periods: tuple[str, ...]
    subjects: tuple[str, ...]
    because: str
    evidence: tuple[Evidence, ...]

    @property
    def subject_words(self) -> str:
        """Whom or what it is about, for a person; empty where it is the company."""
        return ", ".join(self.subjects)

    @property
    def period_words(self) -> str:
        """The periods for a person: "Q3 2026", "Q1–Q3 2026", "FY 2026" or days."""
        numbers = [int(p[-1]) for p in self.periods if p[4:6] == "-Q"]
        years = {p[:4] for p in self.periods}
        if len(numbers) == len(self.periods) > 1 == len(years) and numbers == list(range(numbers[0], numbers[-1] + 1)):
            return f"Q{numbers[0]}–Q{numbers[-1]} {self.periods[0][:4]}"
        return "; ".join(_period(period) for period in self.periods)


def told(findings: Iterable[Finding]) -> list[Told]:
    """The findings in their order, those that say the same as one."""
    return _by_subject(by_period(findings))


def by_period(findings: Iterable[Finding]) -> list[Told]:
    """The findings in their order, one subject’s that say the same of several periods as one."""
    kept: dict[tuple[str, ...], Told] = {}
    for finding in findings:
        lasting = finding.status in _LASTING and finding.due is not None
        said = str(finding.due) if lasting else finding.because
        key = (finding.clause, finding.subject, finding.status, said)
        label = "" if finding.subject == "company" else finding.subject_label
        mine = Told(finding, (finding.period,), (label,) if label else (), finding.because, finding.evidence)
        kept[key] = _joined(kept[key], mine) if key in kept else mine
    return list(kept.values())


def _by_subject(rows: list[Told]) -> list[Told]:
    """Rows that differ in nothing but the name, from three on, as one."""
    said = {row: row.because.replace(row.subjects[0], EACH) for row in rows if row.subjects}
    alike: dict[tuple[str, ...], list[Told]] = {}
    for row, words in said.items():
        f = row.finding
        alike.setdefault((f.clause, f.status, words, *row.periods, str(f.due), f.responsible), []).append(row)
    heads = {group[0]: group for group in alike.values() if len(group) > _FEW}
    gone = {row for group in heads.values() for row in group[1:]}
    out = []
    for row in rows:
        if row in heads:
            names = tuple(other.subjects[0] for other in heads[row])
            whole = reduce(_joined, heads[row])
            out.append(replace(whole, because=capital(said[row]), subjects=names))
        elif row not in gone:
            out.append(row)
    return out


def _joined(before: Told, more: Told) -> Told:
    periods = tuple(dict.fromkeys((*before.periods, *more.periods)))
    return replace(before, periods=periods, evidence=tuple(dict.fromkeys((*before.evidence, *more.evidence))))


def _period(period: str) -> str:
    if "-Q" in period:
        year, _, number = period.partition("-Q")
        return f"Q{number} {year}"
    return f"FY {period[2:]}" if period.startswith("FY") else short_date(date.fromisoformat(period))


def evidence_words(evidence: Sequence[Evidence]) -> str:
    """Every piece of evidence; those that begin or end alike share it: "Determination of 12 Feb 2026: A, B"."""
    labels = list(dict.fromkeys(piece.label for piece in evidence))
    parts = [label.partition(", ") for label in labels]
    heads, tails = Counter(head for head, _, tail in parts if tail), Counter(tail for _, _, tail in parts if tail)
    grouped: dict[str, list[str]] = {}
    for label, (head, _, tail) in zip(labels, parts, strict=True):
        if heads[head] > 1:
            grouped.setdefault(head, []).append(tail)
        elif tails[tail] > 1:
            grouped.setdefault(capital(tail), []).append(head)
        else:
            grouped.setdefault(label, [])
    return "; ".join(f"{shared}: {', '.join(own)}" if own else shared for shared, own in grouped.items())
