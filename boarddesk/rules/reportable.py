"""Dealings with related persons that a proxy statement has to tell of: line, time, family, amount (S-K 404(a))."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import msgspec

from boarddesk.common.text import money
from boarddesk.domain.answers import Question
from boarddesk.domain.finding import Status
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.registers import CompanyYear
from boarddesk.rules.case import Case
from boarddesk.rules.families import Circle, in_circle, lacking, named, same_name
from boarddesk.rules.params import Value
from boarddesk.rules.proxy import (
    ProxyYear,
    people_since,
    smaller,
    years_before,
)
from boarddesk.rules.words import on

THRESHOLD = "related_person_threshold"
SHARE = "related_person_asset_share"
EARLIER = "related_person_earlier_years"


class Limit(msgspec.Struct, frozen=True):
    """The line above which a dealing counts, US cents; None where a smaller company's assets are not on record."""

    cents: Fraction | None
    most: int
    missing: tuple[str, ...]
    relied: tuple[Value, ...]

    def relied_for(self, cents: int | None) -> tuple[Value, ...]:
        """The values that a result on an amount relied on: above the full line the company's size plays no part."""
        return self.relied[:1] if cents is not None and cents > self.most else self.relied

    def above(self, cents: int) -> bool | None:
        """Whether an amount lies above the line; None where that hangs on what is missing."""
        if cents > self.most:
            return True
        return None if self.cents is None else cents > self.cents

    @property
    def words(self) -> str:
        """“$120,000”."""
        return money(int(self.cents if self.cents is not None else self.most))


def limit_on(case: Case, day: date) -> Limit:
    """The line on a day: $120,000, for a smaller reporting company 1% of average total assets where that is less."""
    base = case.parameters.value(THRESHOLD, day)
    small, filer = smaller(case, day)
    if not small:
        return Limit(Fraction(base.number), base.number, (), (base, filer))
    share = case.parameters.value(SHARE, day)
    assets: list[int] = []
    missing: list[str] = []
    for year in years_before(case, day):
        row = next(iter(case.record.where(CompanyYear, "fiscal_year", year)), None)
        if row is None or row.total_assets_cents is None or row.estimate:
            missing.append(f"total assets at the end of FY {year}")
        else:
            assets.append(row.total_assets_cents)
    relied = (base, filer, share)
    if missing:
        return Limit(None, base.number, tuple(missing), relied)
    return Limit(min(Fraction(base.number), share.fraction * sum(assets) / len(assets)), base.number, (), relied)


# --- S-K 404(a)


class Reported(NamedTuple):
    """What one dealing means for one proxy statement."""

    status: Status
    because: str
    missing: tuple[str, ...] = ()
    relied: tuple[Value, ...] = ()


def window(case: Case, proxy: ProxyYear) -> tuple[date, tuple[Value, ...]]:
    """The first day from which dealings are reported: of the fiscal year, for a smaller company of one before it."""
    small, size = smaller(case, proxy.closes)
    if not small:
        return proxy.year.first, (size,)
    more = case.parameters.value(EARLIER, proxy.closes)
    return case.calendar.year_starts(proxy.year.year - more.number), (size, more)


def began(case: Case, dealing: RelatedTransaction) -> date:
    """When a dealing took effect or was approved, whichever came first; one that is only proposed is of today."""
    approval = case.decisions.by_id(dealing.approved_by)
    known = (dealing.effective_on, approval.day if approval else None)
    return min((day for day in known if day is not None), default=case.as_of)


def dealings_of(case: Case, proxy: ProxyYear) -> list[RelatedTransaction]:
    """The dealings that were running, began or were proposed in the time a proxy statement reports on."""
    first, _ = window(case, proxy)
    return [
        dealing
        for dealing in case.record.all(RelatedTransaction)
        if began(case, dealing) <= proxy.closes and (dealing.ends_on is None or dealing.ends_on >= first)
    ]


def reported(case: Case, proxy: ProxyYear, dealing: RelatedTransaction) -> Reported | None:
    """Whether a dealing is to be disclosed in a proxy statement; None where it is long past and below the line."""
    return case.once(("reported", dealing.id, proxy.year.id), lambda _: _reported(case, proxy, dealing))


def _reported(case: Case, proxy: ProxyYear, dealing: RelatedTransaction) -> Reported | None:
    limit = limit_on(case, proxy.closes)
    first, more = window(case, proxy)
    relied = tuple(dict.fromkeys((*limit.relied_for(dealing.amount_cents), *more)))
    what = f"The dealing with {dealing.counterparty}"
    open_end = dealing.ends_on is None and (dealing.effective_on or began(case, dealing)) < first
    if dealing.amount_cents is None:
        gap = f"the amount of the dealing with {dealing.counterparty}, over its life and with similar ones"
        because = f"{what} is on record for {proxy.words}, its amount is not."
        return Reported(Status.CANNOT_JUDGE, because, (gap,), relied)
    above = limit.above(dealing.amount_cents)
    if above is False and open_end:
        return None
    amount = f"{what} comes to {money(dealing.amount_cents)}"
    related, said, gaps = _related(case, proxy, dealing, first)
    if related is False:
        return Reported(Status.NOT_APPLICABLE, f"{amount}; {said}.", (), relied)
    if above is False:
        return _below(case, proxy, dealing, limit, relied)
    if above is None:
        because = f"{amount}; the line of a smaller reporting company hangs on its total assets."
        return Reported(Status.CANNOT_JUDGE, because, limit.missing, relied)
    if open_end:
        gap = f"the day on which the dealing with {dealing.counterparty} ended, or is to end"
        since = f"{amount} and began on {on(dealing.effective_on or began(case, dealing))}"
        because = f"{since}; whether it was still running on {on(first)} is not on record."
        return Reported(Status.CANNOT_JUDGE, because, (gap,), relied)
    if related is None:
        return Reported(Status.CANNOT_JUDGE, f"{amount}; {said}.", gaps, relied)
    return _above(proxy, dealing, limit, relied, who_is(case, dealing))


