"""Elections at a meeting of stockholders: shares present, and each nominee's votes."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.domain.motions import Motion
from boarddesk.domain.plurality import plurality
from boarddesk.reports.flowables import Text, block_heading
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.order import natural
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import counted, sentence

_SEATED = {True: "Elected", False: "Not elected", None: "Not recorded"}
_CARRIED = {True: "Carried", False: "Not carried", None: "Not recorded"}
TIED = "Tied for the last seat"
MATTERS = "Matters voted on"


def elections_of(voice: Voice, item: AgendaItem | None) -> list[Election]:
    """The elections told under an item: of the class it names, else all under the first item on elections.

    Without an item: those that no item tells.
    """
    held = sorted(voice.record.where(Election, "meeting", voice.meeting.id), key=lambda e: (e.class_, e.id))
    items = [i for i in voice.record.where(AgendaItem, "meeting", voice.meeting.id) if i.type is ItemType.ELECTION]
    items.sort(key=lambda i: (i.position, i.id))

    def told_under(election: Election) -> AgendaItem | None:
        named = (i for i in items if election.class_ and i.title.endswith(f"Class {election.class_}"))
        return next(named, items[0] if items else None)

    return [election for election in held if told_under(election) == item]


ELECTION_HEADS = ("Nominee", "For", "Withheld", "Broker non-votes", "Result")


def election_rows(voice: Voice, item: AgendaItem | None) -> list[tuple[str, str, tuple[tuple[str, ...], ...]]]:
    """The elections told under an item as plain text: id, title with the turnout, heads and nominees.

    Without an item the matters that no motion tells follow.
    """
    found: list[tuple[str, str, tuple[tuple[str, ...], ...]]] = [
        (election.id, f"{_title(election)}. {_turnout(election)}", (ELECTION_HEADS, *_nominees(voice, election)))
        for election in elections_of(voice, item)
    ]
    matters = untold_matters(voice) if item is None else []
    if matters:
        notes = " ".join(matter_notes(matters))
        title = f"{MATTERS}. {notes}" if notes else MATTERS
        found.append(("matters", title, (MATTER_HEADS, *(matter_row(matter) for matter in matters))))
    return found


MATTER_HEADS = ("Matter", "For", "Against", "Abstained", "Broker non-votes", "Result")


def matters_of(voice: Voice) -> list[Matter]:
    """The matters put to the stockholders at the meeting, by their numbers."""
    found = voice.record.where(Matter, "meeting", voice.meeting.id)
    return sorted(found, key=lambda matter: (natural(matter.number), matter.id))


def untold_matters(voice: Voice) -> list[Matter]:
    """The matters whose votes no motion of the meeting states."""
    told = {(m.count_for, m.count_against) for m in voice.record.where(Motion, "meeting", voice.meeting.id)}
    return [matter for matter in matters_of(voice) if (matter.shares_for, matter.against) not in told]


def matter_row(matter: Matter) -> tuple[str, ...]:
    """One matter with its tally and the result stated, as plain text."""
    title = f"{matter.number}. {matter.title}" if matter.number else matter.title
    counts = (matter.shares_for, matter.against, matter.abstained, matter.broker_non_votes)
    return (title, *(_shares(count) for count in counts), _CARRIED[matter.carried])


def matter_notes(matters: list[Matter]) -> tuple[str, ...]:
    """Why a result stated departs from its tally, each named by its matter."""
    return tuple(f"{matter.title}: {sentence(matter.note)}" for matter in matters if matter.note.strip())


def matters_table(voice: Voice, matters: list[Matter]) -> list[Flowable]:
    """The matters with their tallies, and below them why a result departs from its tally."""
    shares, sides = (0.3, 0.14, 0.13, 0.13, 0.15, 0.15), ("left", "right", "right", "right", "right", "left")
    columns = [
        Column(head, share, side, bold=not number)
        for number, (head, share, side) in enumerate(zip(MATTER_HEADS, shares, sides, strict=True))
    ]
    rows = [[voice.sans(cell) for cell in matter_row(matter)] for matter in matters]
    notes = [Text(voice.sans(note), voice.styles.small) for note in matter_notes(matters)]
    return [ruled_table(columns, rows, voice.sheet, padding=3), *notes]


def _title(election: Election) -> str:
    return f"Election of directors: Class {election.class_}" if election.class_ else "Election of directors"


def _nominees(voice: Voice, election: Election) -> list[tuple[str, ...]]:
    nominees = voice.record.where(Nominee, "election", election.id)
    places = {person: place for place, person in enumerate(voice.in_order(n.person for n in nominees))}
    tied = plurality(voice.record, election).tied
    return [
        (
            voice.full(nominee.person),
            _shares(nominee.shares_for),
            _shares(nominee.withheld),
            _shares(nominee.broker_non_votes),
            TIED if nominee.seated is None and nominee.person in tied else _SEATED[nominee.seated],
        )
        for nominee in sorted(nominees, key=lambda n: (places[n.person], n.id))
    ]


def elections_block(voice: Voice, item: AgendaItem | None = None) -> list[Flowable]:
    """A table for each class that stood, and of the matters no motion tells; nothing where there is none."""
    out = election_tables(voice, elections_of(voice, item))
    matters = untold_matters(voice) if item is None else []
    if matters:
        out += block_heading(MATTERS, voice.sheet, bookmark=MATTERS, room=62.0 + min(240.0, 19.0 * (len(matters) + 1)))
        out += matters_table(voice, matters)
    return out


def election_tables(voice: Voice, elections: Sequence[Election]) -> list[Flowable]:
    """A table for each election: its nominees with their shares, and the result recorded."""
    out: list[Flowable] = []
    for election in elections:
        title = _title(election)
        rows = [[voice.sans(cell) for cell in row] for row in _nominees(voice, election)]
        shares, sides = (0.34, 0.15, 0.15, 0.18, 0.18), ("left", "right", "right", "right", "left")
        columns = [
            Column(head, share, side, bold=not number)
            for number, (head, share, side) in enumerate(zip(ELECTION_HEADS, shares, sides, strict=True))
        ]
        out += block_heading(title, voice.sheet, bookmark=title, room=62.0 + min(240.0, 19.0 * (len(rows) + 1)))
        out.append(Text(voice.sans(_turnout(election)), voice.styles.small))
        if rows:
            out.append(ruled_table(columns, rows, voice.sheet, padding=3))
    return out


def _shares(count: int | None) -> str:
    return "Not recorded" if count is None else f"{count:,}"


def _turnout(election: Election) -> str:
    seats = f"{counted(election.seats, 'seat', capital=True)}."
    if election.shares_present is None:
        present = "Shares present: not recorded."
    elif election.shares_outstanding:
        present = f"Shares present: {election.shares_present:,} of {election.shares_outstanding:,} outstanding."
    else:
        present = f"Shares present: {election.shares_present:,}."
    quorum = {True: "A quorum was present.", False: "A quorum was not present.", None: "Quorum: not recorded."}
    return f"{seats} {present} {quorum[election.quorum]} {election.note}".strip()
