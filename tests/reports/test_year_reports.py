"""The committee table, the related-person table, the calendar of clocks, the annual meeting: what each says and omits."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Finding, Kind, Origin, Status, UsedParameter
from boarddesk.domain.meetings import PresenceStamp
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.reports.documents.attendance import attendance_pdf
from boarddesk.reports.documents.clock_calendar import ClockRow, Counted, clock_calendar_pdf
from boarddesk.reports.documents.committee_summary import committee_summary_pdf
from boarddesk.reports.documents.committee_table import committee_table_pdf
from boarddesk.reports.documents.compliance_report import Clause
from boarddesk.reports.documents.related_persons import related_persons_pdf
from boarddesk.reports.sections.judged import Parameter
from boarddesk.services.every_report import BY_NAME
from boarddesk.services.judging import judge
from boarddesk.services.sample import make_sample
from boarddesk.services.workspace import Services
from tests.reports.judgments import AS_OF, CLAUSES, PARAMETERS, findings
from tests.reports.reading import flat, pages_of
from tests.reports.records import october


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = make_sample(tmp_path_factory.mktemp("year") / "larkfield.boarddesk")
    yield services
    services.close()


@pytest.fixture(scope="module")
def record(sample: Services) -> Record:
    return sample.shown


def committees(record: Record, *changed: Row, year: int = 2026, as_of: date = AS_OF) -> str:
    return flat(committee_table_pdf(record.changed(list(changed)), as_of, year, ()))


# --- committees (S-K 407(b)(3))


def test_each_standing_committee_has_members_chair_meetings_functions_and_charter(sample: Services) -> None:
    text = flat(BY_NAME["committees"].make(sample, 2026, False))
    assert "Gareth Okoro-Llewelyn Chair – –" in text
    assert "Aylin Çelikbaran – Member –" in text
    assert "Meetings in 2026 5 4 3" in text
    assert "Five in fiscal year 2026: 11 Feb 2026, 13 May 2026, 12 Aug 2026, 21 Oct 2026, 10 Nov 2026" in text
    assert "Changes in the year Harriet Dunmore-Vale left on 14 Aug 2026" in text
    assert "Functions Oversees accounting, financial reporting, the independent auditor" in text
    assert "Charter Audit Committee Charter; published at investors.larkfield.example/governance/audit since" in text
    assert "The proxy statement for FY 2026 is due by 30 Apr 2027" in text


def test_a_year_gone_by_shows_the_members_of_its_last_day(sample: Services) -> None:
    text = flat(BY_NAME["committees"].make(sample, 2025, False))
    assert "Members as of December 31, 2025" in text
    assert "Harriet Dunmore-Vale Member – –" in text
    assert "five meetings of the Audit Committee" in text


def test_a_committee_that_is_not_standing_or_not_there_is_said(record: Record) -> None:
    pay = next(c for c in record.all(Committee) if c.id == "compensation")
    text = committees(record, replace(pay, standing=False))
    assert "No standing compensation committee is on record" in text
    assert "Compensation Committee Chair" not in text


def test_what_is_not_recorded_of_a_committee_is_said_and_not_guessed(record: Record) -> None:
    audit = next(c for c in record.all(Committee) if c.id == "audit")
    charters = [d for d in record.where(Document, "kind", DocumentKind.COMMITTEE_CHARTER) if d.committee == "audit"]
    seats = [s for s in record.where(CommitteeSeat, "committee", "audit") if s.end is None]
    gone = [replace(seat, end=date(2026, 9, 1)) for seat in seats]
    hidden = [replace(charter, public_on=None, public_where="") for charter in charters]
    text = committees(record, replace(audit, mandate=""), *hidden, *gone)
    assert "Functions Not recorded" in text
    assert "publication not recorded" in text
    assert "Members None on this day" in text


# --- attendance (S-K 407(b)(1), (2))


def test_attendance_covers_the_meetings_of_the_board_and_the_annual_meeting(sample: Services) -> None:
    text = flat(BY_NAME["attendance"].make(sample, 2026, False))
    assert "Meetings of the Board Four" in text
    assert "Aylin Çelikbaran 4/4 – 3/4 – 7/8 87.5%" in text
    assert "Directors to be named for low attendance (S-K 407(b)(1)): none on these figures" in text
    assert "Policy “Attendance of Directors at Annual Meetings”, in force since May 17, 2018" in text
    assert "Annual meeting May 14, 2026 Attended Ten directors of ten in office on that day attended" in text
    assert "Attendance threshold 75% S-K 407(b)(1)" in text
    before = flat(BY_NAME["attendance"].make(sample, 2025, False))
    assert "low attendance (S-K 407(b)(1)): Harriet Dunmore-Vale." in before


def test_who_was_absent_from_the_annual_meeting_is_named_and_no_roll_is_no_attendance(record: Record) -> None:
    roll = record.where(PresenceStamp, "meeting", "2026-05-14-annual")
    one = roll[0].person
    left = record.changed((), [(PresenceStamp, stamp.id) for stamp in roll if stamp.person == one])
    assert "Nine directors of ten in office on that day attended; not present:" in flat(
        attendance_pdf(left, AS_OF, 2026)
    )
    none = record.changed((), [(PresenceStamp, stamp.id) for stamp in roll])
    assert "Which directors attended is not recorded." in flat(attendance_pdf(none, AS_OF, 2026))


# --- related persons (S-K 404(a))


def test_every_dealing_to_be_disclosed_has_its_amounts_interest_basis_and_approval(sample: Services) -> None:
    text = flat(BY_NAME["related"].make(sample, 2026, False))
    assert "Of seven dealings on the register, four are to be disclosed and three are not." in text
    assert "Line More than $120,000 (S-K 404(a)" in text
    part = text[text.index("Halvorsen Properties LLC To be disclosed") :]
    assert "Anders Halvorsen, through Marcus Ellerbrook. Owned by his brother-in-law" in part
    assert "Amount $141,000 over its life; $100,700 paid so far" in part
    assert "Interest All of the rent, $141,000 in 2026 ($141,000)" in part
    assert "Approval Motion A-2026-05, Audit Committee meeting, 13 May 2026; the review policy was followed" in part
    assert "Missing the dollar amount of the interest of Kinga Wiśniewolska" in text
    aside = text[text.index("Not to be disclosed, and why") :]
    assert "Tellgate Instruments, Inc. Joris Achterberg, through Desmond Achterberg" in aside
    assert "It ended on 30 Nov 2024, before the fiscal year" in aside


def test_below_the_line_is_told_apart_with_its_reason(sample: Services) -> None:
    text = flat(BY_NAME["related"].make(sample, 2025, False))
    aside = text[text.index("Not to be disclosed, and why") :]
    assert "Kiln Lane Catering" in aside
    assert "of $48,200 is not above $120,000 and need not be disclosed" in aside


def test_a_dealing_that_cannot_be_judged_is_named_with_what_is_missing(record: Record) -> None:
    dealing = record.get(RelatedTransaction, "rt-halvorsen")
    changed = record.changed(
        [replace(dealing, amount_cents=None, largest_debt_cents=5_000_000, debt_terms="4% a year")]
    )
    text = flat(related_persons_pdf(changed, AS_OF, 2026, judge(changed, AS_OF)))
    open_ones = text[text.index("Cannot be judged, or calls for judgment") : text.index("Not to be disclosed, and why")]
    assert "Halvorsen Properties LLC Cannot judge" in open_ones
    assert "Missing the amount of the dealing with Halvorsen Properties LLC" in open_ones
    assert "Amount Not recorded" in open_ones
    assert "Indebtedness Largest $50,000; now not recorded; 4% a year" in open_ones
    assert "one cannot be judged or calls for judgment" in text


def test_a_register_with_nothing_on_it_says_so() -> None:
    text = flat(related_persons_pdf(october(), AS_OF, 2026, ()))
    assert "Of no dealings on the register, none is to be disclosed." in text
    assert "No result relied on a parameter." in text


# --- clocks


def test_each_clock_names_its_start_its_days_the_holiday_and_its_last_day(sample: Services) -> None:
    text = flat(BY_NAME["clocks"].make(sample, None, False))
    assert "Two clocks are running, none ran out unanswered; the next ends on November 16, 2026." in text
    assert "Four SEC business days after 9 Nov 2026: 10 Nov, 12 Nov, 13 Nov and 16 Nov 2026." in text
    assert "Not counted: 11 Nov 2026 (Veterans Day)." in text
    assert "Business day 2 of 4" in text
    assert "In cure Day 90 of 272" in text
    ended = text[text.index("Answered in fiscal year 2026") :]
    assert "Resignation of Harriet Dunmore-Vale 8-K 5.02(b) 14 Aug 2026" in ended
    assert "17 Aug, 18 Aug, 19 Aug and 20 Aug 2026" in ended


def test_a_clock_that_ran_out_is_counted_and_each_of_its_days_is_drawn() -> None:
    days = tuple(date(2026, 11, day) for day in (3, 4, 5, 6))
    late = ClockRow(
        "Resignation of Ben Brook", "8-K 5.02(b)", Status.OVERDUE, "Four SEC business days after 2 Nov 2026.",
        days[-1], "6 days late", date(2026, 11, 2), counted=Counted(date(2026, 11, 2), days),
    )  # fmt: skip
    text = flat(clock_calendar_pdf(october(), AS_OF, [late], [], ()))
    assert "No clocks are running, one ran out unanswered." in text
    assert "Overdue" in text
    strip = text[text.index("Day by day") :]
    assert all(f"{days[0] + timedelta(days=n):%a} {3 + n} Nov" in strip for n in range(4))
    assert strip.index("start") < strip.index("due")
    assert "No clock is running on the data entered" in flat(clock_calendar_pdf(october(), AS_OF, [], [], ()))


# --- the committee's summary


def test_the_summary_stays_on_one_page_and_counts_what_does_not_fit() -> None:
    many = [
        Finding(
            clause=f"GL-9.{n}", origin=Origin.GUIDELINE, kind=Kind.DUTY, subject="company", period="FY2026",
            status=Status.DUE_SOON, because=f"Number {n} is due.", due=date(2026, 11, 13) + timedelta(days=n),
            title=f"Duty number {n}",
        )
        for n in range(80)
    ]  # fmt: skip
    clauses = [Clause(f.clause, f.title, f.origin, f.kind) for f in many]
    pdf = committee_summary_pdf(october(), AS_OF, 2026, reversed(many), clauses)
    assert len(pages_of(pdf)) == 1
    text = flat(pdf)
    assert "Duty number 0 " in text
    assert "Duty number 79" not in text
    assert "further findings in the compliance report" in text


def test_the_summary_names_next_steps_where_there_is_room_and_values_that_are_not_confirmed() -> None:
    text = flat(committee_summary_pdf(october(), AS_OF, 2026, findings(), CLAUSES, parameters=PARAMETERS))
    assert "the item on 3 Dec 2026" in text
    assert "† Not fully confirmed: Cure of one vacancy (next annual meeting or one year)" in text
    assert "Set by the Company: succession interval (every 12 months)" in text


def test_an_unconfirmed_and_an_own_value_stand_before_the_rest() -> None:
    used = (
        UsedParameter("a_first", "1", "Rule A", "confirmed"),
        UsedParameter("b_second", "2", "Rule B", "unconfirmed"),
        UsedParameter("c_third", "3", "Board", "confirmed", company=True),
    )
    found = Finding(
        clause="LAW-SK-407b", origin=Origin.LAW, kind=Kind.REGISTER, subject="company", period="FY2026",
        status=Status.RECORDED, because="On record.", parameters=used,
    )  # fmt: skip
    named = {"a_first": Parameter("Alpha"), "b_second": Parameter("Beta"), "c_third": Parameter("Gamma")}
    text = flat(committee_table_pdf(october(), AS_OF, 2026, [found], parameters=named))
    places = [
        text.index(words) for words in ("Beta 2 Rule B – Unconfirmed †", "Gamma 3 Board – Adopted", "Alpha 1 Rule A")
    ]
    assert places == sorted(places)
