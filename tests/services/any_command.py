"""Any command of the program with any values that its fields can hold, taken from what is on record where it can be."""

import importlib
import pkgutil
import random
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec.structs import replace

import boarddesk.services.commands as folder
from boarddesk.domain.blocks import Block
from boarddesk.domain.committees import Committee
from boarddesk.domain.document_room import Production
from boarddesk.domain.governance import Attestation
from boarddesk.domain.keeping import Disposable, LegalHold
from boarddesk.domain.meetings import BOARD, AgendaItem, AgendaRequest, Meeting, MeetingState, PresenceStamp
from boarddesk.domain.minute_book import MinutesComment, MinutesSignature, MinutesVersion
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Choice, Motion, MotionKind, RelatedTransaction, Result, Vote, VoteMethod
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.presence import present_at
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME, TABLES
from boarddesk.domain.terms import members_on
from boarddesk.domain.votes import tally
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services import bus
from boarddesk.services.bus import Command
from boarddesk.services.commands.agenda_consent import PullOut
from boarddesk.services.commands.dispose import DisposeUnderPolicy
from boarddesk.services.commands.hold_meeting_recess import ResumeMeeting
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.commands.keep_entry import KeepEntry
from boarddesk.services.commands.legal_hold import PlaceHold
from boarddesk.services.commands.minutes_approve import ApproveMinutes
from boarddesk.services.commands.minutes_circulate import CirculateMinutes
from boarddesk.services.commands.minutes_seal import SealMinutes
from boarddesk.services.commands.minutes_take_edits import TakeEdits
from boarddesk.services.commands.minutes_word import RestoreBlock, WordBlock
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_amend import MoveAmendment
from boarddesk.services.commands.productions import EnterDemand
from boarddesk.services.commands.set_retention import SetRetention
from boarddesk.services.live_order import last_entry
from boarddesk.services.minutes_blocks import minutes_blocks
from boarddesk.services.minutes_circulation import circulation, readers
from boarddesk.services.minutes_edits import edit_of
from boarddesk.services.minutes_sealing import sealing
from boarddesk.services.retention import due_proposals
from boarddesk.services.workspace import Services

MISSING = msgspec.NODEFAULT
NAMED: dict[str, type[Row]] = {
    **{kind.table.removesuffix("s"): kind for kind in TABLES},
    "source": Meeting, "parent": Meeting, "session": Meeting, "to": Meeting, "target": Meeting, "item": AgendaItem,
    "person": Person, "people": Person, "presiding": Person, "recording": Person, "caller": Person, "chair": Person,
    "members": Person, "interested": Person, "waiving": Person, "gone": Person, "hold": LegalHold,
    "request": AgendaRequest, "stamp": PresenceStamp, "comment": MinutesComment, "version": MinutesVersion,
    "signature": MinutesSignature, "appointment": Appointment, "committee": Committee,
}  # fmt: skip
"""Which rows the fields of commands name by id."""
FREE = frozenset({MeetingState.PLANNED, MeetingState.NOTICED, MeetingState.IN_SESSION, MeetingState.RECESSED})


def every_command() -> tuple[type[Command], ...]:
    """All commands there are, by name."""
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    # A test elsewhere may have made a command of its own.
    ours = (kind for kind in bus._HANDLERS if kind.__module__.startswith("boarddesk."))
    return tuple(sorted(ours, key=lambda kind: kind.__name__))


