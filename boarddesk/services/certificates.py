"""The secretary's and the incumbency certificate: what may be certified, in which words, and by whom."""

import hashlib
import json
from datetime import date, datetime

import msgspec

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.domain.consents import effective_at
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.meetings import BEGUN, BOARD, AgendaItem, Meeting
from boarddesk.domain.minutes import decided_on, seal_of
from boarddesk.domain.motions import Consent, Motion, MotionKind, Result
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, committees_on, directors_on, holder_of, members_on, name_of, roles_on
from boarddesk.domain.votes import tally
from boarddesk.reports.documents.certificate import Annex, Certificate
from boarddesk.reports.sections.certified_by import SPOTS, Signer
from boarddesk.reports.sections.voice import ROLE_WORDS, full_body, kind_word
from boarddesk.reports.wording import clock as clock_words
from boarddesk.reports.wording import long_date, number_word, short_date, zone_name
from boarddesk.services.certified_authorities import authorities_annex
from boarddesk.services.minutes_sealing import Certificate as Key
from boarddesk.services.resolutions import later_motion, subject_of, what_became
from boarddesk.services.words import joined, short_day
from boarddesk.services.workspace import Services

SECOND = (Role.GENERAL_COUNSEL, Role.CFO, Role.CEO, Role.PRESIDENT)
"""Who counter-certifies the secretary, the first of these that is in office."""
ALWAYS = frozenset({Role.CEO, Role.CFO, Role.GENERAL_COUNSEL, Role.SECRETARY})
"""The offices that an incumbency names unless others are chosen."""
GOVERNING = (DocumentKind.CERTIFICATE, DocumentKind.BYLAWS)


class Request(msgspec.Struct, frozen=True):
    """What is to be certified: resolutions word for word, charter and bylaws, who holds which office.

    `purpose` stands under the title; `people` are officers by id, none for the usual ones; `directors` adds them;
    `authorities` quotes who may sign what.
    """

    day: date
    purpose: str = ""
    motions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    documents: bool = True
    directors: bool = False
    incumbency: bool = True
    authorities: bool = False


def why_not_certified(record: Record, motion: Motion) -> str:
    """Why a resolution cannot be certified as in force, as a sentence; empty where it can."""
    result = tally(record, motion).result
    name = f"Motion {motion.number}".rstrip()
    if motion.amends is not None:
        return f"{name} is an amendment; certify the motion that it amended."
    if result is not Result.CARRIED:
        return (
            f"{name} was not adopted." if result is not None or motion.at is not None else f"{name} was not voted on."
        )
    later = later_motion(record, motion)
    if later is None:
        return ""
    became = what_became(record, motion)
    if later.kind is MotionKind.AMEND_ADOPTED:
        return f"{name} was {became}, so its words are no longer in force as adopted. Certify both together."
    return f"{name} was {became}, so it is not in force."


def certifiable(record: Record, day: date) -> tuple[tuple[Motion, str], ...]:
    """Every motion that was decided by `day`, the newest first, each with why it cannot be certified, if it cannot."""
    found = [(decided, motion) for motion in record.all(Motion) if (decided := decided_on(record, motion))]
    found = [(decided, motion) for decided, motion in found if decided <= day and not (motion.waits and motion.meeting)]
    found.sort(key=lambda pair: (pair[0], pair[1].number), reverse=True)
    return tuple((motion, why_not_certified(record, motion)) for _decided, motion in found)


def certificate(services: Services, request: Request) -> Certificate:
    """What the certificate says; UserError where a resolution is no longer in force or nobody can certify."""
    record = services.record_on(request.day)
    motions = [_required(record, motion, request) for motion in request.motions]
    secretary = holder_of(record, Role.SECRETARY, request.day)
    if secretary is None:
        raise UserError(
            f"No secretary is in office on {short_day(request.day)}.",
            what_to_do="Assign the role first.",
            code="no_secretary",
        )
    second = next((p for role in SECOND if (p := holder_of(record, role, request.day)) and p != secretary), None)
    annexes, clauses = _annexes(services, record, motions, request)
    people = _officers(record, request)
    if request.authorities:
        annex, clause = authorities_annex(record, request.day, chr(ord("A") + len(annexes)))
        annexes, clauses = (*annexes, annex), [*clauses, clause]
    if request.incumbency:
        clauses.append(("Incumbency", _incumbency_words(request)))
    columns, widths = ("Name", "Office", "Since", "Specimen signature"), (0.27, 0.34, 0.12, 0.27)
    if request.directors:
        columns, widths = ("Name", "Office", "Term ends", "Committees"), (0.24, 0.2, 0.2, 0.36)
        people = (*people, *_directors(record, request.day)) if request.people else _directors(record, request.day)
    more = request.motions or request.documents or request.authorities
    only = request.incumbency and not more
    title = "Incumbency Certificate" if only else "Secretary’s Certificate"
    subtitle = " · ".join(part for part in (request.purpose.strip(), long_date(request.day)) if part)
    digest = _digest(record, request, clauses, people, annexes)
    return Certificate(
        company=record.company.name, title=title, subtitle=subtitle, opening=_opening(record, secretary),
        clauses=tuple(clauses), columns=columns if request.incumbency else (),
        people=people if request.incumbency else (), signers=_signers(record, secretary, second, request.day),
        annexes=annexes, digest=digest, sealed=_sealed(services, bool(annexes)),
        header_right=f"{title}, {short_date(request.day)}", keywords=f"certificate; {request.day.isoformat()}",
        widths=widths if request.incumbency else (),
    )  # fmt: skip


