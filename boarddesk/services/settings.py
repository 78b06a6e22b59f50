"""The values the rules go by: each parameter, the value in force and where it comes from; and the company's habits."""

import re
from datetime import date
from fractions import Fraction

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.keeping import Disposable
from boarddesk.domain.plurality import STOCKHOLDER_QUORUM
from boarddesk.domain.quorum import BOARD_QUORUM, BOARD_VOTE, COMMITTEE_QUORUM, COMMITTEE_VOTE, company_value
from boarddesk.domain.record import Record
from boarddesk.domain.retention import KEEP, RETENTION
from boarddesk.domain.row_checks import is_share
from boarddesk.rules.books import Books, DatedValue, Parameter, built_in
from boarddesk.rules.clocks import CLOSINGS, days_in
from boarddesk.rules.duty import YEARLY, months_of
from boarddesk.rules.params import shown
from boarddesk.services.clauses import INTERVAL, books_shown, clause_of
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.notice_terms import MANNER
from boarddesk.services.words import day_month, short_day
from boarddesk.services.workspace import Services

FRACTIONS = {
    BOARD_QUORUM: ("Quorum of the board", "8 Del. C. §141(b)"),
    COMMITTEE_QUORUM: ("Quorum of a committee", "8 Del. C. §141(c)(4)"),
    BOARD_VOTE: ("Vote of the board, of those present", "8 Del. C. §141(b)"),
    COMMITTEE_VOTE: ("Vote of a committee, of those present", "8 Del. C. §141(c)(4)"),
    STOCKHOLDER_QUORUM: ("Quorum of the stockholders", "8 Del. C. §216"),
}
"""Shares that the bylaws may set; the law's own is more than one half."""
NOTICE = {MANNER: ("How notice is given to directors", "8 Del. C. §229")}
"""What the bylaws say of notice in words, which no rule reads and every notice prints."""
NOTICE_CLAUSE = "LAW-DE-229"
DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
QUARTERS = ("first", "second", "third", "fourth")
LEAP = 2000
QUORUM, ADOPTED, SUPPLIED, SHARED = (
    "Quorum and votes", "Adopted intervals", "Supplied by the company", "Fixed for several clauses",
)  # fmt: skip
WORDS, HOURS = "words", "hours"
HOURS_A_DAY = 24
FIXED_BY = {
    "guidelines": "Fixed by the guidelines",
    "nasdaq": "Fixed by Nasdaq",
    "sec": "Fixed by the SEC",
    "delaware": "Fixed by Delaware law",
    "practice": "Fixed by practice",
}
GROUPS = (QUORUM, ADOPTED, SUPPLIED, *FIXED_BY.values(), SHARED)
UNCONFIRMED = "unconfirmed"
YES_OR_NO = frozenset({"yes", "no", "not stated"})
CHOICE = "choice"
"""The unit of what is answered with yes or no."""
LISTED_DAYS = "days listed"
"""The unit, for a person who types it, of the days on which the SEC was closed for once."""
HINTS = {
    "fraction": "A fraction such as 1/2, which means more than one half.",
    "interval": "“Yearly”, “6 months” or “2 years”.",
    CHOICE: "“Yes” or “no”.",
    LISTED_DAYS: "Days such as “9 Jan 2025, 5 Dec 2018”, or “none”.",
    "cents": "An amount in US dollars such as 120,000.",
    "percent": "A percentage such as 75%, or a fraction such as 3/4.",
    WORDS: "As the notice says it, such as “e-mail to each director’s address of record”.",
    HOURS: "A number of hours, or of days such as “10 days”.",
}


class ParameterLine(msgspec.Struct, frozen=True):
    """One parameter: the value in force on the day, its source, and whether the company set it.

    `confidence` says how far the source of a book's value was confirmed, `as_of` when it was last looked at.
    """

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
    editable: bool = True
    overridable: bool = True
    confidence: str = ""
    as_of: date | None = None

    @property
    def id(self) -> str:
        """What names the line in a table."""
        return self.key

    @property
    def unconfirmed(self) -> bool:
        """Whether the value in force rests on a source that nobody has confirmed."""
        return self.confidence == UNCONFIRMED

    @property
    def asks_reason(self) -> bool:
        """Whether an override must say why: it takes the place of a value of the books."""
        return asks_reason(self.key)


def parameter_lines(services: Services) -> tuple[ParameterLine, ...]:
    """Every value the rules go by, as of the chosen day: of the bylaws, adopted intervals, and of the books."""
    record, day = services.shown, services.day
    books = books_shown(record, day)
    stated = {parameter.key: FIXED_BY[clause.book] for clause in books.clauses for parameter in clause.parameters}
    lines = [_fraction(record, day, books, key) for key in FRACTIONS]
    lines += [_in_words(record, day, key) for key in NOTICE]
    lines += [
        _interval(record, day, clause.id, f"{clause.chip} {clause.title}")
        for clause in books.clauses
        if clause.duty is not None and clause.interval is None and clause.judges(day)
    ]
    for parameter in books.parameters.values():
        if parameter.key not in FRACTIONS:
            group = SUPPLIED if parameter.editable else stated.get(parameter.key, SHARED)
            lines.append(_of_book(record, day, parameter, group))
    return tuple(sorted(lines, key=lambda line: GROUPS.index(line.group)))


def _fraction(record: Record, day: date, books: Books, key: str) -> ParameterLine:
    title, law = FRACTIONS[key]
    own = company_value(record, key, day)
    known = books.parameters.get(key)
    raw = own.value if own else known.values[-1].value if known else "1/2"
    return _line(key, QUORUM, title, raw, own, known.values[-1] if known else None, law, "fraction")


