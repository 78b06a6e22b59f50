"""Registers of what the board found of people, and of what they bring, ask and are paid."""

from datetime import date
from typing import Any

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.motions import MotionKind
from boarddesk.domain.record import Record
from boarddesk.domain.registers import AccessRequest, Biography, Contact, DirectorPay, Skill
from boarddesk.services.register_fields import Ask, Book, Shown


def fiscal_year(record: Record, day: date) -> int:
    """The fiscal year that a day lies in."""
    return FiscalCalendar(record.company.fiscal_year_end).year_of(day)


def newest(field: str) -> Any:
    """An order by a day, the newest first."""
    return lambda _record, row: (-getattr(row, field).toordinal(), row.id)


def _standing(record: Record, row: Designation) -> str:
    later = record.where(Designation, "supersedes", row.id)
    return "Superseded" if later else "In force" if row.found else "Withdrawn"


def _election(record: Record, row: Nominee) -> str:
    found = record.find(Election, row.election)
    if found is None:
        return ""
    return f"{found.held_on.year}, class {found.class_}" if found.class_ else str(found.held_on.year)


def _total(_record: Record, row: DirectorPay) -> str:
    """The sum of all six amounts; words where it cannot be told."""
    parts = [getattr(row, field) for field in PAY]
    if row.as_executive:
        return "As executive"
    if any(part is None for part in parts):
        return "Not all known"
    cents = sum(parts)
    return f"{cents // 100:,}.{cents % 100:02}"


PAY = ("cash_cents", "stock_cents", "option_cents", "incentive_cents", "pension_cents", "other_cents")
EXCEPTION = frozenset({DesignationKind.EXCEPTIONAL})
DESIGNATIONS = Book(
    kind=Designation,
    thing="a finding of the board",
    says="A recorded finding is never changed; a later one supersedes it.",
    once=True,
    order=newest("decided_on"),
    begin=lambda _record, day: {"decided_on": day},
    lines=(
        (Ask("person", "Of whom"), Ask("kind", "What the board found")),
        (
            Ask("found", "Outcome", answers=("Found", "Not found, or withdrawn")),
            Ask("decided_on", "Decided on"),
        ),
        (
            Ask("committee", "On the committee", when=EXCEPTION, needed=True),
            Ask("ends_on", "Service ends on", when=EXCEPTION),
            Ask("disclosed_on", "Reasons published on", when=EXCEPTION),
        ),
        (Ask("transaction", "In the transaction", when=frozenset({DesignationKind.DISINTERESTED})),),
        (Ask("motion", "Motion of the board", motions=(MotionKind.DETERMINE_INDEPENDENCE,)),),
        (Ask("meeting", "Meeting", fills="decided_on"),),
        (Ask("reasons", "Reasons"),),
    ),
    told={
        DesignationKind.LITERATE: "Able to read and understand financial statements, each audit committee member "
        "(Nasdaq 5605(c)(2)(A)).",
        DesignationKind.SOPHISTICATED: "At least one audit committee member (Nasdaq 5605(c)(2)(A)).",
        DesignationKind.EXPERT: "All five attributes of S-K 407(d)(5)(ii); no added liability follows.",
        DesignationKind.EXCEPTIONAL: "One member, never the chair of audit, two years at most; published with the "
        "reasons (Nasdaq 5605(c)(2)(B), (d)(2)(B), (e)(3)).",
        DesignationKind.COMMITMENTS: "That other commitments do not materially interfere (guidelines, 3.3).",
        DesignationKind.DISINTERESTED: "No material interest in the act and no material tie to who has one "
        "(8 Del. C. §144(e)).",
    },
    shown=(
        Shown("person", "Person", 206),
        Shown("kind", "What the board found", 214),
        Shown("found", "Outcome", 92, answers=("Found", "Not found")),
        Shown("decided_on", "Decided"),
        Shown("reasons", "Reasons", stretch=True),
        Shown("supersedes", "State", 100, words=_standing),
    ),
)


