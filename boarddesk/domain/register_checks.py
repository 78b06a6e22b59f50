"""Checks at entry for the registers: what cannot be so, and what a careful colleague would ask (`law.md` 0.15)."""

import re
from collections.abc import Iterator

from boarddesk.common.errors import Fault
from boarddesk.domain.committees import Committee
from boarddesk.domain.document_room import SigningAuthority
from boarddesk.domain.elections import Election
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, Matter
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.meetings import FIXED_BODIES, STOCKHOLDERS, Meeting
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.registers import (
    AccessRequest,
    CompanyYear,
    DelegatedMatter,
    Delegation,
    DirectorPay,
    Engagement,
    Skill,
)
from boarddesk.domain.row import Row
from boarddesk.domain.terms import directors_on, name_of
from boarddesk.domain.votes import tally

ITEM = re.compile(r"\b\d\.\d\d(\([a-z]\))?")
"""An item of Form 8-K as the form numbers it: “5.02(b)”, “5.07”."""
WITHHELD = frozenset({DelegatedMatter.STOCKHOLDER_VOTE, DelegatedMatter.BYLAWS})
"""The two powers that 8 Del. C. §141(c)(2) keeps from every committee."""
OF_SOMEBODY = frozenset({EventKind.DISAGREEMENT, EventKind.REMOVAL_FOR_CAUSE, EventKind.OFFICER_PAY})
SAYS_ITSELF = frozenset({FilingKind.PROXY_STATEMENT, FilingKind.FORM_10K})
"""Filings whose kind and day say what they are."""
ABOUT = ("event", "person", "meeting", "motion", "document", "amends", "attachment", "note")


def faults_of_entry(row: Row) -> Iterator[Fault]:
    """What cannot be so in one row of a register, whatever the other rows say."""
    where = f"{row.table} {row.id}"
    if isinstance(row, Filing) and row.kind not in SAYS_ITSELF:
        if not row.items and not any(getattr(row, field) for field in ABOUT):
            what = "The filing does not say what it is about."
            yield Fault(what, f"{where}, field items", "Write its items, or name what it answers.")
    elif isinstance(row, SigningAuthority) and row.person is None and row.role is None:
        yield Fault("It does not say who may sign.", f"{where}, field person", "Name a person, a role or both.")
    elif isinstance(row, (Meeting, Election)):
        of, present = row.shares_outstanding, row.shares_present
        if of is not None and present is not None and present > of:
            what = f"{present:,} shares present are more than the {of:,} outstanding."
            yield Fault(what, f"{where}, field shares_present", "Correct one of the two.")


def faults_between(record: Record) -> Iterator[Fault]:
    """What rows of the registers cannot say together: a year told twice, a body that is not there."""
    seen: dict[tuple[str, int], str] = {}
    years: tuple[DirectorPay | CompanyYear, ...] = (*record.all(DirectorPay), *record.all(CompanyYear))
    for row in years:
        person = row.person if isinstance(row, DirectorPay) else ""
        key = (f"{row.table} {person}", row.fiscal_year)
        if key in seen:
            whose = f"The pay of {name_of(record, person)}" if person else "The company’s own figures"
            yield Fault(
                f"{whose} for fiscal {row.fiscal_year} {'is' if person else 'are'} there already.",
                f"{row.table} {row.id}, field fiscal_year",
                "Change that entry, or correct the year.",
            )
        seen[key] = row.id
    known = {*FIXED_BODIES, *(committee.id for committee in record.all(Committee))}
    for engagement in record.all(Engagement):
        if engagement.hired_by not in known:
            yield Fault(
                f"There is no body “{engagement.hired_by}”.",
                f"{engagement.table} {engagement.id}, field hired_by",
                "Use board or the id of a committee.",
            )


def asked_of_entry(record: Record, row: Row) -> Iterator[str]:
    """What a careful colleague would ask before a row of a register is saved; saving stays possible."""
    if isinstance(row, Matter):
        yield from _of_matter(record, row)
    elif isinstance(row, Filing) and row.kind is FilingKind.FORM_8K:
        odd = [item for item in row.items if ITEM.search(item.lower()) is None]
        if odd or not row.items:
            what = f"“{odd[0]}” is no item of Form 8-K." if odd else "No item of Form 8-K is named."
            yield f"{what} The clocks look for items written as 5.02(b) or 5.07."
    elif isinstance(row, Event) and row.kind in OF_SOMEBODY and row.person is None:
        yield "It does not say whom it concerns."
    elif isinstance(row, Delegation):
        if row.matter in WITHHELD:
            yield "The law withholds this power from every committee (8 Del. C. §141(c)(2))."
        if row.committee is None and row.person is None:
            yield "It does not say to whom it is delegated."
    elif isinstance(row, SigningAuthority):
        yield from _of_authority(record, row)
    elif isinstance(row, AccessRequest) and row.notice_at and row.access_at and row.access_at < row.notice_at:
        yield "The access came before the notice to the chief executive officer (guidelines, 4.1)."
    elif isinstance(row, Engagement):
        if bool(row.factors) != bool(row.factors_weighed_on):
            yield "Factors count only with the day on which they were weighed, and a day only with its factors."
        if row.factors_weighed_on and row.factors_weighed_on > row.engaged_on:
            yield "The factors were weighed only after the adviser was engaged (Nasdaq 5605(d)(3)(D))."
    elif isinstance(row, Designation):
        yield from _of_designation(record, row)
    elif isinstance(row, Skill):
        same = [s for s in record.where(Skill, "person", row.person) if s.field.casefold() == row.field.casefold()]
        if any(s.id != row.id and s.until is None for s in same) and row.until is None:
            yield f"The matrix has “{row.field}” for {name_of(record, row.person)} already."


def _of_authority(record: Record, row: SigningAuthority) -> Iterator[str]:
    motion = record.find(Motion, row.motion)
    if motion is None and row.document is None:
        yield "No resolution and no document is named that gives this authority."
    elif motion is not None and tally(record, motion).result is not Result.CARRIED:
        yield f"Motion {motion.number} was not adopted.".replace("  ", " ")
    if row.person is not None and row.person == row.joint_person:
        yield f"{name_of(record, row.person)} would sign with nobody else."


def _of_designation(record: Record, row: Designation) -> Iterator[str]:
    if row.kind is not DesignationKind.EXPERT and row.person not in directors_on(record, row.decided_on):
        day = row.decided_on
        yield f"{name_of(record, row.person)} is not a director on {day.day} {day:%b %Y}."
    if row.kind is DesignationKind.EXCEPTIONAL and row.found and row.committee is None:
        yield "An exceptional and limited member serves on a committee; none is named."


def _of_matter(record: Record, row: Matter) -> Iterator[str]:
    votes = (row.shares_for, row.against, row.abstained, row.broker_non_votes)
    counted = sum(count for count in votes if count is not None)
    meeting = record.find(Meeting, row.meeting)
    present = meeting.shares_present if meeting is not None else None
    if present is not None and counted > present:
        yield f"{counted:,} shares are counted; {present:,} were present."
    if row.carried and row.shares_for is not None and row.against is not None and row.shares_for <= row.against:
        yield f"It is stated as carried with {row.shares_for:,} for and {row.against:,} against."
    if meeting is not None and meeting.body != STOCKHOLDERS:
        yield "That meeting is not one of the stockholders."
