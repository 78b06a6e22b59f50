"""Searches the words of twenty thousand pages, as the search box does; prints milliseconds by what is looked for."""

import hashlib
import json
import random
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services import full_text
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.workspace import Services, new_company, open_company

PAPERS, PAGES, WORDS = 200, 100, 350
REPEATS = 15
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "qui",
    "ro",
    "su",
    "ta",
    "ve",
    "wi",
    "xo",
    "zy",
]
WANTED = {
    "a word on every page": "the",
    "a word of every tenth page": "covenant",
    "a word of one page": "zanzibar",
    "two words": "covenant liquidity",
    "a phrase": "“liquidity covenant of the agreement”",
    "the beginning of a word": "cov",
    "a word that is nowhere": "quetzalcoatl",
}


def pages(chance: random.Random) -> list[str]:
    """Pages of one paper: common words and rare ones, about as often as in prose."""
    vocabulary = ["".join(chance.choice(SYLLABLES) for _ in range(3)) for _ in range(6000)]
    weights = [1 / rank for rank in range(3, 6003)]
    found = []
    for _ in range(PAGES):
        words = chance.choices(["the", "of", "and", *vocabulary], [1.0, 0.6, 0.5, *weights], k=WORDS)
        if chance.random() < 0.1:
            words.insert(chance.randrange(WORDS), "covenant")
        if chance.random() < 0.05:
            words.insert(chance.randrange(WORDS), "liquidity covenant of the agreement")
        found.append(" ".join(["the", *words]))
    return found


def fill(path: Path) -> int:
    """A company whose papers have that many pages; how many."""
    chance = random.Random(20)  # noqa: S311 - the same papers every time
    services = new_company(path, Company(id="company", name="Many Papers, Inc."))
    meeting = Meeting(id="m", body="board", starts=datetime(2026, 10, 22, 9))
    services.bus.do(ImportRecord(Document((meeting,), (), ""), "meeting"))
    for number in range(PAPERS):
        data = b"%%PDF-1.7 paper %d" % number
        paper = Paper(id="new", meeting="m", title=f"Paper {number}", attachment="0" * 64, file_name=f"{number}.pdf")
        services.bus.do(AddPaper(paper, data))
        texts = pages(chance)
        if number == PAPERS // 2:
            texts[7] += " zanzibar"
        full_text.keep_words(services, hashlib.sha256(data).hexdigest(), tuple(texts))
    assert full_text.unread(services) == ()
    services.close()
    return PAPERS * PAGES


def timed(services: Services, words: str) -> tuple[float, float, float, int]:
    """Least, median and most milliseconds to find, and how many places were."""
    full_text.find(services, words)
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        hits = full_text.find(services, words)
        times.append(1000 * (time.perf_counter() - began))
    return min(times), statistics.median(times), max(times), len(hits)


path = Path(sys.argv[1])
count = fill(path)
services = open_company(path)
print(json.dumps({"pages": count, "found": {what: timed(services, words) for what, words in WANTED.items()}}))
services.close()
