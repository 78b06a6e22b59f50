"""GL-3.6: the lead independent director presides over the session; if absent, those present choose."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    HELD,
    INDEPENDENT,
    Case,
    Finding,
    Judge,
    Meeting,
    PresenceStamp,
    PresidingBasis,
    Role,
    RoleTenure,
    Standing,
    Status,
    on,
    rule,
)  # fmt: skip

Verdict = tuple[Status, str, tuple[str, ...]]


@rule("GL-3.6")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a session, held or still ahead."""
    if not case.years:
        return
    for session in case.meetings(INDEPENDENT, case.years[0].first, case.years[-1].last):
        lead = case.holder(Role.LEAD, session.day)
        rows = [session, *([lead] if lead else [])]
        if session.state in HELD:
            status, because, missing = _verdict(case, session, lead)
            remedy = f"This cannot be cured for the session of {on(session.day)}." if status is Status.NOT_MET else ""
            yield judge.find(
                status, because, session.day, session, evidence=rows, missing=missing, remedy=remedy,
            )  # fmt: skip
        elif session.state in AHEAD and session.day >= case.as_of:
            who = (
                f"{case.name(lead.person)} is to preside" if lead else "The role of lead independent director is vacant"
            )
            because = f"{who}; the session is planned for {on(session.day)}."
            yield judge.find(Status.NOT_YET_DUE, because, session.day, session, evidence=rows, due=session.day)


def _verdict(case: Case, session: Meeting, lead: RoleTenure | None) -> Verdict:
    when = on(session.day)
    if session.presiding is None:
        return Status.CANNOT_JUDGE, f"Who presided over the session of {when} is not on record.", ("who presided",)
    who = case.name(session.presiding)
    if lead is not None and session.presiding == lead.person:
        return Status.MET, f"{who}, lead independent director, presided over the session of {when}.", ()
    chosen = session.presiding_basis is PresidingBasis.CHOSEN
    said = f"{who} presided over the session of {when}"
    if chosen and case.independence.ruling(session.presiding, session.day).standing is Standing.NOT_INDEPENDENT:
        return Status.NOT_MET, f"{said}, but was not independent on that day.", ()
    if lead is None:
        if chosen:
            return (
                Status.JUDGMENT_NEEDED,
                f"{said}, chosen by those present; no lead director was in place.",
                (),
            )
        return Status.NOT_MET, f"{said}; the lead's role was vacant and no choice by those present is on record.", ()
    name = case.name(lead.person)
    if not any(stamp.person == lead.person for stamp in case.record.where(PresenceStamp, "meeting", session.id)):
        return Status.CANNOT_JUDGE, f"{said}; whether {name} was there is not on record.", (f"presence of {name}",)
    if any(stay.person == lead.person and stay.counts for stay in case.quorums.stays(session)):
        return Status.NOT_MET, f"{said}, although {name}, lead independent director, was present.", ()
    if chosen:
        return Status.MET, f"{name}, lead independent director, being absent, those present chose {who} on {when}.", ()
    return Status.NOT_MET, f"{said}; {name} was absent, and no choice by those present is on record.", ()
