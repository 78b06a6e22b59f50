"""How far the formal records that stockholders may ask to see are on record (8 Del. C. §220, from 25 Mar 2025)."""

from collections.abc import Iterator
from typing import NamedTuple

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import STOCKHOLDERS, AgendaItem, Meeting
from boarddesk.domain.motions import Consent
from boarddesk.domain.papers import Paper
from boarddesk.domain.row import Row
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.case import Case, Period
from boarddesk.rules.params import Value
from boarddesk.rules.proceedings import bodies_of_directors, held_in, minutes_on_record
from boarddesk.rules.words import counted


class Kept(NamedTuple):
    """One kind of formal record: what is there in words, the rows, and what is not there."""

    words: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()


def formal_records(case: Case, year: Period, years: Value) -> Iterator[Kept]:
    """The formal records of a fiscal year, as they were at its end or are now."""
    yield _constitution(case, year)
    meetings = held_in(case, (STOCKHOLDERS, *bodies_of_directors(case)), year)
    yield _minutes(case, year, meetings)
    yield _papers(case, [meeting for meeting in meetings if meeting.body != STOCKHOLDERS])
    consents = [c for c in case.record.all(Consent) if year.first <= c.circulated_on <= year.cut]
    yield Kept(counted(len(consents), "decision") + " between meetings", tuple(consents))
    yield _questionnaires(case, year)
    yield _annual_reports(case, year, years.number)
    since = year.year - years.number
    proxies = case.record.where(Filing, "kind", FilingKind.PROXY_STATEMENT)
    sent = [f for f in proxies if case.calendar.year_of(f.made_on) > since and f.made_on <= year.cut]
    yield Kept(f"{counted(len(sent), 'proxy statement')} of {years.used.value}", tuple(sent))


def _constitution(case: Case, year: Period) -> Kept:
    kinds = {DocumentKind.CERTIFICATE: "certificate of incorporation", DocumentKind.BYLAWS: "bylaws"}
    found = {k: [d for d in case.record.where(Document, "kind", k) if d.in_force_on(year.cut)] for k in kinds}
    there = [words for kind, words in kinds.items() if found[kind]]
    missing = tuple(f"{words} in force" for kind, words in kinds.items() if not found[kind])
    words = " and ".join(there) if there else "neither certificate nor bylaws"
    return Kept(words, tuple(row for rows in found.values() for row in rows), missing)


def _minutes(case: Case, year: Period, meetings: list[Meeting]) -> Kept:
    lacking = [m for m in meetings if not minutes_on_record(case, m, year.cut)]
    words = f"minutes of {_share(len(meetings) - len(lacking), len(meetings), 'meeting')}"
    missing = tuple(f"minutes of the {meeting_of_day(case, meeting)}" for meeting in lacking)
    return Kept(words, tuple(meeting for meeting in meetings if meeting not in lacking), missing)


def _papers(case: Case, meetings: list[Meeting]) -> Kept:
    """What was given to the Board and its committees for their meetings."""
    with_papers = [
        meeting for meeting in meetings
        if case.record.where(Paper, "meeting", meeting.id)
        or any(item.documents for item in case.record.where(AgendaItem, "meeting", meeting.id))
    ]  # fmt: skip
    missing = tuple(f"papers for the {meeting_of_day(case, m)}" for m in meetings if m not in with_papers)
    return Kept(f"papers for {_share(len(with_papers), len(meetings), 'meeting')} of directors", (), missing)


def _questionnaires(case: Case, year: Period) -> Kept:
    officers = [tenure.person for tenure in case.roles.on(year.cut) if tenure.executive]
    people = tuple(dict.fromkeys([*case.directors_on(year.cut), *officers]))
    rows = {
        answers.person: answers
        for answers in case.record.where(Questionnaire, "year", year.year)
        if answers.received_on is not None and answers.received_on <= year.cut
    }
    missing = tuple(f"the {year.year} questionnaire of {case.name(p)}" for p in people if p not in rows)
    words = f"questionnaires of {len(people) - len(missing)} of {len(people)} directors and executive officers"
    return Kept(words, tuple(rows[person] for person in people if person in rows), missing)


def _annual_reports(case: Case, year: Period, years: int) -> Kept:
    """Annual financial statements, by the Form 10-K that holds them."""
    wanted = [y for y in range(year.year - years, year.year) if case.calendar.year_ends(y) >= case.begins]
    filed = case.record.where(Filing, "kind", FilingKind.FORM_10K)
    there = {f.fiscal_year: f for f in filed if f.fiscal_year in wanted and f.made_on <= year.cut}
    missing = tuple(f"annual financial statements of fiscal {y} (Form 10-K)" for y in wanted if y not in there)
    words = f"annual financial statements of {_share(len(there), len(wanted), 'fiscal year')}"
    return Kept(words, tuple(there.values()), missing)


def _share(count: int, total: int, one: str) -> str:
    """“2 of 7 meetings”."""
    return f"{count} of {total} {one}{'' if total == 1 else 's'}"
