"""Judges the fifty-year company from its first record, and its last years after one note; prints milliseconds."""

import json
import sys
import time
from pathlib import Path

import fifty_years
from msgspec.structs import replace

from boarddesk.domain.asof import as_of
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import built_in
from boarddesk.rules.engine import evaluate, laid_out, rules, span_from
from boarddesk.rules.reads import Watched
from boarddesk.rules.rejudge import Judgment, judgment
from boarddesk.services.workspace import open_company

services = open_company(Path(sys.argv[1]), write=False)
began = time.perf_counter()
count = sum(len(services.record.all(kind)) for kind in TABLES)
loaded = time.perf_counter()
books = built_in()
rules()
ready = time.perf_counter()
spans = {}
for years in (10, 25, 50):
    first = fifty_years.TODAY.replace(year=fifty_years.LAST - years + 1, month=1, day=1)
    times = []
    for _ in range(3):
        record = services.store.record()
        for kind in TABLES:
            record.all(kind)
        start = time.perf_counter()
        found = evaluate(record, fifty_years.TODAY, books, span_from(record, first, fifty_years.TODAY))
        times.append(time.perf_counter() - start)
    spans[years] = (min(times) * 1000, len(found))


def timed(before: Judgment | None, whole: Record) -> tuple[float, Judgment]:
    """The shortest of nine times, with what was judged: as the window does after a command, from the whole record on."""
    times = []
    for _ in range(9):
        start = time.perf_counter()
        found = judgment(whole, laid_out(Watched(as_of(whole, fifty_years.TODAY)), fifty_years.TODAY, books), before)
        times.append(time.perf_counter() - start)
    return min(times) * 1000, found


whole = services.record
alone, first_judged = timed(None, whole)
item = next(row for row in reversed(whole.all(AgendaItem)) if whole.get(Meeting, row.meeting).day <= fifty_years.TODAY)
noted, after = timed(first_judged, whole.changed(put=[replace(item, text="The chair reported.")]))
note = {"all": alone, "noted": noted, "anew": len(after.anew), "clauses": len(after.clauses)}
print(
    json.dumps(
        {"rows": count, "load": (loaded - began) * 1000, "books": (ready - loaded) * 1000, "years": spans, "note": note}
    )
)
