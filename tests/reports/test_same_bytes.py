"""The same record gives the same bytes in every process, whatever order Python gives its sets."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PRINT_HASHES = """
import hashlib
from boarddesk.reports.documents.agenda import agenda_pdf
from boarddesk.reports.documents.attendance import attendance_pdf
from boarddesk.reports.documents.clock_calendar import clock_calendar_pdf
from boarddesk.reports.documents.committee_summary import committee_summary_pdf
from boarddesk.reports.documents.committee_table import committee_table_pdf
from boarddesk.reports.documents.compliance_report import compliance_pdf
from boarddesk.reports.documents.minutes import minutes_pdf
from boarddesk.reports.documents.related_persons import related_persons_pdf
from tests.reports.judgments import AS_OF, CLAUSES, PARAMETERS, findings
from tests.reports.records import imported, october

made = [
    minutes_pdf(october(), "b-2026-10"), minutes_pdf(october(approved=False), "is-2026-10"), minutes_pdf(imported(), "mm"),
    agenda_pdf(october(), "b-2026-10"), attendance_pdf(october(), AS_OF, 2026),
    compliance_pdf(october(), AS_OF, 2026, findings(), CLAUSES, parameters=PARAMETERS),
    committee_summary_pdf(october(), AS_OF, 2026, findings(), CLAUSES, parameters=PARAMETERS),
    committee_table_pdf(october(), AS_OF, 2026, findings()), related_persons_pdf(october(), AS_OF, 2026, findings()),
    clock_calendar_pdf(october(), AS_OF, (), (), findings()),
]
print([hashlib.sha256(pdf).hexdigest() for pdf in made])
"""


@pytest.fixture(scope="module")
def hashes() -> list[str]:
    found = []
    for seed in range(6):
        env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(TOP)}
        run = subprocess.run([sys.executable, "-c", PRINT_HASHES], env=env, capture_output=True, text=True, check=True)
        found.append(run.stdout)
    return found


def test_every_process_writes_the_same_bytes(hashes: list[str]) -> None:
    assert len(set(hashes)) == 1
