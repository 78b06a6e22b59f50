"""Lists and the minute book by the command line; and `verify`, which names what a disposal took words out of."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boarddesk.domain.keeping import Disposable
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.minute_book import Seal
from boarddesk.services.commands.dispose import DisposeUnderPolicy
from boarddesk.services.commands.hold_meeting_notes import WriteWorkingNotes
from boarddesk.services.commands.set_retention import SetRetention
from boarddesk.services.workspace import open_company
from tests.reports.reading import pages_of

Run = Callable[..., tuple[int, str, str]]
DAY = "2026-11-12"


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("roster", (), "Board and Committee Roster"),
        ("actions", (), "Action List"),
        ("completeness", ("--year", 2026), "List of Minutes and Consents"),
        ("resolutions", (), "Index of Resolutions"),
        ("minute-book", (), "Fiscal year 2026"),
        ("minute-book", ("--all-years",), "All years"),
    ],
)
def test_each_is_written(
    boarddesk: Run, sample_copy: Path, tmp_path: Path, name: str, options: tuple[object, ...], says: str
) -> None:
    out = tmp_path / "out.pdf"
    assert boarddesk("report", sample_copy, name, *options, "--on", DAY, "-o", out)[0] == 0
    assert says in " ".join(" ".join(pages_of(out.read_bytes())[:2]).split())


def test_what_does_not_belong_is_refused(boarddesk: Run, sample_copy: Path) -> None:
    code, _out, said = boarddesk("report", sample_copy, "actions", "--year", 2026)
    assert (code, "is made as of a day" in said) == (2, True)
    code, _out, said = boarddesk("report", sample_copy, "completeness", "--counsel")
    assert (code, "reports of compliance" in said) == (2, True)
    code, _out, said = boarddesk("report", sample_copy, "resolutions", "--all-years")
    assert (code, "belongs to “minute-book”" in said) == (2, True)
    code, _out, said = boarddesk("report", sample_copy, "minute-book", "--year", 1999)
    assert (code, "There are no minutes and no consents to bind" in said) == (2, True)


def test_verify_names_the_entries_that_lack_words(boarddesk: Run, sample_copy: Path) -> None:
    services = open_company(sample_copy)
    meeting = services.record.all(Seal)[0].meeting
    item = services.record.where(AgendaItem, "meeting", meeting)[0]
    services.bus.do(WriteWorkingNotes(item.id, "Quetzalcoatl"))
    services.bus.do(SetRetention(((Disposable.LIVE_NOTES, 0),), date(2026, 1, 1), "Records policy"))
    services.bus.do(DisposeUnderPolicy(meeting, Disposable.LIVE_NOTES, services.today))
    services.close()
    code, out, _err = boarddesk("verify", sample_copy)
    assert code == 0
    assert "disposed of under the retention policy." in out.splitlines()[1]
    assert b"Quetzalcoatl" not in sample_copy.read_bytes()
