"""Votes in a few keystrokes: “unanimous”, “all in favor except Castellanos abstain”, “all x 6 b, 4 n”."""

import re
from collections.abc import Sequence

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.motions import Choice
from boarddesk.services.live_people import LivePerson

_ALL = re.compile(
    r"^(?:unanimous(?:ly)?|all(?: (?:in favou?r|for|against|no|abstain))?|a|f|none)\b[\s,:.]*", re.IGNORECASE
)
_EXCEPT = re.compile(r"^(?:except(?: for)?|save|but|x)\b[\s:,]*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]|\band\b", re.IGNORECASE)
_CHOICES = {
    Choice.FOR: ("f", "for", "yes", "y", "aye"),
    Choice.AGAINST: ("n", "no", "against", "opposed", "nay"),
    Choice.ABSTAIN: ("b", "abs", "abstain", "abstains", "abstained", "abstaining"),
}
_WORDS = {word: choice for choice, words in _CHOICES.items() for word in words}


class QuickVotes(msgspec.Struct, frozen=True):
    """What a line of votes says; `problem` is a sentence where it cannot be read, and then there are no votes."""

    votes: dict[str, Choice] = msgspec.field(default_factory=dict)
    problem: str = ""


def read_votes(text: str, voters: Sequence[LivePerson]) -> QuickVotes:
    """The votes a line gives, by person: names by their beginnings or keys, exceptions after “except”.

    Nobody's vote is assumed but where the line says so of all.
    """
    rest = text.strip()
    votes: dict[str, Choice] = {}
    whole = _ALL.match(rest)
    if whole is not None:
        choice = _of_all(whole.group(0))
        votes = {person.person: choice for person in voters}
        rest = rest[whole.end() :]
    rest = _EXCEPT.sub("", rest, count=1)
    chosen: list[LivePerson] = []
    for part in filter(None, (part.strip(" .") for part in _BETWEEN.split(rest))):
        who, said = _part(part)
        if who:
            found, problem = _person(who, voters)
            if found is None:
                return QuickVotes(problem=problem)
            chosen.append(found)
        if said is not None:
            votes |= {person.person: said for person in chosen}
            chosen = []
    if chosen:
        return QuickVotes(problem=f"Say how {chosen[0].last} voted: no, or abstain.")
    return QuickVotes(votes) if votes else QuickVotes(problem="Write “all”, or names with their votes.")


def _of_all(words: str) -> Choice:
    last = words.strip(" ,:.").split()[-1].lower()
    return _WORDS.get(last, Choice.FOR)


def _part(part: str) -> tuple[str, Choice | None]:
    """A name and its vote: “Castellanos abstain”, “6 b”, “6b”, or either alone."""
    words = part.split()
    if len(words) == 1 and words[0][:1].isdigit() and words[0][1:].lower() in _WORDS:
        return words[0][:1], _WORDS[words[0][1:].lower()]
    choice = _WORDS.get(words[-1].lower()) if len(words) > 1 or words[0].lower() in _WORDS else None
    name = " ".join(words[:-1] if choice is not None else words)
    return re.sub(r"\b(who|is|votes?|voted|as|ms|mr|mrs|miss|dr)\b\.?", "", name, flags=re.IGNORECASE).strip(), choice


def _person(who: str, voters: Sequence[LivePerson]) -> tuple[LivePerson | None, str]:
    """The one whom a key or the beginning of a name means."""
    wanted = plain(who)
    if wanted.isdigit():
        found = [person for person in voters if person.key == wanted]
    else:
        exact = [person for person in voters if wanted in {plain(person.last), plain(person.name)}]
        found = exact or [person for person in voters if _begins(person, wanted)]
    if len(found) == 1:
        return found[0], ""
    if found:
        return None, f"“{who}” may be {' or '.join(person.last for person in found)}."
    return None, f"Nobody who votes is meant by “{who}”."


def _begins(person: LivePerson, wanted: str) -> bool:
    names = (person.last, person.name, *re.split(r"[\s-]+", person.name))
    return any(plain(name).startswith(wanted) for name in names)
