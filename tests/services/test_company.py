"""The company's particulars: what must be there, and what stays when the name changes."""

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee
from boarddesk.domain.company import Company, Habits
from boarddesk.interchange.formats.calendar_ics import uid_of
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.commands.create_company import ChangeCompany, CreateCompany
from boarddesk.services.company_file import checked_company
from boarddesk.services.workspace import company_from, new_company


def test_calendar_entries_keep_their_names_when_the_company_is_renamed(company_path: Path) -> None:
    services = new_company(company_path, Company(id="company", name="Acme, Inc."))
    before = uid_of(services.record, "m1")
    for name in ("Beta, Inc.", "Gamma, Inc."):
        services.bus.do(ChangeCompany(replace(services.record.company, name=name)))
        assert uid_of(services.record, "m1") == before
    services.close()


def test_a_file_has_one_company(company_path: Path) -> None:
    services = new_company(company_path, Company(id="company", name="Acme"))
    with pytest.raises(UserError) as caught:
        services.bus.do(CreateCompany(Company(id="other", name="Other")))
    assert caught.value.code == "exists"
    services.close()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": ""}, "no name"),
        ({"name": "A", "fiscal_year_end": "31-12"}, "fiscal year end"),
        ({"name": "A", "time_zone": "Nowhere"}, "time zone"),
        ({"name": "A", "listing_date": "soon"}, "listing date"),
    ],
)
def test_each_wrong_particular_is_named(fields: dict[str, str], says: str) -> None:
    with pytest.raises(UserError, match=says):
        checked_company(**fields)


def test_particulars_are_read(company_path: Path) -> None:
    company = checked_company(name="Acme", fiscal_year_end="06-30", time_zone="Europe/Berlin")
    services = new_company(company_path, company)
    assert services.record.company.fiscal_year_end == "06-30"
    assert services.day >= datetime(2020, 1, 1).date()
    services.close()


def test_habits_name_committees_that_are_there(company_path: Path) -> None:
    services = new_company(company_path, Company(id="company", name="Acme"))
    with pytest.raises(UserError) as caught:
        services.bus.do(ChangeCompany(replace(services.record.company, habits=Habits(committees=("audti",)))))
    assert caught.value.faults[0].where == "company company, field habits.committees"
    services.close()


def test_a_document_whose_habits_name_no_committee_is_refused(company_path: Path) -> None:
    company = Company(id="company", name="Acme", habits=Habits(committees=("audit", "audti")))
    audit = Committee(id="audit", name="Audit Committee", start=date(2020, 1, 1))
    with pytest.raises(UserError) as caught:
        company_from(company_path, Document((company, audit), (), ""), "acme.json")
    assert [(fault.what, fault.where) for fault in caught.value.faults] == [
        ("There is no committee “audti”.", "acme.json, company company, field habits.committees")
    ]
