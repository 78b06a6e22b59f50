"""A unanimous written consent (8 Del. C. §141(f)): its text by topic, then a signature page each, or one for all."""

from dataclasses import dataclass, field
from typing import Literal

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer

from boarddesk.domain.consents import asked_on, effective_at, standing
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Consent, Motion
from boarddesk.domain.record import Record
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, Whole, item_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.sections.consent_signatures import Circulated, Rule, all_signatures, signature_page
from boarddesk.reports.sections.resolutions import resolution_lines
from boarddesk.reports.sections.voice import full_body, member_word
from boarddesk.reports.style import LETTER, Sheet, styles
from boarddesk.reports.wording import NBSP, clock, counted, joined, long_date, short_date, zone_name

Pages = Literal["each", "one"]


@dataclass(frozen=True, slots=True)
class _Consent:
    """One consent and the words for it."""

    record: Record
    consent: Consent
    digest: str
    sheet: Sheet
    escaper: Escaper = field(default_factory=Escaper)

    @property
    def motions(self) -> list[Motion]:
        found = self.record.where(Motion, "consent", self.consent.id)
        return sorted(found, key=lambda motion: (motion.order, motion.id))

    @property
    def body(self) -> str:
        return full_body(self.record, self.consent.body)

    @property
    def member(self) -> str:
        return member_word(self.record, self.consent.body)

    @property
    def name(self) -> str:
        return f"Unanimous written consent {self.consent.number}".rstrip()

    @property
    def title(self) -> str:
        topics = "; ".join(motion.topic for motion in self.motions if motion.topic)
        return (self.consent.title or topics or self.consent.note.partition(". ")[0]).strip().rstrip(".")

    def members(self) -> tuple[str, ...]:
        """Those whose consent is or was needed: when it took effect, else when it was circulated and by now."""
        effective = effective_at(self.record, self.consent)
        if effective is not None:
            return asked_on(self.record, self.consent, effective.date())
        there = standing(self.record, self.consent)
        first = asked_on(self.record, self.consent, self.consent.circulated_on)
        return tuple(dict.fromkeys((*first, *there.signed, *there.missing)))


def consent_pdf(
    record: Record,
    consent_id: str,
    digest: str,
    *,
    pages: Pages = "each",
    people: tuple[str, ...] = (),
    sheet: Sheet = LETTER,
) -> bytes:
    """The consent as PDF: `each` ends in one signature page a member (or for `people` alone), `one` in that of all.

    The page of all shows the signatures that are on record and so is the copy for the minute book. `digest` is the
    hash of the text. The same input gives the same bytes.
    """
    it = _Consent(record, record.get(Consent, consent_id), digest, sheet)
    story = [*_head(it), *_text(it)]
    circulated = Circulated(
        record, it.consent, it.digest, it.body, it.member, it.title, it.members(), it.escaper, sheet
    )
    if pages == "one":
        story += [Whole([*_effect(it), Spacer(1, 12), *all_signatures(circulated)])]
    else:
        story += _effect(it)
        for person in people or it.members():
            story += [NextPageTemplate("later"), PageBreak(), *signature_page(circulated, person)]
    return build(story, _furniture(it, conformed=pages == "one"), sheet).pdf


def _head(it: _Consent) -> list[Flowable]:
    s = styles(it.sheet)
    title = f"Unanimous Written Consent<br/>of the {it.escaper.title(it.body)}"
    subtitle = f"Consent {it.consent.number} · in lieu of a meeting · 8{NBSP}Del.{NBSP}C. §141(f)"
    return [
        Overline(it.escaper.plain(it.record.company.name or "Company not named")),
        Heading(title, s.title, it.sheet, bookmark=it.name),
        Text(it.escaper.title(subtitle), s.subtitle),
        Rule(it.sheet),
        Spacer(1, 10),
    ]


