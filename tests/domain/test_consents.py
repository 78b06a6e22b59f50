"""Written consents (8 Del. C. §141(f)): everybody then in office, delivered, not taken back in time."""

from datetime import date, datetime

import pytest

from boarddesk.domain.consents import FUTURE_DAYS, ConsentState, standing, state_on
from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature, Motion, Result
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally
from boarddesk.rules.books import built_in

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


def in_advance(person: str, given: date, counts: datetime) -> ConsentSignature:
    at = datetime.combine(given, datetime.min.time())
    return ConsentSignature(
        id=f"s-{person}", consent="c", person=person, signed_at=at, delivered_at=at, effective_at=counts
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


def test_the_days_are_those_of_the_rule_book() -> None:
    assert str(FUTURE_DAYS) == built_in().parameters["consent_effective_days"].values[-1].value


@pytest.mark.parametrize(("given", "effective"), [(date(2026, 5, 2), True), (date(2026, 5, 1), False)])
def test_a_consent_given_in_advance_counts_for_sixty_days(given: date, effective: bool) -> None:
    july = datetime(2026, 7, 1, 9)
    made = record(in_advance("ann", given, july), signed("bob"), signed("cid"))
    found = standing(made, made.get(Consent, "c"))
    assert found.effective_at == (july if effective else None)
    assert found.lapsed == (() if effective else ("ann",))
    assert state_on(made, made.get(Consent, "c"), date(2026, 6, 1)) is (
        ConsentState.TO_COME if effective else ConsentState.VOID
    )
    assert tally(made, made.get(Motion, "m")).result is (Result.CARRIED if effective else None)


def test_who_signs_before_joining_has_sixty_days_too() -> None:
    soon = record(signed("ann"), signed("bob", 20), signed("cid"), joins=date(2026, 5, 19))
    assert standing(soon, soon.get(Consent, "c")).effective_at == day(20)
    late = soon.changed([
        Appointment(id="cid", person="cid", start=date(2026, 7, 10)),
        signed("bob").__class__(id="s-bob", consent="c", person="bob", signed_at=day(2),
                                delivered_at=datetime(2026, 7, 20, 9)),
    ])  # fmt: skip
    assert standing(late, late.get(Consent, "c")).lapsed == ("cid",)


@pytest.mark.parametrize(
    ("signatures", "consent", "on", "state"),
    [
        ([signed("ann")], {}, date(2026, 5, 9), ConsentState.WAITING),
        ([signed("ann"), signed("bob"), signed("cid")], {}, date(2026, 5, 3), ConsentState.EFFECTIVE),
        (
            [signed("ann"), signed("bob"), signed("cid")],
            {"stated_effective": datetime(2026, 6, 1)},
            date(2026, 5, 9),
            ConsentState.TO_COME,
        ),
        ([signed("ann", revoked=5), signed("bob"), signed("cid", 9)], {}, date(2026, 5, 9), ConsentState.VOID),
        ([signed("ann", revoked=5), signed("ann", 6, number="2")], {}, date(2026, 5, 9), ConsentState.WAITING),
        ([], {"withdrawn_on": date(2026, 5, 4)}, date(2026, 5, 9), ConsentState.WITHDRAWN),
        ([], {"kind": ConsentKind.VOTE_BETWEEN_MEETINGS}, date(2026, 5, 9), ConsentState.VOTE),
    ],
    ids=["waiting", "effective", "to come", "revoked", "given anew", "withdrawn", "vote"],
)
def test_what_can_be_said_of_it(
    signatures: list[ConsentSignature], consent: dict[str, object], on: date, state: ConsentState
) -> None:
    made = record(*signatures, **consent)
    assert state_on(made, made.get(Consent, "c"), on) is state
