"""What changed since a packet went out: its parts compared with those of the book issued, under labels that stay."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import IssuedPart
from boarddesk.domain.papers import ExpectedPaper
from boarddesk.domain.record import Record
from boarddesk.reports.packet.numbering import following, ranges
from boarddesk.reports.packet.plan import PacketPlan, Paper, Placed, Tab, memo_label
from boarddesk.services.packet_parts import key_of
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.packet_tabs import AGENDA, Entry, EntryKind, PlannedTab, letter, tabs_of
from boarddesk.services.workspace import Services

T = TypeVar("T")
ChangeKind = Literal["replace", "add", "remove"]
RESERVED = "taken out: "
"""How the labels begin under which numbers are kept from being given again."""


class Part(msgspec.Struct, frozen=True):
    """One part of a book: its key, which stays whatever its label becomes; its label, and what it is made from."""

    key: str
    label: str
    title: str = ""
    version: int = 1
    sha256: str = ""
    tab: str = ""
    """The key of the tab that it stands in; empty for a tab and for what stands before the tabs."""


class PartChange(msgspec.Struct, frozen=True):
    """One change of a book that is out: the part, and the numbers that its pages had."""

    kind: ChangeKind
    key: str
    label: str
    title: str
    was: tuple[str, ...] = ()

    @property
    def pages(self) -> str:
        """The pages that it had, as printed: “60–61”."""
        return ranges(self.was)


def parts_now(services: Services, meeting: Meeting) -> tuple[Part, ...]:
    """The parts of the directors' book as it would be built now, in its order; no paper is read for it.

    It draws what the house makes, so that it takes its time: meant to run off the window's thread.
    """
    record, plan = services.shown, packet_plan(services, meeting.id, read=False)
    tabs = tabs_of(record, meeting)
    papers = {paper.label: paper for paper in plan.papers()}
    found = [Part("cover", "cover", plan.title), Part("contents", "contents", "Contents")]
    found += [Part(AGENDA, paper.label, paper.title, sha256=fingerprint(paper)) for paper in plan.front]
    for tab in tabs:
        key = key_of(tab.part)
        found.append(Part(key, tab.number, tab.title, sha256=hashlib.sha256(tab.title.encode()).hexdigest()))
        for entry in tab.entries:
            paper = entry.source if entry.kind is EntryKind.PAPER else None
            made = paper.attachment if paper is not None else fingerprint(papers[entry.label])
            version = paper.version if paper is not None else 1
            found.append(Part(_key(record, tab, entry), entry.label, entry.title, version, made, key))
    return tuple(found)


def _key(record: Record, tab: PlannedTab, entry: Entry) -> str:
    """What an entry is; a paper that was expected keeps the place that was held for it."""
    if entry.kind is EntryKind.PAPER:
        awaited = record.where(ExpectedPaper, "paper", entry.source.id)
        return f"expected:{awaited[0].id}" if awaited else entry.source.id
    match entry.kind:
        case EntryKind.EXPECTED | EntryKind.MINUTES:
            return f"{entry.kind.value}:{entry.source.id}"
        case _:
            return f"{entry.kind.value}:{key_of(tab.part)}"


def fingerprint(paper: Paper) -> str:
    """The SHA-256 of what a paper is made from; of house-made pages as they are without page numbers."""
    content = paper.content
    if isinstance(content, Path):
        content = content.read_bytes()
    return hashlib.sha256(content if isinstance(content, bytes) else content({})).hexdigest()


def changes_since(laid: Sequence[IssuedPart], now: Sequence[Part]) -> tuple[PartChange, ...]:
    """What was replaced, added and removed since a book went out, in the order of the book; labels are the stable ones.

    A paper under another tab than before was removed there and added here.
    """
    known, labels = _known(laid, now), stable_labels(laid, now)
    found: list[PartChange] = []
    for part in now:
        was = known.get(part.key)
        label = labels[part.label]
        if was is None:
            # A new tab is told by its papers.
            found += [PartChange("add", part.key, label, part.title)] if part.tab or part.key == AGENDA else []
        elif part.sha256 != was.sha256 and (numbers := numbers_of(laid, was.label)):
            found.append(PartChange("replace", part.key, label, part.title, numbers))
    there = {part.key for part in now}
    gone = {one.label: one for one in laid if not one.removed and (one.paper not in there or one.paper not in known)}
    found += [
        PartChange("remove", one.paper, one.label, one.title, numbers)
        for one in gone.values()
        if (numbers := numbers_of(laid, one.label))
    ]
    return tuple(found)


def _known(laid: Sequence[IssuedPart], now: Sequence[Part]) -> dict[str, IssuedPart]:
    """The parts of the issued book that are still where they were, by key."""
    before: dict[str, IssuedPart] = {}
    for one in laid:
        if not one.removed:
            before.setdefault(one.paper, one)
    found = {}
    for part in now:
        was = before.get(part.key)
        tab = before.get(part.tab)
        if was is not None and (not part.tab or (tab is not None and was.label.rpartition("-")[0] == tab.label)):
            found[part.key] = was
    return found


def numbers_of(laid: Sequence[IssuedPart], label: str) -> tuple[str, ...]:
    """The numbers of the pages that a part has in an issued book."""
    return tuple(number for one in laid if one.label == label and not one.removed for number in run_of(one))


def run_of(part: IssuedPart | Placed) -> tuple[str, ...]:
    """The numbers of one unbroken run of pages."""
    numbers: list[str] = []
    while len(numbers) < part.pages:
        numbers.append(following(numbers[-1]) if numbers else part.first)
    return tuple(numbers)


def stable_labels(laid: Sequence[IssuedPart], now: Sequence[Part]) -> dict[str, str]:
    """For each label of the plan as it is now, the one that it has in a book that follows the issued one."""
    known = _known(laid, now)
    taken = {one.label for one in laid}
    labels: dict[str, str] = {}
    tabs: dict[str, str] = {}
    before = "0"
    for part in now:
        was = known.get(part.key)
        if was is not None:
            label = was.label
        elif part.label.endswith("-memo"):
            label = memo_label(tabs[part.tab])
        elif part.tab:
            label = _free_letter(tabs[part.tab], taken)
        else:
            label = part.label if part.label not in taken else _free_number(before, taken)
        labels[part.label] = label
        taken.add(label)
        if not part.tab:
            tabs[part.key] = label
            before = label if label[:1].isdigit() else before
    return labels


def _free_letter(tab: str, taken: set[str]) -> str:
    """The letter behind the last one given in a tab."""
    used = [place for place in range(len(taken) + 1) if letter(tab, place) in taken]
    return letter(tab, used[-1] + 1 if used else 0)


def _free_number(before: str, taken: set[str]) -> str:
    """The number of a tab put behind another: 4a after 4."""
    base = before.rstrip("abcdefghijklmnopqrstuvwxyz")
    return next(number for place in range(len(taken) + 1) if (number := letter(base, place).replace("-", "").lower())
                not in taken)  # fmt: skip


def in_accord(plan: PacketPlan, laid: Sequence[IssuedPart], now: Sequence[Part]) -> PacketPlan:
    """A plan with the labels and the order of the book that is out, and where its parts stood there."""
    labels = stable_labels(laid, now)
    known = _known(laid, now)
    rank = {one.label: place for place, one in reversed(list(enumerate(laid)))}
    old = {labels[part.label]: rank[known[part.key].label] for part in now if part.key in known}
    tabs = tuple(_relabeled(tab, labels, old) for tab in plan.tabs)
    return replace(
        plan,
        front=tuple(_renumbering(paper, paper.label, labels) for paper in plan.front),
        tabs=_ordered(tabs, [tab.number for tab in tabs], old),
        withheld={labels.get(label, label): words for label, words in plan.withheld.items()},
        former=former_of(laid),
    )


def _relabeled(tab: Tab, labels: Mapping[str, str], old: Mapping[str, int]) -> Tab:
    papers = tuple(_renumbering(paper, labels[paper.label], labels) for paper in tab.papers)
    ordered = _ordered(papers, [paper.label for paper in papers], old)
    return replace(tab, number=labels[tab.number], papers=ordered)


def _renumbering(paper: Paper, label: str, labels: Mapping[str, str]) -> Paper:
    """A paper under its label; pages that the house makes ask for numbers by the labels that they know."""
    content = paper.content
    if isinstance(content, bytes | Path):
        return replace(paper, label=label)
    return replace(paper, label=label, content=lambda pages: content(
        {mine: pages[stable] for mine, stable in labels.items() if stable in pages}))  # fmt: skip


def _ordered(things: tuple[T, ...], names: list[str], old: Mapping[str, int]) -> tuple[T, ...]:
    """What was there in its former order, what is new behind what stands before it now."""
    found: list[tuple[str, T]] = sorted(
        ((name, thing) for name, thing in zip(names, things, strict=True) if name in old), key=lambda pair: old[pair[0]]
    )
    for place, name in enumerate(names):
        if name not in old:
            there = [known for known, _thing in found]
            before = names[place - 1] if place else ""
            found.insert(there.index(before) + 1 if before in there else 0, (name, things[place]))
    return tuple(thing for _name, thing in found)


def former_of(laid: Sequence[IssuedPart]) -> tuple[Placed, ...]:
    """Where the parts of an issued book stood, as the builder of books asks for it."""
    return tuple(
        Placed(f"{RESERVED}{place}" if one.removed else one.label, one.title, one.first, one.pages)
        for place, one in enumerate(laid)
    )


def laid_out(
    placed: Sequence[Placed], labels: Mapping[str, str], now: Sequence[Part], before: Sequence[IssuedPart] = ()
) -> tuple[IssuedPart, ...]:
    """What is kept of a book that was built: each part at its place, and the numbers that are not given again."""
    by_label = {labels.get(part.label, part.label): part for part in now}
    found = []
    for one in placed:
        part = by_label[one.label]
        found.append(
            IssuedPart(label=one.label, title=part.title, paper=part.key, version=part.version, first=one.first,
                       pages=one.pages, sha256=part.sha256)
        )  # fmt: skip
    given = {number for one in placed for number in run_of(one)}
    freed = [
        IssuedPart(label=one.label, title=one.title, paper=one.paper, first=number, pages=1, removed=True)
        for one in before
        for number in run_of(one)
        if number not in given
    ]
    return (*found, *freed)
