"""One full entry under each question of the questionnaire."""

from datetime import date
from typing import Any

from boarddesk.domain.answers import (
    AuditorTie,
    Dealing,
    EmployerKind,
    Employment,
    Excluded,
    Expertise,
    FamilyMember,
    Finance,
    Holding,
    Interlock,
    LegalEvent,
    Organization,
    OrganizationTie,
    OrganizationYear,
    OutsideSeat,
    Payment,
    PaymentCategory,
    Question,
    Relation,
)

FIRST, LAST = date(2020, 3, 1), date(2025, 6, 30)
PAUL = "Paul Reyes"
EXAMPLES: dict[Question, Any] = {
    Question.EMPLOYMENT: Employment(
        of=PAUL, employer="Larkfield GmbH", kind=EmployerKind.SUBSIDIARY, position="Engineer", executive=False,
        interim=True, since=FIRST, until=LAST,
    ),
    Question.FAMILY: FamilyMember(name=PAUL, relation=Relation.SPOUSE, minor=False, shares_home=True),
    Question.PAYMENTS: Payment(
        of=PAUL, on=FIRST, cents=1_250_050, category=PaymentCategory.FEE, nature="Advice", through="Reyes LLP"
    ),
    Question.ORGANIZATIONS: Organization(
        name="Fennimore Analytics, Inc.", tie=OrganizationTie.PARTNER, since=FIRST, adviser=True, active=False,
        years=(
            OrganizationYear(year=2025, paid_to_cents=100, revenue_cents=5_000, estimate=True),
            OrganizationYear(year=2026, received_from_cents=100, excluded=Excluded.MATCHING),
        ),
    ),
    Question.INTERLOCKS: Interlock(
        entity="Orrindale", executive="Noor Haverkamp", compensation_committee=True, director_there=True, since=FIRST
    ),
    Question.AUDITOR: AuditorTie(
        firm="Grady & Pell LLP", partner=True, until=LAST, worked_on_audit=True, worked_until=LAST
    ),
    Question.OWNERSHIP: Holding(security="Common stock", percent="9.95", controls=True, affiliate_office="Manager"),
    Question.FINANCE: Finance(
        reads_statements=True, sophisticated=True, prepared=False, expertise=(Expertise.STATEMENTS,), background="CFO"
    ),
    Question.SEATS: OutsideSeat(company="Castorline plc", registered=False, committees="Audit", since=FIRST),
    Question.LEGAL: LegalEvent(text="A bankruptcy petition of a former employer", on=FIRST),
    Question.DEALINGS: Dealing(of=PAUL, text="A lease of a test field", cents=1_200_000),
    Question.OTHER: "A neighbor of the chief executive officer",
}  # fmt: skip
