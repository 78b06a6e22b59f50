"""The sample company: made from the data that ships with the program, through the same import as any other."""

import base64
import hashlib
from pathlib import Path
from typing import Any

import msgspec
import yaml

from boarddesk.common import resources
from boarddesk.interchange.formats import record_json
from boarddesk.services.workspace import Services, company_from

FILE_NAME = "larkfield.boarddesk"


def sample_document() -> bytes:
    """The sample's data files, merged into one interchange document."""
    folder = resources.path("sample_company")
    top: dict[str, Any] = {"boarddesk": record_json.VERSION}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted((*folder.glob("*.yaml"), *folder.glob("*.json"))):
        text = path.read_bytes()
        part = msgspec.json.decode(text) if path.suffix == ".json" else yaml.load(text, loader)  # noqa: S506 - safe
        for table, rows in (part or {}).items():
            if table != "boarddesk":
                top.setdefault(table, []).extend(rows)
    top["attachments"] = [_with_bytes(folder, row) for row in top.get("attachments", [])]
    return msgspec.json.encode(top)


def _with_bytes(folder: Path, row: dict[str, Any]) -> dict[str, Any]:
    """An attachment's row with the bytes of the file it names."""
    if "file" not in row:
        return row
    data = (folder / row["file"]).read_bytes()
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "media_type": row.get("media_type", "application/pdf"),
        "data": base64.b64encode(data).decode(),
    }


def make_sample(path: Path) -> Services:
    """A new file with the sample company, open for writing; its minutes are in every state, sealed ones too."""
    services = company_from(path, record_json.read(sample_document(), "sample company"), "sample company")
    try:
        from boarddesk.services.sample_minutes import put_minutes_on_their_way

        put_minutes_on_their_way(services)
    except BaseException:
        services.close()
        path.unlink(missing_ok=True)
        raise
    return services
