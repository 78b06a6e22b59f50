"""The document room as a page shows it: every version under its kind, and all that is known of the one chosen."""

from collections.abc import Iterable
from datetime import date

import msgspec

from boarddesk.domain.document_room import SigningAuthority
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import RANK, Evidence, Finding, Origin
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, name_of
from boarddesk.services.clauses import chip_of
from boarddesk.services.document_files import has_pages
from boarddesk.services.document_reviews import CHASED_DAYS
from boarddesk.services.document_series import ON_FILE, newest_first, series_of, standing, version_words
from boarddesk.services.motion_words import gist
from boarddesk.services.redlines import has_words
from boarddesk.services.registers import DOCUMENT_WORDS, record_shown
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

K = DocumentKind
CHARTERS, GUIDES, COMMITTEES, POLICIES = (
    "Certificate and bylaws", "Guidelines and code of conduct", "Committee charters", "Policies and procedures",
)  # fmt: skip
PLANS, LETTERS, STATEMENTS, OTHERS = "Financial plans", "Letters", "Proxy statements", "Other documents"
GROUP_OF = {
    K.CERTIFICATE: CHARTERS, K.BYLAWS: CHARTERS, K.GUIDELINES: GUIDES, K.CODE_OF_CONDUCT: GUIDES,
    K.COMMITTEE_CHARTER: COMMITTEES, K.FINANCIAL_PLAN: PLANS, K.LETTER: LETTERS, K.AUDITOR_LETTER: LETTERS,
    K.PROXY_STATEMENT: STATEMENTS, K.OTHER: OTHERS,
}  # fmt: skip
"""The heading under which a kind stands; every other kind is a policy."""
GROUPS = (CHARTERS, GUIDES, COMMITTEES, POLICIES, PLANS, LETTERS, STATEMENTS, OTHERS)


class RoomLine(msgspec.Struct, frozen=True):
    """One version: what it is, how it stands on the day shown, until when it is to be reviewed, its file."""

    id: str
    group: str
    title: str
    version: str
    state: str
    in_force: bool
    latest: bool
    review_due: date | None
    review: str
    file: str
    words: str


class UsedBy(msgspec.Struct, frozen=True):
    """A clause that a judgment took a document as evidence for."""

    clause: str
    chip: str
    title: str
    law: bool


class VersionOf(msgspec.Struct, frozen=True):
    """Another version of the same document."""

    id: str
    words: str
    standing: str


class RoomDetail(msgspec.Struct, frozen=True):
    """What is known of one version; `adopted_by` leads to its motion."""

    id: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    adopted_by: Evidence | None
    versions: tuple[VersionOf, ...]
    comparable: bool
    pages: bool
    why_no_pages: str
    note: str


def group_of(document: Document) -> str:
    """The heading under which a document stands."""
    return GROUP_OF.get(document.kind, POLICIES)


def room_lines(services: Services) -> tuple[RoomLine, ...]:
    """Every version of every document, kind by kind; versions of one document together, the newest first."""
    record, day = record_shown(services), services.day
    order = list(DocumentKind)
    found: list[tuple[tuple[int, int, str], RoomLine]] = []
    seen: set[str] = set()
    for document in sorted(record.all(Document), key=lambda d: (newest_first(d), d.id)):
        if document.id in seen:
            continue
        versions = series_of(record, document)
        seen |= {version.id for version in versions}
        first = versions[0]
        place = (GROUPS.index(group_of(first)), order.index(first.kind), _sorted_by(first))
        found += [(place, _line(services, version, version is first, day)) for version in versions]
    found.sort(key=lambda pair: pair[0])
    return tuple(line for _place, line in found)


def _sorted_by(document: Document) -> str:
    """Letters and plans by their day, the newest first; all else by title."""
    return (
        f"{newest_first(document)[0] + 4_000_000:09d}"
        if document.kind in {*ON_FILE, K.FINANCIAL_PLAN}
        else document.title
    )


def _line(services: Services, document: Document, latest: bool, day: date) -> RoomLine:
    stands = standing(document, day)
    due = document.review_due if stands.in_force else None
    late = due is not None and due < day
    near = due is not None and (due - day).days <= CHASED_DAYS
    kept = "Disposed of" if document.attachment in services.emptied() else document.file_name or "Kept"
    about = [document.title, version_words(document), DOCUMENT_WORDS[document.kind], document.file_name]
    return RoomLine(
        id=document.id, group=group_of(document), title=document.title, version=version_words(document),
        state=stands.words, in_force=stands.in_force, latest=latest, review_due=due,
        review="overdue" if late else "due_soon" if near else "", file=kept if document.attachment else "",
        words="\n".join(part for part in about if part),
    )  # fmt: skip


