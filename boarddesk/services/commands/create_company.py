"""Make the company of a new file, or change what it says of itself."""

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import refuse_impossible


@dataclass(frozen=True, slots=True)
class CreateCompany(Command):
    """The first row of a new file."""

    company: Company
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“New company Larkfield Systems, Inc.”."""
        del record
        return f"New company {self.company.name}"


@handles(CreateCompany)
def create_company(command: CreateCompany, tx: Transaction) -> None:
    """Write the company; a file has one."""
    if not command.company.name.strip():
        raise UserError("The company has no name.", what_to_do="Give its name as in the certificate.", code="no_name")
    if tx.record.all(Company):
        raise UserError("This file has a company already.", what_to_do="Make another file.", code="exists")
    tx.put(command.company)


@dataclass(frozen=True, slots=True)
class ChangeCompany(Command):
    """What the company says of itself: name, fiscal year end, time zone, habits."""

    company: Company

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return "Change the company's particulars"


@handles(ChangeCompany)
def change_company(command: ChangeCompany, tx: Transaction) -> None:
    """Replace the company's row; calendars that were sent out keep their entries when the name changes."""
    company = command.company
    if not company.name.strip():
        raise UserError("The company has no name.", what_to_do="Give its name as in the certificate.", code="no_name")
    before = tx.record.company
    if company.name != before.name and not company.calendar_name:
        company = msgspec.structs.replace(company, calendar_name=before.calendar_name or before.name)
    refuse_impossible(tx.record, [company])
    tx.put(company)
