"""Signed PDFs that come back: whose signature on which consent each is, and whether it is for the same words."""

import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from boarddesk.common.progress import Progress
from boarddesk.common.text import plain
from boarddesk.domain.motions import Consent, ConsentKind
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on
from boarddesk.services.consent_text import SHORT, hash_of, motions_of, title_of
from boarddesk.services.workspace import Services

HASH = re.compile(r"\b[0-9a-f]{8}(?:\s+[0-9a-f]{8}){7}\b|\b[0-9a-f]{64}\b")
SEAL = re.compile(rf"text seal ([0-9a-f]{{{SHORT}}})")
CERTIFICATE = re.compile(
    r"certificate of completion|completion certificate|signing certificate|audit trail", re.IGNORECASE
)
PAGE_OF = re.compile(r"signature page of (.{3,80}?) unanimous written consent", re.IGNORECASE)


class TextMatch(StrEnum):
    """How the words of a signed PDF compare with those circulated."""

    SAME = "same"
    """Its hash is that of a consent on record."""
    OTHER = "other"
    """It carries the hash of other words."""
    CHANGED = "changed"
    """It carries the hash, but its own words are not those circulated."""
    NONE = "none"
    """It carries no hash that can be read: a scan, or no signature page."""


class SignedPage(msgspec.Struct, frozen=True):
    """What a PDF turned out to be; `people` are those it may be of, one where that is plain."""

    name: str
    data: bytes
    consent: str | None
    people: tuple[str, ...]
    match: TextMatch
    certificate: bool
    said: str

    @property
    def person(self) -> str | None:
        """The signer, where only one can be meant."""
        return self.people[0] if len(self.people) == 1 else None


def read_signed(
    services: Services, files: Sequence[tuple[str, bytes]], progress: Progress | None = None
) -> tuple[SignedPage, ...]:
    """Read files in a process of its own and match each; meant to run off the window's thread."""
    from boarddesk.services.full_text import NO_PROGRESS, words_of

    record = services.record
    words = words_of([data for _name, data in files], progress or NO_PROGRESS)
    return tuple(matched(record, name, data, pages) for (name, data), pages in zip(files, words, strict=True))


def matched(record: Record, name: str, data: bytes, pages: Sequence[str]) -> SignedPage:
    """What a file is, by the words of its pages."""
    text = " ".join(" ".join(pages).split())
    certificate = bool(CERTIFICATE.search(text))
    consents = [c for c in record.all(Consent) if c.kind is ConsentKind.UNANIMOUS]
    found, match = _by_hash(record, consents, text)
    if found is None and certificate:
        found = next((c for c in consents if _is_named(record, c, text)), None)
    if match is TextMatch.SAME and found is not None and _changed(record, found, text):
        match = TextMatch.CHANGED
    people = _signers(record, found, text) if found is not None else ()
    only_certificate = certificate and match is TextMatch.NONE
    said = _said(record, found, match, people, only_certificate=only_certificate, empty=not text)
    return SignedPage(name, data, found.id if found else None, people, match, only_certificate, said)


def _by_hash(record: Record, consents: list[Consent], text: str) -> tuple[Consent | None, TextMatch]:
    printed = {"".join(found.group().split()) for found in HASH.finditer(text)}
    seals = set(SEAL.findall(text)) | {digest[:SHORT] for digest in printed}
    for consent in consents:
        digest = hash_of(record, consent)
        if digest in printed or (not printed and digest[:SHORT] in seals):
            return consent, TextMatch.SAME
    return None, TextMatch.OTHER if seals else TextMatch.NONE


def _is_named(record: Record, consent: Consent, text: str) -> bool:
    title = title_of(record, consent)
    return bool(consent.number) and (f"consent {consent.number}" in text.lower() or bool(title and title in text))


def _changed(record: Record, consent: Consent, text: str) -> bool:
    """Whether the PDF holds a resolution in other words; one with signature pages alone holds none."""
    squeezed = _squeezed(text)
    motions = motions_of(record, consent.id)
    if not any(word in text for word in ("RESOLVED", "WHEREAS")):
        return False
    return any(_squeezed(line) not in squeezed for motion in motions for line in motion.text.splitlines())


def _squeezed(text: str) -> str:
    return "".join(plain(text).split())


def _signers(record: Record, consent: Consent, text: str) -> tuple[str, ...]:
    """Whose signature pages are in it: by their headings, else by the only member it names."""
    people = record.all(Person)
    heads = {plain(found).strip() for found in PAGE_OF.findall(text)}
    named = tuple(person.id for person in people if plain(person.name) in heads)
    if named:
        return named
    members = members_on(record, consent.body, consent.circulated_on)
    whole = plain(text)
    return tuple(p.id for p in people if p.id in members and (plain(p.name) in whole or (p.email and p.email in whole)))


def _said(
    record: Record, consent: Consent | None, match: TextMatch, people: tuple[str, ...],
    *, only_certificate: bool, empty: bool,
) -> str:  # fmt: skip
    names = ", ".join(person.name for p in people if (person := record.find(Person, p)))
    of = f"consent {consent.number}" if consent else ""
    if only_certificate:
        return f"A certificate of completion{f', of {of}' if of else ''}{f': {names}' if names else ''}."
    if match is TextMatch.SAME:
        return f"The seal on it is that of {of}{f'; signature page of {names}' if names else ''}."
    if match is TextMatch.CHANGED:
        return f"It bears the seal of {of}, but its resolutions are not those circulated. It is no signature on them."
    if match is TextMatch.OTHER:
        return "It bears the seal of another text than any consent in this file. It is no signature on one."
    if empty:
        return "It holds no words that can be read, as a scan does. Compare it by eye and choose the member."
    return "It bears no seal of a consent. Compare it by eye and choose the member."
