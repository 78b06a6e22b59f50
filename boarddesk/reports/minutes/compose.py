"""Putting blocks together: a pattern and its facts become words, and the secretary's own words take their place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from boarddesk.domain.blocks import Block, BlockKind, Fact, fits, literal
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.reports.minutes.patterns import Pattern, house_patterns, patterns_of
from boarddesk.reports.sections.voice import Voice


@dataclass(frozen=True, slots=True)
class Said:
    """One or more sentences: words with placeholders, and the facts for them."""

    wording: str = ""
    facts: tuple[Fact, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wording)


@dataclass(frozen=True, slots=True)
class Composer:
    """The patterns of one meeting's company, and the secretary's own wording of the meeting's blocks."""

    voice: Voice
    patterns: dict[str, Pattern] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, voice: Voice) -> "Composer":
        """The composer for the meeting that a voice speaks of."""
        rows = voice.record.where(MinutesBlock, "meeting", voice.meeting.id)
        return cls(voice, patterns_of(voice.record), {row.key: row.text for row in rows})

    def say(self, name: str, **values: str) -> Said:
        """A pattern with its facts; one without a value is left out of the words."""
        pattern = self.patterns[name]
        house = house_patterns()[name]
        wording, facts = pattern.text, []
        for fact in house.facts:
            if values[fact.name]:
                facts.append(Fact(fact.name, values[fact.name], fact.needed))
            else:
                wording = wording.replace(f"{{{fact.name}}}", "")
        return Said(wording, tuple(facts))

    def block(
        self, key: str, kind: BlockKind, said: Iterable[Said], rail: Iterable[str] = (), *,
        item: str = "", motion: str = "", run_in: bool = False, joint: str = " ",
    ) -> Block:  # fmt: skip
        """A block of sentences, in the secretary's own words where she has given it any that fit the facts."""
        whole = together(said, joint)
        own = self.own.get(key)
        words = whole.wording
        house = Block(key, kind, words, whole.facts, words, rail=tuple(rail), item=item, motion=motion, run_in=run_in)
        if own is None or own == words:
            return house
        if not own.strip():
            return replace(house, own=True, left_out=True)
        return replace(house, wording=own, own=True) if fits(own, whole.facts) else replace(house, set_aside=own)


def together(said: Iterable[Said], joint: str = " ") -> Said:
    """Sentences in a row; a fact that another of the same name stands for already is numbered."""
    wordings: list[str] = []
    facts: dict[str, Fact] = {}
    for one in said:
        if not one:
            continue
        wording = one.wording
        for fact in one.facts:
            name = _free(facts, fact)
            if name != fact.name:
                wording = wording.replace(f"{{{fact.name}}}", f"{{{name}}}")
            facts[name] = Fact(name, fact.value, fact.needed)
        wordings.append(wording)
    return Said(joint.join(wordings), tuple(facts.values()))


def _free(facts: dict[str, Fact], fact: Fact) -> str:
    """The fact's own name, or numbered where that name has another value already."""
    name, number = fact.name, 1
    while name in facts and facts[name].value != fact.value:
        number += 1
        name = f"{fact.name}_{number}"
    return name


def fixed(key: str, kind: BlockKind, text: str, item: str = "", motion: str = "") -> Block:
    """A block that is the record's alone."""
    words = literal(text)
    return Block(key, kind, words, house=words, fixed=True, item=item, motion=motion)


def table(key: str, kind: BlockKind, rows: Iterable[tuple[str, ...]], title: str = "", item: str = "") -> Block:
    """A table of the record's own facts under its title."""
    return Block(key, kind, literal(title), house=literal(title), fixed=True, rows=tuple(rows), item=item)
