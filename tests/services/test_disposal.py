"""Legal hold and disposal: what is let go leaves the record, the journal, the index and the bytes of the file."""

import contextlib
import hashlib
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import company

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import Disposable, Disposal, LegalHold
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState
from boarddesk.domain.minute_book import CommentOutcome, MinutesComment, MinutesVersion, Seal
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.row import Row
from boarddesk.interchange.formats import record_json
from boarddesk.services.bus import Transaction
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.services.commands.dispose import DisposeUnderPolicy
from boarddesk.services.commands.hold_meeting_notes import WriteWorkingNotes
from boarddesk.services.commands.legal_hold import PlaceHold, ReleaseHold
from boarddesk.services.commands.set_retention import SetRetention
from boarddesk.services.full_text import find, keep_words
from boarddesk.services.retention import due_proposals, proposals
from boarddesk.services.workspace import Services, company_from, open_company
from boarddesk.storage.driver import DatabaseError as ProgrammingError

HELD = date(2026, 8, 13)
TODAY = date(2026, 11, 12)
NOTES = "Quetzalcoatl looked doubtful about the covenant"
DRAFT = b"%PDF-1.4 the first draft says Xylophone " + b"x" * 3000
PACKET = b"%PDF-1.4 the first packet says Marimba " + b"y" * 3000
COMMENT = "Please strike Bandoneon from page two"


