"""Drafts of messages: read back by the standard library's own parser, the same bytes from the same input."""

from email import message_from_bytes
from email.policy import default

import pytest

from boarddesk.interchange.formats.mail_draft import Addressee, Enclosed, is_address, write

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
TO = (Addressee("Ingrid Sørhaug", "ingrid@example.org"), Addressee("", "counsel@example.org"))


def test_a_draft_is_read_back_with_its_readers_words_and_paper() -> None:
    data = write(
        TO,
        "Larkfield: minutes\nof 22 Oct 2026",
        "Attached are the minutes.\n\nThérèse\n",
        [Enclosed("Minutes é.pdf", PDF)],
    )
    found = message_from_bytes(data, policy=default)
    assert found["Subject"] == "Larkfield: minutes of 22 Oct 2026"
    assert [(one.display_name, one.addr_spec) for one in found["To"].addresses] == [
        ("Ingrid Sørhaug", "ingrid@example.org"), ("", "counsel@example.org"),
    ]  # fmt: skip
    assert (found["X-Unsent"], found["From"], found["Date"]) == ("1", None, None)
    body = found.get_body()
    assert body is not None
    assert body.get_content().splitlines()[2] == "Thérèse"
    (paper,) = found.iter_attachments()
    assert (paper.get_filename(), paper.get_content_type(), paper.get_content()) == (
        "Minutes é.pdf",
        "application/pdf",
        PDF,
    )


def test_the_same_draft_is_the_same_bytes_and_lines_end_as_mail_has_them() -> None:
    one, two = (write(TO, "S", "W\n", [Enclosed("m.pdf", PDF)]) for _ in range(2))
    assert one == two
    assert b"\n" not in one.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("text", "good"),
    [("a@example.org", True), (" a.b@example.org ", True), ("Marisol Duarte, outside counsel", False), ("a@b", False),
     ("", False), ("a@example.org, b@example.org", False), ("a b@example.org", False), ("a@example.org\r\nBcc: x@y.z", False)],
)  # fmt: skip
def test_what_is_an_address(text: str, good: bool) -> None:
    assert is_address(text) is good
