"""GL-4.3: management speaks for the company; directors' contacts with outsiders normally come at its request."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Contact, Finding, Judge, Status, counted, number, rule, sentence


@rule("GL-4.3")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year: the contacts on record, and at whose request they were."""
    contacts = sorted(case.record.all(Contact), key=lambda c: (c.on, c.id))
    for year in case.years:
        if year.ahead:
            continue
        had = [contact for contact in contacts if year.first <= contact.on <= year.cut]
        verb = "is" if len(had) == 1 else "are"
        said = f"{counted(len(had), 'contact')} of directors with outsiders {verb} on record for {year.label}"
        because = f"{said}{_requested(had)}."
        yield judge.find(Status.INFORMATION, sentence(because), year, evidence=had)


def _requested(contacts: list[Contact]) -> str:
    asked = sum(contact.at_managements_request is True for contact in contacts)
    unasked = sum(contact.at_managements_request is False for contact in contacts)
    unknown = len(contacts) - asked - unasked
    ways = {"at management's request": asked, "not at its request": unasked, "not said": unknown}
    parts = [f"{number(count)} {words}" for words, count in ways.items() if count]
    return f": {', '.join(parts)}" if parts else ""
