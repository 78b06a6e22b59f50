"""Fictional records that the documents are printed from."""

from datetime import date, datetime

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import (
    AgendaItem,
    Guest,
    GuestCapacity,
    ItemOutcome,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    Mode,
    PresenceKind,
    PresenceStamp,
    PresidingBasis,
    Purpose,
)
from boarddesk.domain.motions import Action, Choice, Motion, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.papers import Paper
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

DAY = date(2026, 10, 22)
DIRECTORS = {
    "ellerbrook": ("Marcus Ellerbrook", "Mr.", "", "I", "I-1"),
    "sorhaug": ("Ingrid Sørhaug", "Ms.", "", "I", "I-2"),
    "vaidyalingam": ("Rohan Vaidyalingam", "Mr.", "", "I", "I-3"),
    "kouadjane": ("Thérèse Kouadjané", "Ms.", "", "II", "II-1"),
    "okoro": ("Gareth Okoro-Llewelyn", "Mr.", "Okoro-Llewelyn", "II", "II-2"),
    "castellanos": ("Mei-Lin Castellanos", "Ms.", "", "II", "II-3"),
    "wisniewolski": ("Tobiasz Wiśniewolski", "Mr.", "", "III", "III-1"),
    "celikbaran": ("Aylin Çelikbaran", "Ms.", "", "III", "III-2"),
    "nakagawa": ("Josephine Nakagawa-Reyes", "Ms.", "Nakagawa-Reyes", "III", "III-3"),
}
OTHERS = {
    "tashiro": ("Eleanor Tashiro-Vance", "Ms.", "Tashiro-Vance"),
    "delacroix": ("Priyanka Delacroix", "Ms.", ""),
    "abernethy": ("Helena Abernethy-Ruiz", "Ms.", "Abernethy-Ruiz"),
    "tadesse": ("Dawit Tadesse", "Mr.", ""),
    "dunmore": ("Colette Dunmore-Vale", "Ms.", "Dunmore-Vale"),
}
CREDIT = (
    "WHEREAS, the Board has received the form of the Second Amendment to Credit Agreement among the Company, the "
    "lenders party thereto and Northmere Bank, N.A., as administrative agent (the “Amendment”); and\n"
    "WHEREAS, the Board has considered the covenants, pricing and maturity under the Amendment and the alternatives "
    "presented by management; now, therefore, be it\n"
    "RESOLVED, that the execution, delivery and performance by the Company of the Amendment, substantially in the "
    "form presented, be, and they hereby are, authorized and approved; and\n"
    "RESOLVED FURTHER, that the Corporate Secretary be, and she hereby is, authorized to certify these resolutions "
    "to the administrative agent."
)


def at(clock: str, day: date = DAY) -> datetime:
    """A local time on the meeting's day."""
    return datetime.fromisoformat(f"{day.isoformat()}T{clock}")


def register() -> list[Row]:
    """The company, its people, its ten seats with one vacancy, roles, a committee and determinations."""
    rows: list[Row] = [
        Company(id="company", name="Larkfield Systems, Inc.", short_name="Larkfield", ticker="LKFD"),
        BoardSize(id="size", size=10, effective_from=date(2018, 3, 1)),
        ParameterValue(
            id="pv-1", key="board_quorum_fraction", value="1/2", effective_from=date(2018, 3, 1), citation="Bylaws §3.7"
        ),
        Committee(id="audit", name="Audit Committee", kind=CommitteeKind.AUDIT, letter="A", start=date(2018, 3, 1)),
        CommitteeChair(id="cc-1", committee="audit", person="okoro", start=date(2020, 5, 1)),
    ]
    for n, (key, (name, honorific, surname, class_, seat)) in enumerate(DIRECTORS.items()):
        rows += [
            Person(id=key, name=name, honorific=honorific, surname=surname),
            Appointment(
                id=f"ap-{n}", person=key, class_=class_, seat=seat, start=date(2024, 5, 9), term_ends_year=2028
            ),
        ]
        if key != "ellerbrook":
            rows.append(
                Determination(
                    id=f"det-{n}", person=key, standard=Standard.NASDAQ, outcome=Outcome.INDEPENDENT,
                    decided_on=date(2026, 2, 12),
                )
            )  # fmt: skip
    rows += [Person(id=key, name=n, honorific=h, surname=s) for key, (n, h, s) in OTHERS.items()]
    rows += [
        Appointment(
            id="ap-x", person="dunmore", class_="II", seat="II-4", start=date(2024, 5, 9), term_ends_year=2027,
            end=date(2026, 8, 14),
        ),
        CommitteeSeat(id="cs-1", committee="audit", person="okoro", start=date(2020, 5, 1)),
        CommitteeSeat(id="cs-2", committee="audit", person="vaidyalingam", start=date(2020, 5, 1)),
    ]  # fmt: skip
    roles = (
        ("ellerbrook", Role.CHAIR, ""), ("ellerbrook", Role.CEO, ""), ("sorhaug", Role.LEAD, ""),
        ("tashiro", Role.SECRETARY, ""), ("delacroix", Role.CFO, ""), ("abernethy", Role.GENERAL_COUNSEL, ""),
    )  # fmt: skip
    rows += [
        RoleTenure(id=f"role-{n}", person=p, role=r, title=t, start=date(2024, 1, 1))
        for n, (p, r, t) in enumerate(roles)
    ]
    return rows


