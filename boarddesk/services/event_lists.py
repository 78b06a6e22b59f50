"""What follows in the Board, its committees and the registers, and who is to be told, by what happened."""

from collections.abc import Callable, Iterator

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election
from boarddesk.domain.finding import Evidence
from boarddesk.domain.happenings import Event
from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.domain.people import Appointment, RoleTenure
from boarddesk.rules.starting_facts import Item
from boarddesk.services.event_facts import Sort
from boarddesk.services.event_filings import exchange, forms, waiver
from boarddesk.services.event_recovery import analysis, officers_told, restated
from boarddesk.services.event_seats import (
    committees_of,
    latest,
    majority,
    new_director,
    new_officer,
    seats,
    successor,
    vacancy,
)
from boarddesk.services.event_steps import EXCHANGE, FILED, PEOPLE, REGISTERS, SEATS, Look, Step, computed
from boarddesk.services.words import short_day

Builder = Callable[[Look], Iterator[Step]]


def _told(group: str, *lines: tuple[str, str, str]) -> Builder:
    """Steps that no row of the record shows: key, title, and a line on what is meant."""

    def steps(look: Look) -> Iterator[Step]:
        for key, title, second in lines:
            yield look.ticked(Step(key=key, group=group, title=title, second=second, words=second))

    return steps


# --- registers


def ended(look: Look) -> Iterator[Step]:
    """The end of the term or office in the register, and the offices that go with it."""
    row = look.happening.row(Appointment) or look.happening.row(RoleTenure)
    if row is None:
        return
    director = isinstance(row, Appointment)
    title = "Term ended in the register" if director else "Office ended in the register"
    second = "" if row.end else "The last day is not on record yet"
    if isinstance(row, Appointment) and row.will_not_stand_on and row.end is None:
        title, second = "Will not stand again, in the register", "The term runs to the annual meeting"
        done, said = True, short_day(row.will_not_stand_on)
    else:
        done, said = row.end is not None, latest([row.end])
    step = Step(key="end", group=REGISTERS, title=title, second=second, page="registers",
                target=look.evidence(row)[0])  # fmt: skip
    yield look.ticked(computed(step, done=done, evidence=look.evidence(row), said=said))


def office(look: Look) -> Iterator[Step]:
    """The new office in the register, and whether it makes an executive officer."""
    tenure = look.happening.row(RoleTenure)
    step = Step(key="office", group=REGISTERS, title="Office in the register", page="registers",
                second="Whether it makes an executive officer (Rule 16a-1(f)) is said there")  # fmt: skip
    said = short_day(tenure.start) if tenure else ""
    yield look.ticked(computed(step, done=tenure is not None, evidence=look.evidence(tenure), said=said))


def ballot(look: Look) -> Iterator[Step]:
    """The ballot and the new terms, the minutes, and the inspectors' report of a meeting of stockholders."""
    meeting = look.happening.row(Meeting)
    if meeting is None:
        return
    target = look.evidence(meeting)[0]
    held = look.record.where(Election, "meeting", meeting.id)
    terms = [t for e in held for t in look.record.where(Appointment, "election", e.id)]
    yield look.ticked(
        computed(
            Step(key="ballot", group=REGISTERS, title="Election and new terms in the register", page="registers",
                 target=Evidence(Election.table, held[0].id if held else "", ""),
                 second="Shares for and withheld, and the class elected"),
            done=bool(terms), evidence=look.evidence(*held), said=f"{len(terms)} terms begun",
        )
    )  # fmt: skip
    yield look.ticked(
        computed(
            Step(key="minutes", group=REGISTERS, title="Minutes of the meeting", page="meetings", target=target,
                 second="Drafted, circulated and kept"),
            done=meeting.minutes_circulated_on is not None, evidence=(target,),
            said=latest([meeting.minutes_circulated_on]),
        )
    )  # fmt: skip


def document(look: Look) -> Iterator[Step]:
    """The amended document kept with its file, the version before ended, and where it is published."""
    kept = look.happening.row(Document)
    target = look.evidence(kept)[0] if kept else Evidence(Document.table, "", "")
    yield look.ticked(
        computed(
            Step(key="version", group=REGISTERS, title="New version kept, with its file", page="registers",
                 target=target, second="The version before ends on the day this one begins"),
            done=kept is not None and kept.attachment is not None, evidence=look.evidence(kept), said="File kept",
        )
    )  # fmt: skip
    yield look.ticked(
        computed(
            Step(key="published", group=REGISTERS, title="New version where the old one is published",
                 page="registers", target=target, second="The website, and the exhibits of the next report"),
            done=kept is not None and kept.public_on is not None, evidence=look.evidence(kept),
            said=latest([kept.public_on if kept else None]),
        )
    )  # fmt: skip
    if kept is not None and kept.kind is DocumentKind.CERTIFICATE:
        second = "It takes effect with the filing, or on the later day that it names (8 Del. C. §103)"
        yield look.ticked(Step(key="secretary-of-state", group=REGISTERS, title="Filed in Delaware", second=second))


