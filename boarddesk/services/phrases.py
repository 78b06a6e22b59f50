"""Phrases for notes and minutes: those that ship with the program and the company's own, found by a few letters."""

import re
from functools import cache

import msgspec
import yaml

from boarddesk.common import resources
from boarddesk.common.text import plain
from boarddesk.domain.keeping import Wording
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.words import body_short, formal_name, member_word

OWN = "phrase."
_FACT = re.compile(r"\{([^{}\n]+)\}")
_GAP = re.compile(r"\[[^\[\]]+\]")
FACTS = ("presenter", "presiding", "item", "body", "members")
"""The facts that a phrase may name in braces."""


class Phrase(msgspec.Struct, frozen=True):
    """A phrase by its key; `own` says that the company wrote it."""

    key: str
    title: str
    text: str
    own: bool = False


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The shape of the file of phrases."""

    phrases: dict[str, dict[str, str]]


@cache
def shipped() -> tuple[Phrase, ...]:
    """The phrases that ship with the program."""
    found = msgspec.convert(yaml.safe_load(resources.path("templates", "phrases.yaml").read_text("utf-8")), _File)
    return tuple(Phrase(key, entry["title"], entry["text"]) for key, entry in found.phrases.items())


def phrases(record: Record) -> tuple[Phrase, ...]:
    """The company's own phrases first, then those that ship; an own one of the same key takes the other's place."""
    rows = [row for row in record.all(Wording) if row.key.startswith(OWN)]
    own = [Phrase(row.key.removeprefix(OWN), row.title, row.text, own=True) for row in rows]
    taken = {phrase.key for phrase in own}
    return (*own, *(phrase for phrase in shipped() if phrase.key not in taken))


def matching(found: tuple[Phrase, ...], typed: str) -> tuple[Phrase, ...]:
    """Those that hold every word typed, a title that begins with it first; all of them where nothing is typed."""
    wanted = plain(typed).split()
    kept = [phrase for phrase in found if all(word in plain(f"{phrase.title} {phrase.text}") for word in wanted)]
    return tuple(sorted(kept, key=lambda phrase: not plain(phrase.title).startswith(plain(typed).strip())))


def filled(record: Record, meeting: Meeting, item: AgendaItem | None, phrase: Phrase) -> str:
    """The phrase with its facts; braces that name none, or one that the record does not know, become a gap."""
    facts = {
        "presenter": (formal_name(record, item.presenter) or item.presenter_note) if item else "",
        "presiding": formal_name(record, meeting.presiding),
        "item": item.title if item else "",
        "body": body_short(record, meeting.body),
        "members": member_word(meeting.body, 2),
    }
    return _FACT.sub(lambda match: facts.get(match[1].strip()) or f"[{match[1].replace('_', ' ')}]", phrase.text)


def next_gap(text: str, after: int = 0) -> tuple[int, int] | None:
    """Where the next gap to be typed in stands, from a place on; None where none is left."""
    found = _GAP.search(text, after)
    return found.span() if found else None
