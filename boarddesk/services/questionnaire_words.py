"""The questions of the yearly questionnaire in words, and every answer as one line a person reads."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from boarddesk.common.text import money
from boarddesk.domain.answers import (
    AuditorTie,
    Dealing,
    EmployerKind,
    Employment,
    Excluded,
    Expertise,
    FamilyMember,
    Finance,
    Holding,
    Interlock,
    LegalEvent,
    Organization,
    OrganizationTie,
    OrganizationYear,
    OutsideSeat,
    Payment,
    PaymentCategory,
    Question,
    Relation,
)
from boarddesk.services.words import capital, joined, short_day


class Asked(msgspec.Struct, frozen=True):
    """One question: its title, what is asked, and what an entry under it is called; `single` allows one entry."""

    title: str
    ask: str
    entry: str
    single: bool = False


ASKED = {
    Question.EMPLOYMENT: Asked(
        "Employment",
        "Every job of yours and of family members with the company, a parent or subsidiary, or a business it later "
        "acquired, and your principal occupations of the past five years. Say which offices were interim.",
        "job",
    ),
    Question.FAMILY: Asked(
        "Family and household",
        "Spouse, parents, children, siblings, step-relatives and in-laws, and everybody else who shares your home.",
        "family member",
    ),
    Question.PAYMENTS: Asked(
        "Payments",
        "Each payment from the company or a subsidiary to you, a family member, or a firm on your behalf, in the past "
        "three years: what for, when, how much.",
        "payment",
    ),
    Question.ORGANIZATIONS: Asked(
        "Organizations",
        "Organizations of which you or a family member is a partner, controlling shareholder or executive officer, "
        "with what passed between them and the company in this and the three past fiscal years.",
        "organization",
    ),
    Question.INTERLOCKS: Asked(
        "Compensation interlocks",
        "Entities of which you or a family member is an executive officer, where an executive officer of the company "
        "serves on the board or its compensation committee.",
        "interlock",
    ),
    Question.AUDITOR: Asked(
        "Outside auditor",
        "Ties of yours and of family members, present or past, to the company’s outside auditor.",
        "tie",
    ),
    Question.OWNERSHIP: Asked(
        "Ownership and control",
        "Voting securities of the company held by you and yours, in percent of the class, and any tie of control.",
        "holding",
    ),
    Question.FINANCE: Asked(
        "Finance background",
        "Whether you can read and understand financial statements, your background in finance or accounting, and any "
        "part you took in preparing the company’s statements in the past three years.",
        "background",
        single=True,
    ),
    Question.SEATS: Asked(
        "Other boards",
        "Seats on other boards, now and in the past five years, and other commitments.",
        "seat",
    ),
    Question.LEGAL: Asked(
        "Legal proceedings",
        "Proceedings of the kinds listed in Item 401(f) of Regulation S-K in the past ten years.",
        "proceeding",
    ),
    Question.DEALINGS: Asked(
        "Dealings",
        "Dealings of yours or of family members with the company since the start of its last fiscal year, or proposed.",
        "dealing",
    ),
    Question.OTHER: Asked(
        "Anything else",
        "Anything else that could affect, or seem to affect, your judgment as a director or officer.",
        "remark",
        single=True,
    ),
}
"""Every question in the order of the questionnaire (`law.md` 1.3a)."""

CHOICE_WORDS: dict[StrEnum, str] = {
    EmployerKind.COMPANY: "The company",
    EmployerKind.SUBSIDIARY: "A subsidiary",
    EmployerKind.PARENT: "A parent",
    EmployerKind.TARGET: "A business before the company acquired it",
    EmployerKind.OTHER: "Another employer",
    Relation.SPOUSE: "Spouse",
    Relation.PARENT: "Parent",
    Relation.CHILD: "Child",
    Relation.SIBLING: "Sibling",
    Relation.STEP_CHILD: "Stepchild",
    Relation.STEP_PARENT: "Stepparent",
    Relation.PARENT_IN_LAW: "Mother- or father-in-law",
    Relation.CHILD_IN_LAW: "Son- or daughter-in-law",
    Relation.SIBLING_IN_LAW: "Brother- or sister-in-law",
    Relation.HOUSEHOLD: "Shares the household",
    PaymentCategory.COMPENSATION: "Compensation",
    PaymentCategory.FEE: "Consulting or advisory fee",
    PaymentCategory.BOARD: "Board or committee fees",
    PaymentCategory.FAMILY_EMPLOYEE: "Pay of a family member who is no executive officer",
    PaymentCategory.PLAN: "Tax-qualified plan, or non-discretionary",
    PaymentCategory.INTERIM: "Interim executive service",
    PaymentCategory.PAST_SERVICE: "Fixed deferred pay for past service",
    OrganizationTie.PARTNER: "Partner",
    OrganizationTie.LIMITED_PARTNER: "Limited partner",
    OrganizationTie.CONTROLLING_SHAREHOLDER: "Controlling shareholder",
    OrganizationTie.EXECUTIVE_OFFICER: "Executive officer",
    OrganizationTie.MANAGING_MEMBER: "Member or managing director",
    OrganizationTie.EMPLOYEE: "Employee",
    OrganizationTie.DIRECTOR: "Director",
    Excluded.INVESTMENT: "Solely from investing in the company’s securities",
    Excluded.MATCHING: "Non-discretionary charitable matching",
    Expertise.STATEMENTS: "GAAP and statements",
    Expertise.ESTIMATES: "Estimates, accruals, reserves",
    Expertise.COMPLEXITY: "Prepared, audited or analyzed",
    Expertise.CONTROLS: "Internal control over reporting",
    Expertise.COMMITTEE: "Audit committee functions",
}
"""What the answers’ choices are called."""


def entry_words(entry: Any) -> str:
    """An entry as one line: whom it concerns, what, and since when; nothing that was not answered."""
    if isinstance(entry, str):
        return " ".join(entry.split())
    of = getattr(entry, "of", "")
    words = ", ".join(part for part in _PARTS[type(entry)](entry) if part)
    return f"{of}: {words}" if of else words


def _low(choice: StrEnum) -> str:
    words = CHOICE_WORDS[choice]
    return words if words.startswith("Tax") else words[:1].lower() + words[1:]


def _span(since: date | None, until: date | None) -> str:
    if since and until:
        return f"{short_day(since)} to {short_day(until)}"
    return f"since {short_day(since)}" if since else f"until {short_day(until)}" if until else ""


def _employment(job: Employment) -> tuple[str, ...]:
    kind = "" if job.kind is EmployerKind.OTHER else _low(job.kind)
    office = {True: "executive officer", False: "no executive officer", None: ""}[job.executive]
    return (job.employer, kind, job.position, office, "interim" if job.interim else "", _span(job.since, job.until))


def _family(member: FamilyMember) -> tuple[str, ...]:
    home = {True: "shares the home", False: "does not share the home", None: ""}[member.shares_home]
    minor = {True: "a minor", False: "of age", None: ""}[member.minor]
    tenant = "domestic employee or tenant" if member.employee_or_tenant else ""
    return (member.name, _low(member.relation), minor, home, tenant)


def _payment(paid: Payment) -> tuple[str, ...]:
    what = f"{money(paid.cents)} on {short_day(paid.on)}"
    return (what, _low(paid.category), paid.nature, f"through {paid.through}" if paid.through else "")


def year_words(year: OrganizationYear) -> str:
    """“2026: the company paid it $188,400; its revenue $3,600,000 (estimate)”."""
    flows = [f"the company paid it {money(year.paid_to_cents)}"] if year.paid_to_cents else []
    flows += [f"it paid the company {money(year.received_from_cents)}"] if year.received_from_cents else []
    said = joined(flows) or "nothing passed"
    if year.excluded is not None:
        said += f" ({_low(year.excluded)})"
    if year.revenue_cents is not None:
        said += f", its revenue {money(year.revenue_cents)}{' (estimate)' if year.estimate else ''}"
    return f"{year.year}: {said}"


def _organization(org: Organization) -> tuple[str, ...]:
    adviser = "advises the company for a fee" if org.adviser else ""
    passive = "" if org.active else "no active role"
    parts = (org.name, _low(org.tie), _span(org.since, org.until), adviser, passive)
    # What passed in each year has commas of its own.
    return ("; ".join([", ".join(part for part in parts if part), *map(year_words, org.years)]),)


def _interlock(entry: Interlock) -> tuple[str, ...]:
    where = "compensation committee" if entry.compensation_committee else ""
    board = "board" if entry.director_there else ""
    place = joined([part for part in (board, where) if part])
    there = f"{entry.executive} serves on its {place}" if place else f"{entry.executive} serves there"
    return (entry.entity, there, _span(entry.since, entry.until))


def _auditor(tie: AuditorTie) -> tuple[str, ...]:
    worked = {True: "worked on the company’s audit", False: "no work on the company’s audit", None: ""}
    until = f" until {short_day(tie.worked_until)}" if tie.worked_until and tie.worked_on_audit else ""
    as_what = "partner" if tie.partner else "employee"
    return (tie.firm, as_what, _span(tie.since, tie.until), f"{worked[tie.worked_on_audit]}{until}")


def _holding(held: Holding) -> tuple[str, ...]:
    control = "controls the company, or is under common control" if held.controls else ""
    office = f"office in an affiliate: {held.affiliate_office}" if held.affiliate_office else ""
    return (f"{held.percent}% of {held.security or 'the voting securities'}", control, office)


def _finance(background: Finance) -> tuple[str, ...]:
    reads = {True: "reads statements", False: "does not read statements", None: ""}[background.reads_statements]
    past = {True: "finance background", False: "no finance background", None: ""}[background.sophisticated]
    took = {True: "took part in the company’s statements", False: "took no part in the company’s statements", None: ""}
    until = f" until {short_day(background.prepared_until)}" if background.prepared_until else ""
    count = f"{len(background.expertise)} of 5 attributes" if background.expertise else ""
    words = (reads, past, f"{took[background.prepared]}{until}".strip(), count, background.background)
    return (capital(next((part for part in words if part), "")), *[part for part in words if part][1:])


def _seat(seat: OutsideSeat) -> tuple[str, ...]:
    registered = {True: "registered company", False: "not registered", None: ""}[seat.registered]
    return (seat.company, registered, seat.committees, _span(seat.since, seat.until))


def _legal(event: LegalEvent) -> tuple[str, ...]:
    return (" ".join(event.text.split()), short_day(event.on) if event.on else "")


def _dealing(dealing: Dealing) -> tuple[str, ...]:
    return (" ".join(dealing.text.split()), money(dealing.cents) if dealing.cents is not None else "")


_PARTS: dict[type, Callable[[Any], tuple[str, ...]]] = {
    Employment: _employment, FamilyMember: _family, Payment: _payment, Organization: _organization,
    Interlock: _interlock, AuditorTie: _auditor, Holding: _holding, Finance: _finance, OutsideSeat: _seat,
    LegalEvent: _legal, Dealing: _dealing,
}  # fmt: skip
