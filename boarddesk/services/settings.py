"""What the company supplies to the rules: each parameter it may set, the value in force, and where that comes from."""

import re
from datetime import date
from fractions import Fraction

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.plurality import STOCKHOLDER_QUORUM
from boarddesk.domain.quorum import BOARD_QUORUM, BOARD_VOTE, COMMITTEE_QUORUM, COMMITTEE_VOTE, company_value
from boarddesk.domain.record import Record
from boarddesk.rules.books import Books, Parameter, built_in
from boarddesk.rules.duty import months_of
from boarddesk.rules.params import shown
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

FRACTIONS = {
    BOARD_QUORUM: ("Quorum of the board", "8 Del. C. §141(b)"),
    COMMITTEE_QUORUM: ("Quorum of a committee", "8 Del. C. §141(c)(4)"),
    BOARD_VOTE: ("Vote of the board, of those present", "8 Del. C. §141(b)"),
    COMMITTEE_VOTE: ("Vote of a committee, of those present", "8 Del. C. §141(c)(4)"),
    STOCKHOLDER_QUORUM: ("Quorum of the stockholders", "8 Del. C. §216"),
}
"""Shares that the bylaws may set; the law's own is more than one half."""
INTERVAL = "interval."
DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
QUARTERS = ("first", "second", "third", "fourth")
LEAP = 2000
GROUPS = ("Quorum and votes", "Adopted intervals", "Rules")
HINTS = {
    "fraction": "A fraction such as 1/2, which means more than one half.",
    "interval": "“Yearly”, “6 months” or “2 years”.",
    "choice": "“Yes” or “no”.",
    "cents": "An amount in US dollars such as 120,000.",
    "percent": "A percentage such as 75%, or a fraction such as 3/4.",
}


class ParameterLine(msgspec.Struct, frozen=True):
    """One parameter: the value in force on the day, its source, and whether the company set it."""

    key: str
    group: str
    title: str
    value: str
    since: date | None
    source: str
    own: bool
    unit: str
    raw: str
    hint: str
    reason: str = ""

    @property
    def id(self) -> str:
        """What names the line in a table."""
        return self.key


def parameter_lines(services: Services) -> tuple[ParameterLine, ...]:
    """Every parameter that the company may set, as of the chosen day."""
    record, day, books = services.shown, services.day, built_in()
    lines = [_fraction(record, day, books, key) for key in FRACTIONS]
    lines += [
        _interval(record, day, clause.id, f"{clause.chip} {clause.title}")
        for clause in books.clauses
        if clause.duty is not None and clause.interval is None
    ]
    lines += [_of_book(record, day, p) for p in books.parameters.values() if p.editable and p.key not in FRACTIONS]
    return tuple(lines)


def _fraction(record: Record, day: date, books: Books, key: str) -> ParameterLine:
    title, law = FRACTIONS[key]
    own = company_value(record, key, day)
    known = books.parameters.get(key)
    raw = own.value if own else known.values[-1].value if known else "1/2"
    return _line(key, GROUPS[0], title, _said(key, raw), own, law, "fraction", raw)


def _interval(record: Record, day: date, clause: str, title: str) -> ParameterLine:
    key = f"{INTERVAL}{clause}"
    own = company_value(record, key, day)
    months = months_of(own.value) if own else None
    said = _said(key, own.value) if own and months else "none adopted"
    return _line(key, GROUPS[1], title, said, own, "the clause names none", "interval", own.value if own else "")


def _of_book(record: Record, day: date, parameter: Parameter) -> ParameterLine:
    own = company_value(record, parameter.key, day)
    dated = [value for value in parameter.values if value.effective_from <= day] or list(parameter.values[:1])
    raw = own.value if own else dated[-1].value
    typed = f"{int(raw) // 100:,}" if parameter.unit == "cents" else raw
    said, law = _said(parameter.key, raw), dated[-1].citation
    return _line(parameter.key, GROUPS[2], parameter.label, said, own, law, parameter.unit, typed)


def _line(
    key: str, group: str, title: str, said: str, own: ParameterValue | None, law: str, unit: str, raw: str
) -> ParameterLine:
    source = own.citation if own else law
    since, reason = (own.effective_from, own.reason) if own else (None, "")
    hint = HINTS.get(unit, f"A whole number of {unit}.")
    return ParameterLine(key, group, title, said, since, source, own is not None, unit, raw, hint, reason)