def certificate_pdf(services: Services, request: Request, key: Key | None = None) -> bytes:
    """The certificate as PDF, with the charter and the bylaws behind it where they are kept in the file.

    With a key it bears the Secretary's signature (PAdES) on the first line; it covers all pages. Whoever
    counter-certifies signs after that, in ink or by a certificate of their own.
    """
    from boarddesk.reports.documents.certificate import certificate_pdf as print_certificate
    from boarddesk.services.annexed import with_annexes

    said = certificate(services, request)
    attached = [document for _kind, document in _governing(services.record_on(request.day), request)]
    kept = [(row.title, row.attachment) for row in attached if row.attachment]
    made = with_annexes(services, print_certificate(said), kept)
    if key is None:
        return made
    from boarddesk.reports import signing

    at = datetime.combine(request.day, services.now.time())
    return signing.sign(made, key.data, key.passphrase, SPOTS[0], at, f"{said.title}, {said.subtitle}")


def _required(record: Record, motion_id: str, request: Request) -> Motion:
    motion = record.find(Motion, motion_id)
    why = "It is not on record on that day." if motion is None else why_not_certified(record, motion)
    later = later_motion(record, motion) if motion is not None else None
    together = later is not None and later.kind is MotionKind.AMEND_ADOPTED and later.id in request.motions
    if motion is None or (why and not together):
        raise UserError(why, what_to_do="Leave it out, or certify what is in force now.", code="not_in_force")
    return motion


def _opening(record: Record, secretary: str) -> str:
    company = record.company
    return (
        f"I, {name_of(record, secretary)}, certify that I am the duly elected, qualified and acting Corporate "
        f"Secretary of {company.name}, a {company.state} corporation (the “Company”), that I have access to its "
        "corporate records, and that, in that capacity and not personally:"
    )


def _governing(record: Record, request: Request) -> list[tuple[DocumentKind, Document]]:
    found = []
    for kind in GOVERNING if request.documents else ():
        rows = [d for d in record.where(Document, "kind", kind) if d.in_force_on(request.day)]
        found += [(kind, max(rows, key=lambda d: (d.effective_from or date.min, d.id)))] if rows else []
    return found


def _annexes(
    services: Services, record: Record, motions: list[Motion], request: Request
) -> tuple[tuple[Annex, ...], list[tuple[str, str]]]:
    annexes: list[Annex] = []
    clauses: list[tuple[str, str]] = []
    sizes = {digest: size for digest, size, _media in services.attachments()}
    for kind, document in _governing(record, request):
        letter = chr(ord("A") + len(annexes))
        since = f" and at all times since {long_date(document.effective_from)}" if document.effective_from else ""
        kept = document.attachment is not None and document.attachment in sizes
        annexes.append(Annex(letter, document.title, facts=_document_facts(document, kept=kept)))
        of = f"Annex {letter} is a complete copy of the {document.title} of the Company"
        end = " No amendment has been approved or filed." if kind is DocumentKind.CERTIFICATE else ""
        clauses.append((("Charter" if kind is DocumentKind.CERTIFICATE else "Bylaws"),
                        f"{of}, as in effect on this date{since}.{end}"))  # fmt: skip
    for source, same in _by_source(motions):
        letter = chr(ord("A") + len(annexes))
        annexes.append(
            Annex(letter, f"Resolutions of the {full_body(record, same[0].body)}", _under(record, same),
                  tuple(motion.text for motion in same))
        )  # fmt: skip
        clauses.append(("Resolutions", _adopted_words(record, source, same, letter)))
    return tuple(annexes), clauses


def _document_facts(document: Document, *, kept: bool) -> tuple[tuple[str, str], ...]:
    adopted = f"; adopted {short_day(document.adopted_on)}" if document.adopted_on else ""
    how = "Follows this page, unchanged; the pages keep their own numbers" if kept else "To be attached in paper"
    digest = (document.attachment or "")[:16]
    return (
        ("Document", f"{document.title}{f', {document.version}' if document.version else ''}{adopted}"),
        ("Attached", how),
        *((("SHA-256 begins", f"{digest[:8]} {digest[8:]}"),) if kept else ()),
    )


def _by_source(motions: list[Motion]) -> list[tuple[str, list[Motion]]]:
    """The motions by the meeting or consent that adopted them, in the order asked for."""
    found: dict[tuple[str, str], list[Motion]] = {}
    for motion in motions:
        found.setdefault((motion.meeting or motion.consent or "", motion.body), []).append(motion)
    return [(source, same) for (source, _body), same in found.items()]


