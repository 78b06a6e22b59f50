"""One part of a proxy statement for one subject: what it has, lacks, discloses and leaves to judgment, as a finding."""

from datetime import date

from boarddesk.domain.answers import Question
from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.judge import COMPANY, Judge
from boarddesk.rules.params import Value
from boarddesk.rules.proxy import ProxyYear, answers_for, answers_wanted, document_in_force, shown_by, subjects
from boarddesk.rules.words import number, on, sentence

DUE_SOON = "due_soon_days"
APPENDIX_YEARS = "charter_appendix_years"
RESPONSIBLE = "Secretary"
NAMED = 2
"""So many gaps are named in the reason; all of them stand under what is missing."""


class Sheet:
    """What one part of a proxy statement has, lacks, discloses and leaves to judgment, gathered for one subject."""

    def __init__(self, case: Case, judge: Judge, proxy: ProxyYear) -> None:
        self.case = case
        self.judge = judge
        self.proxy = proxy
        self.rows: list[Row] = []
        self.relied: list[Value] = []
        self._gaps: list[str] = []
        self._have: list[str] = []
        self._disclose: list[str] = []
        self._weigh: list[str] = []

    def lacks(self, *gaps: str) -> None:
        """Note what is not on record."""
        self._gaps.extend(gaps)

    def has(self, words: str, *rows: Row) -> None:
        """Note what is on record, and what shows it."""
        self._have.append(words)
        self.rows.extend(rows)

    def discloses(self, words: str, *rows: Row) -> None:
        """Note what is out of the ordinary and must be said."""
        self._disclose.append(words)
        self.rows.extend(rows)

    def weighs(self, words: str, *rows: Row) -> None:
        """Note what a person must judge before it is said or left out."""
        self._weigh.append(words)
        self.rows.extend(rows)

    def answers(self, person: str, question: Question) -> Questionnaire | None:
        """A person's answers to a question that came in for the proxy statement; where none did, that is a gap."""
        found = answers_for(self.case, self.proxy, person, question)
        if found is None:
            self.lacks(answers_wanted(self.case, self.proxy, person, [question]))
        else:
            self.rows.append(found)
        return found

    def finding(self, subject: Row | str = COMPANY, about: str = "") -> Finding:
        """The finding: what must be disclosed comes first, then what is lacking, then what is to be weighed."""
        if subject == COMPANY and not subjects(self.case, self.proxy):
            return nothing_known(self.judge, self.proxy, "director, nominee or executive officer")
        status = self._status()
        proxy, relied = self.proxy, [*self.relied, self.proxy.filed_within]
        if status in (Status.DUE_SOON, Status.NOT_YET_DUE):
            relied.append(self.judge.value(DUE_SOON, self.case.as_of))
        remedy = ""
        if status is Status.NOT_RECORDED:
            remedy = "If the proxy statement went out without it, only an amendment helps."
        return self.judge.find(
            status,
            sentence(self._because(status, about)),
            proxy.year,
            subject,
            evidence=dict.fromkeys(self.rows),
            missing=tuple(dict.fromkeys(self._gaps)),
            due=proxy.due if proxy.running and status is not Status.RECORDED else None,
            remedy=remedy,
            relied=tuple(dict.fromkeys(relied)),
            responsible=RESPONSIBLE,
        )

    def _status(self) -> Status:
        proxy = self.proxy
        if self._disclose:
            return Status.DISCLOSURE_REQUIRED
        if proxy.running and (self._gaps or proxy.year.running):
            near = self.case.parameters.value(DUE_SOON, self.case.as_of)
            soon = (proxy.due - self.case.as_of).days <= near.number
            return Status.DUE_SOON if soon else Status.NOT_YET_DUE
        if self._gaps:
            return Status.NOT_RECORDED
        return Status.JUDGMENT_NEEDED if self._weigh else Status.RECORDED

    def _because(self, status: Status, about: str) -> str:
        proxy = self.proxy
        of = f" of {about}" if about else ""
        weigh = f"; to be weighed: {'; '.join(self._weigh)}" if self._weigh else ""
        if status is Status.DISCLOSURE_REQUIRED:
            lacking = f"; not on record: {_few(self._gaps)}" if self._gaps else ""
            return f"{'; '.join(self._disclose)}: to be disclosed in {proxy.words}{weigh}{lacking}."
        if status is Status.RECORDED:
            return f"On record{of} for {proxy.words}: {'; '.join(self._have)}."
        if status is Status.JUDGMENT_NEEDED:
            return f"{'; '.join(self._weigh)}: to be weighed for {proxy.words}."
        if status is Status.NOT_RECORDED:
            by = f"when it was filed on {on(proxy.closes)}" if proxy.filing else f"by its last day, {on(proxy.due)}"
            return f"Not on record for {proxy.words} {by}: {_few(self._gaps)}{weigh}."
        lacking = f"still to come: {_few(self._gaps)}" if self._gaps else f"nothing is lacking so far{of}"
        return f"{proxy.words} is due by {on(proxy.due)}; {lacking}{weigh}."