def _in_words(record: Record, day: date, key: str) -> ParameterLine:
    title, law = NOTICE[key]
    own = company_value(record, key, day)
    line = _line(key, SUPPLIED, title, own.value if own else "", own, None, law, WORDS)
    return line if own else msgspec.structs.replace(line, value="not supplied")


def _interval(record: Record, day: date, clause: str, title: str) -> ParameterLine:
    key = f"{INTERVAL}{clause}"
    own = company_value(record, key, day)
    line = _line(key, ADOPTED, title, own.value if own else "", own, None, "the clause names none", "interval")
    return line if own and months_of(own.value) else msgspec.structs.replace(line, value="none adopted")


def _of_book(record: Record, day: date, parameter: Parameter, group: str) -> ParameterLine:
    own = company_value(record, parameter.key, day) if parameter.may_be_set else None
    own = own if own and readable(parameter.key, own.value) else None
    dated = in_force(parameter, day)
    unit = LISTED_DAYS if parameter.key == CLOSINGS else parameter.unit
    raw = own.value if own else dated.value
    line = _line(parameter.key, group, parameter.label, raw, own, dated, dated.citation, unit)
    return msgspec.structs.replace(line, editable=parameter.editable, overridable=parameter.may_be_set)


def in_force(parameter: Parameter, day: date) -> DatedValue:
    """A book's value in force on a day; before the first dated one, that first one."""
    return ([value for value in parameter.values if value.effective_from <= day] or [parameter.values[0]])[-1]


def _line(
    key: str,
    group: str,
    title: str,
    raw: str,
    own: ParameterValue | None,
    dated: DatedValue | None,
    law: str,
    unit: str,
) -> ParameterLine:
    since = own.effective_from if own else dated.effective_from if dated else None
    return ParameterLine(
        key=key,
        group=group,
        title=title,
        value=said(key, raw),
        since=None if since == date.min else since,
        source=own.citation if own else law,
        own=own is not None,
        unit=unit,
        raw=f"{int(raw) // 100:,}" if unit == "cents" else raw,
        hint=hint_for(unit),
        reason=own.reason if own else "",
        confidence="" if own or dated is None else dated.confidence,
        as_of=None if own or dated is None else dated.as_of,
    )


def hint_for(unit: str) -> str:
    """How a value of that unit is written."""
    return HINTS.get(unit, f"A whole number of {unit}.")


def asks_reason(key: str) -> bool:
    """Whether setting a value overrides one of the books; bylaws and adopted intervals are their own reason."""
    return key in built_in().parameters and key not in FRACTIONS


def written(line: ParameterLine, text: str) -> str | None:
    """A value as the rules read it, from what was typed; None where it cannot be read."""
    typed = " ".join(text.split())
    text = typed.casefold()
    if line.unit == WORDS:
        return typed or None
    if line.unit == CHOICE:
        return text if text in {"yes", "no"} else None
    if line.unit == LISTED_DAYS:
        return text if text == "none" else _listed(text)
    if line.unit == "interval":
        return text if months_of(text) else None
    if line.unit in {"fraction", "percent"}:
        return _share(text)
    if line.unit == HOURS and (days := re.fullmatch(r"(\d+) days?", text)):
        return str(int(days[1]) * HOURS_A_DAY)
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


def _listed(text: str) -> str | None:
    """Days in a row as the rules read them: “5 Dec 2018, 9 Jan 2025”."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    days = [days_in([part.title()]) for part in parts]
    if not days or any(len(found) != 1 for found in days):
        return None
    return ", ".join(short_day(day) for day in sorted(frozenset[date]().union(*days)))


def readable(key: str, value: str) -> bool:
    """Whether the rules can read a stored value of a parameter that they know."""
    if key.startswith(INTERVAL):
        return months_of(value) is not None
    if key in NOTICE:
        return bool(value.strip())
    unit = "fraction" if key in FRACTIONS else built_in().parameters[key].unit
    if key == CLOSINGS:
        return value == "none" or bool(days_in([value]))
    if unit == CHOICE:
        return value in YES_OR_NO
    return is_share(value) if unit in {"fraction", "percent"} else value.isdecimal()


def parameter_words(record: Record, value: ParameterValue) -> tuple[str, str]:
    """What a value of the company is called, and the value in words."""
    key = value.key
    known = built_in().parameters.get(key)
    titled = FRACTIONS | NOTICE
    title = titled[key][0] if key in titled else known.label if known else "A value for the rules"
    if key.startswith(INTERVAL):
        clause = clause_of(key.removeprefix(INTERVAL), record)
        title = f"Interval of {clause.chip} {clause.title}" if clause else f"Interval of {key.removeprefix(INTERVAL)}"
    if key.startswith(RETENTION):
        title = f"Retention of {DISPOSABLE[Disposable(key.removeprefix(RETENTION))].lower()}"
    return title, said(key, value.value)


def said(key: str, raw: str) -> str:
    """A value in words, as the table shows it."""
    if key in FRACTIONS:
        return "more than one half" if raw == "1/2" else f"at least {raw}"
    months = months_of(raw) if key.startswith(INTERVAL) else None
    if months:
        return "each fiscal year" if raw.strip().lower() == YEARLY else f"every {months} months"
    if key.startswith(RETENTION):
        return "kept" if raw == KEEP else f"{raw} days after sealing"
    parameter = built_in().parameters.get(key)
    return shown(raw, parameter.unit) if parameter else raw


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
        ("Fiscal year ends", day_month(year_end)),
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
