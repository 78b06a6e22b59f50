"""The first schema: the record, attachments, the journal and drafts."""

from pathlib import Path

from boarddesk.storage.driver import Database


def migrate(db: Database) -> None:
    """Create every table of the first schema, one statement after the other."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        db.execute(statement)


def statements(script: str) -> list[str]:
    """The script's statements; a trigger's body keeps its inner semicolons."""
    found: list[str] = []
    pending = ""
    for part in script.split(";\n"):
        pending = f"{pending};\n{part}" if pending else part
        if "BEGIN" in pending and not pending.rstrip().endswith("END"):
            continue
        if pending.strip():
            found.append(pending)
        pending = ""
    return found
