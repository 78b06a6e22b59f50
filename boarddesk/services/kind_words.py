"""The words of the kinds that registers keep: never a raw code on a page."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from boarddesk.domain.document_room import FormalRecord, Ruling, SigningMatter, WithholdingGround
from boarddesk.domain.documents import CharterPart
from boarddesk.domain.happenings import EventKind, FilingKind, MatterKind
from boarddesk.domain.independence import DesignationKind
from boarddesk.domain.keeping import Disposable
from boarddesk.domain.packets import PacketSheet, PartKind, Variant
from boarddesk.domain.people import Role
from boarddesk.domain.registers import AdviserFactor, AdviserKind, DelegatedMatter
from boarddesk.rules.labels import EVENTS, FILED, FOUND, ROLES
from boarddesk.services.document_room_words import FORMAL_RECORDS, GROUNDS, RULINGS, SIGNED

MATTERS = {
    MatterKind.AUDITOR: "Ratification of the auditor",
    MatterKind.SAY_ON_PAY: "Say on pay",
    MatterKind.SAY_ON_FREQUENCY: "Frequency of say on pay",
    MatterKind.PLAN: "Equity plan",
    MatterKind.CERTIFICATE: "Amendment of the certificate",
    MatterKind.MERGER: "Merger",
    MatterKind.RELATED_PERSON: "Related-person transaction",
    MatterKind.STOCKHOLDER_PROPOSAL: "Stockholder proposal",
    MatterKind.OTHER: "Other matter",
}
ADVISERS = {
    AdviserKind.COMPENSATION: "Compensation consultant",
    AdviserKind.COUNSEL: "Counsel",
    AdviserKind.ACCOUNTANT: "Accountant",
    AdviserKind.SEARCH: "Search firm",
    AdviserKind.BANKER: "Investment banker",
    AdviserKind.OTHER: "Other adviser",
}
FACTORS = {
    AdviserFactor.SERVICES: "Other services to the company",
    AdviserFactor.FEES: "Fees as a share of the firm’s revenue",
    AdviserFactor.POLICIES: "Policies against conflicts",
    AdviserFactor.MEMBERS: "Ties to committee members",
    AdviserFactor.STOCK: "Company stock held",
    AdviserFactor.EXECUTIVES: "Ties to executive officers",
}
DELEGATED = {
    DelegatedMatter.STOCKHOLDER_VOTE: "What stockholders must vote on",
    DelegatedMatter.BYLAWS: "Bylaws",
    DelegatedMatter.ELECTING_DIRECTORS: "Electing or removing directors",
    DelegatedMatter.PAY: "Pay",
    DelegatedMatter.TRANSACTIONS: "Transactions",
    DelegatedMatter.OTHER: "Another matter",
}
PARTS = {
    CharterPart.PURPOSE: "Purpose",
    CharterPart.RESPONSIBILITIES: "Responsibilities",
    CharterPart.PROCESS: "How they are carried out",
    CharterPart.STRUCTURE: "Structure and membership",
    CharterPart.QUALIFICATIONS: "Qualifications of members",
    CharterPart.AUDITOR_INDEPENDENCE: "The auditor’s independence",
    CharterPart.POWERS: "Powers of Rule 10A-3",
    CharterPart.PAY_AUTHORITY: "Decides or recommends executive pay",
    CharterPart.CEO_ABSENT: "CEO absent from his own pay",
    CharterPart.ADVISERS: "Advisers, Rule 5605(d)(3)",
    CharterPart.NOMINATIONS: "Process of nominations",
    CharterPart.REASSESSMENT: "Yearly reassessment",
}
DISPOSABLE = {
    Disposable.LIVE_NOTES: "Live notes",
    Disposable.DRAFT: "Drafts of minutes and comments",
    Disposable.PACKET: "Superseded packets",
    Disposable.ANNOTATED: "Annotated copies",
}
SHEETS = {
    PacketSheet.AS_IS: "As the papers are",
    PacketSheet.LETTER: "All on Letter",
    PacketSheet.A4: "All on A4",
}
VARIANTS = {
    Variant.DIRECTORS: "Directors’ book",
    Variant.COMMITTEE: "Committee book",
    Variant.MANAGEMENT: "Management’s book",
}
PACKET_PARTS = {
    PartKind.AGENDA: "Agenda",
    PartKind.TAB: "Tab",
    PartKind.ACTIONS: "Action list",
    PartKind.SESSION: "Independent session",
    PartKind.CALENDAR: "Calendar of meetings",
    PartKind.REGISTER: "Register extract",
    PartKind.COMPLIANCE: "Compliance findings",
}
# By type: members of two enumerations with the same text are equal, and one table would mix them up.
_BY_TYPE: dict[type[StrEnum], Mapping[Any, str]] = {
    EventKind: EVENTS,
    FilingKind: FILED | {FilingKind.OTHER: "Other publication"},
    DesignationKind: FOUND,
    MatterKind: MATTERS,
    AdviserKind: ADVISERS,
    AdviserFactor: FACTORS,
    DelegatedMatter: DELEGATED,
    CharterPart: PARTS,
    Disposable: DISPOSABLE,
    PacketSheet: SHEETS,
    Variant: VARIANTS,
    PartKind: PACKET_PARTS,
    Role: ROLES,
    SigningMatter: SIGNED,
    FormalRecord: FORMAL_RECORDS,
    Ruling: RULINGS,
    WithholdingGround: GROUNDS,
}


def kind_words(value: StrEnum) -> str:
    """The words of a kind; KeyError where its enumeration has none here."""
    return _BY_TYPE[type(value)][value]


def choices_of(kind: type[StrEnum]) -> list[tuple[StrEnum, str]]:
    """Every member of an enumeration with its words, in its own order."""
    return [(value, kind_words(value)) for value in kind]
