"""Registers of what happened to the company, what was filed, what stockholders decided, and whom it engaged."""

from datetime import date
from typing import Any

from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, Matter
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.registers import CompanyYear, DelegatedMatter, Delegation, Engagement
from boarddesk.domain.terms import body_name, name_of
from boarddesk.rules.labels import Labels
from boarddesk.services.books_of_people import fiscal_year, newest
from boarddesk.services.by_hand import period_named
from boarddesk.services.clauses import chip_of
from boarddesk.services.register_fields import Ask, Book, Shown, ref_of
from boarddesk.services.row_words import row_words


def _filed(record: Record, row: Event) -> date | None:
    """The first day on which something was filed on it."""
    return min((filing.made_on for filing in record.where(Filing, "event", row.id)), default=None)


def _whom(record: Record, row: Delegation) -> str:
    parts = (body_name(record, row.committee) if row.committee else "", name_of(record, row.person))
    return ", ".join(part for part in parts if part)


def _weighed(_record: Record, row: Engagement) -> str:
    if row.exempt:
        return "Not asked for"
    return f"{len(row.factors)} of 6 weighed" if row.factors_weighed_on or row.factors else "Not recorded"


def about(record: Record, row: Any, fields: tuple[str, ...]) -> str:
    """What an entry is about, from those fields that say so."""
    named = ((field, row_words(record, ref_of(type(row), field), getattr(row, field))) for field in fields)
    return "; ".join(f"amends {words}" if field == "amends" else words for field, words in named if words)


def _about_event(record: Record, row: Event) -> str:
    parts = (chip_of(row.clause), about(record, row, ("person", "meeting", "document")))
    return "; ".join(part for part in parts if part)


OF_PEOPLE = frozenset(
    {EventKind.DISAGREEMENT, EventKind.REMOVAL_FOR_CAUSE, EventKind.OFFICER_PAY, EventKind.CODE_WAIVED,
     EventKind.RECOVERY_WAIVED}
)  # fmt: skip
OF_MEETINGS = frozenset({EventKind.MEETING_DATE_MOVED, EventKind.FINAL_RESULTS})
OF_DOCUMENTS = frozenset(
    {EventKind.CERTIFICATE_AMENDED, EventKind.BYLAWS_AMENDED, EventKind.CODE_AMENDED, EventKind.CODE_WAIVED,
     EventKind.DISAGREEMENT, EventKind.RECOVERY_WAIVED}
)  # fmt: skip
OF_CLAUSES = frozenset(
    {EventKind.EXCHANGE_NOTICE, EventKind.COMPANY_NOTICE, EventKind.REPRIMAND, EventKind.NONCOMPLIANCE}
)
EVENTS = Book(
    kind=Event,
    thing="an event",
    says="Facts that start a clock and stand in no other register. Its day is the day the clock starts from.",
    order=newest("on"),
    begin=lambda _record, day: {"on": day},
    lines=(
        (Ask("kind", "What happened", grow=3), Ask("on", "On", grow=2)),
        (Ask("person", "Who", when=OF_PEOPLE),),
        (Ask("meeting", "Meeting of stockholders", when=OF_MEETINGS, among=STOCKHOLDERS, needed=True),),
        (Ask("document", "Document", when=OF_DOCUMENTS),),
        (Ask("clause", "Listing rule concerned", when=OF_CLAUSES),),
        (Ask("motion", "Motion of the board"),),
        (Ask("text", "What there is to say"),),
    ),
    told={
        EventKind.DISAGREEMENT: "Form 8-K Item 5.02(a), with the director’s letter as an exhibit.",
        EventKind.REMOVAL_FOR_CAUSE: "Form 8-K Item 5.02(a).",
        EventKind.OFFICER_PAY: "Form 8-K Item 5.02(e).",
        EventKind.CERTIFICATE_AMENDED: "Form 8-K Item 5.03.",
        EventKind.BYLAWS_AMENDED: "Form 8-K Item 5.03.",
        EventKind.FISCAL_YEAR_CHANGED: "Form 8-K Item 5.03.",
        EventKind.CODE_AMENDED: "Form 8-K Item 5.05.",
        EventKind.CODE_WAIVED: "Item 5.05; Nasdaq 5610: by the Board or its committee, told in four business days.",
        EventKind.MEETING_DATE_MOVED: "Form 8-K Item 5.08, where stockholders may nominate in the proxy statement.",
        EventKind.EXCHANGE_NOTICE: "Form 8-K Item 3.01, from the day the notice came.",
        EventKind.COMPANY_NOTICE: "Form 8-K Item 3.01, from the day the notice went out.",
        EventKind.REPRIMAND: "Form 8-K Item 3.01.",
        EventKind.DELISTING_DECISION: "Form 8-K Item 3.01, from the decision.",
        EventKind.NONCOMPLIANCE: "Notice to the exchange, promptly once an executive officer knows (Nasdaq 5625).",
        EventKind.RESTATEMENT: "The recovery policy (Nasdaq 5608).",
        EventKind.RECOVERY_WAIVED: "Found by the independent directors who decide on pay (Nasdaq 5608).",
        EventKind.FINAL_RESULTS: "Form 8-K Item 5.07, amended where it gave preliminary results.",
    },
    shown=(
        Shown("on", "On"),
        Shown("kind", "What happened", 220),
        Shown("person", "About", 230, words=_about_event),
        Shown("text", "What there is to say", stretch=True),
        Shown("id", "Filed", 104, words=_filed),
    ),
)


