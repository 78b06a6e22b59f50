"""A motion that is being put, as a draft in the file: words, mover, seconders and votes survive a killed process."""

import msgspec

from boarddesk.domain.motions import Choice, Motion, MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.motion_draft import MotionDraft
from boarddesk.services.proposals import is_proposed
from boarddesk.services.unequal_votes import Weights


class _Kept(msgspec.Struct, omit_defaults=True):
    text: str = ""
    kind: MotionKind = MotionKind.ORDINARY
    mover: str | None = None
    seconders: tuple[str, ...] = ()
    votes: dict[str, Choice] = msgspec.field(default_factory=dict)
    weights: dict[str, int] = msgspec.field(default_factory=dict)
    citation: str = ""
    body: str = ""
    proposed: str | None = None


def encoded(draft: MotionDraft) -> str:
    """The draft as text; empty where nothing was entered beyond what is on record."""
    if draft.empty or (draft.proposed is not None and draft == MotionDraft.of(draft.proposed, draft.text)):
        return ""
    kept = _Kept(
        draft.text, draft.kind, draft.mover, draft.seconders, draft.votes, dict(draft.weights.votes),
        draft.weights.citation, draft.body, draft.proposed.id if draft.proposed else None,
    )  # fmt: skip
    return msgspec.json.encode(kept).decode()


def decoded(record: Record, text: str) -> MotionDraft:
    """The draft that was left; one whose proposed motion was voted on meanwhile is gone."""
    try:
        kept = msgspec.json.decode(text, type=_Kept)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return MotionDraft()
    proposed = record.find(Motion, kept.proposed)
    if kept.proposed is not None and (proposed is None or not is_proposed(record, proposed)):
        return MotionDraft()
    weights = Weights(kept.weights, kept.citation)
    return MotionDraft(kept.text, kept.kind, kept.mover, kept.seconders, kept.votes, proposed, weights, kept.body)
