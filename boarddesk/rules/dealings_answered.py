"""Dealings that the questionnaires name and the register of related persons does not (S-K 404(a))."""

from boarddesk.common.text import money
from boarddesk.domain.answers import OrganizationTie, PaymentCategory, Question
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.rules.case import Case
from boarddesk.rules.families import Circle, in_circle, named, same_name
from boarddesk.rules.proxy import ProxyYear, answers_for, people_since
from boarddesk.rules.proxy_sheet import Sheet
from boarddesk.rules.reportable import Limit

BUSINESS = frozenset(
    {
        OrganizationTie.PARTNER,
        OrganizationTie.CONTROLLING_SHAREHOLDER,
        OrganizationTie.EXECUTIVE_OFFICER,
        OrganizationTie.MANAGING_MEMBER,
    }
)
"""Ties that may give a material interest; a seat as director or limited partner alone does not (404(a), Instr. 6)."""
PAY = frozenset({PaymentCategory.COMPENSATION, PaymentCategory.FEE, PaymentCategory.FAMILY_EMPLOYEE})


def people_asked(case: Case, proxy: ProxyYear) -> tuple[str, ...]:
    """Whose dealings count: those in the proxy statement, and all who were in office since the year began."""
    return people_since(case, proxy, proxy.year.first)


def answered_dealings(case: Case, sheet: Sheet, limit: Limit) -> None:
    """What the answers on dealings, organizations and payments name that the register does not."""
    for person in people_asked(case, sheet.proxy):
        answers = sheet.answers(person, Question.DEALINGS)
        if answers is None:
            continue
        name = case.name(person)
        for dealing in answers.dealings:
            entered = case.record.find(RelatedTransaction, dealing.entry or None) is not None
            if not entered and (dealing.cents is None or limit.above(dealing.cents) is not False):
                sheet.lacks(f"an entry in the register for “{dealing.text}” (question Q-RPT, {name})")
        _organizations(case, sheet, person, limit)
        _family_pay(case, sheet, person, limit)


def _circle(case: Case, sheet: Sheet, person: str, of: str) -> bool:
    """Whether an entry concerns the person or, as far as known, the immediate family."""
    if not of:
        return True
    family = answers_for(case, sheet.proxy, person, Question.FAMILY)
    member = named(family.family, of) if family else None
    return member is None or in_circle(member, Circle.IMMEDIATE) is not False


def _organizations(case: Case, sheet: Sheet, person: str, limit: Limit) -> None:
    answers = answers_for(case, sheet.proxy, person, Question.ORGANIZATIONS)
    entered = case.once("counterparties", _counterparties)
    for organization in answers.organizations if answers else ():
        if organization.tie not in BUSINESS or same_name(organization.name) in entered:
            continue
        for year in organization.years:
            cents = max(year.paid_to_cents, year.received_from_cents)
            counts = year.year == sheet.proxy.year.year and year.excluded is None and limit.above(cents) is not False
            if counts and _circle(case, sheet, person, organization.of):
                what = f"{money(cents)} with {organization.name}"
                sheet.lacks(_entry(what, Question.ORGANIZATIONS, case.name(person)))


def _counterparties(case: Case) -> set[str]:
    return {same_name(dealing.counterparty) for dealing in case.record.all(RelatedTransaction)}


def _family_pay(case: Case, sheet: Sheet, person: str, limit: Limit) -> None:
    """Pay of family members: directors' and officers' own pay stands in the tables of pay."""
    answers = answers_for(case, sheet.proxy, person, Question.PAYMENTS)
    totals: dict[str, int] = {}
    for payment in answers.payments if answers else ():
        if payment.of and payment.category in PAY and sheet.proxy.year.first <= payment.on <= sheet.proxy.closes:
            totals[payment.of] = totals.get(payment.of, 0) + payment.cents
    entered = {same_name(d.related_name) for d in case.record.where(RelatedTransaction, "person", person)}
    for of, cents in totals.items():
        if same_name(of) not in entered and limit.above(cents) is not False and _circle(case, sheet, person, of):
            sheet.lacks(_entry(f"{money(cents)} of pay to {of}", Question.PAYMENTS, case.name(person)))


def _entry(what: str, question: Question, name: str) -> str:
    return f"an entry in the register, or why none is needed, for {what} (question {question}, {name})"
