"""The columns of an agenda, and of what waits for it."""

from datetime import datetime

from boarddesk.domain.meetings import ItemType
from boarddesk.services.agenda import AgendaLine
from boarddesk.services.agenda_offers import Offer, OfferKind
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date, show_time
from boarddesk.ui.meeting.words import OUTCOMES, PURPOSES, tr

PART = "\u2003\u2003"
"""Stands before the title of a part of the consent agenda."""
KINDS = {
    OfferKind.MINUTES: "Minutes",
    OfferKind.REQUEST: "Request",
    OfferKind.CARRIED: "Carried over",
    OfferKind.RECOMMENDATION: "Recommendation",
    OfferKind.ACTION: "Open action",
    OfferKind.STANDING: "Standing item",
    OfferKind.DUTY: "Duty",
}


def _time(at: datetime | None) -> str:
    return show_time(at.time()) if at else ""


def _tone(line: AgendaLine) -> str:
    return "ink3" if line.item.type is ItemType.BREAK else "ink"


def agenda_columns() -> tuple[Column[AgendaLine], ...]:
    """Number, start and end, title with what it comes from, presenter, minutes, purpose or outcome, papers."""
    return (
        Column[AgendaLine](tr("No."), lambda i: i.number, width=40, align="right"),
        Column[AgendaLine](tr("Starts"), lambda i: i.starts, show=_time, width=58, align="right"),
        Column[AgendaLine](tr("Ends"), lambda i: i.ends, show=_time, width=54, align="right", tone=lambda _i: "ink2"),
        Column[AgendaLine](
            tr("Item"), lambda i: f"{PART}{i.title}" if i.within else i.title, stretch=True, role="medium",
            second=lambda i: f"{PART}{i.under}" if i.within and i.under else i.under, tooltip=lambda i: i.title,
            tone=_tone,
        ),
        Column[AgendaLine](tr("Presenter"), lambda i: i.presenter, width=170, tooltip=lambda i: i.presenter),
        Column[AgendaLine](
            tr("Min"), lambda i: i.minutes, show=lambda n: "" if n is None else str(n), width=44, align="right"
        ),
        Column[AgendaLine](
            tr("Purpose"),
            lambda i: tr(OUTCOMES[i.outcome]) if i.outcome else tr(PURPOSES[i.purpose]) if i.purpose else "",
            width=76,
        ),
        Column[AgendaLine](
            tr("Papers"), lambda i: i.papers, show=lambda n: str(n) if n else "", width=66, align="right"
        ),
    )  # fmt: skip


def offer_columns() -> tuple[Column[Offer], ...]:
    """What waits: its kind, the matter, whom or where it comes from, since when, and the deed."""
    return (
        Column[Offer](tr("Waits"), lambda o: tr(KINDS[o.kind]), width=112),
        Column[Offer](tr("Matter"), lambda o: o.what, stretch=True, role="medium", tooltip=lambda o: o.what),
        Column[Offer](tr("From"), lambda o: o.origin, width=168, tooltip=lambda o: o.origin),
        Column[Offer](tr("Since"), lambda o: o.since, show=lambda d: show_date(d) if d else "", width=100),
        Column[Offer]("", lambda _o: tr("Take"), width=64, look="action", align="right"),
    )
