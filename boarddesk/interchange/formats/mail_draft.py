"""A message not yet sent, as a file (RFC 5322) that an e-mail program opens as a draft, its papers attached."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

MEDIA_TYPE = "message/rfc822"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A PDF that goes with a message, under the name its reader sees."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom it goes; the name may be empty."""

    name: str
    address: str


def is_address(text: str) -> bool:
    """Whether a text can stand as an e-mail address in a message."""
    try:
        found = Address(addr_spec=text.strip())
    except (ValueError, IndexError):
        # The parser of the standard library says in both ways that it understands nothing.
        return False
    return bool(found.username and "." in found.domain)


def write(to: Sequence[Addressee], subject: str, words: str, enclosed: Sequence[Enclosed]) -> bytes:
    """The draft: it has no sender and no day, which the program that sends it adds. Equal input gives equal bytes."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    message["To"] = [Address(display_name=one.name, addr_spec=one.address.strip()) for one in to]
    # Outlook opens what bears this as a draft of its own and not as something received.
    message["X-Unsent"] = "1"
    message.set_content(words)
    for paper in enclosed:
        message.add_attachment(paper.data, maintype="application", subtype="pdf", filename=paper.name)
    if message.is_multipart():
        # A boundary by chance would make every file another.
        digest = hashlib.sha256(f"{subject}\0{words}".encode())
        for paper in enclosed:
            digest.update(paper.data)
        message.set_boundary(f"=_{digest.hexdigest()[:32]}")
    return message.as_bytes()