def room_detail(services: Services, document_id: str) -> RoomDetail | None:
    """All that is known of a version; None where the record of the day does not know it."""
    record = record_shown(services)
    document = record.find(Document, document_id)
    if document is None:
        return None
    motion = record.find(Motion, document.adopted_by)
    number = f"Motion {motion.number}".rstrip() if motion else ""
    others = [each for each in series_of(record, document) if each.id != document.id]
    subtitle = ", ".join(part for part in (DOCUMENT_WORDS[document.kind], _of_committee(record, document)) if part)
    return RoomDetail(
        id=document.id,
        title=document.title,
        subtitle=subtitle,
        facts=tuple(_facts(services, record, document)),
        adopted_by=Evidence(motion.table, motion.id, f"{number}: {gist(motion)}") if motion else None,
        versions=tuple(VersionOf(each.id, _version(each), standing(each, services.day).words) for each in others),
        comparable=has_words(services, document),
        pages=has_pages(document) and document.attachment not in services.emptied(),
        why_no_pages=_why_no_pages(services, document),
        note=document.note,
    )


def _of_committee(record: Record, document: Document) -> str:
    if document.committee is None or document.kind is DocumentKind.COMMITTEE_CHARTER:
        return ""
    return body_name(record, document.committee)


def _version(document: Document) -> str:
    return version_words(document) or document.title


def _facts(services: Services, record: Record, document: Document) -> Iterable[tuple[str, str]]:
    stands = standing(document, services.day)
    if document.version:
        yield "Version", document.version
    start, end = document.effective_from, document.effective_to
    if document.kind in ON_FILE:
        yield "Of", short_day(start) if start else "No day on record"
    else:
        since = f"since {short_day(start)}" if start and stands.in_force else ""
        span = f"{short_day(start)} to {short_day(end)}" if start and end and not stands.in_force else ""
        yield "State", ", ".join(part for part in (stands.words, since or span) if part)
    if document.adopted_on:
        yield "Adopted", short_day(document.adopted_on)
    if document.author:
        yield "Author", name_of(record, document.author)
    if document.review_due:
        yield "Review due", short_day(document.review_due)
    if document.public_on:
        where = f", {document.public_where}" if document.public_where else ""
        yield "Public since", f"{short_day(document.public_on)}{where}"
    if document.privileged:
        yield "Privileged", "Left out of exports and productions unless chosen"
    authorities = len(record.where(SigningAuthority, "document", document.id))
    if authorities:
        yield "Authorities", f"{authorities} to sign {'rests' if authorities == 1 else 'rest'} on it"
    if document.file_name:
        yield "File", document.file_name


def _why_no_pages(services: Services, document: Document) -> str:
    if document.attachment is None:
        return "No file is kept with this version."
    if document.attachment in services.emptied():
        return "Its file was disposed of under the retention policy."
    return "" if has_pages(document) else "Its file has no pages to show. Save a copy to open it in its own program."


def used_by(findings: Iterable[Finding], document: str) -> tuple[UsedBy, ...]:
    """The clauses of which a judgment names a document as evidence, the guidelines first; each once."""
    found: dict[str, Finding] = {}
    for finding in findings:
        if any(piece.kind == Document.table and piece.id == document for piece in finding.evidence):
            there = found.get(finding.clause)
            if there is None or RANK[finding.status] < RANK[there.status]:
                found[finding.clause] = finding
    ordered = sorted(found.values(), key=lambda finding: (finding.origin is Origin.LAW, finding.clause))
    return tuple(UsedBy(f.clause, chip_of(f.clause), f.title or f.clause, f.origin is Origin.LAW) for f in ordered)


def room_counts(lines: Iterable[RoomLine]) -> tuple[int, int, int]:
    """How many documents, how many versions are in force, and how many reviews are near or late."""
    there = tuple(lines)
    return len(there), sum(line.in_force for line in there), sum(bool(line.review) for line in there)


def title_with_version(document: Document) -> str:
    """A version's name for a file or a heading: “Bylaws, March 14, 2024”; a letter's title says its day."""
    version = document.version if document.kind in ON_FILE else version_words(document)
    return ", ".join(part for part in (document.title, version) if part)