SKILLS = Book(
    kind=Skill,
    thing="a line of the skills matrix",
    order=lambda _record, row: (row.until is not None, row.field.casefold(), row.person),
    begin=lambda _record, day: {"as_of": day},
    group="field",
    lines=(
        (Ask("person", "Director"), Ask("field", "Field", "As the matrix calls it, such as “Manufacturing”.")),
        (Ask("as_of", "As of"), Ask("until", "First day it no longer counts")),
        (Ask("shown_by", "What shows it", "Guidelines, 1.10; S-K 401(e)(1) asks for the particular experience."),),
    ),
    shown=(
        Shown("person", "Director", 210),
        Shown("shown_by", "What shows it", stretch=True),
        Shown("as_of", "As of"),
        Shown("until", "Until"),
        Shown("field", "Field", 210),
    ),
)
BIOGRAPHIES = Book(
    kind=Biography,
    thing="a biography",
    says="As written for one proxy statement; the next one gets its own.",
    order=lambda _record, row: (-row.fiscal_year, -row.written_on.toordinal(), row.person),
    begin=lambda record, day: {"fiscal_year": fiscal_year(record, day), "written_on": day},
    lines=(
        (Ask("person", "Director, nominee or officer", grow=2), Ask("fiscal_year", "Fiscal year"),
         Ask("written_on", "Written on")),
        (Ask("experience", "Business experience of five years",
             "Principal occupations and employers (S-K 401(e)(1)).", lines=6),),
        (Ask("qualification", "Why this person should serve",
             "The particular experience and skills that led to it (S-K 401(e)(1)); directors and nominees.", lines=4),),
    ),
    shown=(
        Shown("person", "Person", 210),
        Shown("fiscal_year", "Fiscal year", 96),
        Shown("written_on", "Written"),
        Shown("experience", "Business experience", stretch=True),
        Shown("qualification", "Why", 220),
    ),
)  # fmt: skip
ACCESS = Book(
    kind=AccessRequest,
    thing="a request for access",
    order=newest("asked_on"),
    begin=lambda _record, day: {"asked_on": day},
    lines=(
        (Ask("person", "Director", grow=2), Ask("records", "To", answers=("Records", "People")),
         Ask("asked_on", "Asked on")),
        (Ask("text", "Whom or what they wish to see", needed=True),),
        (
            Ask("notice_at", "Written notice to the CEO", "Before the access (guidelines, 4.1)."),
            Ask("access_at", "Had access"),
        ),
        (Ask("note", "Note", lines=2),),
    ),
    shown=(
        Shown("person", "Director", 206),
        Shown("asked_on", "Asked"),
        Shown("records", "To", 80, answers=("Records", "People")),
        Shown("text", "Whom or what", stretch=True),
        Shown("notice_at", "Notice to the CEO", 150),
        Shown("access_at", "Had access", 150),
    ),
)  # fmt: skip
CONTACTS = Book(
    kind=Contact,
    thing="an outside contact",
    order=newest("on"),
    begin=lambda _record, day: {"on": day},
    lines=(
        (Ask("person", "Director", grow=2), Ask("on", "On")),
        (Ask("with_whom", "With whom", grow=2),
         Ask("at_managements_request", "At management’s request")),
        (Ask("text", "About what", "Management speaks for the company; others normally at its request "
             "(guidelines, 4.3)."),),
    ),
    shown=(
        Shown("on", "On"),
        Shown("person", "Director", 206),
        Shown("with_whom", "With whom", 220),
        Shown("at_managements_request", "At management’s request", 170),
        Shown("text", "About what", stretch=True),
    ),
)  # fmt: skip
DIRECTOR_PAY = Book(
    kind=DirectorPay,
    thing="a director’s pay",
    says="In US dollars. An amount that is not known yet stays empty; 0.00 says that there was none.",
    order=lambda _record, row: (-row.fiscal_year, row.person),
    begin=lambda record, day: {"fiscal_year": fiscal_year(record, day)},
    lines=(
        (Ask("person", "Director", "Who served on any day of the year (S-K 402(k)).", grow=2),
         Ask("fiscal_year", "Fiscal year")),
        (Ask("cash_cents", "Fees in cash"), Ask("stock_cents", "Stock awards"), Ask("option_cents", "Option awards")),
        (Ask("incentive_cents", "Incentive plan"), Ask("pension_cents", "Pension, deferred pay"),
         Ask("other_cents", "All other")),
        (Ask("options_held", "Options held at year-end"), Ask("stock_unvested", "Unvested stock at year-end")),
        (Ask("as_executive", "Shown in full in the executives’ table, and so not in this one"),),
    ),
    shown=(
        Shown("person", "Director", stretch=True),
        Shown("fiscal_year", "Fiscal year", 96),
        Shown("cash_cents", "Cash, US$", 116),
        Shown("stock_cents", "Stock, US$", 116),
        Shown("option_cents", "Options, US$", 116),
        Shown("other_cents", "Other, US$", 116),
        Shown("incentive_cents", "Total, US$", 124, words=_total, right=True),
    ),
)  # fmt: skip


NOMINEES = Book(
    kind=Nominee,
    thing="a nomination",
    says="Candidates and their counts come from the ballot, under Elections.",
    once=True,
    added=False,
    order=lambda record, row: (-record.get(Election, row.election).held_on.toordinal(), row.election, row.person),
    group="election",
    lines=(
        (Ask("consented_on", "Consent to be named and to serve", "In writing (S-K 401(a))."),
         Ask("proposed_by", "Put forward by", "Of a new candidate (S-K 407(c)(2)(vii)).", grow=2)),
        (Ask("nominated_by", "Nominated by", "The motion on the slate (Nasdaq 5605(e); guidelines, 2.2).",
             motions=(MotionKind.NOMINATE,)),),
    ),
    shown=(
        Shown("person", "Nominee", 200),
        Shown("nominated_by", "Nominated by", stretch=True),
        Shown("consented_on", "Consent"),
        Shown("proposed_by", "Put forward by", 190),
        Shown("election", "Election", 170, words=_election),
    ),
)  # fmt: skip