def _text(it: _Consent) -> list[Flowable]:
    body, company = styles(it.sheet).body, it.record.company
    said = [Text(it.escaper.serif(_opening(it)), body, it.sheet, rail=("Consent",)),
            Text(it.escaper.serif(_interests(it)), body, it.sheet, rail=("Interests",))]  # fmt: skip
    if it.consent.stated_effective is not None:
        when = it.consent.stated_effective
        words = f"This consent states that it takes effect on {long_date(when.date())} at {clock(when)} "
        words += (
            f"{zone_name(company.time_zone)}, or when every {it.member} has signed and delivered it, if that is later."
        )
        said.append(Text(it.escaper.serif(words), body, it.sheet, rail=("Time",)))
    for number, motion in enumerate(it.motions, start=1):
        topic = motion.topic or f"Resolution {motion.number}".rstrip()
        said += item_heading(it.escaper.serif(topic), it.sheet, str(number), f"{number} {topic}")
        said += resolution_lines(it.escaper.serif, motion.text, it.sheet)
    return said


def _opening(it: _Consent) -> str:
    members = asked_on(it.record, it.consent, it.consent.circulated_on)
    every = {1: f"the only {it.member}", 2: f"both {it.member}s"}
    who = every.get(len(members), f"all {counted(len(members), it.member)}") if members else f"all {it.member}s"
    of = it.record.company.name
    if it.consent.body != BOARD:
        of = f"the {it.body} of the Board of Directors of {of}"
    state = it.record.company.state
    return (
        f"The undersigned, being {who} now in office of {of}, a {state} corporation (the “Company”), acting without a "
        f"meeting under Section{NBSP}141(f) of the General Corporation Law of the State of Delaware, consent to and "
        "adopt the following resolutions, which have the same force as if adopted at a meeting duly called and held, "
        "and waive any requirement of notice."
    )


def _interests(it: _Consent) -> str:
    asked = f"Each {it.member} has been asked to disclose any interest in the matters below."
    if not it.consent.interested:
        return f"{asked} No {it.member} has reported one."
    from boarddesk.domain.people import Person

    found = [it.record.find(Person, person) for person in it.consent.interested]
    names = joined([person.formal for person in found if person])
    has = "has reported an interest" if len(it.consent.interested) == 1 else "have reported an interest"
    note = it.consent.interest_note.strip().rstrip(".")
    return f"{asked} {names} {has}{f': {note}' if note else ''}. No other {it.member} has reported one."


def _effect(it: _Consent) -> list[Flowable]:
    words = (
        f"This consent takes effect when all {it.member}s then in office have signed and delivered it to the Corporate "
        f"Secretary. It may be signed in counterparts and by electronic transmission, and a {it.member} may revoke a "
        f"signature at any time before it takes effect. If any {it.member} does not sign, no resolution above is "
        "adopted."
    )
    return [Spacer(1, 14), Text(it.escaper.serif(words), styles(it.sheet).body, it.sheet, rail=("Effect",), whole=True)]


def _furniture(it: _Consent, *, conformed: bool) -> Furniture:
    company = it.escaper.plain(it.record.company.name)
    effective = effective_at(it.record, it.consent)
    state = f"Circulated {short_date(it.consent.circulated_on)}"
    if conformed and effective is not None:
        state = f"Effective {short_date(effective.date())}"
        if it.consent.filed_on is not None:
            state += f" · filed with the minutes {short_date(it.consent.filed_on)}"
    kind = "consent; conformed copy" if conformed else "consent; as circulated"
    return Furniture(
        title=f"{it.name} of the {it.escaper.plain(it.body)}",
        author=it.record.company.name,
        subject=it.escaper.plain(it.title) or it.record.company.name,
        keywords=f"{kind}; {it.consent.body}; {it.consent.circulated_on.isoformat()}; text seal {it.digest}",
        header_left=f"{company} · {it.escaper.plain(it.body)}",
        header_right=it.name,
        state=f"{state} · text seal {it.digest[:8]}",
    )