def _above(
    proxy: ProxyYear, dealing: RelatedTransaction, limit: Limit, relied: tuple[Value, ...], who: str
) -> Reported:
    said = f"The dealing with {dealing.counterparty} of {money(dealing.amount_cents or 0)} is above {limit.words}"
    gaps = details_lacking(dealing, who)
    if dealing.approval_required is False:
        because = (
            f"{said}, yet no approval is said to be needed; whether an exception of 404(a) applies is for counsel."
        )
        return Reported(Status.JUDGMENT_NEEDED, because, gaps, relied)
    because = f"{said}: to be disclosed in {proxy.words}, unless the interest of {who} in it is not material."
    return Reported(Status.DISCLOSURE_REQUIRED, because, gaps, relied)


def who_is(case: Case, dealing: RelatedTransaction) -> str:
    """The related person by name."""
    return dealing.related_name or (case.name(dealing.person) if dealing.person else "the related person")


def details_lacking(dealing: RelatedTransaction, who: str) -> tuple[str, ...]:
    """What the disclosure says and the register does not: basis, interest, its amount, the figures of a debt."""
    of = f"in the dealing with {dealing.counterparty}"
    debt = (dealing.largest_debt_cents, dealing.debt_cents)
    checks = {
        f"who the related person is {of}": bool(dealing.person or dealing.related_name),
        f"on what basis {who} is a related person {of}": bool(dealing.relation or not dealing.related_name),
        f"the interest of {who} {of}": bool(dealing.interest.strip()),
        f"the dollar amount of the interest of {who} {of}": dealing.interest_cents is not None,
    }
    if dealing.debt_terms or any(cents is not None for cents in debt):
        checks[f"the largest amount of the debt to {dealing.counterparty} in the period"] = debt[0] is not None
        checks[f"the latest amount of the debt to {dealing.counterparty}"] = debt[1] is not None
        checks[f"the interest rate and payments on the debt to {dealing.counterparty}"] = bool(dealing.debt_terms)
    return tuple(gap for gap, there in checks.items() if not there)


def _below(
    case: Case, proxy: ProxyYear, dealing: RelatedTransaction, limit: Limit, relied: tuple[Value, ...]
) -> Reported:
    """At or below the line; several with the same party and person may be similar ones, to be added up."""
    said = f"The dealing with {dealing.counterparty} of {money(dealing.amount_cents or 0)} is not above {limit.words}"
    alike = [other for other in dealings_of(case, proxy) if same_parties(other, dealing)]
    total = sum(other.amount_cents or 0 for other in alike)
    if len(alike) > 1 and limit.above(total):
        together = f"{said}, but with others of the same party it comes to {money(total)}"
        because = f"{together}; whether they are similar transactions is for judgment."
        return Reported(Status.JUDGMENT_NEEDED, because, (), relied)
    return Reported(Status.NOT_APPLICABLE, f"{said} and need not be disclosed.", (), relied)


def same_parties(one: RelatedTransaction, other: RelatedTransaction) -> bool:
    """Whether two dealings are with the same counterparty, for the same related person."""
    return _key(one) == _key(other)


def _key(dealing: RelatedTransaction) -> tuple[str, str, str]:
    return dealing.person or "", same_name(dealing.related_name), same_name(dealing.counterparty)


def _related(
    case: Case, proxy: ProxyYear, dealing: RelatedTransaction, first: date
) -> tuple[bool | None, str, tuple[str, ...]]:
    """Whether a related person is in it: someone in office since that day, or of their immediate family."""
    if dealing.person is None:
        return True, "", ()
    name = case.name(dealing.person)
    if not _in_office(case, proxy, dealing.person, first):
        return False, f"{name} has been no director, nominee or executive officer since {on(first)}", ()
    if not dealing.related_name or same_name(dealing.related_name) == same_name(name):
        return True, "", ()
    answers = case.answers.newest(dealing.person, Question.FAMILY, proxy.closes)
    member = named(answers.family, dealing.related_name) if answers else None
    if member is None:
        # Whom the register calls a related person is one until an answer says otherwise.
        return True, "", ()
    inside = in_circle(member, Circle.IMMEDIATE)
    if inside is False:
        return False, f"{dealing.related_name} is not of the immediate family of {name} (S-K 404(a))", ()
    said = f"whether {dealing.related_name} is of the immediate family of {name} is not on record"
    return inside, said, () if inside else (lacking(member, Circle.IMMEDIATE),)


def _in_office(case: Case, proxy: ProxyYear, person: str, first: date) -> bool:
    """Whether somebody was a director, nominee or executive officer at any time since a day."""
    return person in people_since(case, proxy, first)


# --- all of them


def disclosed(case: Case, proxy: ProxyYear) -> Iterator[tuple[RelatedTransaction, Reported]]:
    """The dealings that a proxy statement has to tell of."""
    for dealing in dealings_of(case, proxy):
        found = reported(case, proxy, dealing)
        if found is not None and found.status is Status.DISCLOSURE_REQUIRED:
            yield dealing, found
