"""The form of the register of who may sign what, up to which amount, and under which resolution."""

from boarddesk.domain.document_room import SigningAuthority, SigningMatter
from boarddesk.services.register_fields import Ask, Book

AUTHORITIES = Book(
    kind=SigningAuthority,
    thing="an authority to sign",
    says="A person, or whoever holds a role. It counts while its resolution stands and the holder is in office.",
    order=lambda _record, row: (row.matter, row.start, row.id),
    begin=lambda _record, day: {"start": day},
    width=640,
    lines=(
        (Ask("matter", "What is signed", grow=2), Ask("up_to_cents", "Up to, US$", "Empty: without limit.")),
        (Ask("text", "Which of it", "Such as “with suppliers”; empty for all.", lines=2),),
        (Ask("person", "Who"), Ask("role", "Whoever is", "With a person: while in that role.")),
        (Ask("joint_person", "Together with"), Ask("joint_role", "or whoever is")),
        (Ask("motion", "Under the resolution"),),
        (Ask("document", "Under the document", "A policy or bylaw that gives it."),),
        (Ask("start", "From"), Ask("end", "Until", "The first day without it.")),
        (Ask("note", "Note", lines=2),),
    ),
    told={SigningMatter.OTHER: "Say which in the line below."},
    shown=(),
)  # fmt: skip
