"""What the keys and buttons of the live meeting do: each one command, at the clock's moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from boarddesk.domain.meetings import (
    BEGUN,
    INDEPENDENT,
    Guest,
    ItemOutcome,
    MeetingKind,
    MeetingState,
    Mode,
    PresenceKind,
    PresenceStamp,
)
from boarddesk.domain.motions import Choice, Motion, VoteMethod
from boarddesk.domain.presence import stamps_of
from boarddesk.services import live_deeds
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.agenda_course import FinishItem, StartItem, WriteItemText
from boarddesk.services.commands.hold_meeting_call import CallToOrder, StateHearing
from boarddesk.services.commands.hold_meeting_failed import FailForWantOfQuorum
from boarddesk.services.commands.hold_meeting_notes import WritePrivileged, WriteReportBack, WriteWorkingNotes
from boarddesk.services.commands.hold_meeting_recess import RecessMeeting, ResumeMeeting
from boarddesk.services.commands.hold_meeting_session import BeginSession
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.live_notes import NoteKind, text_of
from boarddesk.services.live_people import LivePerson
from boarddesk.services.motion_draft import drafted
from boarddesk.services.note_times import keep_time
from boarddesk.services.presiding import default_presider, session_of
from boarddesk.services.sittings import open_recess
from boarddesk.ui.dialogs.action_dialog import ActionDialog
from boarddesk.ui.dialogs.adjourn_dialog import AdjournDialog
from boarddesk.ui.dialogs.amend_motion_dialog import AmendMotionDialog
from boarddesk.ui.dialogs.choose_presiding_dialog import ChoosePresidingDialog
from boarddesk.ui.dialogs.correct_stamp_dialog import CorrectStampDialog
from boarddesk.ui.dialogs.defer_item_dialog import DeferItemDialog
from boarddesk.ui.dialogs.guest_dialog import GuestDialog
from boarddesk.ui.dialogs.motion_determinations_dialog import with_determinations
from boarddesk.ui.dialogs.phrases_dialog import PhrasesDialog
from boarddesk.ui.dialogs.record_motion_dialog import RecordMotionDialog
from boarddesk.ui.dialogs.recuse_dialog import RecuseDialog
from boarddesk.ui.dialogs.resume_meeting_dialog import ResumeMeetingDialog
from boarddesk.ui.dialogs.unequal_votes_dialog import UnequalVotesDialog
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.meeting.motion_fields import Begun
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.live_tab import LiveTab


class LiveDeeds:
    """Works on the tab's view; nothing is done where nothing can be written."""

    def __init__(self, tab: LiveTab) -> None:
        self._tab = tab
        self._services = tab.services

    def _chosen(self) -> LivePerson | None:
        found = self._tab.view.person(self._tab.chosen) if self._tab.chosen else None
        return None if self._tab.why_not else found

    def take_part(self, mode: Mode) -> None:
        """R, V, P: the person chosen takes part in a mode."""
        person = self._chosen()
        if person is not None:
            self._tab.do(live_deeds.mode_stamp(self._tab.meeting_id, person, mode, self._tab.moment()))

    def leave(self) -> None:
        """L: the person chosen leaves, or is absent."""
        person = self._chosen()
        if person is not None:
            begun = self._tab.meeting.state in BEGUN
            self._tab.do(live_deeds.leave_stamp(self._tab.meeting_id, person, self._tab.moment(), begun=begun))

    def recuse(self) -> None:
        """X: ask whether out of the room or in; one who is recused takes part again."""
        person = self._chosen()
        if person is None or not person.here:
            return
        at = self._tab.moment()
        if person.group in {"recused_in", "recused_out"}:
            self._tab.do(live_deeds.recusal_end(self._tab.meeting_id, person, at))
        else:
            self._tab.do(RecuseDialog.ask(self._services, self._tab.meeting, person, at, self._tab))

    def come_back(self) -> None:
        """K: the person chosen is back, in the way they took part before."""
        person = self._chosen()
        if person is not None:
            record, at = self._services.record, self._tab.moment()
            self._tab.do(live_deeds.back_stamp(record, self._tab.meeting_id, person, at))

    def moved(self) -> None:
        """M: the person chosen moved the motion."""
        person = self._chosen()
        if person is not None and person.here and person.acts:
            self._tab.motion.moved_by(person.person)

    def seconded(self) -> None:
        """S: the person chosen seconded it; several may."""
        person = self._chosen()
        if person is not None and person.here and person.acts:
            self._tab.motion.seconded_by(person.person)

    def vote(self, choice: Choice) -> None:
        """F, N, B: the vote of the person chosen."""
        person = self._chosen()
        if person is not None and person.votes:
            self._tab.motion.vote(person.person, choice)

    def correct_last_stamp(self, person: str) -> None:
        """Enter on a person: correct the latest entry of their presence."""
        mine = [stamp for stamp in stamps_of(self._services.record, self._tab.meeting_id) if stamp.person == person]
        if mine:
            self.correct_entry(mine[-1].id)

    def correct_entry(self, row: str) -> None:
        """Enter on what was just recorded: correct that stamp or that motion."""
        record, tab = self._services.record, self._tab
        stamp, motion = record.find(PresenceStamp, row), record.find(Motion, row)
        if stamp is not None and not tab.why_not:
            tab.do(CorrectStampDialog.ask(self._services, tab.meeting, stamp, tab))
        elif motion is not None and not tab.why_not:
            tab.do(RecordMotionDialog.ask(self._services, tab.meeting, Begun(motion), tab))

    def all_in_room(self) -> None:
        """Everybody not stamped yet is present in the room."""
        expected = [person.person for person in self._tab.view.people if person.group == "expected"]
        entries = tuple(RollEntry(person, PresenceKind.PRESENT, Mode.ROOM) for person in expected)
        if entries and not self._tab.why_not:
            self._tab.do(TakeRoll(self._tab.meeting_id, entries, self._tab.moment()))

    def hear(self, on: bool) -> None:
        """The box that all can hear each other."""
        if not self._tab.why_not:
            self._tab.do(StateHearing(self._tab.meeting_id, True if on else None, self._tab.moment()))

    def guest(self, guest: str = "") -> None:
        """Admit a guest, or change one: whoever comes while an item lasts is admitted for that item first."""
        row = self._services.record.find(Guest, guest) if guest else None
        now = self._tab.view.now
        if not self._tab.why_not:
            item = now.id if now is not None and row is None else ""
            self._tab.do(GuestDialog.ask(self._services, self._tab.meeting, row, self._tab, item=item))

    def call_to_order(self) -> None:
        """Begin; where nobody presides by office, ask who does."""
        meeting = self._tab.meeting
        if default_presider(self._services.record, meeting)[0] is None and meeting.presiding is None:
            chosen = ChoosePresidingDialog.ask(self._services, meeting, self._tab)
            if chosen is None:
                return
            self._tab.do(CallToOrder(meeting.id, self._tab.moment(), chosen.person, chosen.basis, chosen.note))
        else:
            kept = (meeting.presiding, meeting.presiding_basis) if meeting.presiding else (None, None)
            self._tab.do(CallToOrder(meeting.id, self._tab.moment(), *kept))

    def recess(self) -> None:
        """Recess, or go on."""
        meeting, at = self._tab.meeting, self._tab.moment()
        if meeting.state is not MeetingState.RECESSED:
            self._tab.do(RecessMeeting(meeting.id, at))
            return
        pause = open_recess(self._services.record, meeting)
        if pause is not None and pause.start.date() != at.date():
            # Overnight somebody may not have come back.
            self._tab.do(ResumeMeetingDialog.ask(self._services, meeting, at, self._tab))
        else:
            self._tab.do(ResumeMeeting(meeting.id, at))

    def adjourn(self) -> None:
        """Ask for the time, and whether it goes on later."""
        self._tab.do(AdjournDialog.ask(self._services, self._tab.meeting, self._tab.moment(), self._tab))

    def begin_session(self) -> None:
        """The session begins with the independent directors who are here; where needed, ask who presides."""
        meeting, at, record = self._tab.meeting, self._tab.moment(), self._services.record
        there = session_of(record, meeting)
        session = there or replace(meeting, body=INDEPENDENT, kind=MeetingKind.SESSION, presiding=None)
        if session.presiding is None and default_presider(record, session)[0] is None:
            chosen = ChoosePresidingDialog.ask(self._services, session, self._tab)
            if chosen is None:
                return
            command = BeginSession(meeting.id, at, chosen.person, chosen.basis, chosen.note)
        else:
            command = BeginSession(meeting.id, at)
        if self._tab.do(command):
            begun = session_of(self._services.record, meeting)
            if begun is not None:
                self._tab.wanted.emit("meetings", (begun.id, "live"))

    def fail(self) -> None:
        """The meeting ends without having had a quorum."""
        question = tr("Did the meeting fail for want of a quorum?")
        says = tr("Those present separate without acting. The meeting is kept with its roll, and nothing is carried.")
        if Confirmation.ask(self._tab, question, says, tr("Record that it failed"), tr("Go on waiting")):
            self._tab.do(FailForWantOfQuorum(self._tab.meeting_id, self._tab.moment()))

    def begin_item(self, item: str) -> None:
        """Turn to an item."""
        if not self._tab.why_not:
            self._tab.do(StartItem(item, self._tab.moment()))

    def next_item(self) -> None:
        """Turn to the first item after the present one that has not been dealt with."""
        now = self._tab.view.now
        place = now.position if now else 0
        ahead = [item for item in items_of(self._services.record, self._tab.meeting_id) if item.position > place]
        # The parts of a consent agenda are taken up with it, by one vote; one to be discussed is pulled out first.
        own = (item for item in ahead if item.within is None)
        waiting = next((item for item in own if not (item.started or item.outcome or item.deferred_to)), None)
        if waiting is not None:
            self.begin_item(waiting.id)

    def note(self, text: str, line: int, kind: NoteKind) -> None:
        """Keep a note in one of the texts of the present item, or change one."""
        item, meeting = self._tab.view.now, self._tab.meeting
        if self._tab.why_not or (item is None and kind is not NoteKind.REPORT):
            return
        lines = text_of(meeting, item, kind).splitlines()
        was = lines[line] if 0 <= line < len(lines) else ""
        if was:
            lines[line] = text
        else:
            lines.append(text)
        about = item.id if item is not None else meeting.id
        for paragraph in text.splitlines():
            keep_time(self._services, about, paragraph.strip(), self._tab.moment(), was)
        whole = "\n".join(lines)
        if kind is NoteKind.REPORT:
            self._tab.do(WriteReportBack(meeting.id, whole))
        elif item is not None:
            write = {NoteKind.WORKING: WriteWorkingNotes, NoteKind.PRIVILEGED: WritePrivileged}.get(kind, WriteItemText)
            self._tab.do(write(item.id, whole))

    def say_privilege(self, words: str) -> None:
        """What the open minutes say of advice given on the present item."""
        item = self._tab.view.now
        if item is not None and not self._tab.why_not and words != item.privilege_note:
            self._tab.do(WritePrivileged(item.id, item.privileged, words))

    def phrases(self) -> None:
        """The company's own phrases; a note being typed is what a new one begins with."""
        self._tab.do(PhrasesDialog.ask(self._services, self._tab.item.note.toPlainText().strip(), self._tab))

    def record_vote(self) -> None:
        """Record the motion with its vote."""
        if not self._tab.motion.record.isEnabled():
            return
        motion, votes = drafted(self._services.record, self._tab.view, self._tab.motion.draft, self._tab.moment())
        command = with_determinations(self._services, self._tab.meeting, RecordMotion(motion, votes), self._tab)
        if command is not None:
            self._services.bus.do(command)
            self._tab.motion.clear()
            self._tab.refresh()

    def amend(self) -> None:
        """Move an amendment or a substitute; it is put first."""
        tab = self._tab
        if tab.why_not or not tab.motion.amend.isEnabled():
            return
        motion, _votes = drafted(self._services.record, tab.view, tab.motion.draft, tab.moment())
        pending = replace(motion, at=None, vote_method=VoteMethod.NOT_RECORDED)
        command = AmendMotionDialog.ask(self._services, tab.meeting, pending, tab)
        if tab.do(command):
            # What was typed goes once it is on record: a refusal leaves it; what waits is shown anew in its place.
            tab.motion.clear()
            tab.refresh()

    def weigh(self) -> None:
        """Ask who has more or less than one vote."""
        tab = self._tab
        found = UnequalVotesDialog.ask(self._services, tab.meeting, tab.motion.draft.weights, tab.moment(), tab)
        if found is not None:
            tab.motion.weigh(found)

    def end_item(self, outcome: ItemOutcome | None) -> None:
        """The present item ends now, with what came of it."""
        item = self._tab.view.now
        if item is not None and not self._tab.why_not:
            self._tab.item.note.submit()
            self._tab.do(FinishItem(item.id, self._tab.moment(), outcome))

    def defer_item(self) -> None:
        """Put the present item off to another meeting."""
        item = self._tab.view.now
        if item is not None and not self._tab.why_not:
            self._tab.do(DeferItemDialog.ask(self._services, self._tab.meeting, item, self._tab))

    def add_action(self) -> None:
        """Add an action that follows from the present item."""
        now = self._tab.view.now
        if not self._tab.why_not:
            self._tab.do(ActionDialog.ask(
                self._services, self._tab.meeting, item=now.id if now else None, parent=self._tab))  # fmt: skip

    def more(self) -> None:
        """The motion with all its particulars."""
        motion, _votes = drafted(self._services.record, self._tab.view, self._tab.motion.draft, self._tab.moment())
        begun = Begun(motion, dict(self._tab.motion.draft.votes), self._tab.motion.draft.weights)
        if self._tab.do(RecordMotionDialog.ask(self._services, self._tab.meeting, begun, self._tab)):
            self._tab.motion.clear()
            self._tab.refresh()
