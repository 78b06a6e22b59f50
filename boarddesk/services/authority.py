"""Who may sign what up to which amount on a day, under which resolution, and what is no longer in force and why."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.common.text import money
from boarddesk.domain.document_room import SigningAuthority, SigningMatter
from boarddesk.domain.documents import Document
from boarddesk.domain.minutes import decided_on
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.people import Appointment, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of, roles_on
from boarddesk.domain.votes import tally
from boarddesk.services.kind_words import kind_words
from boarddesk.services.people import WORDS, role_title
from boarddesk.services.resolutions import what_became
from boarddesk.services.words import body_short, capital, short_day

NO_LIMIT = "No limit"


class Force(StrEnum):
    """Whether an authority can be relied on: `unsupported` names no resolution and no document that gives it."""

    IN_FORCE = "in_force"
    UNSUPPORTED = "unsupported"
    AHEAD = "not_yet_in_force"
    OVER = "no_longer_in_force"


FORCE_WORDS = {
    Force.IN_FORCE: "In force",
    Force.UNSUPPORTED: "No resolution named",
    Force.AHEAD: "Not yet in force",
    Force.OVER: "No longer in force",
}


class Authority(msgspec.Struct, frozen=True):
    """One authority on a day, in words; `holder` names a column of the matrix, `why` says why it is not in force."""

    id: str
    matter: SigningMatter
    what: str
    holder: str
    name: str
    limit: str
    joint: str
    under: str
    start: date
    end: date | None
    force: Force
    why: str

    @property
    def which(self) -> str:
        """The words that narrow the matter: “With suppliers”; empty where it is not narrowed."""
        return capital(self.what.removeprefix(self.heading).lstrip(": "))

    @property
    def heading(self) -> str:
        """The kind of matter, under which it stands in the register."""
        return kind_words(self.matter)

    @property
    def cell(self) -> str:
        """“$250,000”, “$1,000,000, with the Chief financial officer”."""
        return f"{self.limit}, with {self.joint}" if self.joint else self.limit


class MatrixLine(msgspec.Struct, frozen=True):
    """One matter: for each holder what may be signed, empty where nothing may."""

    matter: str
    cells: tuple[str, ...]
    heading: str = ""
    which: str = ""


class Matrix(msgspec.Struct, frozen=True):
    """The authorities in force on a day as matter × holder, and all of them one by one."""

    day: date
    holders: tuple[tuple[str, str], ...]
    """The columns: a role or a name, and who holds the role."""
    lines: tuple[MatrixLine, ...]
    authorities: tuple[Authority, ...]

    def of(self, *forces: Force) -> tuple[Authority, ...]:
        """The authorities that stand so."""
        return tuple(one for one in self.authorities if one.force in forces)


def matrix(record: Record, day: date) -> Matrix:
    """The matrix of a record as it stood on `day`."""
    order = list(SigningMatter)
    rows = sorted(record.all(SigningAuthority), key=lambda row: (order.index(row.matter), _rank(row), row.start))
    found = tuple(authority(record, row, day) for row in rows)
    standing = [one for one in found if one.force in {Force.IN_FORCE, Force.UNSUPPORTED}]
    of_rows = {row.id: row for row in rows}
    heads = sorted(
        {(one.holder, one.name): of_rows[one.id] for one in reversed(standing)}.items(),
        key=lambda pair: (*_seniority(pair[1]), pair[0]),
    )
    holders = tuple(head for head, _row in heads)
    return Matrix(day, holders, tuple(_lines(standing, holders)), found)


def _rank(row: SigningAuthority) -> tuple[int, int]:
    """The highest limit first."""
    return (0, 0) if row.up_to_cents is None else (1, -row.up_to_cents)


def _seniority(row: SigningAuthority) -> tuple[int, str]:
    return (list(Role).index(row.role) if row.role is not None else len(Role), row.person or "")


def _lines(standing: list[Authority], holders: tuple[tuple[str, str], ...]) -> Iterator[MatrixLine]:
    for what in dict.fromkeys(one.what for one in standing):
        of_matter = [one for one in standing if one.what == what]
        cells = tuple(
            "; ".join(one.cell for one in of_matter if (one.holder, one.name) == holder) for holder in holders
        )
        yield MatrixLine(what, cells, of_matter[0].heading, of_matter[0].which)


def authority(record: Record, row: SigningAuthority, day: date) -> Authority:
    """One authority in words, and whether it is in force on `day`."""
    force, why = force_of(record, row, day)
    holder, name = _holder(record, row, day)
    return Authority(
        row.id, row.matter, matter_words(row), holder, name, limit_words(row), joint_words(record, row),
        under_words(record, row), row.start, row.end, force, why,
    )  # fmt: skip


def matter_words(row: SigningAuthority) -> str:
    """What is signed: its own words for other matters, else the kind, with the words that narrow it."""
    text = " ".join(row.text.split())
    if row.matter is SigningMatter.OTHER and text:
        return text
    return f"{kind_words(row.matter)}: {text}" if text else kind_words(row.matter)


def limit_words(row: SigningAuthority) -> str:
    """“$250,000”, or that there is none."""
    return NO_LIMIT if row.up_to_cents is None else money(row.up_to_cents)


def holder_words(record: Record, row: SigningAuthority) -> str:
    """“Chief financial officer”, “Priya Nair”, or both where the person counts only in the role."""
    role = WORDS[row.role] if row.role is not None else ""
    return ", ".join(part for part in (name_of(record, row.person), role) if part)


def joint_words(record: Record, row: SigningAuthority) -> str:
    """Who must sign besides; empty for nobody."""
    role = f"the {WORDS[row.joint_role].lower()}" if row.joint_role is not None else ""
    return " or ".join(part for part in (name_of(record, row.joint_person), role) if part)


def under_words(record: Record, row: SigningAuthority) -> str:
    """“Motion 2026-08, Board, 12 Feb 2026”, the document, or both; empty where neither is named."""
    motion, document = record.find(Motion, row.motion), record.find(Document, row.document)
    parts = []
    if motion is not None:
        day = decided_on(record, motion)
        named = f"Motion {motion.number}".rstrip()
        parts.append(", ".join(p for p in (named, body_short(record, motion.body), short_day(day) if day else "") if p))
    if document is not None:
        parts.append(", ".join(part for part in (document.title, document.version) if part))
    return "; ".join(parts)


def _holder(record: Record, row: SigningAuthority, day: date) -> tuple[str, str]:
    """The column it stands in: the role and who holds it, or the name."""
    if row.person is not None and row.role is not None:
        return WORDS[row.role], name_of(record, row.person)
    if row.person is not None:
        return name_of(record, row.person), _office(record, row, day)
    if row.role is None:
        return "Nobody named", ""
    holders = [t for t in roles_on(record, day) if t.role is row.role]
    names = ", ".join(dict.fromkeys(name_of(record, t.person) for t in holders))
    return WORDS[row.role], names or "Vacant"


def _office(record: Record, row: SigningAuthority, day: date) -> str:
    held = [t for t in record.where(RoleTenure, "person", row.person) if t.held_on(day)]
    return role_title(held[0]) if held else ""


# --- in force or not


def force_of(record: Record, row: SigningAuthority, day: date) -> tuple[Force, str]:
    """Whether an authority is in force on a day, and why it is not; `record` is as it stood on that day."""
    if row.start > day:
        return Force.AHEAD, f"From {short_day(row.start)}."
    why = next((found for found in _ended(record, row, day) if found), "")
    if why:
        return Force.OVER, why
    if row.motion is None and row.document is None:
        return Force.UNSUPPORTED, "No resolution and no document is named that gives it."
    return Force.IN_FORCE, ""


def _ended(record: Record, row: SigningAuthority, day: date) -> Iterator[str]:
    if row.end is not None and row.end <= day:
        yield f"It ended on {short_day(row.end)}."
    yield _of_motion(record, row, day)
    yield _of_document(record, row, day)
    yield _of_holder(record, row, day)
    yield _of_joint(record, row, day)


def _of_motion(record: Record, row: SigningAuthority, day: date) -> str:
    motion = record.find(Motion, row.motion)
    if motion is None:
        return ""
    name = f"Motion {motion.number}".rstrip()
    adopted = decided_on(record, motion)
    if tally(record, motion).result is not Result.CARRIED or adopted is None or adopted > day:
        return f"{name} was not adopted."
    became = what_became(record, motion)
    return f"{name} was {became}." if became else ""


def _of_document(record: Record, row: SigningAuthority, day: date) -> str:
    document = record.find(Document, row.document)
    if document is None or document.in_force_on(day):
        return ""
    title = ", ".join(part for part in (document.title, document.version) if part)
    if document.effective_to is not None and document.effective_to <= day:
        return f"{title} has not been in force since {short_day(document.effective_to)}."
    return f"{title} is not in force."


def _of_holder(record: Record, row: SigningAuthority, day: date) -> str:
    who = name_of(record, row.person)
    if row.person is None:
        return _vacant(record, row.role, day) if row.role is not None else ""
    tenures = record.where(RoleTenure, "person", row.person)
    if row.role is not None:
        same = [t for t in tenures if t.role is row.role]
        if any(t.held_on(day) for t in same):
            return ""
        ends = [t.end for t in same if t.end is not None]
        since = f"has not been {WORDS[row.role].lower()} since {short_day(max(ends))}" if ends else ""
        return f"{who} {since or f'is not {WORDS[row.role].lower()}'}."
    terms = record.where(Appointment, "person", row.person)
    if not (tenures or terms) or any(t.held_on(day) for t in tenures) or any(t.serves_on(day) for t in terms):
        return ""
    dates = (*(each.end for each in tenures), *(each.end for each in terms))
    ended = [end for end in dates if end is not None and end <= day]
    return f"{who} has held no office since {short_day(max(ended))}." if ended else f"{who} holds no office."


def _of_joint(record: Record, row: SigningAuthority, day: date) -> str:
    """Somebody else must be there to sign besides."""
    if row.joint_role is None or row.joint_person is not None:
        return ""
    return _vacant(record, row.joint_role, day)


def _vacant(record: Record, role: Role, day: date) -> str:
    """Why a role gives nobody the right to sign on a day; empty while somebody holds it."""
    tenures = record.where(RoleTenure, "role", role)
    if any(t.held_on(day) for t in tenures):
        return ""
    ends = [t.end for t in tenures if t.end is not None and t.end <= day]
    if ends:
        return f"Nobody has been {WORDS[role].lower()} since {short_day(max(ends))}."
    return f"Nobody is {WORDS[role].lower()}."


def state_words(one: Authority) -> str:
    """“In force”, or “No longer in force. Motion 2024-11 was rescinded on 3 Dec 2026 by 2026-44.”, in words."""
    words = FORCE_WORDS[one.force]
    return capital(f"{words}. {one.why}") if one.why and one.force is Force.OVER else words
