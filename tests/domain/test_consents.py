"""Written consents (8 Del. C. §141(f)): everybody then in office, delivered, not taken back in time."""

from datetime import date, datetime

import pytest

from boarddesk.domain.consents import standing
from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature, Motion, Result
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally

NAMES = ("ann", "bob", "cid")


def day(number: int) -> datetime:
    return datetime(2026, 5, number, 9)


def signed(person: str, delivered: int | None = 3, revoked: int | None = None, number: str = "") -> ConsentSignature:
    return ConsentSignature(
        id=f"s-{person}{number}",
        consent="c",
        person=person,
        signed_at=day(2),
        delivered_at=None if delivered is None else day(delivered),
        revoked_at=None if revoked is None else day(revoked),
    )


def record(*signatures: ConsentSignature, joins: date = date(2020, 1, 1), **consent: object) -> Record:
    starts = dict.fromkeys(NAMES, date(2020, 1, 1)) | {"cid": joins}
    return Record.of(
        [
            *(Person(id=name, name=name.title()) for name in NAMES),
            *(Appointment(id=name, person=name, start=start) for name, start in starts.items()),
            Consent(id="c", body="board", circulated_on=date(2026, 5, 1), **consent),  # type: ignore[arg-type]
            Motion(id="m", body="board", consent="c", text="RESOLVED."),
            *signatures,
        ]
    )


@pytest.mark.parametrize(
    ("signatures", "effective", "missing"),
    [
        ([signed("ann"), signed("bob"), signed("cid", 9)], 9, ()),
        ([signed("ann"), signed("bob")], None, ("cid",)),
        ([signed("ann"), signed("bob"), signed("cid", None)], None, ("cid",)),
        ([signed("ann", revoked=5), signed("bob"), signed("cid", 9)], None, ("ann",)),
        ([signed("ann", revoked=12), signed("bob"), signed("cid", 9)], 9, ()),
        ([signed("ann", revoked=5), signed("ann", 6, number="2"), signed("bob"), signed("cid", 9)], 9, ()),
    ],
    ids=["all", "one lacks", "undelivered", "revoked before effect", "revoked after effect", "signed again"],
)
def test_effective_once_everybody_delivered(
    signatures: list[ConsentSignature], effective: int | None, missing: tuple[str, ...]
) -> None:
    made = record(*signatures)
    found = standing(made, made.get(Consent, "c"))
    assert found.effective_at == (None if effective is None else day(effective))
    assert found.missing == missing
    assert tally(made, made.get(Motion, "m")).result is (Result.CARRIED if effective else None)


def test_a_later_time_stated_is_when_members_are_asked() -> None:
    june = datetime(2026, 6, 1)
    not_yet = record(signed("ann"), signed("bob"), joins=june.date(), stated_effective=june)
    assert standing(not_yet, not_yet.get(Consent, "c")).missing == ("cid",)
    early = record(signed("ann"), signed("bob"), signed("cid"), joins=june.date(), stated_effective=june)
    assert standing(early, early.get(Consent, "c")).effective_at == june


@pytest.mark.parametrize("consent", [{"withdrawn_on": date(2026, 5, 4)}, {"kind": ConsentKind.VOTE_BETWEEN_MEETINGS}])
def test_withdrawn_or_no_consent_at_all(consent: dict[str, object]) -> None:
    made = record(*(signed(name) for name in NAMES), **consent)
    assert standing(made, made.get(Consent, "c")).effective_at is None
    assert tally(made, made.get(Motion, "m")).result is None


def test_whom_a_consent_brings_into_office_need_not_sign_it() -> None:
    made = record(signed("ann"), signed("bob"), joins=date(2026, 5, 3))
    assert standing(made, made.get(Consent, "c")).missing == ("cid",)
    brought = made.changed([Appointment(id="cid", person="cid", start=date(2026, 5, 3), motion="m")])
    found = standing(brought, brought.get(Consent, "c"))
    assert (found.effective_at, found.missing) == (day(3), ())
