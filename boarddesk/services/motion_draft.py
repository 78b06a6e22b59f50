"""A motion while it is being put: its words, its votes so far, and what would come of it now."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import structs

from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Choice, Motion, MotionBase, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on
from boarddesk.domain.votes import Tally
from boarddesk.services.live import LiveView
from boarddesk.services.live_people import LivePerson
from boarddesk.services.motion_checks import base_for
from boarddesk.services.motion_preview import counted
from boarddesk.services.motion_words import rule_words, vote_words
from boarddesk.services.quorum_words import needed_words
from boarddesk.services.unequal_votes import EQUAL, Weights, in_votes_words, weighed
from boarddesk.services.words import body_short


class MotionDraft(msgspec.Struct, frozen=True):
    """What has been entered; `votes` holds the choices of those who vote.

    `body` is the one it belongs to at a joint meeting, the meeting's own where it is empty; `proposed` the
    motion on record that is being put, an amendment too.
    """

    text: str = ""
    kind: MotionKind = MotionKind.ORDINARY
    mover: str | None = None
    seconders: tuple[str, ...] = ()
    votes: dict[str, Choice] = msgspec.field(default_factory=dict)
    proposed: Motion | None = None
    weights: Weights = EQUAL
    body: str = ""

    @classmethod
    def of(cls, motion: Motion, text: str = "") -> "MotionDraft":
        """A motion that was proposed, being put now; `text` as carried amendments have made it."""
        return cls(text or motion.text, motion.kind, motion.mover, motion.seconders, {}, motion, body=motion.body)

    def voted(self, person: str, choice: Choice | None) -> "MotionDraft":
        """With one person's vote set, or taken back."""
        votes = {key: value for key, value in self.votes.items() if key != person}
        return structs.replace(self, votes=votes if choice is None else {**votes, person: choice})

    @property
    def empty(self) -> bool:
        """Whether nothing has been entered."""
        return not self.text.strip() and not self.votes and self.mover is None and not self.weights


class Verdict(msgspec.Struct, frozen=True):
    """What would come of the motion now: word, hue, the votes, the rule and its sum, and the law's aside."""

    word: str
    hue: str
    votes: str
    rule: str
    sum: str
    aside: str
    silent: int
    in_votes: str = ""
    no_quorum: str = ""
    """Said before any vote where the motion, as it is, could not be acted on."""


def voters(view: LiveView) -> tuple[LivePerson, ...]:
    """Those from whom a vote is taken, then those recused."""
    voting = [person for person in view.people if person.votes]
    recused = (person for person in view.people if person.acts and person.group in {"recused_in", "recused_out"})
    return (*voting, *recused)


def drafted(record: Record, view: LiveView, draft: MotionDraft, at: datetime) -> tuple[Motion, tuple[Vote, ...]]:
    """The motion and its votes: those recused and those who left are recorded as such, nobody's vote is assumed."""
    begun = draft.proposed or Motion(
        id="new",
        body=view.body,
        meeting=view.meeting.id,
        item=view.now.id if view.now else None,
        text="",
    )
    motion = structs.replace(
        begun,
        at=at,
        text=draft.text.strip(),
        kind=draft.kind,
        base=base_for(draft.kind, begun.body),
        mover=draft.mover,
        seconders=draft.seconders,
        vote_method=VoteMethod.BY_NAME,
    )
    cast = {person: choice for person, choice in draft.votes.items() if _may_vote(view, person)}
    others = {
        person.person: Choice.RECUSED if person.group.startswith("recused") else Choice.ABSENT
        for person in view.people
        if person.acts and person.group in {"recused_in", "recused_out", "left"}
    }
    choices = {person.person: cast[person.person] for person in view.people if person.person in cast}
    votes = [Vote(id="new", motion="new", person=key, choice=choice) for key, choice in (choices | others).items()]
    return motion, weighed(record, view.meeting, votes, draft.weights) if choices else ()


def _may_vote(view: LiveView, person: str) -> bool:
    found = view.person(person)
    return found is not None and found.votes


def verdict(record: Record, view: LiveView, draft: MotionDraft, at: datetime) -> Verdict:
    """What would come of the motion if it were recorded as it stands."""
    motion, votes = drafted(record, view, draft, at)
    before = _no_quorum(record, view, motion)
    silent = sum(person.votes and person.person not in draft.votes for person in view.people)
    if not votes:
        rule = counted(record, motion, ())
        needs = f"needs {rule.needed}" if rule.needed is not None else ""
        return Verdict("No votes yet", "ink2", "", rule_words(motion, rule), needs, "", silent, no_quorum=before)
    count = counted(record, motion, votes)
    word, hue = _word(count)
    return Verdict(
        word=word,
        hue=hue,
        votes=vote_words(count),
        rule=rule_words(motion, count, in_votes=bool(draft.weights)),
        sum=f"{count.votes_for}, needs {count.needed}",
        aside=_safe_harbor(record, view, draft, votes),
        silent=silent,
        in_votes=in_votes_words(count.quorum) if draft.weights and count.quorum is not None else "",
        no_quorum=before,
    )


def _no_quorum(record: Record, view: LiveView, motion: Motion) -> str:
    """“No quorum for this motion: 1 present, 2 needed. A vote is recorded as not acted on.”; empty where there is."""
    if motion.base is not MotionBase.QUORUM or view.quorum.met is not False:
        return ""
    body = f" of the {body_short(record, view.body)}" if view.meeting.joint_with else ""
    return f"No quorum{body} for this motion: {needed_words(view.quorum)}. A vote is recorded as not acted on."


def _word(count: Tally) -> tuple[str, str]:
    if count.result is Result.NO_ACTION:
        return "No quorum", "red"
    return ("Carries", "green") if count.result is Result.CARRIED else ("Fails", "red")


def _safe_harbor(record: Record, view: LiveView, draft: MotionDraft, votes: Sequence[Vote]) -> str:
    """The count of §144 where somebody is interested; no condition of carrying (8 Del. C. §144(a)(1))."""
    interested = {vote.person for vote in votes if vote.choice is Choice.RECUSED}
    if view.body != BOARD or not (interested or draft.kind is MotionKind.RELATED_PERSON):
        return ""
    free = [person for person in directors_on(record, view.meeting.day) if person not in interested]
    favor = sum(vote.choice is Choice.FOR and vote.person in free for vote in votes)
    majority = len(free) // 2 + 1
    return (
        f"Disinterested for: {favor} of {len(free)} ({majority} is a majority); "
        "disclosure and good faith are not tested."
    )
