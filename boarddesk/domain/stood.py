"""How single rows stood at the end of a day, for the tables that no other table leans on."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from boarddesk.domain.document_room import Production, SigningAuthority
from boarddesk.domain.governance import Attestation, EvidenceLink, GuidelineClause, WhatIf
from boarddesk.domain.happenings import Event, Filing, FollowUp
from boarddesk.domain.independence import Designation
from boarddesk.domain.keeping import Disposal, LegalHold
from boarddesk.domain.minute_book import (
    Correction,
    HintDismissal,
    MinutesComment,
    MinutesSignature,
    MinutesVersion,
    Seal,
)
from boarddesk.domain.notices import Issue, Notice
from boarddesk.domain.packets import AnnotatedCopy, PacketCopy
from boarddesk.domain.registers import AccessRequest, Biography, Contact, Delegation, Engagement, Skill
from boarddesk.domain.row import Row

Rewrite = Callable[[Any, date], Row | None]
"""A row as it stood at the end of a day; None where it was not there yet, the same object where nothing changes."""


def later(day: date | None, limit: date) -> bool:
    """Whether a day is known and comes after another."""
    return day is not None and day > limit


def changed(row: Row, **fields: object) -> Row:
    """The row with those fields, or the row itself where they are so already."""
    fresh = {name: value for name, value in fields.items() if getattr(row, name) != value}
    return msgspec.structs.replace(row, **fresh) if fresh else row


def _since(field: str) -> Rewrite:
    """A row that was there from the day in that field on."""
    return lambda row, day: None if later(getattr(row, field), day) else row


def _between(first: str, last: str) -> Rewrite:
    """A row that was there from one day on, and whose end was not known before it came."""

    def rewrite(row: Row, day: date) -> Row | None:
        if later(getattr(row, first), day):
            return None
        return changed(row, **{last: None}) if later(getattr(row, last), day) else row

    return rewrite


def _at(field: str) -> Rewrite:
    """A row that was there from the moment in that field on."""
    return lambda row, day: None if getattr(row, field).date() > day else row


def _comment(row: MinutesComment, day: date) -> Row | None:
    if row.received_on > day:
        return None
    return changed(row, outcome=None, answer="", answered_on=None) if later(row.answered_on, day) else row


def _hold(row: LegalHold, day: date) -> Row | None:
    if row.placed_on > day:
        return None
    return changed(row, released_on=None, release_reason="") if later(row.released_on, day) else row


def _designation(row: Designation, day: date) -> Row | None:
    if row.decided_on > day:
        return None
    return changed(row, disclosed_on=None) if later(row.disclosed_on, day) else row


def _engagement(row: Engagement, day: date) -> Row | None:
    if row.engaged_on > day:
        return None
    fields: dict[str, object] = {"ended_on": None} if later(row.ended_on, day) else {}
    if later(row.factors_weighed_on, day):
        fields |= {"factors_weighed_on": None, "factors": ()}
    return changed(row, **fields) if fields else row


def _access(row: AccessRequest, day: date) -> Row | None:
    if row.asked_on > day:
        return None
    fields: dict[str, object] = {}
    for name in ("notice_at", "access_at"):
        moment = getattr(row, name)
        if moment is not None and moment.date() > day:
            fields[name] = None
    return changed(row, **fields) if fields else row


def _production(row: Production, day: date) -> Row | None:
    if later(row.received_on, day):
        return None
    unproduced = {"produced_on": None, "attachment": None, "log": None, "pages": None}
    return changed(row, **unproduced) if later(row.produced_on, day) else row


def _copy(row: PacketCopy, day: date) -> Row | None:
    return None if row.given_at is not None and row.given_at.date() > day else row


REWRITES: dict[type[Row], Rewrite] = {
    Designation: _designation,
    Event: _since("on"),
    Filing: _since("made_on"),
    FollowUp: _since("done_on"),
    Skill: _between("as_of", "until"),
    Biography: _since("written_on"),
    Engagement: _engagement,
    AccessRequest: _access,
    Contact: _since("on"),
    Delegation: _between("start", "end"),
    GuidelineClause: _between("effective_from", "effective_to"),
    EvidenceLink: _since("linked_on"),
    Attestation: _since("made_on"),
    WhatIf: _since("made_on"),
    Notice: _at("at"),
    Issue: _at("issued_at"),
    PacketCopy: _copy,
    AnnotatedCopy: _since("returned_on"),
    HintDismissal: _since("dismissed_on"),
    MinutesVersion: _since("circulated_on"),
    MinutesComment: _comment,
    MinutesSignature: _since("signed_on"),
    Correction: _since("made_on"),
    Seal: _at("sealed_at"),
    LegalHold: _hold,
    Disposal: _since("disposed_on"),
    SigningAuthority: _between("start", "end"),
    Production: _production,
}
