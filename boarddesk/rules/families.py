"""The three family circles: Nasdaq 5605(a)(2), S-K 404(a) and Rule 10A-3(e)(8) (`law.md` 1.3)."""

from collections.abc import Iterable
from enum import StrEnum

from boarddesk.domain.answers import FamilyMember, Relation

CLOSE = frozenset({Relation.SPOUSE, Relation.PARENT, Relation.CHILD, Relation.SIBLING})
IN_LAW = frozenset({Relation.PARENT_IN_LAW, Relation.CHILD_IN_LAW, Relation.SIBLING_IN_LAW})
STEP = frozenset({Relation.STEP_CHILD, Relation.STEP_PARENT})
CHILDREN = frozenset({Relation.CHILD, Relation.STEP_CHILD})


class Circle(StrEnum):
    """Whose dealings count beside the person's own, by the rule that asks."""

    NASDAQ = "family_member"
    """“Family Member” of Nasdaq 5605(a)(2), as amended in 2020."""
    IMMEDIATE = "immediate_family"
    """“Immediate family” of S-K 404(a), current relations only."""
    INDIRECT = "indirect_fees"
    """Those whose fees count as the member's own under Rule 10A-3(e)(8)."""


def in_circle(member: FamilyMember, circle: Circle) -> bool | None:
    """Whether a family member falls in a circle; None where the answer lacks the fact that decides it."""
    if circle is Circle.INDIRECT:
        return _indirect(member)
    if member.relation in CLOSE or member.relation in IN_LAW:
        return True
    if member.relation in STEP:
        return True if circle is Circle.IMMEDIATE else member.shares_home
    if member.shares_home is False:
        return False
    if not member.employee_or_tenant:
        return True
    # S-K 404 leaves out tenants and employees, Nasdaq domestic employees alone; the answer does not say which.
    return False if circle is Circle.IMMEDIATE else None


def _indirect(member: FamilyMember) -> bool | None:
    if member.relation is Relation.SPOUSE:
        return True
    if member.relation not in CHILDREN:
        return False
    if member.minor or member.shares_home:
        return True
    return False if member.minor is False and member.shares_home is False else None


def lacking(member: FamilyMember, circle: Circle) -> str:
    """What would tell whether a family member falls in a circle."""
    if circle is Circle.INDIRECT:
        return f"whether {member.name} is a minor or shares the home (question Q-FAM)"
    if member.relation in STEP:
        return f"whether {member.name} shares the home (question Q-FAM)"
    return f"whether {member.name} is a domestic employee or a tenant of the household (question Q-FAM)"


def named(family: Iterable[FamilyMember], name: str) -> FamilyMember | None:
    """The family member of that name, however it is spaced and capitalized."""
    wanted = same_name(name)
    return next((member for member in family if same_name(member.name) == wanted), None)


def same_name(name: str) -> str:
    """A name as it is compared: without regard to case and spaces."""
    return " ".join(name.casefold().split())