def _few(gaps: list[str]) -> str:
    """The first gaps by name and the number of the others."""
    if len(gaps) <= NAMED + 1:
        return "; ".join(gaps)
    return f"{'; '.join(gaps[:NAMED])}; and {number(len(gaps) - NAMED)} more"


def nothing_known(judge: Judge, proxy: ProxyYear, what: str) -> Finding:
    """Where the record names nobody there is nothing to judge by."""
    because = f"No {what} is on record for {proxy.words}."
    return judge.find(Status.CANNOT_JUDGE, because, proxy.year, missing=(f"who was {what}",), responsible=RESPONSIBLE)


def charter_on(sheet: Sheet, committee: Committee) -> Document | None:
    """A committee's charter, and how it is public: on the website, else an appendix every so many fiscal years."""
    case, proxy = sheet.case, sheet.proxy
    charter = document_in_force(case, DocumentKind.COMMITTEE_CHARTER, proxy.closes, committee.id)
    if charter is None:
        sheet.lacks(f"the charter of the {committee.name}")
        return None
    sheet.rows.append(charter)
    if charter.public_where and (charter.public_on is None or charter.public_on <= proxy.closes):
        sheet.has(f"the charter of the {committee.name} is public at {charter.public_where}")
        return charter
    years = sheet.judge.value(APPENDIX_YEARS, proxy.closes)
    since = case.calendar.year_starts(proxy.year.year - years.number + 2)
    sheet.relied.append(years)
    filed = [
        filing
        for filing in case.record.where(Filing, "document", charter.id)
        if filing.kind is FilingKind.PROXY_STATEMENT and since <= filing.made_on <= proxy.closes
    ]
    if filed:
        sheet.rows.extend(filed[-1:])
        sheet.has(f"the charter of the {committee.name} was appended on {on(filed[-1].made_on)}")
    else:
        sheet.lacks(f"the web address of the charter of the {committee.name}, or the proxy statement it was added to")
    return charter


def standing_policy(case: Case, judge: Judge, proxy: ProxyYear, kind: DocumentKind, gap: str) -> Finding:
    """A part that rests on one policy in force, or on what somebody linked to it where there is none."""
    sheet = Sheet(case, judge, proxy)
    policy = document_in_force(case, kind, proxy.closes)
    shown = [] if policy else shown_by(case, judge.clause.id, date.min, proxy.closes)
    if policy is not None:
        since = f" since {on(policy.effective_from)}" if policy.effective_from else ""
        sheet.has(f"“{policy.title}”, in force{since}", policy)
    elif shown:
        sheet.has("what is linked to it in place of a policy", *shown)
    else:
        sheet.lacks(gap)
    return sheet.finding()
