"""Minutes of many pages: ours, or the same text through another typesetter."""

import html
import sys
from datetime import datetime, timedelta
from pathlib import Path

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Choice, Motion, Vote, VoteMethod
from boarddesk.domain.people import Appointment, BoardSize, Person
from boarddesk.domain.record import Record

OPENED = datetime(2026, 10, 22, 9)
PARAGRAPH = (
    "The directors received the report sent on October 15, 2026. They asked about single-source supply, the price in the "
    "third year and the right to audit; management answered each question and described two alternatives that it had set "
    "aside. The Board considered the term of three years against the flexibility of yearly renewal, and the advice of counsel."
)
RESOLUTION = (
    "WHEREAS, the Board has reviewed the agreement and the alternatives to it;\n"
    "RESOLVED, that the agreement, in the form laid before the Board, be, and it hereby is, approved; and\n"
    "RESOLVED FURTHER, that the officers be, and they hereby are, authorized to carry it out."
)


def record(items: int) -> Record:
    """A meeting of that many items, each with two paragraphs and a motion."""
    people = [Person(id=f"p{n}", name=f"Director Number {n}", honorific="Ms.") for n in range(9)]
    rows = [
        Company(id="company", name="Long Meetings, Inc."),
        *people,
        BoardSize(id="size", size=10, effective_from=OPENED.date().replace(year=2020)),
        *(Appointment(id=f"t{p.id}", person=p.id, start=OPENED.date().replace(year=2020)) for p in people),
        Meeting(id="m", body="board", starts=OPENED, called_to_order=OPENED, state=MeetingState.HELD, could_hear=True,
                adjourned=OPENED + timedelta(hours=8), presiding="p0", recording="p1"),
        *(PresenceStamp(id=f"s{p.id}", meeting="m", person=p.id, kind=PresenceKind.PRESENT, at=OPENED, mode=Mode.ROOM)
          for p in people),
    ]  # fmt: skip
    for n in range(items):
        rows.append(
            AgendaItem(
                id=f"i{n}", meeting="m", position=n + 1, title=f"Matter {n + 1}", text=f"{PARAGRAPH}\n\n{PARAGRAPH}"
            )
        )
        rows.append(Motion(id=f"v{n}", body="board", meeting="m", item=f"i{n}", at=OPENED + timedelta(seconds=20 * n), text=RESOLUTION,
                           vote_method=VoteMethod.BY_NAME, number=f"2026-{n}"))  # fmt: skip
        rows += [Vote(id=f"v{n}{p.id}", motion=f"v{n}", person=p.id, choice=Choice.FOR) for p in people]
    return Record.of(rows)


def main() -> None:
    """Typeset with the tool named, into the file named."""
    tool, items, out = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    if tool == "boarddesk":
        from boarddesk.reports.documents.minutes import minutes_pdf

        out.write_bytes(minutes_pdf(record(items), "m"))
    elif tool == "typst":
        import typst

        source = out.with_suffix(".typ")
        body = "\n\n".join(
            f"== {n + 1} Matter {n + 1}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{RESOLUTION}" for n in range(items)
        )
        source.write_text(f'#set page("us-letter", margin: 2.2cm)\n#set text(10.5pt)\n{body}', encoding="utf-8")
        typst.compile(str(source), output=str(out))
    else:
        import weasyprint

        body = "".join(
            f"<h2>{n + 1} Matter {n + 1}</h2><p>{html.escape(PARAGRAPH)}</p><p>{html.escape(PARAGRAPH)}</p>"
            + "".join(f"<p>{html.escape(line)}</p>" for line in RESOLUTION.splitlines())
            for n in range(items)
        )
        style = "@page{size:letter;margin:2.2cm} body{font:10.5pt serif}"
        weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf(out)


if __name__ == "__main__":
    main()
