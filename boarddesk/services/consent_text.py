"""The words of a written consent as one hash: what each signature page prints and every signature is tied to."""

import hashlib
import json

from boarddesk.domain.motions import Consent, Motion
from boarddesk.domain.record import Record

SHORT = 8
"""So many digits of the hash stand in the footer."""


def motions_of(record: Record, consent: str) -> tuple[Motion, ...]:
    """The resolutions of a consent, in their order."""
    return tuple(sorted(record.where(Motion, "consent", consent), key=lambda motion: (motion.order, motion.id)))


def text_sha256(record: Record, consent: Consent) -> str:
    """SHA-256 of the company, the body, number, title, day, stated time and every resolution: same words, same hash."""
    stated = consent.stated_effective
    words = [
        record.company.name, consent.body, consent.number, consent.title, consent.circulated_on.isoformat(),
        stated.isoformat() if stated else "",
        [[motion.number, motion.topic, motion.text] for motion in motions_of(record, consent.id)],
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()


def hash_of(record: Record, consent: Consent) -> str:
    """The hash printed: that of the text as circulated, else of the words on record."""
    return consent.text_sha256 or text_sha256(record, consent)


def is_as_circulated(record: Record, consent: Consent) -> bool:
    """Whether the words on record are those that were circulated; true where no hash was kept."""
    return consent.text_sha256 in {"", text_sha256(record, consent)}


def title_of(record: Record, consent: Consent) -> str:
    """What a consent is about: its title, else its note, else the topics of its resolutions."""
    topics = "; ".join(motion.topic for motion in motions_of(record, consent.id) if motion.topic)
    return (consent.title or topics or consent.note.partition(". ")[0]).strip().rstrip(".")
