"""What a proxy statement says of independence: who is, who falls short on a committee, what was considered (407(a))."""

from boarddesk.domain.answers import PaymentCategory, Question
from boarddesk.domain.independence import Determination, Questionnaire, Standard
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.independence import Standing
from boarddesk.rules.member_independence import STANDARDS
from boarddesk.rules.proxy import ProxyYear, Subject, answers_for, answers_wanted, subjects
from boarddesk.rules.proxy_sheet import Sheet
from boarddesk.rules.words import listed, on

ITEM = "407(a)"
WHERE = {
    Standard.NASDAQ: "under the general standard",
    Standard.AUDIT: "under the audit standard",
    Standard.COMPENSATION: "under the compensation standard",
}
ASKED = (Question.PAYMENTS, Question.ORGANIZATIONS, Question.DEALINGS, Question.OTHER)
UNREMARKABLE = frozenset({PaymentCategory.BOARD, PaymentCategory.PLAN})


def on_board(case: Case, proxy: ProxyYear) -> list[Subject]:
    """The directors and nominees of whom the proxy statement speaks."""
    return [subject for subject in subjects(case, proxy) if subject.on_board]


def name_independent(case: Case, sheet: Sheet, people: list[Subject]) -> list[Determination]:
    """Who is named as independent, and whose standing is open; the determinations of those named."""
    named: list[Determination] = []
    others: list[str] = []
    for subject in people:
        name = case.name(subject.person)
        ruling = case.independence.ruling(subject.person, sheet.proxy.closes)
        if ruling.standing is Standing.UNDETERMINED or (ruling.determination is None and ruling.office is None):
            sheet.lacks(f"determination of independence of {name}")
            sheet.rows.extend(subject.rows[:1])
        elif ruling.standing is Standing.UNDER_REVIEW and ruling.changed and ruling.changed.received_on:
            said = f"whether {name} is still independent after the answer of {on(ruling.changed.received_on)}"
            sheet.weighs(said, ruling.changed)
        elif ruling.standing is Standing.INDEPENDENT and ruling.determination is not None:
            named.append(ruling.determination)
        else:
            others.append(name)
            sheet.rows.extend(row for row in (ruling.determination, ruling.office) if row is not None)
    if named:
        who = listed(case.name(made.person) for made in named)
        sheet.has(f"determined independent by the Board: {who}", *named)
    if others:
        sheet.has(f"not independent: {listed(others)}")
    return named


def name_members(case: Case, sheet: Sheet) -> None:
    """Members of the three committees who do not meet the standard of their committee."""
    day = sheet.proxy.closes
    for committee in case.committees_on(day):
        for standard in STANDARDS.get(committee.kind, ()):
            for person in case.members_on(committee.id, day):
                ruling = case.independence.ruling(person, day, standard)
                what = f"{case.name(person)}, a member of the {committee.name},"
                if ruling.standing is Standing.NOT_INDEPENDENT:
                    rows = (row for row in (ruling.determination, ruling.office) if row is not None)
                    _tell(sheet, f"{what} is not independent {WHERE[standard]}", *rows)
                elif ruling.standing is Standing.UNDETERMINED and standard is not Standard.NASDAQ:
                    sheet.lacks(f"determination of independence of {case.name(person)} {WHERE[standard]}")


def name_considered(case: Case, sheet: Sheet, made: Determination) -> None:
    """What the Board considered of one independent director, and answers that it ought to have considered."""
    name = case.name(made.person)
    if made.considered:
        said = listed(f"“{text.removesuffix('.')}”" for text in made.considered)
        _tell(sheet, f"for {name} the Board considered {said}", made)
        return
    found = {q: answers_for(case, sheet.proxy, made.person, q) for q in ASKED}
    lacking = [question for question, answers in found.items() if answers is None]
    if lacking:
        sheet.lacks(answers_wanted(case, sheet.proxy, made.person, lacking))
    told = [question for question, answers in found.items() if answers is not None and told_of(question, answers)]
    if told:
        questions = "question" if len(told) == 1 else "questions"
        sheet.lacks(f"what the Board considered of the answers of {name}, {questions} {listed(told)}, by category")
        sheet.rows.extend(answers for question, answers in found.items() if answers is not None and question in told)


def told_of(question: Question, answers: Questionnaire) -> bool:
    """Whether an answer tells of a transaction, relationship or arrangement that the register does not hold."""
    match question:
        case Question.PAYMENTS:
            return any(payment.cents and payment.category not in UNREMARKABLE for payment in answers.payments)
        case Question.ORGANIZATIONS:
            return any(
                (year.paid_to_cents or year.received_from_cents) and year.excluded is None
                for organization in answers.organizations
                for year in organization.years
            )
        case Question.DEALINGS:
            return any(not dealing.entry for dealing in answers.dealings)
        case _:
            return bool(answers.other.strip())


def _tell(sheet: Sheet, words: str, *rows: Row) -> None:
    """What must be said: on record where the proxy statement that was filed names the item, else to be disclosed."""
    filing = sheet.proxy.filing
    if filing is not None and any(ITEM in item for item in filing.items):
        sheet.has(words, *rows, filing)
    else:
        sheet.discloses(words, *rows)
