"""Decide between meetings: circulate a unanimous written consent, or withdraw it (8 Del. C. §141(f))."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Consent, ConsentKind, Motion, VoteMethod
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.consents import find_consent, standing
from boarddesk.services.live_order import next_motion_number
from boarddesk.services.meeting_checks import refuse_impossible
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class CirculateConsent(Command):
    """Resolutions put to every member in writing, one motion a text; circulating is not undone but withdrawn."""

    body: str
    circulated_on: date
    texts: tuple[str, ...]
    motions: tuple[Motion, ...] = ()
    note: str = ""
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Circulate a consent of the Board of Directors”."""
        return f"Circulate a consent of the {body_name(record, self.body)}"


@dataclass(frozen=True, slots=True)
class WithdrawConsent(Command):
    """The consent is given up before it took effect."""

    consent: str
    on: date
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """The deed in words."""
        return f"Withdraw consent {find_consent(record, self.consent).number}"


def next_consent_number(record: Record, year: int) -> str:
    """The number of the next decision between meetings of a year: “2026-C1”."""
    prefix = f"{year}-C"
    taken = [c.number.removeprefix(prefix) for c in record.all(Consent) if c.number.startswith(prefix)]
    return f"{prefix}{max((int(number) for number in taken if number.isdecimal()), default=0) + 1}"


@handles(CirculateConsent)
def circulate_consent(command: CirculateConsent, tx: Transaction) -> None:
    """A consent holds at least one resolution; it is no meeting."""
    drafts = [*(Motion(id="new", body=command.body, text=text) for text in command.texts), *command.motions]
    if not any(draft.text.strip() for draft in drafts):
        raise UserError("The consent has no resolution.", what_to_do="Write what is resolved.", code="no_text")
    number = next_consent_number(tx.record, command.circulated_on.year)
    consent = Consent(
        id=tx.new_id(Consent, number),
        number=number,
        body=command.body,
        kind=ConsentKind.UNANIMOUS,
        circulated_on=command.circulated_on,
        note=command.note.strip(),
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


@handles(WithdrawConsent)
def withdraw_consent(command: WithdrawConsent, tx: Transaction) -> None:
    """Refuse once it is in effect."""
    consent = find_consent(tx.record, command.consent)
    effective = standing(tx.record, consent).effective_at
    if effective is not None:
        raise UserError(
            f"The consent took effect on {short_day(effective.date())}.",
            what_to_do="Record a new decision that supersedes it.",
            code="effective",
        )
    tx.put(replace(consent, withdrawn_on=command.on))
