"""Writes the fifty-year company to the path given."""

import sys
from pathlib import Path

import fifty_years

from boarddesk.domain.company import Company
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.workspace import new_company

path = Path(sys.argv[1])
rows = tuple(fifty_years.rows())
company = next(row for row in rows if isinstance(row, Company))
services = new_company(path, Company(id=company.id, name=company.name))
services.bus.do(ImportRecord(Document(rows, (), ""), "fifty years"))
services.close()
