"""Judges the fifty-year company from its first record; prints the milliseconds after load."""

import json
import sys
import time
from pathlib import Path

import fifty_years

from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import built_in
from boarddesk.rules.engine import evaluate, rules, span_from
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
print(json.dumps({"rows": count, "load": (loaded - began) * 1000, "books": (ready - loaded) * 1000, "years": spans}))
