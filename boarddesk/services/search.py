"""One question to the whole record: people, meetings, motions, clauses, documents."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence, Finding
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.terms import body_name
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

LIMIT = 40
OF_A_KIND = 4
FEW_TEXTS = 4
LEAST_LETTERS = 3
"""Fewer letters find too much among all words."""
SHOWN_TEXT = 120


class Hit(msgspec.Struct, frozen=True):
    """One thing found: what kind it is, words for a person, and what it leads to.

    `kind` is person, meeting, motion, clause, document, page, command, text (a place whose words hold the
    question) or words (all such places); `target` is the evidence of a row, a clause's id, the question, or
    what the window itself put there.
    """

    kind: str
    title: str
    detail: str
    target: Any


class SearchIndex:
    """The searchable words of one open file, made anew when its record has changed."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._record: Record | None = None
        self._entries: list[tuple[str, Hit]] = []

    def found(self, text: str, also: Iterable[Hit] = (), limit: int = LIMIT, *, texts: bool = False) -> tuple[Hit, ...]:
        """What holds every word of `text`, accents and case aside; titles that begin with it come first.

        With `texts`, places in minutes, motions and papers that hold the words follow, and one hit for all of them.
        """
        words = plain(text).split()
        if not words:
            return ()
        if self._record is not self._services.shown:
            self._record = self._services.shown
            self._entries = [(_folded(hit), hit) for hit in _hits(self._record, self._services.findings())]
        entries = [*((_folded(hit), hit) for hit in also), *self._entries]
        hits = [(entry, hit) for entry, hit in entries if all(word in entry for word in words)]
        hits.sort(key=lambda pair: (not pair[0].startswith(words[0]), words[0] not in plain(pair[1].title)))
        found = _mixed([hit for _entry, hit in hits], limit)
        return (*found, *self._in_texts(text, found)) if texts and len(text.strip()) >= LEAST_LETTERS else found

    def _in_texts(self, text: str, there: Iterable[Hit]) -> Iterator[Hit]:
        """Places whose words hold the question, as far as they are not among the hits already."""
        from boarddesk.services import full_text

        named = {(hit.target.kind, hit.target.id) for hit in there if isinstance(hit.target, Evidence)}
        places = full_text.find(self._services, text)
        fresh = [place for place in places if (place.evidence.kind, place.evidence.id) not in named]
        for place in fresh[:FEW_TEXTS]:
            said = " ".join(place.snippet.replace(full_text.MARK, "").split())
            title = f"{place.title}, page {place.page}" if place.page else place.title
            yield Hit("text", f"{title}: {said}"[:SHOWN_TEXT], place.where, place.evidence)
        if len(fresh) > FEW_TEXTS:
            yield Hit("words", f"All places that hold “{text.strip()}”", "Ctrl+Shift+F", text.strip())


def _mixed(hits: list[Hit], limit: int) -> tuple[Hit, ...]:
    """The first few of each kind before more of any, so that meetings do not crowd out the rest."""
    counts: Counter[str] = Counter()
    first: list[Hit] = []
    more: list[Hit] = []
    for hit in hits:
        counts[hit.kind] += 1
        (first if counts[hit.kind] <= OF_A_KIND else more).append(hit)
    return (*first, *more)[:limit]


def _folded(hit: Hit) -> str:
    return plain(f"{hit.title} {hit.detail}")


def _evidence(row: Row, label: str) -> Evidence:
    return Evidence(row.table, row.id, label)


def _hits(record: Record, findings: Iterable[Finding]) -> Iterator[Hit]:
    for person in record.all(Person):
        yield Hit("person", person.name, ", ".join(person.aliases), _evidence(person, person.name))
    yield from _clauses(findings)
    for meeting in sorted(record.all(Meeting), key=lambda meeting: meeting.starts, reverse=True):
        title = f"{body_name(record, meeting.body)}, {short_day(meeting.day)}"
        yield Hit("meeting", title, meeting.title or meeting.kind.value.capitalize(), _evidence(meeting, title))
    for document in record.all(Document):
        yield Hit("document", document.title, document.version, _evidence(document, document.title))
    for motion in reversed(record.all(Motion)):
        held = record.find(Meeting, motion.meeting)
        where = f"{body_name(record, motion.body)}{f', {short_day(held.day)}' if held else ''}"
        text = " ".join(motion.text.split())[:SHOWN_TEXT]
        yield Hit("motion", f"{motion.number} {text}".strip(), where, _evidence(motion, text))


def _clauses(findings: Iterable[Finding]) -> Iterator[Hit]:
    titles = {finding.clause: finding.title for finding in findings}
    for clause, title in sorted(titles.items()):
        yield Hit("clause", f"{clause} {title}".strip(), "", clause)