def _presence() -> list[Row]:
    remote = {"okoro": Mode.PHONE, "wisniewolski": Mode.VIDEO, "celikbaran": Mode.VIDEO}
    rows: list[tuple[str, PresenceKind, str, Mode | None]] = [
        (key, PresenceKind.PRESENT, "09:32", remote.get(key, Mode.ROOM)) for key in DIRECTORS if key != "castellanos"
    ]
    rows += [
        ("castellanos", PresenceKind.PRESENT, "09:41", Mode.ROOM),
        ("vaidyalingam", PresenceKind.LEFT, "11:05", None),
        ("nakagawa", PresenceKind.RECUSED_OUT, "11:32", None),
        ("nakagawa", PresenceKind.RECUSAL_ENDED, "11:44", None),
    ]
    for key in ("okoro", "wisniewolski", "celikbaran"):
        rows += [(key, PresenceKind.LEFT, "11:54", None), (key, PresenceKind.RETURNED, "12:00", remote[key])]
    return [
        PresenceStamp(
            id=f"ps-{n}", meeting="b-2026-10", person=person, kind=kind, at=at(clock), mode=mode, order=n,
            item="i-5" if kind is PresenceKind.RECUSED_OUT else None,
            reason="an executive officer of the counterparty" if kind is PresenceKind.RECUSED_OUT
            else "the conference connection failed" if clock == "11:54" else "",
        )
        for n, (person, kind, clock, mode) in enumerate(rows)
    ]  # fmt: skip


def _votes(motion: str, present: list[str], **other: Choice) -> list[Row]:
    return [
        Vote(id=f"v-{motion}-{key}", motion=motion, person=key, choice=other.get(key, Choice.FOR))
        for key in (*present, *(k for k in other if k not in present))
    ]


def _items() -> list[Row]:
    business = (
        "Mr. Ellerbrook reported on the third quarter from the materials sent on October 15, 2026 (Tab 3). The "
        "directors asked about single-source components and the cost and timing of the Dover site. Management answered."
    )
    credit = (
        "Ms. Delacroix described the proposed Second Amendment, its covenants and pricing, and the alternatives "
        "considered."
    )
    services = "Ms. Delacroix presented the agreement: two years from January 1, 2027, with fees of $372,800 in all."
    spec = (
        ("Call to order, notice and quorum", ItemType.CALL_TO_ORDER, "09:32", "09:38", "", None),
        ("Minutes of the prior meeting", ItemType.MINUTES, "09:38", "09:42", "", None),
        ("Business update", ItemType.BUSINESS_UPDATE, "10:05", "11:02", business, ItemOutcome.RECEIVED),
        ("Amendment of the credit facility", ItemType.OTHER, "11:02", "11:14", credit, None),
        ("Data services agreement (related-person matter)", ItemType.RELATED_PERSON, "11:32", "11:44", services, None),
        ("Executive succession", ItemType.SUCCESSION, "11:53", "12:05", "", ItemOutcome.DEFERRED),
        ("Stock ownership guidelines", ItemType.OTHER, "12:05", "12:11", "", None),
        ("Adjournment", ItemType.ADJOURNMENT, "12:12", None, "", None),
    )  # fmt: skip
    return [
        AgendaItem(
            id=f"i-{n}", meeting="b-2026-10", position=n, title=title, type=kind, started=at(start),
            ended=at(end) if end else None, text=text, outcome=outcome, purpose=Purpose.DISCUSS, minutes=20,
            presenter={4: "delacroix", 6: "ellerbrook", 7: "sorhaug"}.get(n),
            deferred_to="b-2026-12" if outcome is ItemOutcome.DEFERRED else None,
            clauses=("GL-1.9",) if kind is ItemType.SUCCESSION else (),
            reason="the time left did not allow an adequate review" if outcome is ItemOutcome.DEFERRED else "",
        )
        for n, (title, kind, start, end, text, outcome) in enumerate(spec, start=1)
    ]  # fmt: skip


