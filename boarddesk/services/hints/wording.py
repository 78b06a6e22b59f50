"""Hints on wording alone: length of talk instead of substance, quotation, praise, tentative words, privileged text."""

import re
from collections.abc import Iterator

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.services.hints.hint import Draft, Hint

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=[\w])[^.!?\n]*)*[.!?]?")
_LENGTH = re.compile(
    r"\b(?:discuss(?:ed|ion)[^.]{0,40}\bat (?:some |great )?length|(?:a |an )?(?:lengthy|long|extended|extensive|full|"
    r"thorough|robust|lively|in-depth) (?:discussion|debate|conversation)|discussion (?:followed|ensued|took place|was "
    r"held)|(?:was|were) discussed(?: in detail)?(?=\s*[.;,]|$)|after (?:some |much |due )?discussion)",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(
    r"\b(?:asked|considered|compared|weighed|questioned|reviewed|alternatives?|risks?|whether|including|against|about|"
    r"on the|of the|regarding|concerning)\b|:",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»")
_QUOTED_WORDS = 4
"""Shorter quotations are defined terms and titles."""
_ADJECTIVES = re.compile(
    r"\b(?:excellent|outstanding (?:job|leadership|performance|results|service|work)|superb|"
    r"exceptional|impressive|great|wonderful|tremendous|remarkable|admirable|thorough|"
    r"robust|vigorous|lively|heated|spirited|extensive|productive|insightful|helpful|fruitful|strong performance|"
    r"poor|disappointing|unfortunate(?:ly)?|regrettabl[ey]|alarming|careless|reckless|inadequately|clearly|obviously|"
    r"enthusiastic(?:ally)?|diligent(?:ly)?|masterful(?:ly)?)\b",
    re.IGNORECASE,
)
_TENTATIVE = re.compile(
    r"\b(?:it was felt|(?:the )?(?:board|directors|members|some) felt|it seem(?:s|ed)|apparently|it appear(?:s|ed)|"
    r"presumably|hopefully|it was (?:generally )?(?:believed|thought))\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"\[(?!sic\b|…|\.\.\.)[^\[\]\n]{1,80}\]|\{[^{}\n]{1,80}\}", re.IGNORECASE)
_WITH_GAPS = frozenset({BlockKind.TEXT, BlockKind.EVENT, BlockKind.MOTION, BlockKind.RESOLUTION, BlockKind.APPROVAL})
_ADVICE = re.compile(
    r"(?:\b(?:counsel|attorney|lawyer|law firm|LLP)\b[^.]{0,60}\b(?:advised|opined|stated|said|concluded|believe[sd]|"
    r"recommended|assessed|cautioned|warned|estimated|predicted)\b (?:that|against)|"
    r"\bin (?:the )?(?:opinion|view) of (?:outside |the company’s |general )?counsel\b|"
    r"\blikelihood of (?:success|prevailing|an adverse)|\bour (?:defenses?|litigation strategy)\b|"
    r"\bsettlement (?:value|range|strategy)\b|\battorney[-–]client\b|\bprivileged advice\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
_RUN = 6
"""So many words in a row that also stand in a privileged passage are taken from it."""


def at_length(draft: Draft) -> Iterator[Hint]:
    """“Discussed at length” alone: what was considered is the record of care, not how long it took."""
    for block, sentence in _sentences(draft):
        found = _LENGTH.search(sentence)
        if found and not _SUBSTANCE.search(sentence.replace(found[0], "")):
            words = sentence.strip()
            yield Hint(
                "at_length", block.key, words, "Say what was considered and asked, not how long it was discussed."
            )


def quotation(draft: Draft) -> Iterator[Hint]:
    """Words quoted as they were spoken."""
    for block in _texts(draft):
        for found in _QUOTED.finditer(block.text):
            quoted = next(part for part in found.groups() if part)
            if len(quoted.split()) >= _QUOTED_WORDS:
                advice = "Minutes do not quote what was said; tell its substance in the third person."
                yield Hint("quotation", block.key, found[0], advice)


def adjectives(draft: Draft) -> Iterator[Hint]:
    """Praise, blame and color."""
    for block in _texts(draft):
        for found in _ADJECTIVES.finditer(_LENGTH.sub(lambda m: " " * len(m[0]), block.text)):
            advice = f"“{found[0]}” judges. Leave it out, or state the fact that it stands for."
            yield Hint("adjective", block.key, found[0], advice)


def tentative(draft: Draft) -> Iterator[Hint]:
    """Words that leave open who held a view and whether the body did."""
    for block in _texts(draft):
        for found in _TENTATIVE.finditer(block.text):
            advice = "This leaves open whose view it was. Say what the body considered, asked or decided."
            yield Hint("tentative", block.key, found[0], advice)


def gap(draft: Draft) -> Iterator[Hint]:
    """What a phrase or a pattern left to be typed in, in brackets or braces."""
    for block in draft.printed:
        for found in _GAP.finditer(block.text) if block.kind in _WITH_GAPS else ():
            yield Hint("gap", block.key, found[0], f"“{found[0]}” is a gap. Fill it in, or take it out.")


def privileged(draft: Draft) -> Iterator[Hint]:
    """Legal advice in the open minutes."""
    for block in draft.printed:
        if block.key.endswith(":privileged") or block.kind in {BlockKind.FACTS, BlockKind.ROLL, BlockKind.TABLE}:
            continue
        text = block.text
        taken = _taken(draft, text)
        found = _ADVICE.search(text) if not block.fixed else None
        if taken:
            advice = "These words stand in a privileged passage. Take them out: the annex alone holds them."
            yield Hint("privileged", block.key, taken, advice)
        elif found:
            advice = "This tells what counsel advised. Mark it as privileged; the open minutes name only the subject."
            yield Hint("privileged", block.key, found[0], advice)


def _taken(draft: Draft, text: str) -> str:
    """Words in a row that also stand in a privileged passage of the meeting; empty where there are none."""
    words = [(found[0].lower(), found.span()) for found in _WORD.finditer(text)]
    for item in draft.items:
        own = [found[0].lower() for found in _WORD.finditer(item.privileged)]
        runs = {tuple(own[n : n + _RUN]) for n in range(len(own) - _RUN + 1)}
        for n in range(len(words) - _RUN + 1):
            if runs and tuple(word for word, _span in words[n : n + _RUN]) in runs:
                return text[words[n][1][0] : words[n + _RUN - 1][1][1]]
    return ""


def _texts(draft: Draft) -> Iterator[Block]:
    return (block for block in draft.written() if block.kind in {BlockKind.TEXT, BlockKind.EVENT})


def _sentences(draft: Draft) -> Iterator[tuple[Block, str]]:
    return ((block, found[0]) for block in _texts(draft) for found in _SENTENCE.finditer(block.text))
