"""The October meeting held and minuted, on the way of its minutes to the seal; and a certificate to sign with."""

import datetime as dt
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from meeting_case import EVERYONE, at, begin, company, put_to_vote
from msgspec.structs import replace

from boarddesk.domain.meetings import (
    BOARD,
    AgendaItem,
    ItemType,
    Meeting,
    MeetingState,
    Mode,
    PresenceKind,
    PresenceStamp,
)
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Action, Choice, Motion, MotionKind, Vote, VoteMethod
from boarddesk.domain.row import Row
from boarddesk.services.minutes_circulation import circulation, readers
from boarddesk.services.minutes_sealing import Certificate, sealing
from boarddesk.services.workspace import Services

OCTOBER = "regular"
HELD_ON = dt.date(2026, 10, 22)
ADVICE = "10:15 Counsel described the claims and gave advice on the Company’s position."
PASSPHRASE = "only for the test"


def held(path: Path, *, privileged: str = "") -> Services:
    """The company with the October meeting held: a resolution carried, an action, and a privileged passage if given."""
    services = company(path)
    rows = october(services.record.get(Meeting, OCTOBER), privileged)
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    return services


def october(meeting: Meeting, privileged: str = "") -> list[Row]:
    """What happened at the October meeting."""
    held_then = replace(
        meeting, state=MeetingState.HELD, called_to_order=at("09:32", HELD_ON), adjourned=at("12:12", HELD_ON),
        presiding="ellerbrook", recording="tashiro", could_hear=True, place="Boardroom",
    )  # fmt: skip
    kinds = (ItemType.CALL_TO_ORDER, ItemType.OTHER, ItemType.ADJOURNMENT)
    titles = ("Call to order", "Credit facility", "Adjournment")
    items = [
        AgendaItem(id=f"oct-{place}", meeting=OCTOBER, position=place, title=title, type=kind)
        for place, (title, kind) in enumerate(zip(titles, kinds, strict=True), start=1)
    ]
    items[1] = replace(items[1], text="Ms. Delacroix described the amendment.", privileged=privileged)
    motion = Motion(
        id="a-motion", number="2026-34", body=BOARD, meeting=OCTOBER, item="oct-2", at=at("11:12", HELD_ON), order=1,
        text="RESOLVED, that the amended credit facility is approved.", mover="okoro", vote_method=VoteMethod.BY_NAME,
    )  # fmt: skip
    return [
        held_then,
        *items,
        *(PresenceStamp(id=f"oct-{p}", meeting=OCTOBER, person=p, kind=PresenceKind.PRESENT, at=at("09:30", HELD_ON),
                        mode=Mode.ROOM) for p in EVERYONE),
        motion,
        *(Vote(id=f"oct-vote-{p}", motion=motion.id, person=p, choice=Choice.FOR) for p in EVERYONE),
        Action(id="oct-action", meeting=OCTOBER, item="oct-2", number="1", text="Report on second sources"),
    ]  # fmt: skip


def state(services: Services) -> MinutesState:
    """Where the October minutes stand."""
    return minutes_state(services.record, services.record.get(Meeting, OCTOBER))


def circulate(services: Services, **more: object) -> bytes:
    """Circulate the next version to all directors; the PDF that went out."""
    people = readers(services.record, services.record.get(Meeting, OCTOBER), services.today)
    made = circulation(services, OCTOBER, people, **more)  # type: ignore[arg-type]
    services.bus.do(made)
    return made.pdf


def approve(services: Services, *, corrected: bool = False, clock: str = "14:10") -> Motion:
    """A motion of the special meeting of November carries that approves the October minutes."""
    if services.record.get(Meeting, "special").state is not MeetingState.IN_SESSION:
        begin(services)
    return put_to_vote(
        services, clock, kind=MotionKind.APPROVE_MINUTES, approves_minutes_of=OCTOBER, as_corrected=corrected,
        text="RESOLVED, that the minutes of October 22, 2026 are approved.",
    )  # fmt: skip


def seal(services: Services, certificate: Certificate | None = None) -> bytes:
    """Seal the October minutes on 12 Nov 2026 at 16:00; the sealed PDF."""
    made = sealing(services, OCTOBER, certificate, at("16:00"))
    services.bus.do(made)
    return made.sealed[0].pdf


def certificate(name: str = "Eleanor Tashiro-Vance") -> Certificate:
    """A certificate of the secretary's own making, good for the test alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(0x3F2A9911)
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2060, 1, 1, tzinfo=dt.UTC))
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    return Certificate(pkcs12.serialize_key_and_certificates(b"key", key, made, None, locked), PASSPHRASE)
