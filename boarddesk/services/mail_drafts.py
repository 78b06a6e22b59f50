"""Drafts of messages that carry minutes or a written consent to their readers; nothing is sent by the program."""

from collections.abc import Iterable
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.file_names import safe_name
from boarddesk.domain.consents import standing
from boarddesk.domain.minute_book import MinutesVersion
from boarddesk.domain.motions import Consent
from boarddesk.domain.people import Person, Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, holder_of, name_of
from boarddesk.interchange.formats import mail_draft
from boarddesk.interchange.formats.mail_draft import Addressee, Enclosed
from boarddesk.services.consent_documents import circulated_pdf
from boarddesk.services.consent_text import title_of
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.prior_minutes import long_day
from boarddesk.services.words import joined, kind_words, meeting_name
from boarddesk.services.workspace import Services

ASKED = (
    "Please read it, sign and date the page that bears your name, and return that page.",
    "The action is taken only if every member signs and delivers.",
    "If you would rather it were taken up at a meeting, or have an interest in it, please say so and do not sign.",
)


class MailDraft(msgspec.Struct, frozen=True):
    """A draft ready to be written as a file; `left_out` are readers without an e-mail address on record."""

    data: bytes
    name: str
    addressed: tuple[str, ...]
    left_out: tuple[str, ...]


def version_draft(services: Services, version: MinutesVersion) -> MailDraft:
    """The message with a version of minutes as it was circulated; the privileged annex is never attached."""
    record = services.shown
    meeting = find_meeting(record, version.meeting)
    name = meeting_name(record, meeting)
    of = f"{kind_words(meeting)} of the {body_name(record, meeting.body)} of {long_day(meeting.day)}"
    words = [f"Attached are the minutes of the {of}, version {version.number}, in draft for your review."]
    if version.comments_due is not None:
        words.append(
            f"Please send comments by {long_day(version.comments_due)}; cite page and line as numbered in the draft."
        )
    words += [version.note.strip()] if version.note.strip() else []
    words.append("The draft is confidential and is not approved until the body that met has acted on it.")
    pdf = Enclosed(f"{name}, minutes, version {version.number}.pdf", services.attachment(version.attachment))
    subject = f"{record.company.brief}: minutes of {name}, version {version.number} (draft)"
    return _draft(record, version.people, version.others, subject, words, pdf, services.day)


def consent_draft(services: Services, consent: Consent) -> MailDraft:
    """The message with a consent as it was circulated, to the members whose signatures are still to come."""
    record = services.shown
    missing = standing(record, consent, services.day).missing
    if not missing:
        raise UserError("Every member has signed.", what_to_do="There is nobody to ask.", code="nobody")
    what = f"unanimous written consent {consent.number} of the {body_name(record, consent.body)}".replace("  ", " ")
    about = title_of(record, consent)
    words = [f"Attached is {what}{f': {about}' if about else ''}.", *ASKED]
    if consent.note.strip():
        words.insert(1, consent.note.strip())
    pdf = Enclosed(f"Consent {consent.number}.pdf", circulated_pdf(services, consent.id))
    subject = f"{record.company.brief}: {what}{f' ({about})' if about else ''}"
    return _draft(record, missing, (), subject, words, pdf, services.day)


def _draft(
    record: Record,
    people: Iterable[str],
    others: Iterable[str],
    subject: str,
    words: list[str],
    pdf: Enclosed,
    day: date,
) -> MailDraft:
    to: list[Addressee] = []
    addressed: list[str] = []
    left_out: list[str] = []
    for person in people:
        found = record.find(Person, person)
        address = found.email if found is not None else ""
        (addressed if mail_draft.is_address(address) else left_out).append(name_of(record, person))
        to += [Addressee(name_of(record, person), address)] if mail_draft.is_address(address) else []
    for other in others:
        (addressed if mail_draft.is_address(other) else left_out).append(other)
        to += [Addressee("", other)] if mail_draft.is_address(other) else []
    if not to:
        raise UserError(
            f"No e-mail address is on record of {joined(left_out)}.",
            what_to_do="Add the addresses on the Board page, or save the PDF and send it yourself.",
            code="no_address",
        )
    secretary = name_of(record, holder_of(record, Role.SECRETARY, day)) or ""
    sender = [f"{secretary}\nSecretary, {record.company.name}"] if secretary else [record.company.name]
    text = "\n\n".join([*words, *sender]) + "\n"
    enclosed = Enclosed(safe_name(pdf.name.removesuffix(".pdf"), ".pdf"), pdf.data)
    data = mail_draft.write(to, subject, text, [enclosed])
    return MailDraft(data, f"{enclosed.name.removesuffix('.pdf')}.eml", tuple(addressed), tuple(left_out))


def said_of(draft: MailDraft) -> str:
    """“The draft is written, to 8 readers; open it to send it. Without an address: Marisol Duarte”."""
    count = len(draft.addressed)
    said = f"The draft is written, to {count} {'reader' if count == 1 else 'readers'}; open it to send it"
    return f"{said}. Without an address: {joined(draft.left_out)}" if draft.left_out else said
