from typing import Any

import pytest

from boarddesk.domain.answers import FamilyMember, Relation
from boarddesk.rules.families import Circle, in_circle, lacking, named

NEAR = [Relation.SPOUSE, Relation.PARENT, Relation.CHILD, Relation.SIBLING]
IN_LAWS = [Relation.PARENT_IN_LAW, Relation.CHILD_IN_LAW, Relation.SIBLING_IN_LAW]
STEPS = [Relation.STEP_CHILD, Relation.STEP_PARENT]


def member(relation: Relation, **facts: Any) -> FamilyMember:
    return FamilyMember(name="Lee Park", relation=relation, **facts)


@pytest.mark.parametrize("relation", [*NEAR, *IN_LAWS])
@pytest.mark.parametrize("circle", [Circle.NASDAQ, Circle.IMMEDIATE])
def test_relatives_and_in_laws_fall_in_both_wider_circles(relation: Relation, circle: Circle) -> None:
    assert in_circle(member(relation), circle) is True


@pytest.mark.parametrize("relation", STEPS)
def test_steps_count_for_nasdaq_only_at_home_and_always_for_s_k_404(relation: Relation) -> None:
    assert in_circle(member(relation, shares_home=True), Circle.NASDAQ) is True
    assert in_circle(member(relation, shares_home=False), Circle.NASDAQ) is False
    assert in_circle(member(relation), Circle.NASDAQ) is None
    assert in_circle(member(relation, shares_home=False), Circle.IMMEDIATE) is True


def test_the_household_without_tenants_and_domestic_employees() -> None:
    assert in_circle(member(Relation.HOUSEHOLD), Circle.NASDAQ) is True
    assert in_circle(member(Relation.HOUSEHOLD, shares_home=False), Circle.NASDAQ) is False
    hired = member(Relation.HOUSEHOLD, employee_or_tenant=True)
    assert in_circle(hired, Circle.IMMEDIATE) is False
    # Nasdaq leaves out domestic employees but not tenants, and the answer does not say which.
    assert in_circle(hired, Circle.NASDAQ) is None
    assert "domestic employee or a tenant" in lacking(hired, Circle.NASDAQ)


@pytest.mark.parametrize("relation", [Relation.CHILD, Relation.STEP_CHILD])
@pytest.mark.parametrize(
    ("minor", "home", "inside"),
    [(True, False, True), (False, True, True), (False, False, False), (None, False, None), (False, None, None)],
)
def test_fees_of_children_who_are_minors_or_at_home(
    relation: Relation, minor: bool | None, home: bool | None, inside: bool | None
) -> None:
    assert in_circle(member(relation, minor=minor, shares_home=home), Circle.INDIRECT) is inside


def test_fees_of_the_spouse_and_of_nobody_further_off() -> None:
    assert in_circle(member(Relation.SPOUSE), Circle.INDIRECT) is True
    for relation in {*Relation} - {Relation.SPOUSE, Relation.CHILD, Relation.STEP_CHILD}:
        assert in_circle(member(relation, minor=True, shares_home=True), Circle.INDIRECT) is False


def test_names_are_found_however_they_are_spaced() -> None:
    assert named([member(Relation.CHILD)], " lee  PARK ") is not None
    assert named([member(Relation.CHILD)], "Lee Parker") is None