def written(line: ParameterLine, text: str) -> str | None:
    """A value as the rules read it, from what was typed; None where it cannot be read."""
    text = " ".join(text.split()).casefold()
    if line.unit == "choice":
        return text if text in {"yes", "no"} else None
    if line.unit == "interval":
        return text if months_of(text) else None
    if line.unit in {"fraction", "percent"}:
        return _share(text)
    number = text.replace(",", "").removeprefix("$").removesuffix(f" {line.unit}").strip()
    if line.unit == "cents":
        found = re.fullmatch(r"(\d+)(?:\.(\d{2}))?", number)
        return str(int(found[1]) * 100 + int(found[2] or 0)) if found else None
    return number if number.isdecimal() else None


def _share(text: str) -> str | None:
    """A share above 0 and up to 1, from “2/3”, “0.4” or “75%”, as “2/3”."""
    try:
        share = Fraction(text.removesuffix("%").strip())
    except (ValueError, ZeroDivisionError):
        return None
    share = share / 100 if text.endswith("%") else share
    return f"{share.numerator}/{share.denominator}" if 0 < share <= 1 else None


def values_over_time(services: Services, key: str) -> tuple[tuple[str, str], ...]:
    """The company's own values of a parameter, the newest first: since when, and value with source and reason."""
    rows = sorted(services.record.where(ParameterValue, "key", key), key=lambda r: r.effective_from, reverse=True)
    return tuple(
        (
            f"from {short_day(r.effective_from)}",
            "; ".join(part for part in (_said(key, r.value), r.citation, r.reason) if part),
        )
        for r in rows
    )


def parameter_words(value: ParameterValue) -> tuple[str, str]:
    """What a value of the company is called, and the value in words."""
    key = value.key
    known = built_in().parameters.get(key)
    title = FRACTIONS[key][0] if key in FRACTIONS else known.label if known else "A value for the rules"
    if key.startswith(INTERVAL):
        clause = next((c for c in built_in().clauses if c.id == key.removeprefix(INTERVAL)), None)
        title = f"Interval of {clause.chip} {clause.title}" if clause else title
    return title, _said(key, value.value)


def _said(key: str, raw: str) -> str:
    """A value of the company in words, as the table shows it."""
    if key in FRACTIONS:
        return "more than one half" if raw == "1/2" else f"at least {raw}"
    months = months_of(raw) if key.startswith(INTERVAL) else None
    if months:
        return f"every {months} months"
    parameter = built_in().parameters.get(key)
    return shown(raw, parameter.unit.removesuffix("s") if raw == "1" else parameter.unit) if parameter else raw


def company_facts(services: Services) -> tuple[tuple[str, str], ...]:
    """The company's particulars as names and values; what is not recorded is left out."""
    company = services.record.company
    year_end = date(LEAP, *(int(part) for part in company.fiscal_year_end.split("-")))
    bases = ", ".join(f"{class_} in {year}" for class_, year in sorted(company.class_base_years.items()))
    listed = f"{company.exchange} {company.ticker}".strip()
    since = f", since {short_day(company.listing_date)}" if company.listing_date else ""
    pairs = (
        ("Name", company.name),
        ("Short name", company.short_name),
        ("State", company.state),
        ("Listed", f"{listed}{since}"),
        ("Fiscal year ends", short_day(year_end).rpartition(" ")[0]),
        ("Time zone", company.time_zone.replace("_", " ")),
        ("Office", company.address),
        ("Board", "three classes" if company.classified else "one class, elected yearly"),
        ("Classes elected", bases if company.classified else ""),
    )
    return tuple(pair for pair in pairs if pair[1])


def habit_facts(services: Services) -> tuple[tuple[str, str], ...]:
    """How the company likes to meet, as names and values."""
    habits = services.record.company.habits
    weeks = f"{habits.weeks_after_quarter_end} weeks after the quarter, on {DAYS[habits.weekday]}"
    names = [services.record.find(Committee, committee) for committee in habits.committees]
    which = ", ".join(committee.name for committee in names if committee) or "every committee"
    before = {0: "the same day", 1: "the day before"}.get(
        habits.committees_days_before, f"{habits.committees_days_before} days before"
    )
    pairs = (
        ("Board", weeks),
        ("Begins", f"{habits.time}, {habits.hours} {'hour' if habits.hours == 1 else 'hours'}"),
        ("Place", habits.place),
        ("Session", f"{habits.session_minutes} minutes after each regular meeting"),
        ("Committees", f"{which}, {before} at {habits.committee_time}"),
        (
            "Annual meeting",
            f"in the {QUARTERS[habits.annual_meeting_quarter - 1]} quarter, {habits.annual_meeting_time}",
        ),
    )
    return tuple(pair for pair in pairs if pair[1])