ABOUT = ("event", "person", "meeting", "document", "motion", "amends")
FILINGS = Book(
    kind=Filing,
    thing="a filing",
    order=newest("made_on"),
    begin=lambda _record, day: {"made_on": day},
    width=640,
    lines=(
        (Ask("kind", "What was filed", grow=2), Ask("made_on", "Filed on")),
        (Ask("items", "Items", "As the form numbers them, parted by semicolons: 5.02(b); 9.01.", grow=2),
         Ask("fiscal_year", "Fiscal year")),
        (Ask("event", "Event it answers"), Ask("person", "Person it is about")),
        (Ask("meeting", "Meeting it is about"), Ask("amends", "Filing it amends")),
        (Ask("motion", "Motion it tells of"), Ask("document", "Document it tells of")),
        (Ask("attachment", "File"),),
        (Ask("note", "Note", lines=2),),
    ),
    told={
        FilingKind.FORM_8K: "Says which event, person or meeting it answers; the clock of that fact stops with it.",
        FilingKind.PROXY_STATEMENT: "For the annual meeting that it is about; its year is the one it reports on.",
        FilingKind.FORM_10K: "For the fiscal year that it reports on.",
        FilingKind.EXCHANGE_NOTICE: "Notice to Nasdaq of noncompliance (5625), or of another matter.",
        FilingKind.WEBSITE: "Stands for Item 5.05 only where the annual report announced it (Item 5.05(c)).",
        FilingKind.PRESS_RELEASE: "May be where an officer’s appointment was first announced (Item 5.02(c)).",
    },
    shown=(
        Shown("made_on", "Filed"),
        Shown("kind", "What", 170),
        Shown("items", "Items", 130),
        Shown("event", "About", stretch=True,
              words=lambda record, row: about(record, row, ABOUT)),
        Shown("fiscal_year", "Fiscal year", 96),
    ),
)  # fmt: skip
MATTERS = Book(
    kind=Matter,
    thing="a matter before the stockholders",
    begin=lambda _record, _day: {"kind": None},
    says="Votes are whole shares. What was not counted stays empty.",
    order=lambda record, row: (-record.get(Meeting, row.meeting).day.toordinal(), row.number, row.id),
    group="meeting",
    lines=(
        (Ask("meeting", "Meeting of stockholders", among=STOCKHOLDERS, grow=3), Ask("number", "Number")),
        (Ask("title", "Matter", grow=3), Ask("kind", "Kind", needed=True, grow=2)),
        (Ask("shares_for", "For"), Ask("against", "Against"), Ask("abstained", "Abstained"),
         Ask("broker_non_votes", "Broker non-votes")),
        (Ask("carried", "Result", "As the inspectors of election stated it (8 Del. C. §216; Form 8-K Item 5.07).",
             answers=("Carried", "Not carried")),),
        (Ask("note", "Note", "Why the result stated departs from the tally; it prints beside it.", lines=2),),
    ),
    shown=(
        Shown("number", "No.", 44),
        Shown("title", "Matter", stretch=True),
        Shown("shares_for", "For", 104),
        Shown("against", "Against", 104),
        Shown("abstained", "Abstained", 104),
        Shown("broker_non_votes", "Broker non-votes", 118),
        Shown("carried", "Result", 96, answers=("Carried", "Not carried")),
        Shown("meeting", "Meeting", 190),
    ),
)  # fmt: skip
STOCKHOLDER_MEETINGS = Book(
    kind=Meeting,
    thing="what a meeting of stockholders rests on",
    says="The meeting itself is kept under Meetings.",
    once=True,
    added=False,
    of=("body", STOCKHOLDERS),
    order=lambda _record, row: (-row.day.toordinal(), row.id),
    lines=(
        (Ask("record_date", "Record date", "10 to 60 days before the meeting (8 Del. C. §213(a))."),
         Ask("record_date_fixed_on", "Fixed by the board on", "Not after the record date.")),
        (Ask("designated_for", "Day designated for it", "By the bylaws or the board, where one was "
             "(8 Del. C. §211(c))."),
         Ask("proxies_solicited", "Proxies solicited", "With a proxy statement (Nasdaq 5620(b)).")),
        (Ask("shares_outstanding", "Shares outstanding", "Entitled to vote on the record date."),
         Ask("shares_present", "Shares present", "In person or by proxy (Nasdaq 5620(c)).")),
    ),
    shown=(
        Shown("starts", "Meeting", stretch=True, words=lambda record, row: Labels(record).meeting(row)),
        Shown("record_date", "Record date"),
        Shown("record_date_fixed_on", "Fixed on"),
        Shown("designated_for", "Designated for", 112),
        Shown("shares_outstanding", "Outstanding", 106),
        Shown("shares_present", "Present", 106),
        Shown("proxies_solicited", "Proxies solicited", 120),
    ),
)  # fmt: skip
ENGAGEMENTS = Book(
    kind=Engagement,
    thing="an engagement",
    order=newest("engaged_on"),
    begin=lambda _record, day: {"engaged_on": day, "kind": None},
    width=640,
    lines=(
        (Ask("adviser", "Adviser"), Ask("kind", "Engaged as", needed=True)),
        (Ask("hired_by", "Engaged by", "Guidelines, 1.12 and 5.6.", grow=2), Ask("engaged_on", "From"),
         Ask("ended_on", "Until")),
        (Ask("management_approved", "Management’s consent", "None is needed (guidelines, 5.6).",
             answers=("Asked for", "Not asked for")),
         Ask("motion", "Motion", grow=2)),
        (Ask("factors", "Factors weighed", "All six, before a compensation committee engages an adviser "
             "(Rule 10C-1(b)(4); Nasdaq 5605(d)(3)(D))."),),
        (Ask("factors_weighed_on", "Weighed on"),
         Ask("exempt", "Why they need not be weighed", "In-house counsel; a broad-based plan or survey.", grow=2)),
        (Ask("note", "Note", lines=2),),
    ),
    shown=(
        Shown("adviser", "Adviser", stretch=True),
        Shown("kind", "As", 190),
        Shown("hired_by", "Engaged by", 190),
        Shown("engaged_on", "From"),
        Shown("ended_on", "Until"),
        Shown("factors", "Six factors", 130, words=_weighed),
    ),
)  # fmt: skip


