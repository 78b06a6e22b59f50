"""Undo of any lawful command of the program restores the record exactly, and doing it again gives what it gave.

Commands and their values are taken by chance (see `any_command.py`) on a copy of the sample company, one
after the other, so that each meets what the ones before it left. What is not to be undone says so, and
leaves the record as it is. The sequence numbers of meetings alone go on, as calendars need it.
"""

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from any_command import Hand, every_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meeting_case import at
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, Mode
from boarddesk.domain.minute_book import MinutesVersion
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.domain.tables import TABLES
from boarddesk.domain.terms import members_on
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command
from boarddesk.services.closed import closed_meeting
from boarddesk.services.commands.agenda_course import StartItem
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.hold_meeting_notes import WriteWorkingNotes
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.workspace import Services, open_company

MEETING = "2026-11-12-board"
SEALED = "2026-08-13-board"
TURNS = 5
PATIENCE = 12
TRIES = 30
"""Tries with other values before a command is taken to be out of place."""
OF_MEETINGS = (
    "AddAction", "AddGuest", "AddItem", "AddPaper", "AdjournMeeting", "AnswerComment", "AnswerRequest", "ApproveMinutes",
    "CallEmergencyMeeting", "CarryItem", "CirculateConsent", "CirculateMinutes", "CloseItem", "CopyAgenda",
    "CorrectTimes", "DeferItem", "DescribeMeeting", "DismissHint", "DisposeUnderPolicy", "DropAction", "FileConsent",
    "FinishAction", "FinishItem", "GiveNotice", "IssueDocument", "LogNotice", "LogRequest", "MoveAmendment", "PlaceHold",
    "ProposeMotion", "PullOut", "PutInConsent", "ReceiveComment", "RecessMeeting", "RecordMotion",
    "RecordVoteBetweenMeetings", "ReleaseHold", "ResumeMeeting", "RevokeSignature", "SealMinutes", "SetRetention",
    "SignConsent", "SignMinutes", "StampPresence", "StartItem", "TakeBackMinutes", "TakeBackMotion", "TakeBackNotice",
    "TakeEdits", "WithdrawConsent", "WordBlock", "WriteItemText", "WritePrivileged", "WriteWorkingNotes",
)  # fmt: skip
"""Commands of meetings each of which must be lawful, be undone and done again, or stand."""
STANDS = {"CirculateConsent", "CirculateMinutes", "DisposeUnderPolicy", "GiveNotice", "IssueDocument", "PlaceHold",
          "ReleaseHold", "RevokeSignature", "SealMinutes", "SignConsent", "WithdrawConsent"}  # fmt: skip
"""Those of them that can never be undone."""
MAY_STAND = {"ApproveMinutes"}
"""What links a motion of circulated minutes stands, of others it can be undone."""
FIRST = {
    "ApproveMinutes": ("RecordMotion",), "AnswerComment": ("ReceiveComment",), "AnswerRequest": ("LogRequest",), "DisposeUnderPolicy": ("SetRetention",),
    "FileConsent": ("CirculateConsent", "SignConsent"), "FinishItem": ("StartItem",), "PullOut": ("PutInConsent",),
    "ReleaseHold": ("PlaceHold",), "ResumeMeeting": ("RecessMeeting",), "RevokeSignature": ("CirculateConsent", "SignConsent"),
    "SignConsent": ("CirculateConsent",), "TakeBackMinutes": ("CirculateMinutes",), "TakeBackMotion": ("RecordMotion",),
    "TakeBackNotice": ("LogNotice",), "WithdrawConsent": ("CirculateConsent",),
}  # fmt: skip
"""What has to be done before a command can be lawful at all."""


def said(record: Record) -> dict[tuple[str, str], Any]:
    """Every row of the record, the sequence numbers of meetings aside."""
    rows = {(kind.table, row.id): row for kind in TABLES for row in record.all(kind)}
    return {key: replace(row, sequence=0) if isinstance(row, Meeting) else row for key, row in rows.items()}


