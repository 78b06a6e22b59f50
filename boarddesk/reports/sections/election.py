"""Elections at a meeting of stockholders: shares present, and each nominee's votes."""

from reportlab.platypus import Flowable

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.reports.flowables import Text, block_heading
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import counted

_SEATED = {True: "Elected", False: "Not elected", None: "Not recorded"}


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
    """The elections told under an item as plain text: id, title with the turnout, heads and nominees."""
    return [
        (election.id, f"{_title(election)}. {_turnout(election)}", (ELECTION_HEADS, *_nominees(voice, election)))
        for election in elections_of(voice, item)
    ]


def _title(election: Election) -> str:
    return f"Election of directors: Class {election.class_}" if election.class_ else "Election of directors"


def _nominees(voice: Voice, election: Election) -> list[tuple[str, ...]]:
    nominees = voice.record.where(Nominee, "election", election.id)
    places = {person: place for place, person in enumerate(voice.in_order(n.person for n in nominees))}
    return [
        (
            voice.full(nominee.person),
            _shares(nominee.shares_for),
            _shares(nominee.withheld),
            _shares(nominee.broker_non_votes),
            _SEATED[nominee.seated],
        )
        for nominee in sorted(nominees, key=lambda n: (places[n.person], n.id))
    ]


def elections_block(voice: Voice, item: AgendaItem | None = None) -> list[Flowable]:
    """A table for each class that stood; nothing where none did."""
    out: list[Flowable] = []
    for election in elections_of(voice, item):
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
