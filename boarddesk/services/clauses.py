"""The clauses of the rule books as the window names them: chip, heading, body, what they relate to."""

from boarddesk.rules.books import Clause, built_in


def clause_of(clause: str) -> Clause | None:
    """A clause of the built-in books, or None."""
    return built_in().by_id.get(clause)


def parameter_label(key: str) -> str:
    """What a parameter is, in words; its key where the books do not know it."""
    found = built_in().parameters.get(key)
    return found.label if found is not None else key


def chip_of(clause: str) -> str:
    """How the window names a clause: “GL-3.5”, “5605(b)(2)”; its id where the books have no other name."""
    found = clause_of(clause)
    return found.chip if found is not None else clause