@pytest.fixture(scope="module")
def begun(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company with the special meeting in session."""
    path = tmp_path_factory.mktemp("any") / "begun.boarddesk"
    shutil.copy(sample_file, path)
    services = open_company(path)
    meeting = services.record.get(Meeting, MEETING)
    everyone = members_on(services.record, meeting.body, meeting.day)
    services.bus.do(TakeRoll(MEETING, tuple(RollEntry(person, mode=Mode.ROOM) for person in everyone), at("13:58")))
    services.bus.do(CallToOrder(MEETING, at("14:02")))
    services.bus.do(StartItem(items_of(services.record, MEETING)[1].id, at("14:05")))
    # Something that the retention policy may let go.
    services.bus.do(WriteWorkingNotes(items_of(services.record, SEALED)[0].id, "The chair asked for a shorter list."))
    services.close()
    return path


class Walk:
    """Does commands on one file, and undoes and does each again."""

    def __init__(self, path: Path) -> None:
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "walk.boarddesk"
        shutil.copy(path, file)
        self.services: Services = open_company(file)
        self.lawful: Counter[str] = Counter()
        self.stood: Counter[str] = Counter()

    def close(self) -> None:
        """Nothing is left behind."""
        self.services.close()
        self.folder.cleanup()

    def commands(self, kind: type[Command], seed: int) -> Iterator[Command]:
        """Commands of a kind that could be meant, by other and other values."""
        for number in range(TRIES):
            try:
                yield Hand(self.services, seed * TRIES + number).make(kind)
            except (UserError, LookupError):
                continue

    def step(self, kind: type[Command], seed: int) -> None:
        """The first lawful command of a kind: done, undone, done again."""
        for command in self.commands(kind, seed):
            before = self.services.record
            try:
                done = self.services.bus.do(command)
            except (UserError, KeyError):
                assert self.services.record is before
                continue
            if done.tables:
                self.lawful[kind.__name__] += 1
                self.there_and_back(command, before, undoable=done.undoable, leave=seed % 2 == 0)
                return

    def there_and_back(self, command: Command, before: Record, *, undoable: bool, leave: bool) -> None:
        """Undo gives what was before, redo what was after; or the step stands, for a reason."""
        history, after = self.services.history, self.services.record
        try:
            history.undo()
        except UserError as refused:
            code = refused.code
        else:
            code = ""
        if code:
            assert code in {"not_undoable", "disposed"}, command
            assert not undoable or any(rests_on_minutes(before, after)), command
            assert self.services.record is after
            self.stood[type(command).__name__] += 1
            return
        assert undoable, command
        assert said(self.services.record) == said(before), command
        history.redo()
        assert said(self.services.record) == said(after), command
        if not leave:
            history.undo()
            assert said(self.services.record) == said(before), command


def rests_on_minutes(before: Record, after: Record) -> Iterator[bool]:
    """For each row that changed, whether it belongs to a meeting whose minutes are out."""
    old, new = said(before), said(after)
    for key in old.keys() | new.keys():
        if old.get(key) == new.get(key):
            continue
        row = new.get(key) or old[key]
        for record in (before, after):
            meeting = record.find(Meeting, meeting_named(record, row))
            yield meeting is not None and closed_meeting(record, meeting)


def meeting_named(record: Record, row: Any) -> str | None:
    """The meeting that a row belongs to, through the motion or version that it names where that must be."""
    if isinstance(row, Meeting):
        return row.id
    for name, kind in (("motion", Motion), ("version", MinutesVersion), ("approves_minutes_of", Meeting)):
        named = record.find(kind, getattr(row, name, None))
        if named is not None and not hasattr(row, "meeting"):
            return meeting_named(record, named)
    found: str | None = getattr(row, "meeting", None)
    return found


@pytest.fixture
def walk(begun: Path) -> Iterator[Walk]:
    """A walk on a copy of its own."""
    made = Walk(begun)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day of the special meeting."""
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


def test_every_command_can_be_undone_and_done_again_or_says_that_it_stands(walk: Walk) -> None:
    every = every_command()
    for turn in range(TURNS):
        # In another order each time, so that what one command needs is there at some time.
        for number, kind in enumerate(random.Random(turn).sample(every, len(every))):  # noqa: S311
            walk.step(kind, turn * len(every) + number)
    assert len(walk.lawful) > len(every) / 2
    never = sorted(kind.__name__ for kind in every if kind.__name__ not in walk.lawful)
    print(
        f"{sum(walk.lawful.values())} steps of {len(walk.lawful)} of {len(every)} commands;",
        f"stood: {dict(walk.stood)}",
    )
    print("never lawful here:", never)
    # A register corrected for a day before sealed minutes is what their seal is to tell; nothing else is wrong.
    assert [fault for fault in walk.services.verified() if not fault.startswith("The seal ")] == []


@pytest.mark.parametrize("name", OF_MEETINGS)
def test_each_command_of_meetings_goes_there_and_back_or_stands(walk: Walk, name: str) -> None:
    kinds = {kind.__name__: kind for kind in every_command()}
    for needed in (*FIRST.get(name, ()), name):
        for seed in range(0, 2 * PATIENCE, 2):
            if not walk.lawful[needed]:
                walk.step(kinds[needed], seed)
        assert walk.lawful[needed], f"{needed} was never lawful"
    if name not in MAY_STAND:
        assert bool(walk.stood[name]) is (name in STANDS)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), min_size=10, max_size=40))
def test_in_any_order_undo_restores_the_record(begun: Path, steps: list[tuple[int, int]]) -> None:
    walk, every = Walk(begun), every_command()
    try:
        for which, seed in steps:
            walk.step(every[which % len(every)], seed)
    finally:
        walk.close()


def test_what_may_still_be_written_beside_sealed_minutes_can_be_undone(walk: Walk) -> None:
    services = walk.services
    item = items_of(services.record, SEALED)[0]
    services.bus.do(WriteWorkingNotes(item.id, "Nothing further."))
    services.history.undo()
    assert items_of(services.record, SEALED)[0] == item
    services.history.redo()
    assert items_of(services.record, SEALED)[0].notes == "Nothing further."