class Hand:
    """Makes values by chance, mostly such as belong to one meeting."""

    def __init__(self, services: Services, seed: int) -> None:
        self.services = services
        self.record: Record = services.record
        self.chance = random.Random(seed)  # noqa: S311 - the same each time
        self.table: type[Row] = Meeting
        meetings = self.record.all(Meeting)
        open_ = [meeting for meeting in meetings if meeting.state in FREE and meeting.day <= services.today]
        self.meeting = self.chance.choice(open_ if open_ and self.chance.random() < 0.5 else meetings)  # type: ignore[arg-type]

    def make(self, kind: type[Command]) -> Command:
        """A command of a kind."""
        if kind in MADE:
            return MADE[kind](self)
        found = self.filled(kind)
        assert isinstance(found, Command)
        return found

    def filled(self, kind: type[Any]) -> Any:
        """A dataclass with a value for each field."""
        hints = typing.get_type_hints(kind, include_extras=True)
        return kind(**{each.name: self.value(hints[each.name], each.name) for each in fields(kind)})

    def value(self, hint: Any, name: str) -> Any:
        """A value of a type for a field of a name."""
        if get_origin(hint) is Annotated:
            inner, *notes = get_args(hint)
            ref = next((note.extra["ref"] for note in notes if (getattr(note, "extra", None) or {}).get("ref")), None)
            if ref == "attachments":
                return self.chance.choice(self.services.attachments())[0]
            return self.value(inner, name) if ref is None else self.id_of(BY_NAME[ref]) or "none"
        if get_origin(hint) in {typing.Union, types.UnionType}:
            choices = [part for part in get_args(hint) if part is not type(None)]
            some = len(choices) == len(get_args(hint)) or self.chance.random() < 0.6
            return self.value(self.chance.choice(choices), name) if some else None
        if get_origin(hint) is dict:
            return {}
        if name == "joint_with":
            return ()
        if get_origin(hint) is tuple:
            inner = get_args(hint)
            if inner[-1] is Ellipsis:
                many = self.chance.choice((1, 1, 2, 3))
                return tuple({repr(v): v for v in (self.value(inner[0], name) for _ in range(many))}.values())
            return tuple(self.value(part, name) for part in inner)
        return self.plain(hint, name)

    def plain(self, hint: Any, name: str) -> Any:
        """A value of a simple type, a record of several fields, or a row."""
        if is_dataclass(hint):
            return self.filled(hint)
        if isinstance(hint, type) and issubclass(hint, Row):
            return self.row(self.chance.choice(TABLES) if hint is Row else hint)
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            return self.fresh(hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.chance.choice(list(hint))
        made: dict[Any, Callable[[], Any]] = {
            str: lambda: self.text(name),
            datetime: self.moment,
            date: lambda: self.moment().date() + timedelta(days=self.chance.choice((0, 0, 0, -3, 1, 40))),
            time: lambda: self.moment().time(),
            bool: lambda: self.chance.random() < 0.5,
            int: lambda: self.chance.choice((0, 1, 2, 3, 2026)),
            bytes: lambda: b"%%PDF-1.7 %d" % self.chance.randrange(99),
        }
        if hint not in made:
            raise LookupError(f"{name}: {hint}")
        return made[hint]()

    def text(self, name: str) -> str:
        """An id where the field names something, else a few words."""
        if name == "body":
            return self.chance.choice((BOARD, *(committee.id for committee in self.record.all(Committee))))
        if name == "table":
            self.table = self.chance.choice(TABLES)
            return self.table.table
        if name in {"row", "id"}:
            return self.id_of(self.table) or "none"
        if name == "class_":
            return self.chance.choice(("I", "II", "III"))
        kind = NAMED.get(name)
        return self.id_of(kind) or "none" if kind is not None else f"Words {self.chance.randrange(999)}"

    def id_of(self, kind: type[Row]) -> str | None:
        """The id of a row, mostly of the meeting that is looked at."""
        if kind is Meeting and self.chance.random() < 0.7:
            return self.meeting.id
        if kind is Person and self.chance.random() < 0.7:
            return self.chance.choice(members_on(self.record, self.meeting.body, self.meeting.day) or ("none",))
        rows = self.record.all(kind)
        mine = [row for row in rows if getattr(row, "meeting", None) == self.meeting.id]
        some = mine if mine and self.chance.random() < 0.8 else rows
        return self.chance.choice(some).id if some else None  # type: ignore[arg-type]

    def moment(self) -> datetime:
        """A time at the meeting, or a little before or after."""
        begun = self.meeting.called_to_order or self.meeting.starts
        if self.chance.random() < 0.5:
            begun = last_entry(self.record, self.meeting) or begun
        return begun + timedelta(minutes=self.chance.choice((0, 0, 1, 5, 30, 90, 240, 1500, -60, -2880)))

    def row(self, kind: type[Row]) -> Row:
        """A row that is there with one field changed, or a new one."""
        there = self.record.find(kind, self.id_of(kind) or "")
        if there is None or self.chance.random() < 0.4:
            return self.fresh(kind)  # type: ignore[no-any-return]
        hints = typing.get_type_hints(kind, include_extras=True)
        name = self.chance.choice([each.name for each in msgspec.structs.fields(kind) if each.name != "id"])
        return replace(there, **{name: self.value(hints[name], name)})

    def fresh(self, kind: type[Any]) -> Any:
        """A new row: what must be given, and one thing more."""
        hints = typing.get_type_hints(kind, include_extras=True)
        every = msgspec.structs.fields(kind)
        required = [each.name for each in every if each.default is MISSING and each.default_factory is MISSING]
        more = [each.name for each in every if each.name not in required]
        wanted = [*required, *self.chance.sample(more, min(len(more), self.chance.choice((0, 1, 2))))]
        return kind(**{name: "new" if name == "id" else self.value(hints[name], name) for name in wanted})


# --- commands that are made of a printed document


def _circulated(hand: Hand) -> Command:
    record, today = hand.record, hand.services.today
    return circulation(hand.services, hand.meeting.id, readers(record, hand.meeting, today))


def _sealed(hand: Hand) -> Command:
    ready = [m for m in hand.record.all(Meeting) if minutes_state(hand.record, m) is MinutesState.APPROVED]
    meeting = hand.chance.choice(ready).id if ready else hand.meeting.id
    return sealing(hand.services, meeting, None, datetime.combine(hand.services.today, time(16)))


def _approved(hand: Hand) -> Command:
    waiting = [m for m in hand.record.all(Meeting) if m.state is MeetingState.HELD and m.body == BOARD
               and minutes_state(hand.record, m) is not MinutesState.APPROVED]  # fmt: skip
    carried = [
        m.id for m in hand.record.all(Motion) if m.body == BOARD and tally(hand.record, m).result is Result.CARRIED
    ]
    return ApproveMinutes(hand.chance.choice(waiting).id, hand.chance.choice(carried[-6:]))


# --- commands whose parts belong together


def _put(hand: Hand) -> Motion:
    """A motion of the meeting, new or proposed before."""
    waiting = [motion for motion in hand.record.where(Motion, "meeting", hand.meeting.id) if motion.waits]
    fresh = Motion(id="new", body=hand.meeting.body, meeting=hand.meeting.id, text=f"RESOLVED, {hand.text('text')}.")
    found = hand.chance.choice([fresh, *waiting])
    approves = hand.id_of(Meeting) if hand.chance.random() < 0.2 else None
    kind = MotionKind.APPROVE_MINUTES if approves else hand.chance.choice(list(MotionKind))
    return replace(found, kind=kind, approves_minutes_of=approves) if found is fresh else found


def _moved(hand: Hand) -> Command:
    at = hand.moment()
    motion = replace(_put(hand), at=at, vote_method=VoteMethod.BY_NAME)
    here = [stay.person for stay in present_at(hand.record, hand.meeting, at) if not stay.recused]
    cast = [Choice.FOR, Choice.FOR, *list(Choice)[:3]]
    votes = [Vote(id="new", motion="new", person=person, choice=hand.chance.choice(cast)) for person in here]
    return RecordMotion(motion, tuple(votes))


def _amended(hand: Hand) -> Command:
    words = hand.text("text")
    amendment = Motion(id="new", body=BOARD, text=f"To insert “{words}”", replacement=f"RESOLVED, {words}.",
                       substitute=hand.chance.random() < 0.3)  # fmt: skip
    return MoveAmendment(_put(hand), amendment)


def _block(hand: Hand) -> Block:
    return hand.chance.choice(minutes_blocks(hand.record, hand.meeting.id))


def _edited(hand: Hand) -> Command:
    block = _block(hand)
    edit = edit_of(block, f"{block.text} {hand.text('text')}")
    return TakeEdits(hand.meeting.id, ((block.key, edit.wording),))


def _worded(hand: Hand) -> Command:
    block = _block(hand)
    return WordBlock(hand.meeting.id, block.key, f"{block.wording} {hand.text('text')}")


def _disposed(hand: Hand) -> Command:
    due = hand.chance.choice(due_proposals(hand.services))
    return DisposeUnderPolicy(due.meeting, due.what, hand.services.today)


def _policy(hand: Hand) -> Command:
    return SetRetention(
        tuple((what, hand.chance.choice((0, 1, 30))) for what in Disposable), date(2026, 1, 1), "Policy"
    )


def _held(hand: Hand) -> Command:
    # A hold of no person and no period covers every meeting, and nothing would ever be disposed of.
    hold = LegalHold(id="new", matter=hand.text("matter"), placed_on=hand.services.today,
                     people=(hand.id_of(Person) or "none",), last=hand.services.today)  # fmt: skip
    return PlaceHold(hold)


def _resumed(hand: Hand) -> Command:
    paused = [meeting for meeting in hand.record.all(Meeting) if meeting.state is MeetingState.RECESSED]
    hand.meeting = hand.chance.choice(paused)
    return ResumeMeeting(hand.meeting.id, hand.moment())


def _pulled(hand: Hand) -> Command:
    return PullOut(hand.chance.choice([item.id for item in hand.record.all(AgendaItem) if item.within]))


MADE: dict[type[Command], Callable[[Hand], Command]] = {
    CirculateMinutes: _circulated,
    SealMinutes: _sealed,
    ApproveMinutes: _approved,
    RecordMotion: _moved,
    MoveAmendment: _amended,
    TakeEdits: _edited,
    WordBlock: _worded,
    RestoreBlock: lambda hand: RestoreBlock(hand.meeting.id, _block(hand).key),
    DisposeUnderPolicy: _disposed,
    SetRetention: _policy,
    PullOut: _pulled,
    PlaceHold: _held,
    ImportRecord: lambda hand: ImportRecord(Document((hand.row(Person),), (), ""), "people.json"),
    ResumeMeeting: _resumed,
    EnterDemand: lambda hand: EnterDemand(replace(hand.row(Production), prefix="LKF", first=None, last=None)),
    KeepEntry: lambda hand: KeepEntry(hand.row(hand.chance.choice((RelatedTransaction, Attestation, LegalHold)))),
}
