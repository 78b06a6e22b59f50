"""Real meetings held again with the commands of the live page: the same results, every difference listed and explained."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from adapters import RESULTS, foundation_document, motions_document
from live_replay import REGISTER, Difference, Replay, printed
from pdf_words import flat, text_of

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, MeetingState
from boarddesk.domain.motions import Action, Motion, Result, Vote
from boarddesk.domain.noticed import noticed
from boarddesk.domain.presence import attendees, roll_taken
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.domain.votes import tally
from boarddesk.services.documents import minutes_pdf
from boarddesk.services.workspace import import_documents, new_company

Rows = list[dict[str, Any]]
CLOCK = "a live meeting has times, the source gives none"
PARAGRAPHS = "notes are kept as paragraphs, without blank lines and outer spaces"
NO_MEETING = "the source does not say whether it was a meeting: held as one of that day, without a roll"
COUNTED = "the source counts otherwise than it names; the votes by name count, and the page says so"
VOTED = "directors vote in person alone, so that the page asks for the voter's presence"
BY_NAME = "guests are kept by name, not in the order in which a source lists them"
TOO_MANY = "more votes are counted than the roll has voters: the result stands as the source states it"
SAID = {Result.CARRIED: ("adopted", "carried"), Result.FAILED: ("failed", "not adopted", "did not carry")}
DEPARTED = "who is not in the room does not abstain"
NAMED = "each on the roll voted for"


def replayed(document: dict[str, Any], path: Path) -> Replay:
    """The register read in, and every meeting held."""
    services = new_company(path, Company(id="company", name=document["company"][0]["name"]))
    register = {table: document[table] for table in REGISTER if table in document}
    import_documents(services, [("register.json", json.dumps(register).encode())])
    replay = Replay(services, document)
    replay.hold_all()
    return replay


def with_a_meeting_each(document: dict[str, Any]) -> list[Difference]:
    """Motions that no meeting and no vote between meetings is known for are put at a meeting of their day."""
    found = []
    known = {meeting["id"] for meeting in document["meetings"]}
    for motion in document["motions"]:
        if "meeting" in motion or "consent" in motion:
            continue
        starts = motion.pop("at")
        motion["meeting"] = f"{starts[:10]}-board"
        if motion["meeting"] not in known:
            known.add(motion["meeting"])
            document["meetings"].append({"id": motion["meeting"], "body": "board", "starts": starts})
        found.append(Difference(motion["id"], "kind not stated", f"at {motion['meeting']}", NO_MEETING))
    return found


@pytest.fixture(scope="module")
def foundation(foundation_rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replay]:
    path = tmp_path_factory.mktemp("live") / "foundation.boarddesk"
    replay = replayed(foundation_document(foundation_rows, "A foundation"), path)
    yield replay
    replay.services.close()


@pytest.fixture(scope="module")
def boards(motion_rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replay]:
    path = tmp_path_factory.mktemp("live") / "motions.boarddesk"
    document = motions_document(motion_rows, "Another foundation")
    placed = with_a_meeting_each(document)
    replay = replayed(document, path)
    replay.met[:0] = placed
    yield replay
    replay.services.close()


def differing(where: str, source: object, record: object, why: str) -> Iterator[Difference]:
    """A difference where the two are not the same."""
    if source != record:
        yield Difference(where, str(source), str(record), why)


UNEXPLAINED = "NOT EXPLAINED"


def of_meeting(record: Record, row: dict[str, Any]) -> Iterator[Difference]:
    """What the record of one held meeting says otherwise than its row of the first source."""
    day = row["date"]
    meeting = record.get(Meeting, f"{day}-board")
    roll = [name_of(record, person) for person in attendees(record, meeting)]
    yield from differing(f"{day} roll", row["attendees_distinct"], roll, UNEXPLAINED)
    guests = [guest.name for guest in record.where(Guest, "meeting", meeting.id)]
    yield from differing(f"{day} guests", [g["name"] for g in row["also_in_attendance"] or []], guests, UNEXPLAINED)
    presider = [name_of(record, meeting.presiding)] if meeting.presiding else []
    yield from differing(f"{day} led by", [leader["name"] for leader in row["led_by"]][:1], presider, UNEXPLAINED)
    yield from differing(f"{day} state", MeetingState.HELD, meeting.state, UNEXPLAINED)
    times = (meeting.called_to_order, meeting.adjourned)
    said = " and ".join(f"{at:%H:%M}" for at in times if at)
    yield from differing(f"{day} called to order, adjourned", None, said, CLOCK)
    items = sorted(record.where(AgendaItem, "meeting", meeting.id), key=lambda item: item.position)
    for topic, item in zip(row["topics"], items, strict=False):
        yield from differing(f"{day} topic {item.position}", topic["title"].strip(), item.title, UNEXPLAINED)
        same = [line.strip() for line in topic["text"].splitlines() if line.strip()] == item.text.splitlines()
        why = PARAGRAPHS if same else UNEXPLAINED
        yield from differing(f"{day} text {item.position}", repr(topic["text"][:30]), repr(item.text[:30]), UNEXPLAINED)
        yield from differing(f"{day} text {item.position}", len(topic["text"]), len(item.text), why)
    actions = [action.text for action in record.where(Action, "meeting", meeting.id)]
    yield from differing(
        f"{day} actions", [action["text"] for action in row["action_items"] or []], actions, UNEXPLAINED
    )


def explained(differences: list[Difference]) -> Counter[str]:
    """How many of each explanation, printed with every single one."""
    print("\n".join(printed(differences)))
    counts = Counter(difference.why for difference in differences)
    print(dict(counts))
    assert UNEXPLAINED not in counts
    return counts


def test_the_meetings_of_the_first_source_give_the_same_when_they_are_held(
    foundation: Replay, foundation_rows: Rows
) -> None:
    record = foundation.services.record
    found = [difference for row in foundation_rows for difference in of_meeting(record, row)]
    for row in foundation_rows:
        for number, source in enumerate(row["motions"], 1):
            motion = record.get(Motion, foundation.motions[f"{row['date']}-board-m{number}"])
            count = tally(record, motion)
            where = f"{row['date']} motion {number}"
            found += differing(where, source["text"], motion.text, UNEXPLAINED)
            stated = RESULTS.get(source["result"])
            found += differing(f"{where} result", stated, count.result.value if count.result else None, UNEXPLAINED)
            # A unanimous vote was entered by name, and its result follows from the votes alone.
            assert count.stated is (stated is not None and not (source["votes"] or {}).get("unanimous"))
    found += foundation.met
    print(f"{foundation.steps} commands")
    counts = explained(found)
    assert len(record.all(Meeting)) == len(foundation_rows) == 35
    assert len(record.all(Motion)) == sum(len(row["motions"]) for row in foundation_rows) == 19
    assert counts[CLOCK] == 35
    assert counts[DEPARTED] == 1
    assert counts[NAMED] == 3
    assert set(counts) <= {CLOCK, DEPARTED, NAMED, PARAGRAPHS}


def test_the_motions_of_the_second_source_give_the_same_when_they_are_put(boards: Replay, motion_rows: Rows) -> None:
    record = boards.services.record
    found = list(boards.met)
    arrived = {(difference.where[:16], difference.source.split(" is not")[0]) for difference in boards.met}
    for row in motion_rows:
        if row["record"] == "attendance":
            meeting = record.get(Meeting, f"{row['date']}-board")
            roll = [name_of(record, person) for person in attendees(record, meeting)]
            late = [name for name in roll if (meeting.id, name) in arrived]
            found += differing(f"{row['date']} roll", row["attendees"], [n for n in roll if n not in late], UNEXPLAINED)
            guests = [guest.name for guest in record.where(Guest, "meeting", meeting.id)]
            why = BY_NAME if sorted(row["guests"] or []) == sorted(guests) else UNEXPLAINED
            found += differing(f"{row['date']} guests", row["guests"] or [], guests, why)
        elif row["record"] == "motion":
            found += of_motion(record, record.get(Motion, boards.motions[f"{row['date']}-{row['seq']}"]), row)
    print(f"{boards.steps} commands")
    counts = explained(found)
    source = [row for row in motion_rows if row["record"] == "motion"]
    assert len(record.all(Motion)) == len(source) == 98
    assert len(record.all(Vote)) == 568 + 8 + 11
    held = [meeting for meeting in record.all(Meeting) if meeting.state is MeetingState.HELD]
    assert len(held) == len(record.all(Meeting))
    assert sum(roll_taken(record, meeting) for meeting in held) == 24
    assert counts[NO_MEETING] == sum(row["kind"] is None for row in source) == 20
    assert (counts[VOTED], counts[TOO_MANY], counts[COUNTED]) == (4, 1, 2)
    assert set(counts) <= {NO_MEETING, COUNTED, VOTED, TOO_MANY, BY_NAME}


def of_motion(record: Record, motion: Motion, row: dict[str, Any]) -> Iterator[Difference]:
    """What the record of one motion says otherwise than its row of the second source."""
    where = f"{row['date']}-{row['seq']}"
    yield from differing(f"{where} text", row["text"].strip(), motion.text, UNEXPLAINED)
    seconders = [name_of(record, person) for person in motion.seconders]
    yield from differing(f"{where} mover", row["mover"] or "", name_of(record, motion.mover), UNEXPLAINED)
    yield from differing(f"{where} seconder", [row["seconder"]] if row["seconder"] else [], seconders, UNEXPLAINED)
    votes = {name_of(record, vote.person): vote.choice.value for vote in record.where(Vote, "motion", motion.id)}
    yield from differing(f"{where} votes", {v["name"]: v["choice"] for v in row["votes"] or []}, votes, UNEXPLAINED)
    count = tally(record, motion)
    stated = row["result_stated"] or row["result_from_counts"]
    yield from differing(f"{where} result", stated, count.result.value if count.result else None, UNEXPLAINED)
    for sentence in noticed(record, motion):
        if "The source counts" in sentence:
            yield Difference(where, row["counts"]["printed"], sentence, COUNTED)


def test_every_file_of_held_meetings_is_sound(foundation: Replay, boards: Replay) -> None:
    assert foundation.services.verified() == ()
    assert boards.services.verified() == ()


def test_the_minutes_of_every_held_meeting_say_who_was_there_and_what_was_decided(
    foundation: Replay, foundation_rows: Rows, boards: Replay, motion_rows: Rows
) -> None:
    seen: Counter[str] = Counter()
    for row in foundation_rows:
        text = text_of(minutes_pdf(foundation.services, f"{row['date']}-board"))
        told = {
            "attendees": row["attendees_distinct"],
            "topics": [flat(topic["title"]) for topic in row["topics"]],
            "motions": [flat(motion["text"]) for motion in row["motions"]],
        }
        for kind, words in told.items():
            assert [word for word in words if word not in text] == [], (row["date"], kind)
            seen[kind] += len(words)
        seen["minutes"] += 1
    record = boards.services.record
    for meeting in record.all(Meeting):
        text = text_of(minutes_pdf(boards.services, meeting.id))
        for motion in record.where(Motion, "meeting", meeting.id):
            result = tally(record, motion).result
            # Behind the chart, where only its number stands, comes the motion itself.
            heading = f"Motion {motion.number}"
            said = text[text.rindex(heading) + len(heading) :].split(f"Motion {meeting.day.year}-")[0].lower()
            assert result is not None
            assert any(word in said for word in SAID[result]), (meeting.id, motion.number, said)
            seen["motions with votes"] += 1
        seen["minutes"] += 1
    print(dict(seen))
    assert (seen["attendees"], seen["topics"], seen["motions"]) == (207, 181, 19)
    assert seen["motions with votes"] == 98 - 15
