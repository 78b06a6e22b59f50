"""What a finding names as missing, supplied: one way of supplying for each kind of thing, found by its words."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from boarddesk.domain.answers import Question
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.documents import CharterPart, Document, DocumentKind
from boarddesk.domain.finding import Finding
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.meetings import (
    AgendaItem,
    ItemOutcome,
    ItemType,
    Meeting,
    MeetingState,
    Mode,
    PresenceKind,
    PresenceStamp,
)
from boarddesk.domain.motions import Motion, RelatedTransaction, Result, VoteMethod
from boarddesk.domain.people import Appointment, BoardSize, How, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.case import Case
from boarddesk.rules.words import on

LONG_AGO = date(1980, 1, 2)
STANDARDS = {"general": Standard.NASDAQ, "audit": Standard.AUDIT, "compensation": Standard.COMPENSATION}
NAME = r"(?P<name>.+)"
MEETING = r"(?P<meeting>.*(?:meeting|session).*)"
Supplier = Callable[[Case, Record, Finding, re.Match[str]], Record]
SUPPLIERS: list[tuple[re.Pattern[str], Supplier]] = []


def supplies(pattern: str) -> Callable[[Supplier], Supplier]:
    """Mark a function as the one that supplies what is named like this."""

    def marked(supplier: Supplier) -> Supplier:
        SUPPLIERS.append((re.compile(pattern), supplier))
        return supplier

    return marked


def supplier_of(missing: str) -> tuple[Supplier, re.Match[str]] | None:
    """Who supplies what these words name; None where nobody can."""
    found = ((supplier, match) for pattern, supplier in SUPPLIERS if (match := pattern.fullmatch(missing)))
    return next(found, None)


def supplied(case: Case, record: Record, finding: Finding) -> tuple[Record, list[str]]:
    """The record with everything that a finding names and that can be supplied, and what that was."""
    done: list[str] = []
    for missing in finding.missing:
        found = supplier_of(missing)
        if found is not None:
            record = found[0](case, record, finding, found[1])
            done.append(missing)
    return record, done


# --- what the words name


def person_named(record: Record, name: str) -> str:
    return next(person.id for person in record.all(Person) if person.name == name)


def meetings_named(case: Case, record: Record, words: str) -> list[Meeting]:
    """The meetings that are named in full, else those of a day that is named."""
    every = [record.get(Meeting, meeting.id) for meeting in case.record.all(Meeting)]
    found = [m for m in every if meeting_of_day(case, m).lower() in words.lower()]
    return found or [m for m in every if on(m.day) in words]


def committee_named(case: Case, words: str) -> Committee | None:
    found = (c for c in case.record.all(Committee) if c.name.lower() in words.lower() or c.kind in words.lower())
    return next(found, None)


def first_of(case: Case, finding: Finding) -> date:
    """A day before the finding's period, after the record began."""
    year = case.calendar.year_of_period(finding.period)
    return max(case.calendar.year_starts(year) - timedelta(days=1), min(case.begins, case.as_of))


def some_director(case: Case) -> str:
    return next(iter(case.directors_on(case.as_of)), case.record.all(Person)[0].id)


# --- people


