"""Words of the what-if mode in the user's language: what may happen, and what its fields are called."""

from PySide6.QtCore import QCoreApplication

from boarddesk.services.suppositions import Kind

KINDS = {
    Kind.LEAVES: "A director leaves",
    Kind.JOINS: "A director joins",
    Kind.NOT_INDEPENDENT: "A director is found not independent",
    Kind.INDEPENDENT: "A director is found independent",
    Kind.JOINS_COMMITTEE: "A director joins a committee",
    Kind.LEAVES_COMMITTEE: "A member leaves a committee",
    Kind.ROLE_ENDS: "Somebody gives up an office",
    Kind.MEETING_MOVED: "A meeting is moved",
    Kind.MEETING_CANCELLED: "A meeting is cancelled",
    Kind.PARAMETER: "A value changes",
}
DAYS = {
    Kind.LEAVES: "Leaves on",
    Kind.JOINS: "Joins on",
    Kind.NOT_INDEPENDENT: "Decided on",
    Kind.INDEPENDENT: "Decided on",
    Kind.JOINS_COMMITTEE: "Joins on",
    Kind.LEAVES_COMMITTEE: "Leaves on",
    Kind.ROLE_ENDS: "Gives it up on",
    Kind.MEETING_MOVED: "Moved to",
    Kind.PARAMETER: "In force from",
}
REASONS = {
    "resigned": "Resigns, no disagreement",
    "retired": "Retires",
    "removed": "Is removed",
    "died": "Dies",
    "other": "For another reason",
}
STANDARDS = {
    "nasdaq_general": "General standard",
    "audit_10a3": "Audit committee standard",
    "compensation_10c1": "Compensation committee standard",
}
FOUND = {
    "yes": "By the general standard",
    "every": "By every standard",
    "no": "Not determined yet",
}


def tr(text: str) -> str:
    """A text of the what-if mode in the user's language."""
    return QCoreApplication.translate("what_if", text)