def put(services: Services, *rows: Row, data: tuple[bytes, ...] = ()) -> None:
    """Rows as a command of another part of the program would leave them, in one step of the journal."""

    def work(tx: Transaction) -> None:
        for each in data:
            tx.keep(each, "application/pdf")
        tx.add(rows)

    services.bus._run("Fixture", "Fixture", work)


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def services(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", TODAY.isoformat())
    opened = company(company_path)
    meeting = Meeting(id="m", body="board", starts=datetime.combine(HELD, datetime.min.time()), state=MeetingState.HELD)
    put(opened, meeting, AgendaItem(id="i", meeting="m", position=1, title="Credit facility"))
    opened.bus.do(WriteWorkingNotes("i", NOTES))
    opened.bus.do(ChangeItem(replace(opened.record.get(AgendaItem, "i"), title="The credit facility")))
    put(
        opened,
        MinutesVersion(id="v1", meeting="m", number=1, circulated_on=HELD, attachment=sha(DRAFT)),
        MinutesComment(id="c1", version="v1", author="Counsel", received_on=HELD, text=COMMENT),
        MinutesComment(id="c2", version="v1", author="A director", received_on=HELD, text="I do not agree.",
                       outcome=CommentOutcome.DISSENT),
        Issue(id="p1", meeting="m", kind=IssuedKind.PACKET, number=1, issued_at=datetime(2026, 8, 1),
              attachment=sha(PACKET)),
        Issue(id="p2", meeting="m", kind=IssuedKind.PACKET, number=2, issued_at=datetime(2026, 8, 6),
              attachment=sha(b"the second packet")),
        Seal(id="s", meeting="m", number="9f2c41d8", record_sha256="0" * 64, pdf_sha256=sha(b"sealed"),
             attachment=sha(b"sealed"), sealed_at=datetime(2026, 9, 1), journal_head="0" * 64, journal_entry=1),
        data=(DRAFT, PACKET, b"the second packet", b"sealed"),
    )  # fmt: skip
    keep_words(opened, sha(DRAFT), ("the first draft says Xylophone",))
    opened.store.save_draft("working/i", f"{NOTES} and more")
    yield opened
    with contextlib.suppress(ProgrammingError):  # a test may have closed it
        opened.close()


def policy(services: Services, days: int = 30) -> None:
    services.bus.do(SetRetention(tuple((what, days) for what in Disposable), HELD, "Records policy, section 4"))


def dispose(services: Services, what: Disposable) -> None:
    services.bus.do(DisposeUnderPolicy("m", what, TODAY))


def traces(path: Path, *words: str) -> set[str]:
    """Which words stand in the bytes of the company file or of anything beside it."""
    files = [each.read_bytes() for each in path.parent.iterdir() if each.is_file()]
    return {word for word in words if any(word.encode() in data for data in files)}


def test_the_words_are_in_no_byte_of_the_file_afterwards(services: Services) -> None:
    policy(services)
    everything = ("Quetzalcoatl", "Xylophone", "Marimba", "Bandoneon")
    assert traces(services.path, *everything) == set(everything)
    for what in (Disposable.LIVE_NOTES, Disposable.DRAFT, Disposable.PACKET):
        dispose(services, what)
    assert traces(services.path, *everything) == set()
    assert services.attachment(sha(b"the second packet")) == b"the second packet"
    assert services.record.get(MinutesComment, "c2").text == "I do not agree."
    services.close()
    assert traces(services.path, *everything, "the second packet") == {"the second packet"}


def test_the_chain_holds_and_says_which_entries_lack_words(services: Services) -> None:
    policy(services)
    before = services.journal_size()
    assert services.disposed() == ()
    dispose(services, Disposable.LIVE_NOTES)
    faults = [fault for fault in services.verified() if "seal" not in fault.lower()]
    assert faults == []
    (said,) = services.disposed()
    assert said.endswith(f"words that entry {before[0] + 1} disposed of under the retention policy.")
    services.store.db.execute("UPDATE journal_payloads SET payload = replace(payload, 'redacted', 'redactee')")
    assert any("content of entry" in fault for fault in services.verified())


def test_what_remains_is_that_it_was(services: Services) -> None:
    policy(services)
    dispose(services, Disposable.DRAFT)
    (row,) = services.record.all(Disposal)
    assert (row.description, row.count, row.policy) == (
        "1 version and 1 comment", 2, "30 days after the minutes are sealed",
    )  # fmt: skip
    assert services.record.get(MinutesVersion, "v1").circulated_on == HELD
    with pytest.raises(UserError, match="disposed of under the retention policy"):
        services.attachment(sha(DRAFT))
    assert find(services, "Xylophone") == ()
    with pytest.raises(UserError, match="Nothing of it is there"):
        dispose(services, Disposable.DRAFT)


def test_undo_across_a_disposal_is_refused_with_a_sentence(services: Services) -> None:
    policy(services)
    dispose(services, Disposable.LIVE_NOTES)
    with pytest.raises(UserError, match=r"“Dispose of live notes: .*” cannot be undone"):
        services.history.undo()
    # The step that changed the item while it still had its notes.
    services.history._catch_up()
    services.history._done[:] = [seq for seq in services.history._done if seq < services.journal_size()[0] - 2]
    with pytest.raises(UserError, match="words of it were disposed of"):
        services.history.undo()


@pytest.mark.parametrize(
    "hold",
    [
        {},
        {"bodies": ("board",)},
        {"people": ("okoro",)},
        {"first": date(2026, 8, 1), "last": date(2026, 8, 31)},
    ],
    ids=["everything", "body", "person", "period"],
)
def test_a_hold_blocks_every_disposal_and_says_so(services: Services, hold: dict[str, object]) -> None:
    policy(services)
    services.bus.do(PlaceHold(LegalHold(id="new", matter="SEC inquiry", placed_on=TODAY, **hold)))  # type: ignore[arg-type]
    assert {one.hold for one in proposals(services)} == {"SEC inquiry"}
    assert due_proposals(services) == ()
    for what in (Disposable.LIVE_NOTES, Disposable.DRAFT, Disposable.PACKET):
        with pytest.raises(UserError, match=r"A legal hold was placed on 12 Nov 2026: SEC inquiry\. It covers"):
            dispose(services, what)
    assert traces(services.path, "Quetzalcoatl", "Xylophone") == {"Quetzalcoatl", "Xylophone"}
    with pytest.raises(UserError, match="no reason"):
        services.bus.do(ReleaseHold(services.record.all(LegalHold)[0].id, TODAY, " "))
    services.bus.do(ReleaseHold(services.record.all(LegalHold)[0].id, TODAY, "Closed without action"))
    dispose(services, Disposable.LIVE_NOTES)
    with pytest.raises(UserError, match="cannot be undone"):
        services.history.undo()


@pytest.mark.parametrize(
    "hold",
    [{"bodies": ("audit",)}, {"people": ("nobody-there",)}, {"first": date(2026, 9, 1)}, {"last": date(2026, 8, 1)}],
    ids=["other body", "other person", "later", "earlier"],
)
def test_a_hold_on_something_else_blocks_nothing(services: Services, hold: dict[str, object]) -> None:
    policy(services)
    services.bus.do(PlaceHold(LegalHold(id="new", matter="A lease", placed_on=TODAY, **hold)))  # type: ignore[arg-type]
    assert len(due_proposals(services)) == 3


def test_without_policy_seal_or_time_nothing_goes(services: Services) -> None:
    with pytest.raises(UserError, match="policy keeps live notes"):
        dispose(services, Disposable.LIVE_NOTES)
    policy(services, 90)
    assert [one.due for one in proposals(services)] == [date(2026, 11, 30)] * 3
    with pytest.raises(UserError, match="for 90 days after sealing, until 30 Nov 2026"):
        dispose(services, Disposable.LIVE_NOTES)
    services.bus.do(SetRetention(((Disposable.LIVE_NOTES, None),), HELD, "Records policy, section 4"))
    assert {one.what for one in proposals(services)} == {Disposable.DRAFT, Disposable.PACKET}


def test_what_was_disposed_of_is_exported_and_imported_as_gone(services: Services, tmp_path: Path) -> None:
    policy(services)
    dispose(services, Disposable.DRAFT)
    data = services.exported()
    assert b"Xylophone" not in data
    copy = company_from(tmp_path / "copy.boarddesk", record_json.read(data, "copy.json"), "copy.json")
    assert copy.emptied() == {sha(DRAFT)}
    assert [fault for fault in copy.verified() if "seal" not in fault.lower()] == []
    assert copy.exported() == data
    copy.close()
    again = open_company(services.path, write=False)
    assert again.emptied() == {sha(DRAFT)}
    again.close()


def test_bytes_that_something_else_rests_on_stay(services: Services) -> None:
    policy(services)
    put(services, Issue(id="other", meeting="m", kind=IssuedKind.NOTICE, issued_at=datetime(2026, 8, 1),
                        attachment=sha(PACKET)))  # fmt: skip
    dispose(services, Disposable.PACKET)
    assert services.attachment(sha(PACKET)) == PACKET