def _motions() -> list[Row]:
    by_name = VoteMethod.BY_NAME
    everyone = list(DIRECTORS)
    early = [k for k in everyone if k != "castellanos"]
    late = [k for k in everyone if k != "vaidyalingam"]
    seven = [k for k in late if k != "nakagawa"]
    return [
        Motion(
            id="m-32", number="2026-32", body="board", meeting="b-2026-10", item="i-2", at=at("09:38"), order=1,
            text="That the minutes of the regular meeting of August 13, 2026 be approved as circulated.",
            kind=MotionKind.APPROVE_MINUTES, approves_minutes_of="b-2026-08", vote_method=by_name,
        ),
        Motion(
            id="m-34", number="2026-34", body="board", meeting="b-2026-10", item="i-4", at=at("11:12"), order=2,
            text=CREDIT, vote_method=by_name, mover="sorhaug", seconders=("kouadjane",),
        ),
        Motion(
            id="m-35", number="2026-35", body="board", meeting="b-2026-10", item="i-5", at=at("11:42"), order=3,
            text="RESOLVED, that the Agreement be, and it hereby is, authorized and approved in all respects.",
            vote_method=by_name, kind=MotionKind.RELATED_PERSON, subjects=("nakagawa",),
        ),
        Motion(
            id="m-37", number="2026-37", body="board", meeting="b-2026-10", item="i-7", at=at("12:10"), order=4,
            text="RESOLVED, that the Stock Ownership Guidelines be, and they hereby are, adopted, effective "
            "January 1, 2027.", vote_method=by_name,
        ),
        *_votes("m-32", early),
        *_votes("m-34", late),
        *_votes("m-35", seven, nakagawa=Choice.RECUSED),
        *_votes("m-37", late, okoro=Choice.AGAINST, castellanos=Choice.ABSTAIN, vaidyalingam=Choice.ABSENT),
    ]  # fmt: skip


def october(*, approved: bool = True) -> Record:
    """A board meeting with an arrival, a departure, a recusal, a quorum lost and regained, and four motions."""
    rows = register()
    rows += [
        Meeting(
            id="b-2026-08", body="board", starts=at("09:30", date(2026, 8, 13)), state=MeetingState.HELD,
            minutes_circulated_on=date(2026, 9, 3),
        ),
        Meeting(
            id="b-2026-10", body="board", starts=at("09:30"), state=MeetingState.HELD, called_to_order=at("09:32"),
            adjourned=at("12:12"), place="2100 Tanner Row, Columbus, Ohio, with participation by telephone and video",
            presiding="ellerbrook", presiding_basis=PresidingBasis.CHAIR, recording="tashiro", could_hear=True,
            could_hear_at=at("09:33"), notice_on=date(2026, 10, 9), notice_manner="e-mail",
            minutes_circulated_on=date(2026, 11, 4),
        ),
        Meeting(id="b-2026-12", body="board", starts=at("09:00", date(2026, 12, 3)), state=MeetingState.HELD),
        Meeting(
            id="is-2026-10", body="independent", kind=MeetingKind.SESSION, starts=at("12:20"), parent="b-2026-10",
            called_to_order=at("12:20"), adjourned=at("12:55"), presiding="sorhaug", recording="castellanos",
            presiding_basis=PresidingBasis.LEAD, state=MeetingState.HELD, could_hear=True,
        ),
        Guest(
            id="g-1", meeting="b-2026-10", name="Priyanka Delacroix", person="delacroix",
            title="Chief Financial Officer",
            capacity=GuestCapacity.MANAGEMENT, items=("i-1", "i-2", "i-3", "i-4", "i-6"), mode=Mode.ROOM,
        ),
        Guest(
            id="g-2", meeting="b-2026-10", name="Marisol Duarte", title="of Hollis & Greer LLP, outside counsel",
            capacity=GuestCapacity.COUNSEL, items=("i-5",), mode=Mode.VIDEO,
        ),
        Action(id="ac-1", meeting="b-2026-10", item="i-3", number="1", text="Report on qualification of second sources",
               owner="ellerbrook", due=date(2026, 12, 3)),
        Paper(id="pa-1", meeting="b-2026-10", item="i-4", title="Second Amendment to Credit Agreement (form)", pages=38,
              attachment="6bd1f0a72e94" + "0" * 52),
        *_items(), *_presence(), *_motions(), *_session(),
    ]  # fmt: skip
    if approved:
        rows += [
            Motion(
                id="m-43", number="2026-43", body="board", meeting="b-2026-12", item="i-12-1", order=1, text="Approve.",
                kind=MotionKind.APPROVE_MINUTES, approves_minutes_of="b-2026-10", vote_method=VoteMethod.BY_COUNTS,
                count_for=9,
            ),
            AgendaItem(id="i-12-1", meeting="b-2026-12", position=1, title="Minutes"),
        ]  # fmt: skip
    return Record.of(rows)