def decision(look: Look) -> Iterator[Step]:
    """The motion by which a waiver was given, or an amendment adopted."""
    event = look.happening.row(Event)
    motion = look.case.decisions.by_id(event.motion) if event else None
    step = Step(key="decision", group=SEATS, title="The motion that gave it, by the Board or a committee",
                page="meetings", second="Who decided, and that those concerned took no part")  # fmt: skip
    rows = [motion.motion] if motion is not None else []
    said = short_day(motion.day) if motion is not None and motion.day else "On record"
    yield look.ticked(computed(step, done=bool(rows), evidence=look.evidence(*rows), said=said))


def next_board(look: Look) -> Iterator[Step]:
    """The Board hears of it at its next meeting."""
    ahead = [m for m in look.record.where(Meeting, "body", BOARD) if m.day >= look.case.as_of]
    meeting = min(ahead, key=lambda m: m.starts, default=None)
    second = f"Next meeting {short_day(meeting.day)}" if meeting else "No meeting is on the calendar"
    yield look.ticked(
        Step(key="board", group=PEOPLE, title="The directors", second=second, page="meetings" if meeting else "",
             target=look.evidence(meeting)[0] if meeting else None)
    )  # fmt: skip


WEBSITE = ("website", "Lists of directors, officers and committees", "The website, letterheads, and lists kept outside")
COUNSEL = ("counsel", "Counsel", "What it means for disclosure and for trading windows")
FORM_3 = ("section-16", "Form 3 under Section 16(a)", "Its own time limit runs under Rule 16a-3; no clock is kept here")
FORM_4 = ("section-16", "Section 16: the reporting person leaves", "Form 4 or 5 for what is still to be reported")
AUDITOR = ("auditor", "The auditor", "Those charged with governance have changed")
INSURER = ("insurer", "Directors’ and officers’ insurers", "As the policies ask")
REPORT = ("inspectors", "Report of the inspectors of election, kept", "With oaths and tallies (8 Del. C. §231)")
ELECTED = ("elected", "Those elected, and those not", "The result, and the terms that begin")
COPY = ("copy", "A copy of what is filed, to the director", "With the chance to answer by letter (Item 5.02(a))")
RELIANCE = ("counsel", "Counsel", "Whether the earlier statements may still be relied on, and what must be filed")
REAUDIT = ("auditor", "The auditor", "It reports on the restated statements, and on controls")
PUBLIC = ("public", "Public announcement", "As the notice and Nasdaq’s Rule 5810 ask")
PLAN = (
    "plan",
    "Plan to regain what the rule asks, to Nasdaq",
    "By the day that the notice sets, where it asks for one",
)

LISTS: dict[Sort, tuple[Builder, ...]] = {
    Sort.LEAVES: (forms, exchange, seats, majority, ended, _told(REGISTERS, WEBSITE, FORM_4), next_board,
                  _told(PEOPLE, COUNSEL, AUDITOR, INSURER)),
    Sort.JOINS: (forms, _told(FILED, FORM_3), new_director, majority, _told(REGISTERS, WEBSITE),
                 _told(PEOPLE, COUNSEL, AUDITOR, INSURER)),
    Sort.OFFICER_LEAVES: (forms, successor, ended, _told(REGISTERS, WEBSITE, FORM_4), next_board,
                          _told(PEOPLE, COUNSEL, AUDITOR)),
    Sort.OFFICER: (forms, _told(FILED, FORM_3), new_officer, office, _told(REGISTERS, WEBSITE),
                   _told(PEOPLE, COUNSEL, AUDITOR)),
    Sort.VACANCY: (vacancy, majority, _told(PEOPLE, COUNSEL)),
    Sort.NOT_INDEPENDENT: (exchange, majority, committees_of, forms, next_board, _told(PEOPLE, COUNSEL, AUDITOR)),
    Sort.PAY: (forms, _told(PEOPLE, COUNSEL)),
    Sort.VOTE: (forms, ballot, _told(REGISTERS, REPORT), _told(PEOPLE, ELECTED)),
    Sort.MOVED: (forms, next_board, _told(PEOPLE, COUNSEL)),
    Sort.DOCUMENT: (forms, document, next_board, _told(PEOPLE, COUNSEL)),
    Sort.WAIVER: (forms, waiver, decision, _told(PEOPLE, COUNSEL)),
    Sort.LISTING: (forms, exchange, majority, _told(EXCHANGE, PUBLIC, PLAN), next_board, _told(PEOPLE, COUNSEL)),
    Sort.RESTATEMENT: (restated, analysis, next_board, officers_told, _told(PEOPLE, RELIANCE, REAUDIT, INSURER)),
}  # fmt: skip


def steps_of(look: Look) -> tuple[Step, ...]:
    """Every step of what follows, group by group; a director's copy only where the director disagreed."""
    builders = LISTS[look.happening.sort]
    found = [step for builder in builders for step in builder(look)]
    if any(entry.fact.item is Item.DISAGREEMENT for entry in look.happening.facts):
        found.extend(_told(PEOPLE, COPY)(look))
    return tuple(found)