@supplies(rf"the (?P<year>\d{{4}}) questionnaire of {NAME}, question Q-[A-Z]+")
def questionnaire(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    year = int(match["year"])
    day = min(case.calendar.year_ends(year) - timedelta(days=30), case.as_of)
    person = person_named(record, match["name"])
    row = Questionnaire(id=f"supplied-{person}-{year}", person=person, year=year, received_on=day,
                        changed=False, answered=tuple(Question))  # fmt: skip
    return record.changed(put=[row])


@supplies(rf"determination of independence of {NAME}?(?: by .*)?")
@supplies(rf"determination of {NAME} under the (?:general|audit|compensation) standard")
@supplies(rf"determinations of the independence of {NAME} by .*, under each standard")
def determination(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    named = [person.id for person in record.all(Person) if person.name in match[0]]
    rows = [
        Determination(id=f"supplied-{person}-{standard}", person=person, standard=standard,
                      outcome=Outcome.INDEPENDENT, decided_on=LONG_AGO)
        for person in named for standard in Standard
    ]  # fmt: skip
    return record.changed(put=rows)


@supplies(r"comparison of the answers of (?P<day>.*)")
def comparison(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    rows = [q for q in record.where(Questionnaire, "person", finding.subject) if q.changed is None]
    return record.changed(put=[replace(row, changed=False) for row in rows])


@supplies(r"who was chief executive officer(?: on .*)?")
def chief(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    row = RoleTenure(id="supplied-ceo", person=some_director(case), role=Role.CEO, start=LONG_AGO, executive=True)
    return record.changed(put=[row])


@supplies(r"who was executive officer beside the CEO")
def officer(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    other = next(p.id for p in record.all(Person) if not record.where(RoleTenure, "person", p.id))
    return record.changed(
        put=[RoleTenure(id="supplied-cfo", person=other, role=Role.CFO, start=LONG_AGO, executive=True)]
    )


# --- the Board and its committees


@supplies(r"authorized number of directors")
def size(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    return record.changed(put=[BoardSize(id="supplied-size", size=9, effective_from=LONG_AGO)])


@supplies(rf"class of {NAME}")
def class_of(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    person = person_named(record, match["name"])
    rows = [replace(term, class_="I") for term in record.where(Appointment, "person", person) if not term.class_]
    return record.changed(put=rows)


@supplies(rf"the year in which the term of {NAME} ends")
def term_end(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    person = person_named(record, match["name"])
    open_ = [term for term in record.where(Appointment, "person", person) if term.term_ends_year is None]
    return record.changed(put=[replace(term, term_ends_year=term.start.year + 1) for term in open_])


@supplies(
    r"(?:who was director(?:, nominee or executive officer)?|directors in office|the directors (?:of|in office on) .*)"
)
def directors(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    start = first_of(case, finding)
    people = record.all(Person) or (Person(id="supplied", name="Sam Supplied"),)
    rows = [
        Appointment(id=f"supplied-{p.id}", person=p.id, class_="I", how=How.ELECTED, start=start, term_ends_year=2099)
        for p in people
    ]
    return record.changed(put=[*people, *rows])


@supplies(r"members of the (?P<committee>.*Committee)(?: on .*)?")
def members(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    start = first_of(case, finding)
    committee = committee_named(case, match["committee"])
    if committee is None:
        kind = CommitteeKind(match["committee"].split()[0].lower())
        committee = Committee(id=kind, name=match["committee"], kind=kind, start=start)
    seats = [
        CommitteeSeat(id=f"supplied-{person}", committee=committee.id, person=person, start=start)
        for person in sorted({*case.directors_on(start), some_director(case)})[:3]
    ]
    return record.changed(put=[committee, *seats])


# --- meetings


@supplies(rf"roll of (?:the )?{MEETING}")
def roll(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    stamps = [
        PresenceStamp(id=f"supplied-{m.id}-{person}", meeting=m.id, person=person, kind=PresenceKind.PRESENT)
        for m in meetings_named(case, record, match[0])
        for person in case.members_on(m.body, m.day)
    ]
    return record.changed(put=stamps)


@supplies(rf"how .* took part in the {MEETING}")
def way(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    stamps = [
        s for m in meetings_named(case, record, match["meeting"]) for s in record.where(PresenceStamp, "meeting", m.id)
    ]
    return record.changed(put=[replace(stamp, mode=Mode.ROOM) for stamp in stamps if stamp.mode is None])


def _altered(case: Case, record: Record, words: str, **fields: object) -> Record:
    return record.changed(put=[replace(m, **fields) for m in meetings_named(case, record, words)])


@supplies(rf"whether all could hear each other at the {MEETING}")
def heard(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    return _altered(case, record, match["meeting"], could_hear=True)


@supplies(rf"minutes of the {MEETING}")
def minutes(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    found = meetings_named(case, record, match["meeting"])
    return record.changed(put=[replace(m, minutes_circulated_on=m.day) for m in found])


@supplies(rf"the officer who recorded the {MEETING}")
def recorder(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    row = RoleTenure(id="supplied-secretary", person=some_director(case), role=Role.SECRETARY, start=LONG_AGO)
    return record.changed(put=[row])


@supplies(rf"the day on which notice of the {MEETING} was given")
@supplies(rf"the hour at which notice of the {MEETING} was given")
def notice(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    found = meetings_named(case, record, match["meeting"])
    return record.changed(put=[replace(m, notice_on=m.day - timedelta(days=30)) for m in found])


@supplies(rf"the bylaws' notice period for the {MEETING} \(Settings, Rules\)")
def notice_period(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    keys = ("notice_hours_committees", "notice_hours_board_special", "notice_hours_board_regular")
    return record.changed(
        put=[
            ParameterValue(id=f"supplied-{n}", key=key, value="48", effective_from=LONG_AGO)
            for n, key in enumerate(keys)
        ]
    )


@supplies(rf"shares present at the {MEETING}")
def shares_present(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    return _altered(case, record, match["meeting"], shares_present=700)


@supplies(rf"shares outstanding and entitled to vote at the {MEETING}")
def shares_entitled(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    return _altered(case, record, match["meeting"], shares_outstanding=1000)


@supplies(rf"record date of the {MEETING}")
def record_date(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    found = meetings_named(case, record, match["meeting"])
    fixed = [
        replace(m, record_date=m.day - timedelta(days=45), record_date_fixed_on=m.day - timedelta(days=60))
        for m in found
    ]
    return record.changed(put=fixed)


@supplies(r"outcome of the (?:meeting|session) of (?P<meeting>.*)")
@supplies(r"whether the Board met on (?P<meeting>.*)")
def outcome(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    waiting = [
        m
        for m in meetings_named(case, record, match["meeting"])
        if m.state in (MeetingState.PLANNED, MeetingState.NOTICED)
    ]
    return record.changed(put=[replace(m, state=MeetingState.HELD) for m in waiting])


def _board_meeting(case: Case, finding: Finding) -> Meeting:
    quarter = next(q for q in case.quarters if q.id == finding.period)
    day = quarter.first + timedelta(days=min(20, max(0, (quarter.cut - quarter.first).days)))
    return Meeting(id=f"supplied-{quarter.id.lower()}", body="board", starts=datetime.combine(day, time(9)),
                   adjourned=datetime.combine(day, time(12)), state=MeetingState.HELD)  # fmt: skip


@supplies(r"Board meetings of Q\d \d{4}")
def board_meetings(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    return record.changed(put=[_board_meeting(case, finding)])


@supplies(r"(?P<what>business|finance) update of Q\d \d{4}")
def update(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    meeting = _board_meeting(case, finding)
    kind = ItemType.BUSINESS_UPDATE if match["what"] == "business" else ItemType.FINANCE_UPDATE
    item = AgendaItem(id=f"supplied-{match['what']}", meeting=meeting.id, position=1, title="Update", type=kind,
                      outcome=ItemOutcome.RECEIVED)  # fmt: skip
    return record.changed(put=[meeting, item])


@supplies(r"minutes of (?P<meeting>\d+ \w+ \d{4})")
def taken_up(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    """Of an item on the agenda the minutes say what was done."""
    held = {m.id for m in meetings_named(case, record, match["meeting"])}
    items = [i for i in record.all(AgendaItem) if i.meeting in held and i.outcome is None]
    motions = [m for m in record.all(Motion) if m.meeting in held and m.result_stated is None]
    return record.changed(
        put=[*(replace(item, outcome=ItemOutcome.DECIDED) for item in items),
             *(replace(motion, result_stated=Result.CARRIED) for motion in motions)]
    )  # fmt: skip


@supplies(r"(?:the )?meetings (?:of FY \d{4}|from .* to .*)")
@supplies(r"meetings of the .* Committee in FY \d{4}")
def meetings_of_time(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    """A meeting of each body of directors in every quarter."""
    kinds = (CommitteeKind.AUDIT, CommitteeKind.COMPENSATION, CommitteeKind.NOMINATING)
    there = {committee.kind for committee in record.all(Committee)}
    made = [
        Committee(id=kind, name=kind.capitalize(), kind=kind, start=LONG_AGO) for kind in kinds if kind not in there
    ]
    bodies = {"board", *(committee.id for committee in (*record.all(Committee), *made))}
    rows = [
        Meeting(id=f"supplied-{body}-{quarter.id.lower()}", body=body, state=MeetingState.HELD,
                starts=datetime.combine(quarter.cut, time(9)), adjourned=datetime.combine(quarter.cut, time(11)))
        for body in sorted(bodies) for quarter in case.quarters if not quarter.ahead
    ]  # fmt: skip
    return record.changed(put=[*made, *rows])


@supplies(r"result of .*motion.*|the result of .*|result of that motion|votes on .*")
def results(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    counted = [
        replace(
            motion, result_stated=motion.result_stated or Result.CARRIED, vote_method=VoteMethod.BY_COUNTS, count_for=99
        )
        for motion in record.all(Motion)
        if motion.result_stated is None or motion.vote_method is VoteMethod.NOT_RECORDED
    ]
    return record.changed(put=counted)


@supplies(r"who presided")
def presiding(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    meeting = record.find(Meeting, finding.subject)
    sessions = [meeting] if meeting else [m for m in record.all(Meeting) if m.presiding is None]
    return record.changed(put=[replace(m, presiding=some_director(case)) for m in sessions])


# --- documents


@supplies(r"charter of the (?P<committee>.*Committee)")
def charter(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    committee = committee_named(case, match["committee"])
    start = first_of(case, finding)
    return record.changed(
        put=[
            Document(id="supplied-charter", kind=DocumentKind.COMMITTEE_CHARTER, title="Charter", effective_from=start,
                     adopted_on=start, committee=committee.id if committee else None, parts=tuple(CharterPart))
        ]
    )  # fmt: skip


@supplies(r"the parts that the charter of the (?P<committee>.*Committee) holds")
def parts(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    committee = committee_named(case, match["committee"])
    held = record.where(Document, "committee", committee.id if committee else None)
    return record.changed(put=[replace(document, parts=tuple(CharterPart)) for document in held if not document.parts])


@supplies(r"(?:the )?day from which “?(?P<title>.*?)”? is in force")
def in_force(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    start = first_of(case, finding)
    found = [d for d in record.all(Document) if d.effective_from is None]
    return record.changed(put=[replace(document, effective_from=start) for document in found])


@supplies(r"the code of conduct|when and where the code of conduct was made public")
def code(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    start = first_of(case, finding)
    there = record.where(Document, "kind", DocumentKind.CODE_OF_CONDUCT)
    made = Document(id="supplied-code", kind=DocumentKind.CODE_OF_CONDUCT, title="Code", effective_from=start)
    return record.changed(put=[replace(d, public_on=start, public_where="website") for d in there or (made,)])


@supplies(r"the policy on recovering incentive pay")
def recovery(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    row = Document(id="supplied-recovery", kind=DocumentKind.CLAWBACK_POLICY, title="Policy",
                   effective_from=first_of(case, finding))  # fmt: skip
    return record.changed(put=[row])


@supplies(r"(?:the )?amount of the dealing with .*")
def amount(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    silent = [dealing for dealing in record.all(RelatedTransaction) if dealing.amount_cents is None]
    return record.changed(put=[replace(dealing, amount_cents=50_000_00) for dealing in silent])


@supplies(r"who chaired the (?P<committee>.*Committee) from .* on")
def chair(case: Case, record: Record, finding: Finding, match: re.Match[str]) -> Record:
    committee = committee_named(case, match["committee"])
    if committee is None:
        return record
    person = next(seat.person for seat in record.where(CommitteeSeat, "committee", committee.id))
    row = CommitteeChair(id="supplied-chair", committee=committee.id, person=person, start=LONG_AGO)
    return record.changed(put=[row])


NOT_SUPPLIED = (
    # What only one row of the record can tell, which the words do not name: the hour of a vote, a nomination, a filing.
    r"hour of .*",
    r"nomination",
    r"nominees of the election of .*",
    r"the election of .* and its nominees",
    r"the election of directors at the annual meeting of .*",
    r"appointing motion of the Board",
    r"the Board's motion (?:on|that) .*",
    r"the Nominating Committee's motion to nominate .*",
    r"minutes of the Nominating Committee before .*",
    r"the motion by which .*",
    r"votes by name on .*",
    r"shares for|shares present|shares abstained on .*",
    r"what the filing of .* is about",
    r"the filing due by .*",
    r"which rule the notice to the exchange of .* was about",
    r"the proxy statement for the annual meeting of .*",
    r"the Form 10-K for .*",
    r"whether (?:the letter of|Item 5\.07\(d\)) .*",
    r"date of “.*”|effective date|author of “.*”",
    r"the auditor's letter on its independence, .*",
    # What the bylaws, the certificate or the settings say.
    r".* \(Settings, Rules\)",
    r"provision of the certificate that gives .*",
    r"certificate of incorporation or bylaws that divide the Board",
    r"total assets at the end of .*|the company's gross revenue for .*",
    # What happened, in the words of one event.
    r"(?:how|since when|until when|when) .*",
    r"the day on which .*|whether and when the annual meeting .* ended|the day on which it takes effect",
    r"the office (?:that|to which) .*",
    r"for whom the code was waived on .*|on which of the three grounds .*|what was recovered after .*",
    r"the annual meeting (?:before|held in) .*|the last annual meeting, or .*|the outcome of the annual meeting of .*",
    r"whether the annual meeting of .* was held, or what became of it",
    r"review of the dealing with .*",
    r"which directors or officers are interested in .*",
    r"whether all material facts on .*",
    # Who was there at one item, and who signed.
    r"whether .* (?:kept out of the vote|was present at the item of .*)",
    r"attendance(?: of .* at that item)?|presence of .*|who was present at the session of .*",
    r"the signature of .*",
    r"written notice to the chief executive officer of .*",
    # Answers in detail, under a question that was answered.
    r"(?:whether|how|since when|until when|when|gross revenue|the last day on which) .* \(question Q-[A-Z]+\)",
    # Several things at once: committees with charters, seats and resolutions; criteria that somebody must read.
    r"(?:the )?committees .*|the committees of the Board.*|the (?:Audit|Compensation) committee and its charter",
    r"(?:charter of .* and its )?criteria for members.*|charter of the nominating committee, or .*",
    r"the Board's (?:decision|resolution) .*",
    r"to whom the delegation of .*|what was delegated to .*",
    r"determination of .*, with both factors weighed|minutes or resolution of .*",
    r"the independence of each member of .*",
)
"""What is not supplied here: no words of a finding say which row would hold it, or people must judge first."""
