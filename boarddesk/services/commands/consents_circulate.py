"""Decide between meetings: circulate a unanimous written consent (8 Del. C. §141(f))."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Consent, ConsentKind, Motion, VoteMethod
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.services.approval_by_consent import require_open
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.consent_text import text_sha256
from boarddesk.services.live_order import next_motion_number
from boarddesk.services.meeting_checks import refuse_impossible

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class CirculateConsent(Command):
    """Resolutions put to every member in writing, one motion a text; circulating is not undone but withdrawn.

    `stated_effective` is a later time at which it is to take effect, if one is stated in it.
    """

    body: str
    circulated_on: date
    texts: tuple[str, ...]
    motions: tuple[Motion, ...] = ()
    note: str = ""
    title: str = ""
    stated_effective: datetime | None = None
    interested: tuple[str, ...] = ()
    interest_note: str = ""
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Circulate a consent of the Board of Directors”."""
        return f"Circulate a consent of the {body_name(record, self.body)}"


def next_consent_number(record: Record, year: int) -> str:
    """The number of the next decision between meetings of a year, as those before it: “2026-07”, “2026-C7”."""
    found = [re.fullmatch(rf"{year}-(C?)(\d+)", consent.number) for consent in record.all(Consent)]
    taken = [(match[1], int(match[2])) for match in found if match]
    letter = next((letter for letter, _number in taken if letter), "")
    number = max((number for _letter, number in taken), default=0) + 1
    return f"{year}-{letter}{number if letter else f'{number:02d}'}"


@handles(CirculateConsent)
def circulate_consent(command: CirculateConsent, tx: Transaction) -> None:
    """A consent holds at least one resolution; it is no meeting, and its words are kept as they were circulated."""
    drafts = [*(Motion(id="new", body=command.body, text=text) for text in command.texts), *command.motions]
    if not any(draft.text.strip() for draft in drafts):
        raise UserError("The consent has no resolution.", what_to_do="Write what is resolved.", code="no_text")
    _require_time(command)
    require_open(tx.record, drafts)
    number = next_consent_number(tx.record, command.circulated_on.year)
    consent = Consent(
        id=tx.new_id(Consent, f"consent-{number}"),
        number=number,
        body=command.body,
        kind=ConsentKind.UNANIMOUS,
        circulated_on=command.circulated_on,
        stated_effective=command.stated_effective,
        title=command.title.strip(),
        note=command.note.strip(),
        interested=command.interested,
        interest_note=command.interest_note.strip(),
    )
    tx.put(consent)
    for order, draft in enumerate((draft for draft in drafts if draft.text.strip()), start=1):
        named = next_motion_number(tx.record, command.circulated_on.year)
        motion = replace(
            draft, id=tx.new_id(Motion, f"m-{named}"), number=named, body=command.body, consent=consent.id,
            meeting=None, order=order, text=draft.text.strip(), vote_method=VoteMethod.NOT_RECORDED,
        )  # fmt: skip
        refuse_impossible(tx.record, [consent, motion])
        tx.put(motion)
    digest = text_sha256(tx.record, consent)
    tx.put(replace(consent, text_sha256=digest, attachment=tx.keep(_printed(tx.record, consent.id, digest), PDF)))


def _printed(record: Record, consent: str, digest: str) -> bytes:
    """The text with a signature page for every member, as it goes out."""
    from boarddesk.reports.documents.consent import consent_pdf

    return consent_pdf(record, consent, digest)


def _require_time(command: CirculateConsent) -> None:
    stated = command.stated_effective
    if stated is not None and stated.date() < command.circulated_on:
        raise UserError(
            "It would take effect before it is circulated.", what_to_do="State a later time, or none.", code="order"
        )
