"""The change sheet of a supplement in words: each change with its pages, how to file it, and the versions."""

from collections.abc import Mapping, Sequence

import msgspec

from boarddesk.common.times import clock
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue, IssuedPart
from boarddesk.domain.record import Record
from boarddesk.domain.retention import holds_on
from boarddesk.reports.packet.change_sheet import Change, ChangeSheet, Version
from boarddesk.reports.packet.numbering import ranges
from boarddesk.reports.wording import long_date
from boarddesk.services.annotated_copies import keeping_of_notes
from boarddesk.services.packet_changes import PartChange, numbers_of, run_of
from boarddesk.services.words import body_short, kind_words, short_day


class Sheet(msgspec.Struct, frozen=True):
    """What a change sheet is made from: the book before, the book that it makes, and the changes a reader sees."""

    record: Record
    meeting: Meeting
    before: Issue
    after: Issue
    sha256: str
    laid: tuple[IssuedPart, ...]
    changes: tuple[PartChange, ...]
    number: int
    zone: str
    footer: str = ""
    sending: str = ""
    whys: Mapping[str, str] = {}

    def drawn(self) -> ChangeSheet:
        """The sheet as the house prints it."""
        before, after, record = self.before, self.after, self.record
        at = after.issued_at
        return ChangeSheet(
            overline=f"{body_short(record, self.meeting.body)} book · {kind_words(self.meeting)} of "
            f"{long_date(self.meeting.day)}",
            title=f"Supplement No. {self.number}",
            subtitle=f"Issued {long_date(at.date())}, {clock(at)} {self.zone}. "
            f"Changes version {before.number} into version {after.number}.",
            changes=tuple(
                Change(change.kind, change.label, self.pages(change), change.title, self.whys.get(change.key, ""))
                for change in self.changes
            ),
            filing=self.filing(),
            versions=(self.version(before, before.attachment), self.version(after, self.sha256)),
            versions_note=self.counted(),
            sending=self.sending,
            footer=self.footer,
        )

    def pages(self, change: PartChange) -> str:
        """The pages that a reader exchanges, puts in or takes out."""
        return change.pages if change.kind == "remove" else ranges(numbers_of(self.laid, change.label))

    def version(self, issue: Issue, sha256: str) -> Version:
        """One line of the table of versions."""
        at = issue.issued_at
        issued = f"{short_day(at.date())}, {clock(at)}"
        return Version(str(issue.number), issued, str(issue.pages or "–"), sha256)

    def filing(self) -> str:
        """What a reader of a paper copy does, and what becomes of notes."""
        steps = [words for change in self.changes for words in self._steps(change)]
        hold = bool(holds_on(self.record, self.meeting, self.after.issued_at.date()))
        taken = (
            "keep the pages taken out, with every note on them"
            if hold
            else "return the pages taken out to the Secretary"
        )
        paper = f"Paper copies: {'; '.join(steps)}; keep this sheet before the contents page and {taken}."
        electronic = (
            "Electronic copies: the book has been replaced whole. Annotations are not carried over. "
            f"{keeping_of_notes(self.record, self.meeting, self.after.issued_at.date())}"
        )
        stable = "Page numbers do not shift: inserted pages take letters, and removed pages leave a gap listed here."
        return f"{paper}\n{electronic}\n{stable}"

    def _steps(self, change: PartChange) -> list[str]:
        now = () if change.kind == "remove" else numbers_of(self.laid, change.label)
        same = [number for number in now if number in change.was]
        fresh = [number for number in now if number not in change.was]
        gone = [number for number in change.was if number not in now]
        steps = [f"exchange {_pages(same)}"] if same else []
        steps += [f"insert {ranges(fresh)} after {self._before(fresh[0])}"] if fresh else []
        return steps + ([f"take out {ranges(gone)}"] if gone else [])

    def _before(self, number: str) -> str:
        """The page that stands before one in the new book."""
        flat = [each for part in self.laid if not part.removed for each in run_of(part)]
        place = flat.index(number)
        return flat[place - 1] if place else "the cover"

    def counted(self) -> str:
        """How the pages come to their number: “Version 3: 207 − 1 + 2 pages; this sheet is not counted”."""
        old, new = self.before.pages or 0, self.after.pages or 0
        was = {number for part in self.before.laid if not part.removed for number in run_of(part)}
        now = {number for part in self.after.laid if not part.removed for number in run_of(part)}
        less, more = len(was - now), len(now - was)
        steps = f"{old}{f' − {less}' if less else ''}{f' + {more}' if more else ''}"
        sum_up = f": {steps} pages" if old - less + more == new else f": {new} pages"
        return f"Version {self.after.number}{sum_up}; this sheet is not counted."


def _pages(numbers: Sequence[str]) -> str:
    return f"page {numbers[0]}" if len(numbers) == 1 else f"pages {ranges(numbers)}"


def sending_words(count: int, manner: str) -> str:
    """“Given to 9 readers (e-mail) with this sheet. …”."""
    if not count:
        return ""
    readers = f"{count} {'reader' if count == 1 else 'readers'}"
    how = f" ({manner.strip().rstrip('.')})" if manner.strip() else ""
    return f"Given to {readers}{how} with this sheet. The Secretary’s record of copies says to whom and when."
