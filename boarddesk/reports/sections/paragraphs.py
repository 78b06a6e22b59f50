"""Markup of the running text: run-in headings and committees' names in Semibold."""

import re

from boarddesk.domain.committees import Committee
from boarddesk.reports.sections.voice import Voice

_RUN_IN = re.compile(r"^(?!No\b|None\b|There\b|It\b|Upon\b)([A-Z][\w’'&-]+(?: [\w’'&-]+){0,4})\. (?=[A-Z“])")
_TITLES = ("Mr", "Ms", "Mrs", "Mx", "Dr", "Prof", "Messrs", "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "St")
_VERB = re.compile(
    r"\w{2,}ed$|^(?:is|are|was|were|be|been|had|has|have|did|do|does|took|met|left|gave|made|sat|said|rose)$"
)


def prose(voice: Voice, text: str) -> str:
    """Markup of a paragraph; a run-in heading ("Deliberation. The Board …") and committees' names in Semibold."""
    end = _run_in(text)
    rest = voice.serif(text[end:])
    for committee in voice.record.all(Committee):
        name = f"{voice.serif(committee.name.removesuffix(' Committee'))}."
        if f". {name} " in rest:
            rest = rest.replace(f". {name} ", f". <b>{name}</b> ")
    return f"<b>{voice.serif(text[:end])}</b>{rest}" if end else rest


def _run_in(text: str) -> int:
    """Where a run-in heading ends: a first sentence of a few words without a verb; 0 where there is none."""
    found = _RUN_IN.match(text)
    words = found[1].split() if found else []
    if not found or words[-1] in _TITLES or any(_VERB.search(word.lower()) for word in words):
        return 0
    return found.end(1) + 1