def _session() -> list[Row]:
    there = ("sorhaug", "kouadjane", "okoro", "castellanos", "wisniewolski")
    rows: list[Row] = [
        PresenceStamp(
            id=f"pss-{n}", meeting="is-2026-10", person=person, kind=PresenceKind.PRESENT, at=at("12:20"),
            mode=Mode.PHONE if person == "okoro" else Mode.ROOM,
        )
        for n, person in enumerate(there)
    ]  # fmt: skip
    return [
        *rows,
        PresenceStamp(id="pss-9", meeting="is-2026-10", person="celikbaran", kind=PresenceKind.PRESENT,
                      at=at("12:26"), mode=Mode.VIDEO),
        AgendaItem(id="si-1", meeting="is-2026-10", position=1, title="Matters considered", started=at("12:27"),
                   text="The directors discussed succession planning.\nThey asked that financing papers come earlier."),
    ]  # fmt: skip


def imported() -> Record:
    """A meeting as a foreign source gives it: no times, stated results, guests, free text, hostile names."""
    return Record.of(
        [
            Company(id="company", name="Žan & <b>Víðir</b> Foundation", state=""),
            Person(id="p1", name="Víðir Ægisson"),
            Person(id="p2", name="Žan <img src='file:///etc/passwd'> Kovač"),
            Person(id="p3", name="林 美玲"),
            Meeting(
                id="mm", body="board", starts=at("00:00"), all_day=True, state=MeetingState.HELD, source="minutes.md",
                presiding="p1",
            ),
            PresenceStamp(id="s1", meeting="mm", person="p1", kind=PresenceKind.PRESENT),
            PresenceStamp(id="s2", meeting="mm", person="p2", kind=PresenceKind.PRESENT),
            PresenceStamp(id="s3", meeting="mm", person="p3", kind=PresenceKind.EXCUSED),
            Guest(id="g", meeting="mm", name="Ann O’Neil", title="Treasurer & bookkeeper"),
            AgendaItem(id="t1", meeting="mm", position=1, title="Grants & <i>budget</i>",
                       text="A grant of €500 was asked."),
            Motion(
                id="k1", body="board", meeting="mm", item="t1", text="Grant €500 to <script>alert(1)</script> & co.",
                result_stated=Result.CARRIED, stated_by="minutes.md", printed="approved",
            ),
            Motion(
                id="k2", body="board", meeting="mm", text="Adopt the budget.", vote_method=VoteMethod.BY_NAME,
                result_stated=Result.CARRIED, stated_by="minutes.md", mover="p1", seconders=("p2",),
                flags=("voter p3 is not on the attendance list",),
            ),
            Vote(id="w1", motion="k2", person="p1", choice=Choice.FOR),
            Vote(id="w2", motion="k2", person="p2", choice=Choice.AGAINST, by_proxy=True),
            Motion(id="k3", body="board", meeting="mm", text="Move the office.", vote_method=VoteMethod.BY_COUNTS,
                   count_for=3, count_against=2),
            Motion(id="k4", body="board", meeting="mm", text="Thank the volunteers."),
        ]
    )  # fmt: skip