DELEGATIONS = Book(
    kind=Delegation,
    thing="a delegation",
    order=lambda _record, row: (row.end is not None, -row.start.toordinal(), row.id),
    begin=lambda _record, day: {"start": day},
    lines=(
        (Ask("committee", "To the committee"), Ask("person", "Or to")),
        (Ask("matter", "What is delegated", grow=2), Ask("start", "From"), Ask("end", "Until")),
        (Ask("motion", "Motion of the board"),),
        (Ask("text", "Its words"),),
    ),
    told={
        DelegatedMatter.STOCKHOLDER_VOTE: "Withheld from every committee (8 Del. C. §141(c)(2)).",
        DelegatedMatter.BYLAWS: "Withheld from every committee (8 Del. C. §141(c)(2)).",
        DelegatedMatter.OTHER: "Its words say what it covers (guidelines, 5.8).",
    },
    shown=(
        Shown("committee", "To", 220, words=_whom),
        Shown("matter", "What", 210),
        Shown("text", "Its words", stretch=True),
        Shown("start", "From"),
        Shown("end", "Until"),
    ),
)


COMPANY_YEARS = Book(
    kind=CompanyYear,
    thing="the company’s figures of a year",
    says="In US dollars; shares of revenue and of assets are taken of them.",
    order=lambda _record, row: -row.fiscal_year,
    begin=lambda record, day: {"fiscal_year": fiscal_year(record, day)},
    width=520,
    lines=(
        (Ask("fiscal_year", "Fiscal year"),),
        (Ask("revenue_cents", "Consolidated gross revenue", "For Nasdaq 5605(a)(2)(D)."),
         Ask("total_assets_cents", "Total assets at year-end", "For a smaller company (S-K 404(d)).")),
        (Ask("estimate", "Estimated, not yet final"),),
    ),
    shown=(
        Shown("fiscal_year", "Fiscal year", 110),
        Shown("revenue_cents", "Revenue, US$", 190),
        Shown("total_assets_cents", "Total assets, US$", 190),
        Shown("estimate", "State", stretch=True, answers=("Estimate", "Final")),
    ),
)  # fmt: skip


GONE = "No longer on record"


def _attested_by(record: Record, row: Attestation) -> str:
    return name_of(record, row.by) or row.by_name


ATTESTATIONS = Book(
    kind=Attestation,
    thing="an attestation",
    order=newest("made_on"),
    lines=(),
    shown=(
        Shown("made_on", "On"),
        Shown("clause", "Clause", 120, words=lambda _record, row: chip_of(row.clause)),
        Shown("period", "Period", 100, words=lambda _record, row: period_named(row.period)),
        Shown("by", "By", 190, words=_attested_by),
        Shown("text", "What is attested", stretch=True),
    ),
)
"""Attestations of a clause for a period (never a computed result)."""
LINKS = Book(
    kind=EvidenceLink,
    thing="a link",
    order=newest("linked_on"),
    lines=(),
    shown=(
        Shown("linked_on", "Linked on"),
        Shown("clause", "Clause", 120, words=lambda _record, row: chip_of(row.clause)),
        Shown("row", "Evidence", 320, words=lambda record, row: row_words(record, row.kind, row.row) or GONE),
        Shown("note", "What it shows", stretch=True),
    ),
)
"""Rows that somebody linked to a clause by hand."""
