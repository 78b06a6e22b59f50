"""The annex of a secretary's certificate that quotes who may sign what, under which resolution, on its day."""

from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.reports.documents.certificate import Annex
from boarddesk.reports.wording import long_date
from boarddesk.services.authority import Authority, Force, matrix
from boarddesk.services.words import short_day


def authorities_annex(record: Record, day: date, letter: str) -> tuple[Annex, tuple[str, str]]:
    """The annex and the clause that refers to it; UserError where no authority in force rests on a resolution."""
    found = matrix(record, day).of(Force.IN_FORCE)
    if not found:
        raise UserError(
            f"No authority to sign that rests on a resolution is in force on {short_day(day)}.",
            what_to_do="Record it under Registers first.", code="no_authority",
        )  # fmt: skip
    facts = tuple((one.heading, _words(one)) for one in found)
    clause = (
        f"Annex {letter} is a complete extract of the authorities to sign for the Company that are in force on this "
        "date under resolutions and documents that stand as adopted."
    )
    under = f"As of {long_date(day)}. Amounts in US dollars."
    return Annex(letter, "Signing Authorities", under, facts=facts), ("Authority", clause)


def _words(one: Authority) -> str:
    """“With suppliers. Chief financial officer (Priya Nair): $250,000. Under motion 2026-08, Board, 12 Feb 2026.”."""
    who = f"{one.holder} ({one.name})" if one.name else one.holder
    under = f"{one.under[:1].lower()}{one.under[1:]}" if one.under.startswith("Motion") else one.under
    return f"{one.which}{'. ' if one.which else ''}{who}: {one.cell}. Under {under}."
