"""The demonstration: the sample company and its documents in a folder; only its own files are rewritten."""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, BOARD, Meeting, MeetingKind, MeetingState
from boarddesk.services import documents
from boarddesk.services.files import save
from boarddesk.services.packets import write_packet
from boarddesk.services.sample import FILE_NAME, make_sample, sample_document
from boarddesk.services.workspace import Services, open_company

MANIFEST = ".written-by-demo.json"
Say = Callable[[str], object]


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def make_demo(folder: Path, say: Say) -> Path:
    """Make or refresh the demonstration; the company file's path. `say` gets a line for each file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder cannot be made ({error.strerror}).", str(folder), "Choose another folder."
        ) from None
    manifest = Manifest(folder)
    company = _company(folder, manifest, say)
    services = open_company(company, write=False)
    try:
        _documents(services, folder, manifest, say)
    finally:
        services.close()
    return company


class Manifest:
    """What an earlier run wrote: file names with the SHA-256 of their content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.written: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.written = {}

    def is_own(self, name: str) -> bool:
        """Whether the file is not there, or is as this program wrote it."""
        path = self.folder / name
        return not path.exists() or self.written.get(name) == _digest(path)

    def note(self, name: str) -> None:
        """Remember a file as it is now."""
        self.written[name] = _digest(self.folder / name)
        self.save()

    def save(self) -> None:
        """Write what is remembered."""
        save(self.folder / MANIFEST, json.dumps(self.written, indent=1, sort_keys=True).encode())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _company(folder: Path, manifest: Manifest, say: Say) -> Path:
    path = folder / FILE_NAME
    source = hashlib.sha256(sample_document()).hexdigest()
    if path.exists() and not manifest.is_own(FILE_NAME):
        say(f"{path}: the sample company, changed since; left as it is")
        return path
    if not path.exists() or manifest.written.get("sample") != source:
        path.unlink(missing_ok=True)
        make_sample(path).close()
        manifest.written["sample"] = source
        manifest.note(FILE_NAME)
    say(f"{path}: the sample company")
    return path


def _documents(services: Services, folder: Path, manifest: Manifest, say: Say) -> None:
    record = services.shown
    regular = [
        meeting
        for meeting in sorted(record.where(Meeting, "body", BOARD), key=lambda meeting: meeting.starts)
        if meeting.kind is MeetingKind.REGULAR
    ]
    held = [meeting for meeting in regular if meeting.state is MeetingState.HELD][-1:]
    sessions = [s for meeting in held for s in record.where(Meeting, "parent", meeting.id) if s.state not in AHEAD]
    ahead = [meeting for meeting in regular if meeting.state in AHEAD][:1]
    for meeting in (*held, *sessions):
        minutes = partial(documents.minutes_pdf, services, meeting.id)
        _write(folder, f"minutes-{meeting.id}.pdf", manifest, say, partial(_write_bytes, minutes))
    for meeting in ahead:
        packet = partial(write_packet, services, meeting.id)
        _write(folder, f"packet-{meeting.id}.pdf", manifest, say, packet)
    year = documents.fiscal_year(services)
    report = partial(documents.compliance_pdf, services, year)
    _write(folder, f"compliance-fy{year}.pdf", manifest, say, partial(_write_bytes, report))


def _write_bytes(make: Callable[[], bytes], path: Path) -> None:
    save(path, make())


def _write(folder: Path, name: str, manifest: Manifest, say: Say, make: Callable[[Path], object]) -> None:
    path = folder / name
    if not manifest.is_own(name):
        say(f"{path}: not written by the demonstration; left as it is")
        return
    make(path)
    manifest.note(name)
    say(f"{path}")
