"""One table of the record as a spreadsheet."""

from boarddesk.common.errors import UserError
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.workspace import Services


def table_file(services: Services, table: str, ending: str) -> bytes:
    """A table as CSV or XLSX, rows in order of id."""
    from boarddesk.interchange.formats import tabular

    kind = BY_NAME.get(table)
    if kind is None:
        raise UserError(f"There is no table “{table}”.", what_to_do=f"Known tables: {', '.join(BY_NAME)}.")
    writers = {".csv": tabular.write_csv, ".xlsx": tabular.write_xlsx}
    if ending not in writers:
        raise UserError("A table is written as .csv or .xlsx.", what_to_do="Give the file one of these endings.")
    rows = sorted(services.shown.all(kind), key=lambda row: row.id)
    return writers[ending](kind, rows)
