"""Reading one year's findings back from a printed compliance report, to be held against those of the command line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from boarddesk.domain.finding import RANK, Origin, Status
from boarddesk.services.clauses import clause_of
from boarddesk.services.code_words import status_word_for

Row = Mapping[str, Any]
"""One finding of `check --json`, with the label of its subject."""
FURNITURE = re.compile(
    r"As of \d+ \w+ \d{4} · findings [0-9a-f]{8} Page \d+ of \d+ (?:Larkfield Systems, Inc\. · Governance Compliance "
    r"Report FY \d+ as of \d+ \w+ \d{4} )?"
)
DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b")
QUIET = {
    "met", "recorded", "information", "not_yet_due", "not_applicable", "exempt", "exception_relied_on", "in_phase_in",
}  # fmt: skip


def short(day: str) -> str:
    """“16 Nov 2026” from an ISO date."""
    found = date.fromisoformat(day)
    return f"{found.day} {found:%b} {found.year}"


def span(period: str) -> str:
    """“Q3 2026”, “FY 2026” or “12 Nov 2026”."""
    if period.startswith("FY"):
        return f"FY {period[2:]}"
    year, _, number = period.partition("-Q")
    return f"Q{number} {year}" if number else short(period)


def word(row: Row) -> str:
    """The word of its status in the window and in the report."""
    return status_word_for(Status(row["status"]), Origin(row["origin"]))


class Printed:
    """The text of a report, cut into its first page, its findings, its dates ahead, and its clauses."""

    def __init__(self, pages: Sequence[str], rows: Iterable[Row]) -> None:
        plain = " ".join(" ".join(page.replace("\u00a0", " ").split()) for page in pages)
        self.text = FURNITURE.sub("", plain)
        start = self.text.rindex("Clause detail Where no period is named")
        self.findings = self.text[self.text.index("Findings Most urgent first") : start]
        self._detail = self.text[start : self.text.rindex("Parameters relied on Every figure")]
        self._labels = {clause: self._label(clause) for clause in {row["clause"] for row in rows}}

    def _label(self, clause: str) -> str:
        found = clause_of(clause)
        assert found is not None, clause
        pattern = re.compile(rf"{re.escape(found.chip)}(?: †)? · {re.escape(found.title)}")
        labels = set(pattern.findall(self._detail))
        return labels.pop() if len(labels) == 1 else ""

    def block(self, clause: str) -> str:
        """What is printed under a clause in the detail, its name taken out; empty where it is not there."""
        label = self._labels[clause]
        if not label:
            return ""
        start = self._detail.index(label)
        others = [self._detail.find(other, start + 1) for other in self._labels.values() if other and other != label]
        end = min((place for place in others if place > 0), default=len(self._detail))
        return " ".join(self._detail[start:end].replace(label, " ").split())

    def counted(self) -> int:
        """How many findings the report says that it covers."""
        found = re.search(r"Covers the ([\d,]+) findings", self.text)
        return int(found[1].replace(",", "")) if found else -1


def disagreements(rows: Sequence[Row], printed: Printed) -> Iterator[str]:
    """Every finding of the command line that the report does not print as it is, in words."""
    if printed.counted() != len(rows):
        yield f"The report covers {printed.counted()} findings, there are {len(rows)}."
    by_clause: dict[str, list[Row]] = {}
    for row in rows:
        by_clause.setdefault(row["clause"], []).append(row)
    for clause, mine in by_clause.items():
        bodies = _bodies(printed.block(clause), mine)
        for row in mine:
            alike = [other for other in mine if other["status"] == row["status"]]
            body = bodies.get(row["status"], "")
            right = _quiet(row, alike, body) if row["status"] in QUIET else _urgent(row, alike, body, printed.findings)
            if not right:
                yield f"{clause}, {row['subject']}, {row['period']}: {word(row)}: {row['because']}"


def _bodies(block: str, rows: Sequence[Row]) -> dict[str, str]:
    """The text of each status of a clause: its word stands before it, the most urgent first."""
    places: list[tuple[str, int, int]] = []
    at = 0
    for row in sorted({r["status"]: r for r in rows}.values(), key=lambda r: RANK[Status(r["status"])]):
        found = re.compile(rf"\b{re.escape(word(row))}(?: found)?\b").search(block, at)
        if found is None:
            return {}
        places.append((row["status"], found.start(), found.end()))
        at = found.end()
    if places and block[: places[0][1]].strip():
        return {}
    ends = [start for _status, start, _end in places[1:]] + [len(block)]
    return {status: block[begin:end] for (status, _start, begin), end in zip(places, ends, strict=True)}


def _quiet(row: Row, alike: Sequence[Row], body: str) -> bool:
    said = row["because"]
    due = not row["due"] or short(row["due"]) in body
    if said in body:
        named = not row["label"] or row["label"].casefold() in body.casefold()
        return due and named and any(_period_is_said(row, near) for near in _near(said, row["label"], body))
    return due and any(_is_alike(row, other, body) for other in alike if other["because"] in body)


def _near(said: str, label: str, body: str) -> Iterator[str]:
    """A sentence wherever it stands, with what is said of its period and subject before it."""
    for found in re.finditer(re.escape(said), body):
        head = body[max(0, found.start() - 30 - len(label)) : found.start()]
        yield f"{head.rpartition('. ')[2]}{said}"


def _period_is_said(row: Row, text: str) -> bool:
    return row["period"].startswith("FY") or span(row["period"]) in text or _within(row["period"], text)


def _within(period: str, body: str) -> bool:
    """Whether a span of quarters such as “Q1–Q3 2026” holds a quarter."""
    year, _, number = period.partition("-Q")
    spans = re.findall(rf"Q(\d)–Q(\d) {year}", body)
    return bool(number) and any(int(first) <= int(number) <= int(last) for first, last in spans)


def _is_alike(row: Row, told: Row, body: str) -> bool:
    """Whether a finding is the one told in full, with the name and the days given after “Alike”."""
    mine = row["because"].replace(row["label"] or "\0", "\1")
    full = told["because"].replace(told["label"] or "\0", "\1")
    days, given = DAY.findall(mine), DAY.findall(full)
    if DAY.sub("\2", mine) != DAY.sub("\2", full):
        return False
    name = row["label"] or span(row["period"])
    others = body[body.index(told["because"]) :].partition("Alike: ")[2]
    entry = re.search(rf"(?:^|; ){re.escape(name)}(?:, ([^;(]*?))?(?: \(([^)]*)\))?(?=[;.])", others)
    if entry is None:
        return not row["label"] and _within(row["period"], others)
    moved = [day for day, old in zip(days, given, strict=True) if day != old]
    head = next(_near(told["because"], told["label"], body))
    period = f"{name} {entry[1]}" if entry[1] or DAY.search(name) else f"{name} {head}"
    return _period_is_said(row, period) and all(day in (entry[2] or "") or day in name for day in moved)


def _urgent(row: Row, alike: Sequence[Row], body: str, findings: str) -> bool:
    """Told under Findings or Dates ahead, and its clause says so with whom and when."""
    label, said = row["label"], row["because"]
    each = said.replace(label, "each of those named") if label else said
    each = each[:1].upper() + each[1:]
    # One cure period is one finding over its quarters, told with the sentence of the first.
    lasting = [other["because"] for other in alike if (row["status"], row["due"]) == ("in_cure", other["due"])]
    told = any(text in findings for text in (said, each, *lasting))
    due = not row["due"] or short(row["due"]) in findings
    where = "see Findings" in body or "see Dates ahead" in body
    named = not label or label in body
    return told and due and where and named and _period_is_said(row, body)
