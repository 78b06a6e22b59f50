"""The sample's evidence hangs together: answers, dealings, pay, filings and registers tell one story."""

from datetime import date

import pytest

from boarddesk.domain.answers import Question
from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import CharterPart, Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.governance import Attestation, EvidenceLink, GuidelineClause, PlannedDuty, WhatIf
from boarddesk.domain.happenings import Event, Filing, FilingKind, FollowUp, Matter
from boarddesk.domain.independence import Designation, Determination, Questionnaire
from boarddesk.domain.meetings import STOCKHOLDERS, AgendaItem, Meeting, MeetingState
from boarddesk.domain.motions import Consent, ConsentSignature, Motion, MotionKind, RelatedTransaction
from boarddesk.domain.people import Appointment, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.registers import Biography, CompanyYear, Delegation, DirectorPay, Engagement, Skill
from boarddesk.domain.tables import BY_NAME
from boarddesk.domain.terms import directors_on, executive_officers_on, members_on
from boarddesk.rules.books import built_in

TODAY = date(2026, 11, 12)
PARTIAL = "q-2024-vaidyalingam-august"


def served(record: Record, year: int) -> set[str]:
    """Everybody who was a director in some part of a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return {t.person for t in record.all(Appointment) if t.start <= last and (t.end is None or t.end > first)}


def officers(record: Record, year: int) -> set[str]:
    return {tenure.person for tenure in executive_officers_on(record, date(year, 12, 31))}


def test_every_answered_questionnaire_is_attested_and_complete(record: Record) -> None:
    for answers in record.all(Questionnaire):
        if answers.received_on is None:
            assert (answers.answered, answers.attested_on) == ((), None), answers.id
            continue
        assert answers.attested_as == record.get(Person, answers.person).name, answers.id
        assert answers.attested_on == answers.received_on, answers.id
        if answers.id != PARTIAL:
            assert set(answers.answered) == set(Question), answers.id
            assert answers.employments, answers.id
            assert answers.family, answers.id
            assert answers.finance is not None, answers.id
    assert record.get(Questionnaire, PARTIAL).answered == (Question.ORGANIZATIONS, Question.SEATS)


@pytest.mark.parametrize("year", [2024, 2025])
def test_directors_and_officers_answered_each_year(record: Record, year: int) -> None:
    came = {answers.person for answers in record.where(Questionnaire, "year", year) if answers.received_on}
    assert came >= served(record, year) | officers(record, year)


def test_nothing_is_answered_without_its_question(record: Record) -> None:
    entries = {
        Question.EMPLOYMENT: "employments", Question.FAMILY: "family", Question.PAYMENTS: "payments",
        Question.ORGANIZATIONS: "organizations", Question.SEATS: "seats", Question.DEALINGS: "dealings",
    }  # fmt: skip
    for answers in record.all(Questionnaire):
        for question, field in entries.items():
            assert question in answers.answered or not getattr(answers, field), (answers.id, question)


def test_relatives_named_in_entries_are_in_the_family(record: Record) -> None:
    named = 0
    for answers in record.all(Questionnaire):
        family = {member.name for member in answers.family}
        entries = (*answers.employments, *answers.payments, *answers.organizations, *answers.seats)
        assert {entry.of for entry in entries} - {""} <= family, answers.id
        named += sum(bool(entry.of) for entry in entries)
    assert named > 5


def test_relatives_in_the_register_are_in_the_answers(record: Record) -> None:
    for dealing in record.all(RelatedTransaction):
        if dealing.related_name:
            known = {
                member.name
                for answers in record.where(Questionnaire, "person", dealing.person)
                for member in answers.family
            }
            assert dealing.related_name in known, dealing.id


def test_answers_on_dealings_name_entries_of_the_same_person(record: Record) -> None:
    for answers in record.all(Questionnaire):
        for dealing in answers.dealings:
            entry = record.get(RelatedTransaction, dealing.entry)
            assert (entry.person, entry.amount_cents) == (answers.person, dealing.cents), answers.id


def test_no_relative_bears_the_name_of_a_director_or_officer(record: Record) -> None:
    ours = {person.name for person in record.all(Person)}
    relatives = {member.name for answers in record.all(Questionnaire) for member in answers.family}
    assert not ours & relatives


def test_revenue_of_the_seller_leaves_the_limit_uncrossed(record: Record) -> None:
    for answers in record.where(Questionnaire, "person", "sorhaug"):
        for tie in answers.organizations:
            for year in tie.years:
                assert year.paid_to_cents <= max(200_000_00, (year.revenue_cents or 0) * 5 // 100), answers.id


def test_what_was_considered_is_on_record_where_answers_tell_of_payments(record: Record) -> None:
    told = {q.year + 1 for q in record.where(Questionnaire, "person", "sorhaug") if q.organizations}
    considered = {d.decided_on.year for d in record.where(Determination, "person", "sorhaug") if d.considered}
    assert told == considered == {2024, 2025}


def test_qualifications_of_the_audit_committee(record: Record) -> None:
    seats = {"okoro-llewelyn": "2019-05-16", "vaidyalingam": "2021-05-20", "dunmore-vale": "2022-05-19"}
    literate = {d.person: d.decided_on.isoformat() for d in record.where(Designation, "kind", "financially_literate")}
    assert literate == seats
    expert = record.get(Designation, "dg-expert-2026")
    assert (expert.person, expert.motion, expert.supersedes) == ("okoro-llewelyn", "2026-10", "dg-expert-2022")


def test_a_designation_rests_on_a_motion_that_names_the_person(record: Record) -> None:
    for found in record.all(Designation):
        motion = record.find(Motion, found.motion)
        if motion is not None:
            assert found.person in motion.subjects, found.id
            assert record.get(Meeting, motion.meeting).day == found.decided_on, found.id


def test_charters_and_their_parts(record: Record) -> None:
    charters = {d.committee: d for d in record.where(Document, "kind", DocumentKind.COMMITTEE_CHARTER)}
    assert set(charters) == {"audit", "compensation", "nominating"}
    assert all(charter.criteria and charter.public_where for charter in charters.values())
    assert CharterPart.AUDITOR_INDEPENDENCE in charters["audit"].parts
    assert CharterPart.CEO_ABSENT in charters["compensation"].parts
    assert CharterPart.NOMINATIONS in charters["nominating"].parts
    assert {c: charter.criteria.least_members for c, charter in charters.items() if charter.criteria} == {
        "audit": 3, "compensation": 2, "nominating": 3,
    }  # fmt: skip


def test_every_policy_that_a_rule_asks_for_is_there(record: Record) -> None:
    kinds = {document.kind for document in record.all(Document) if document.in_force_on(TODAY)}
    asked = set(DocumentKind) - {DocumentKind.PROXY_STATEMENT, DocumentKind.OTHER}
    assert asked - kinds == set()


def test_committees_were_created_by_the_board(record: Record) -> None:
    for committee in record.all(Committee):
        motion = record.get(Motion, committee.motion)
        assert (motion.body, motion.kind) == ("board", MotionKind.CHANGE_COMMITTEE)
        assert record.get(Meeting, motion.meeting).day == committee.start


def test_annual_meetings_carry_what_the_election_says(record: Record) -> None:
    for election in record.all(Election):
        meeting = record.get(Meeting, election.meeting)
        assert (meeting.shares_outstanding, meeting.shares_present) == (
            election.shares_outstanding, election.shares_present,
        )  # fmt: skip
        assert meeting.record_date_fixed_on is not None
        assert meeting.record_date_fixed_on <= meeting.record_date, meeting.id
        (matter,) = record.where(Matter, "meeting", meeting.id)
        votes = (matter.shares_for, matter.against, matter.abstained, matter.broker_non_votes)
        assert sum(filter(None, votes)) == meeting.shares_present


def test_one_record_date_is_a_day_too_early(record: Record) -> None:
    held = [m for m in record.where(Meeting, "body", STOCKHOLDERS) if m.state is MeetingState.HELD]
    assert sorted((m.day - m.record_date).days for m in held if m.record_date) == [57, 57, 61]


def test_nominees_consented_before_the_proxy_statement(record: Record) -> None:
    filed = {f.meeting: f.made_on for f in record.where(Filing, "kind", FilingKind.PROXY_STATEMENT)}
    for nominee in record.all(Nominee):
        meeting = record.get(Election, nominee.election).meeting
        assert nominee.consented_on is not None
        assert nominee.consented_on < filed[meeting], nominee.id


def test_filings_are_about_something_and_in_order(record: Record) -> None:
    for filing in record.all(Filing):
        assert filing.id.startswith(f"f-{filing.made_on.year}-"), filing.id
        about = (filing.event, filing.person, filing.meeting, filing.motion, filing.document)
        assert any(about), filing.id
        event = record.find(Event, filing.event)
        assert event is None or event.on <= filing.made_on, filing.id
    kinds = {filing.kind for filing in record.all(Filing)}
    assert set(FilingKind) - kinds == {FilingKind.OTHER}


def test_follow_ups_name_facts_and_clauses_that_exist(record: Record) -> None:
    clauses = {clause.id for clause in built_in().clauses}
    for step in record.all(FollowUp):
        table, row = step.fact.split(":")
        assert record.find(BY_NAME[table], row) is not None, step.id
        assert step.step in clauses, step.id


def test_a_biography_for_each_person_of_each_proxy_statement(record: Record) -> None:
    filed = {f.fiscal_year: f.made_on for f in record.where(Filing, "kind", FilingKind.PROXY_STATEMENT)}
    for year, day in filed.items():
        written = {row.person for row in record.where(Biography, "fiscal_year", year) if row.written_on < day}
        assert written >= set(directors_on(record, day)) | officers(record, day.year - 1), year


@pytest.mark.parametrize("year", [2024, 2025])
def test_pay_of_everybody_who_was_a_director(record: Record, year: int) -> None:
    rows = {row.person: row for row in record.where(DirectorPay, "fiscal_year", year)}
    assert set(rows) == served(record, year)
    assert {person for person, row in rows.items() if row.as_executive} == {"ellerbrook"}


def test_named_officers(record: Record) -> None:
    named = {tenure.person for tenure in record.all(RoleTenure) if tenure.named}
    assert named == {"ellerbrook", "delacroix", "nkemelu", "draskovic-hall", "oyelaran-fitch"}


def test_skills_of_every_director(record: Record) -> None:
    for day in (date(2024, 12, 31), date(2025, 12, 31), TODAY):
        lines = {s.person for s in record.all(Skill) if s.as_of <= day and (s.until is None or day < s.until)}
        assert lines >= set(directors_on(record, day)), day


def test_advisers(record: Record) -> None:
    factors = {engagement.id: len(engagement.factors) for engagement in record.all(Engagement)}
    assert factors == {"en-harrowgate": 6, "en-brackwater": 0, "en-quillmere": 0}


def test_only_the_running_year_is_an_estimate(record: Record) -> None:
    assert [row.fiscal_year for row in record.all(CompanyYear) if row.estimate] == [2026]


def test_a_delegation_rests_on_the_board(record: Record) -> None:
    assert {record.get(Motion, row.motion).body for row in record.all(Delegation)} == {"board"}


def test_one_consent_waits_for_one_and_one_for_two(record: Record) -> None:
    waiting = {}
    for consent in record.all(Consent):
        signed = {s.person for s in record.where(ConsentSignature, "consent", consent.id) if s.delivered_at}
        lacking = set(members_on(record, consent.body, consent.circulated_on)) - signed
        if lacking:
            waiting[consent.id] = lacking
    assert waiting == {"consent-2026-07": {"vaidyalingam", "celikbaran"}, "consent-2026-08": {"wisniewolski"}}


def test_hand_made_evidence_points_at_rows_and_clauses(record: Record) -> None:
    clauses = {clause.id for clause in built_in().clauses}
    for link in record.all(EvidenceLink):
        assert link.clause in clauses, link.id
        assert record.find(BY_NAME[link.kind], link.row) is not None, link.id
    assert {said.clause for said in record.all(Attestation)} <= clauses
    for duty in record.all(PlannedDuty):
        assert record.get(AgendaItem, duty.item).meeting == duty.meeting, duty.id


def test_the_companys_own_clause_is_not_in_force_yet(record: Record) -> None:
    (clause,) = record.all(GuidelineClause)
    assert (clause.effective_from, clause.motion) == (date(2027, 1, 1), "2026-37")


def test_the_what_if_of_the_picture(record: Record) -> None:
    (kept,) = record.all(WhatIf)
    assert (kept.as_of, kept.changes[0].kind) == (date(2026, 12, 31), "director_leaves")
    assert kept.changes[0].values["person"] == "okoro-llewelyn"