def _under(record: Record, motions: list[Motion]) -> str:
    parts = []
    for motion in motions:
        item = record.find(AgendaItem, motion.item)
        where = f"item {item.position}, motion {motion.number}" if item else f"motion {motion.number}"
        parts.append(f"{subject_of(record, motion)} ({where})")
    seal = seal_of(record, motions[0].meeting or "")
    return f"{'; '.join(parts)}. Source: record of the vote{f', seal {seal.number}' if seal else ''}."


def _adopted_words(record: Record, source: str, motions: list[Motion], letter: str) -> str:
    meeting, consent = record.find(Meeting, source), record.find(Consent, source)
    body = full_body(record, motions[0].body)
    said = f"Annex {letter} sets out, word for word, resolutions duly adopted by the {body}"
    if meeting is not None and meeting.state in BEGUN:
        present = _present_words(record, meeting, motions[0])
        how = f"at a {kind_word(meeting)} duly called and held on {long_date(meeting.day)}{present}"
    else:
        at = effective_at(record, consent) if consent is not None else None
        when = f", effective {long_date(at.date())}" if at else ""
        law = "Section 141(f) of the General Corporation Law of the State of Delaware"
        how = f"by unanimous written consent under {law}{when}"
    both = any(later_motion(record, motion) for motion in motions)
    save = ", save as that annex shows," if both else ""
    stand = f"have not been amended or rescinded{save} and are in full force and effect on this date"
    return f"{said} {how}. The resolutions {stand}."


def _present_words(record: Record, meeting: Meeting, motion: Motion) -> str:
    count = tally(record, motion)
    quorum = count.quorum
    if quorum is None or quorum.met is not True:
        return ""
    word = "directors" if motion.body == BOARD else "members"
    total = len(members_on(record, motion.body, meeting.day))
    return (
        f", at which, for the consideration of and vote on the resolutions, {number_word(len(quorum.present))} of "
        f"{number_word(total)} {word}, constituting a quorum, were present and acting throughout"
    )


def _incumbency_words(request: Request) -> str:
    if request.directors:
        return (
            "Each person named below is the duly elected and qualified holder of the office stated, for the term shown."
        )
    return (
        "Each person named below is the duly elected, qualified and acting holder of the office stated, has held it "
        "continuously since the date shown, and signs as shown."
    )


def _officers(record: Record, request: Request) -> tuple[tuple[str, ...], ...]:
    held: dict[str, list[tuple[date, str]]] = {}
    for tenure in roles_on(record, request.day):
        chosen = tenure.person in request.people if request.people else tenure.role in ALWAYS
        if chosen or (tenure.role is Role.CHAIR and tenure.person in held):
            held.setdefault(tenure.person, []).append((tenure.start, tenure.title or ROLE_WORDS[tenure.role]))
    return tuple(
        (name_of(record, person), "; ".join(dict.fromkeys(words for _start, words in roles)),
         short_date(min(start for start, _words in roles)), "")
        for person, roles in held.items()
    )  # fmt: skip


def _directors(record: Record, day: date) -> tuple[tuple[str, ...], ...]:
    rows = []
    for person in directors_on(record, day):
        term = appointment_of(record, person, day)
        seats = [c.name for c in committees_on(record, day) if person in members_on(record, c.id, day)]
        until = f"Annual meeting {term.term_ends_year}" if term and term.term_ends_year else "–"
        office = f"Director, Class {term.class_}" if term and term.class_ else "Director"
        rows.append((name_of(record, person), office, until, joined(seats) or "–"))
    return tuple(rows)


def _signers(record: Record, secretary: str, second: str | None, day: date) -> tuple[Signer, ...]:
    first = Signer(
        name_of(record, secretary), "Corporate Secretary", "", "Certified",
        f"In witness whereof, I have signed this certificate on {long_date(day)}.",
    )  # fmt: skip
    if second is None:
        return (first,)
    office = next(
        (t.title or ROLE_WORDS[t.role] for role in SECOND for t in roles_on(record, day)
         if t.person == second and t.role is role), "Officer",
    )  # fmt: skip
    words = (
        f"I, {name_of(record, second)}, {office} of the Company, certify that {name_of(record, secretary)} is its duly "
        "elected, qualified and acting Corporate Secretary and that the signature opposite is genuine."
    )
    return (first, Signer(name_of(record, second), office, short_date(day), "Counter-certified", words))


def _sealed(services: Services, annexed: bool) -> str:
    entry, _head = services.journal_size()
    now = clock.now()
    when = f"{short_date(services.today)}, {clock_words(now)} {zone_name(services.record.company.time_zone)}"
    covers = "Covers this text and the annexes." if annexed else "Covers this text."
    return f"Sealed before signature: {when}, at journal entry {entry:,}. {covers}"


def _digest(
    record: Record, request: Request, clauses: list[tuple[str, str]], people: tuple[tuple[str, ...], ...],
    annexes: tuple[Annex, ...],
) -> str:  # fmt: skip
    documents = [row.attachment for _kind, row in _governing(record, request)]
    words = [record.company.name, request.day.isoformat(), request.purpose, clauses, people,
             [[a.letter, a.title, a.resolutions] for a in annexes], documents]  # fmt: skip
    words += [[a.facts for a in annexes]] if request.authorities else []
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()
