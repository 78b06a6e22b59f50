"""Every table of the record, parents before children: the one list that storage, import and export share."""

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.document_room import Production, ProductionRuling, SigningAuthority
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.governance import Attestation, EvidenceLink, GuidelineClause, PlannedDuty, WhatIf
from boarddesk.domain.happenings import Event, Filing, FollowUp, Matter
from boarddesk.domain.independence import Designation, Determination, Questionnaire
from boarddesk.domain.keeping import Disposal, LegalHold, Wording
from boarddesk.domain.meetings import AgendaItem, AgendaRequest, Guest, Meeting, PresenceStamp, Recess
from boarddesk.domain.minute_book import (
    Correction,
    HintDismissal,
    MinutesBlock,
    MinutesComment,
    MinutesSignature,
    MinutesVersion,
    Seal,
)
from boarddesk.domain.motions import Action, Consent, ConsentSignature, Motion, RelatedTransaction, Vote
from boarddesk.domain.notices import Issue, Notice
from boarddesk.domain.packets import (
    AnnotatedCopy,
    CoverMemo,
    PacketCopy,
    PacketPart,
    PacketPlanned,
    PacketTemplate,
)
from boarddesk.domain.papers import ExpectedPaper, Paper, PaperVersion
from boarddesk.domain.people import Appointment, BoardSize, Person, RoleTenure
from boarddesk.domain.registers import (
    AccessRequest,
    Biography,
    CompanyYear,
    Contact,
    Delegation,
    DirectorPay,
    Engagement,
    Skill,
)
from boarddesk.domain.row import Row

TABLES: tuple[type[Row], ...] = (
    Company,
    ParameterValue,
    Person,
    BoardSize,
    Appointment,
    RoleTenure,
    Committee,
    CommitteeSeat,
    CommitteeChair,
    Document,
    Determination,
    Questionnaire,
    Meeting,
    Recess,
    Election,
    Nominee,
    AgendaItem,
    AgendaRequest,
    PresenceStamp,
    Guest,
    Consent,
    ConsentSignature,
    Motion,
    Vote,
    Action,
    RelatedTransaction,
    Paper,
    PaperVersion,
    ExpectedPaper,
    Matter,
    Designation,
    Event,
    Filing,
    FollowUp,
    Skill,
    Biography,
    Engagement,
    AccessRequest,
    Contact,
    Delegation,
    DirectorPay,
    CompanyYear,
    GuidelineClause,
    EvidenceLink,
    Attestation,
    PlannedDuty,
    WhatIf,
    Notice,
    Issue,
    MinutesBlock,
    HintDismissal,
    MinutesVersion,
    MinutesComment,
    MinutesSignature,
    Correction,
    Seal,
    LegalHold,
    Disposal,
    Wording,
    PacketPlanned,
    PacketPart,
    PacketTemplate,
    CoverMemo,
    PacketCopy,
    AnnotatedCopy,
    SigningAuthority,
    Production,
    ProductionRuling,
)

BY_NAME: dict[str, type[Row]] = {kind.table: kind for kind in TABLES}
