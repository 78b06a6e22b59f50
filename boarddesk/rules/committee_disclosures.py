"""What a proxy statement says of the audit and the compensation committee: reports, advisers, members (407(d), (e))."""

from collections.abc import Iterable
from datetime import timedelta

from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.meetings import ItemType
from boarddesk.domain.motions import Motion
from boarddesk.domain.registers import AdviserKind, DelegatedMatter, Delegation, Engagement
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.proxy import items_taken_up, member_spells, shown_by
from boarddesk.rules.proxy_sheet import Sheet
from boarddesk.rules.reportable import dealings_of, disclosed, limit_on
from boarddesk.rules.words import listed, on

ONE_DAY = timedelta(days=1)


# --- the audit committee


def audit_report(case: Case, sheet: Sheet, committee: Committee) -> None:
    """The four statements of the report, and the names below it (407(d)(3))."""
    proxy = sheet.proxy
    first, last = proxy.year.last + ONE_DAY, proxy.closes
    reviewed = items_taken_up(case, committee.id, ItemType.FINANCIAL_STATEMENTS, first, last)
    talked = items_taken_up(case, committee.id, ItemType.AUDITOR, first, last)
    talked += items_taken_up(case, committee.id, ItemType.AUDIT_REPORT, first, last)
    motions = [m for item in reviewed for m in case.record.where(Motion, "item", item.id)]
    carried = [m for m in motions if case.decisions.of(m).carried]
    carried += [m for m in shown_by(case, sheet.judge.clause.id, first, last) if isinstance(m, Motion)]
    letters = [d for d in case.record.where(Document, "kind", DocumentKind.AUDITOR_LETTER) if _of_year(d, sheet)]
    year = proxy.year.label
    steps: dict[str, Iterable[Row]] = {
        f"review of the audited statements of {year} with management": reviewed,
        f"what the auditor had to tell the {committee.name} on {year}": talked,
        f"the auditor's letter on its independence for {year}": letters,
        f"recommendation of the {committee.name} to include the statements of {year} in Form 10-K": carried,
    }
    for words, rows in steps.items():
        if rows:
            sheet.has(words, *rows)
        else:
            sheet.lacks(words)
    members = [case.name(person) for person in case.members_on(committee.id, last)]
    if members:
        sheet.has(f"{listed(members)} as members")
    else:
        sheet.lacks(f"the members of the {committee.name}")


def _of_year(letter: Document, sheet: Sheet) -> bool:
    day = letter.adopted_on or letter.effective_from
    if letter.fiscal_year is not None:
        return letter.fiscal_year == sheet.proxy.year.year and (day is None or day <= sheet.proxy.closes)
    return day is not None and sheet.proxy.year.last < day <= sheet.proxy.closes


def exceptional_members(case: Case, sheet: Sheet, committee: Committee) -> None:
    """A member who is not independent, admitted under exceptional and limited circumstances (407(d)(2))."""
    year = sheet.proxy.year
    for found in case.record.where(Designation, "kind", DesignationKind.EXCEPTIONAL):
        over = found.ends_on is not None and found.ends_on < year.first
        if found.found and found.committee == committee.id and found.decided_on <= sheet.proxy.closes and not over:
            name = case.name(found.person)
            said = f"{name} serves on the {committee.name} as an exceptional and limited member by the finding of"
            sheet.discloses(f"{said} {on(found.decided_on)}", found)
            if not found.reasons:
                sheet.lacks(f"the reasons for the finding on {name}")


# --- the compensation committee


def pay_delegations(case: Case, sheet: Sheet) -> None:
    """What of the committee's authority over pay was delegated in the year (407(e)(3)(i))."""
    first, last = sheet.proxy.year.first, sheet.proxy.year.cut
    for row in case.record.where(Delegation, "matter", DelegatedMatter.PAY):
        if row.start <= last and (row.end is None or row.end > first):
            sheet.has(f"authority over pay delegated since {on(row.start)}", row)


def pay_consultants(case: Case, sheet: Sheet) -> None:
    """Who advised on pay in the year, and whether a conflict of interest was looked for (407(e)(3)(iii), (iv))."""
    first, last = sheet.proxy.year.first, sheet.proxy.year.cut
    for firm in case.record.where(Engagement, "kind", AdviserKind.COMPENSATION):
        if firm.engaged_on <= last and (firm.ended_on is None or firm.ended_on > first):
            sheet.has(f"{firm.adviser}, a consultant on pay, is to be named", firm)
            if firm.factors_weighed_on is None and not firm.exempt:
                sheet.lacks(f"whether the work of {firm.adviser} raised a conflict of interest (the six factors)")


def members_dealings(case: Case, sheet: Sheet, committee: Committee | None) -> None:
    """Members with a dealing to be disclosed under 404."""
    year = sheet.proxy.year
    members = member_spells(case, committee.id, year.first, year.cut) if committee else case.directors_on(year.cut)
    if any(dealing.person in members for dealing in dealings_of(case, sheet.proxy)):
        sheet.relied.extend(limit_on(case, sheet.proxy.closes).relied)
    for dealing, _ in disclosed(case, sheet.proxy):
        if dealing.person in members:
            words = f"{case.name(dealing.person)}, a member, has a dealing with {dealing.counterparty} under Item 404"
            sheet.discloses(words, dealing)


def pay_report(case: Case, sheet: Sheet, committee: Committee | None) -> None:
    """The committee's report: it discussed the discussion and analysis of pay, and recommended it (407(e)(5))."""
    shown = shown_by(case, sheet.judge.clause.id, sheet.proxy.opens, sheet.proxy.closes)
    if shown:
        sheet.has("the report of the committee", *shown)
    else:
        name = committee.name if committee else "Board"
        sheet.lacks(f"the {name}'s discussion of the analysis of pay with management (an item that names S-K 407(e))")
