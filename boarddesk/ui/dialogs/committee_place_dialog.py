"""One person's time on a committee or as its chair: entered, or corrected."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.motions import MotionKind
from boarddesk.domain.people import EndReason
from boarddesk.domain.terms import name_of
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.committee_places import CorrectPlace, EnterPlace
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.register_words import tr


class CommitteePlaceDialog(RegisterDialog):
    """Committee, person and days of one place; who serves from today on is changed on the Board page."""

    def __init__(
        self, services: Services, place: CommitteeSeat | CommitteeChair | None, parent: QWidget | None, *,
        chair: bool = False,
    ) -> None:  # fmt: skip
        self.place = place
        self.chair = chair or isinstance(place, CommitteeChair)
        new = tr("Enter who chaired a committee") if self.chair else tr("Enter a member of a committee")
        old = tr("Correct a chair’s time: %1") if self.chair else tr("Correct a member’s place: %1")
        question = old.replace("%1", name_of(services.record, place.person)) if place else new
        verb, back = (tr("Save"), tr("Leave as is")) if place else (tr("Enter"), tr("Enter none"))
        says = "" if place else tr("For past or missing entries. Changes from a day on are made on the Board page.")
        super().__init__(services, question, verb, back, says=says, parent=parent)
        bodies = [(c.id, c.name) for c in sorted(self.record.all(Committee), key=lambda c: c.name)]
        self.committee = self.field(tr("Committee"), ChoiceField(bodies, value=place.committee if place else None))
        people = people_choices(self.record)
        self.person = self.field(tr("Who"), PersonField(people, value=place.person if place else None))
        self.start = DateField(place.start if place else services.day)
        self.end = DateField(place.end if place else None, optional=True)
        last = tr("First day no longer chair") if self.chair else tr("First day off the committee")
        self.beside((tr("From"), self.start), (last, self.end))
        why = place.end_reason if isinstance(place, CommitteeSeat) else None
        self.reason = ChoiceField(words_for(EndReason), value=why, optional=True)
        if not self.chair:
            self.field(tr("Why it ended"), self.reason)
        self.motion = self.motion_field(
            tr("Motion of the board"), MotionKind.CHANGE_COMMITTEE, value=place.motion if place else None
        )

    def check(self) -> None:
        """An end and its reason come together."""
        if self.reason.value() and self.end.date() is None:
            self.wrong(self.end, tr("Write the day, or take the reason away."))

    def command(self) -> EnterPlace | CorrectPlace:
        """The place that the form describes."""
        start, end = self.start.date() or self.services.day, self.end.date()
        why = EndReason(self.reason.value()) if self.reason.value() else None
        committee, person, motion = self.committee.value(), self.person.value(), self.motion.value()
        if self.place is None:
            return EnterPlace(committee, person, start, end, why, self.chair, motion)
        fields = {"committee": committee, "person": person, "start": start, "end": end, "motion": motion}
        if isinstance(self.place, CommitteeSeat):
            fields["end_reason"] = why if end else None
        return CorrectPlace(msgspec.structs.replace(self.place, **fields))

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, place: CommitteeSeat | CommitteeChair | None = None, *,
        chair: bool = False,
    ) -> EnterPlace | CorrectPlace | None:  # fmt: skip
        """The command the user confirmed, or None; `chair` where a chair's time is to be entered."""
        return cls(services, place, parent, chair=chair).asked()  # type: ignore[no-any-return]
