"""Judge the record against the rule books."""

import json
from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, reading
from boarddesk.domain.finding import ADVERSE, UNDECIDED, Finding, Status

ADVERSE_EXIT, UNDECIDED_EXIT = 1, 3


@click.command("check")
@click.argument("file", type=FILE)
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("--from", "since", type=DAY, help="Reach back to that day (default: the fiscal year before).")
@click.option("--book", help="Only that rule book: guidelines, nasdaq, sec, delaware, practice.")
@click.option("--json", "as_json", is_flag=True, help="For programs; its form is documented and stable.")
def command(file: Path, on: date | None, since: date | None, book: str | None, *, as_json: bool) -> int:
    """Judge FILE: which clauses of the guidelines and rules of law are followed, and why.

    Exit 0: nothing adverse and nothing undecided; 1: something adverse (departs, shortfall, overdue, cure
    expired, to be disclosed); 3: nothing adverse, but something cannot be judged or needs judgment.
    """
    with reading(file, on) as services:
        from boarddesk.services.judging import findings_of_book

        findings = findings_of_book(services, since, book)
        if as_json:
            click.echo(json.dumps(document(services.day, services.record.company.name, findings), ensure_ascii=False))
        else:
            _print(findings)
    statuses = {finding.status for finding in findings}
    if statuses & ADVERSE:
        return ADVERSE_EXIT
    return UNDECIDED_EXIT if statuses & UNDECIDED else 0


def document(day: date, company: str, findings: tuple[Finding, ...]) -> dict[str, object]:
    """The contract of `check --json`."""
    return {"as_of": day.isoformat(), "company": company, "findings": [_as_json(finding) for finding in findings]}


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "clause": finding.clause,
        "origin": finding.origin.value,
        "kind": finding.kind.value,
        "subject": finding.subject,
        "period": finding.period,
        "status": finding.status.value,
        "because": finding.because,
        "evidence": [{"kind": e.kind, "id": e.id, "label": e.label} for e in finding.evidence],
        "missing": list(finding.missing),
        "responsible": finding.responsible,
        "due": finding.due.isoformat() if finding.due else None,
        "parameters": [
            {"key": p.key, "value": p.value, "citation": p.citation, "confidence": p.confidence, "company": p.company}
            for p in finding.parameters
        ],
    }


def _print(findings: tuple[Finding, ...]) -> None:
    from boarddesk.services.code_words import status_word

    quiet = {Status.MET, Status.NOT_APPLICABLE, Status.NOT_YET_DUE, Status.INFORMATION, Status.RECORDED}
    for finding in findings:
        if finding.status not in quiet:
            place = f"{finding.clause} · {finding.subject_label or finding.subject} · {finding.period}"
            click.echo(f"{status_word(finding)}: {place}\n    {finding.because}")
            if finding.missing:
                click.echo(f"    Missing: {'; '.join(finding.missing)}")
    shown = sum(1 for finding in findings if finding.status not in quiet)
    click.echo(f"{shown} of {len(findings)} results need attention. Only the data entered was tested.")
