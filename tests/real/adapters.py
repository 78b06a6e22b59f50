"""Turns the real inputs into the interchange document; what a source does not say stays out."""

from collections import Counter
from typing import Any

from boarddesk.common.text import slug

Row = dict[str, Any]
Document = dict[str, Any]


def ids_for(names: list[str]) -> dict[str, str]:
    """A short id for each name, in order of first appearance."""
    found: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for name in names:
        if name in found:
            continue
        base = slug(name) or "person"
        taken[base] += 1
        found[name] = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return found


# --- meetings of a foundation: one row a meeting -------------------------------------------------------


RESULTS = {"carried": "carried", "failed": "failed", "no action": "no_action"}


def foundation_document(rows: list[Row], company: str) -> Document:
    """Every meeting with its roll, topics, decisions and actions; directors are those the rolls name."""
    ordered = sorted(rows, key=lambda row: row["date"])
    names = [name for row in ordered for name in _everyone(row)]
    ids = ids_for(names)
    document: Document = {
        "boarddesk": 1,
        "company": [{"id": "company", "name": company}],
        "people": [{"id": ids[name], "name": name} for name in ids],
        "appointments": _terms_from_rolls(ordered, ids),
        "meetings": [],
        "presence": [],
        "guests": [],
        "agenda_items": [],
        "motions": [],
        "votes": [],
        "actions": [],
    }
    for row in ordered:
        _foundation_meeting(document, row, ids)
    return document


def _everyone(row: Row) -> list[str]:
    votes = [name for motion in row["motions"] or [] for name in ((motion["votes"] or {}).get("by_name") or {})]
    return [*row["attendees_distinct"], *(leader["name"] for leader in row["led_by"] or []), *votes]


def _terms_from_rolls(rows: list[Row], ids: dict[str, str]) -> list[Row]:
    """A director from the first to the last roll that names them; the day after the last is the end."""
    from datetime import date, timedelta

    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for row in rows:
        for name in row["attendees_distinct"]:
            first.setdefault(name, row["date"])
            last[name] = row["date"]
    return [
        {
            "id": f"term-{ids[name]}",
            "person": ids[name],
            "how": "initial",
            "start": first[name],
            "end": (date.fromisoformat(last[name]) + timedelta(days=1)).isoformat(),
            "note": "from the first to the last roll that names the director",
        }
        for name in first
    ]


def _foundation_meeting(document: Document, row: Row, ids: dict[str, str]) -> None:
    meeting = f"{row['date']}-board"
    led_by = [leader["name"] for leader in row["led_by"] or []]
    document["meetings"].append(
        {
            "id": meeting,
            "body": "board",
            "title": row["title"],
            "starts": f"{row['date']}T00:00:00",
            "all_day": True,
            "state": "held",
            "presiding": ids[led_by[0]] if led_by else None,
            "source": row["source_path"],
        }
    )
    printed = [name for name in row["attendees"] if name not in ids]
    for order, name in enumerate(row["attendees_distinct"]):
        other = next((p for p in printed if p.split()[-1] == name.split()[-1]), "")
        stamp = {"id": f"{meeting}-{ids[name]}", "meeting": meeting, "person": ids[name], "kind": "present"}
        document["presence"].append({**stamp, "order": order, **({"printed": other} if other else {})})
    for number, guest in enumerate(row["also_in_attendance"] or [], 1):
        title = guest["role"] or ""
        row_id = f"{meeting}-g{number}"
        document["guests"].append({"id": row_id, "meeting": meeting, "name": guest["name"], "title": title})
    _foundation_items(document, row, meeting, ids)


def _foundation_items(document: Document, row: Row, meeting: str, ids: dict[str, str]) -> None:
    items = [(topic["title"], topic["text"]) for topic in row["topics"] or []]
    for title, key in (
        ("Grants approved", "grants_approved"),
        ("Individual members approved", "individual_members_approved"),
        ("Corporate members approved", "corporate_members_approved"),
    ):
        listed = [entry["raw"] if isinstance(entry, dict) else entry for entry in row[key] or []]
        if listed:
            items.append((title, "\n".join(listed)))
    if row["treasurers_report"]:
        items.append(("Treasurer's report", row["treasurers_report"]))
    for position, (title, text) in enumerate(items, 1):
        document["agenda_items"].append(
            {"id": f"{meeting}-{position}", "meeting": meeting, "position": position, "title": title, "text": text}
        )
    for number, motion in enumerate(row["motions"] or [], 1):
        _foundation_motion(document, row, meeting, motion, number, ids)
    for number, action in enumerate(row["action_items"] or [], 1):
        owner = action["owner"] or ""
        document["actions"].append(
            {"id": f"{meeting}-a{number}", "meeting": meeting, "text": action["text"], "owner_note": owner}
        )


def _foundation_motion(
    document: Document, row: Row, meeting: str, motion: Row, number: int, ids: dict[str, str]
) -> None:
    items = [item for item in document["agenda_items"] if item["meeting"] == meeting]
    item = next((item["id"] for item in items if item["title"] == motion["topic"]), None)
    named = (motion["votes"] or {}).get("by_name") or {}
    entry = {
        "id": f"{meeting}-m{number}",
        "body": "board",
        "meeting": meeting,
        "item": item,
        "order": number,
        "text": motion["text"],
        "vote_method": "not_recorded",
        "stated_by": row["source_path"],
        "flags": ["The source says that the vote was unanimous."] if (motion["votes"] or {}).get("unanimous") else [],
    }
    if motion["result"] is not None:
        entry["result_stated"] = RESULTS[motion["result"]]
    document["motions"].append(entry)
    for name, choice in named.items():
        document["votes"].append(
            {"id": f"{entry['id']}-{ids[name]}", "motion": entry["id"], "person": ids[name], "choice": choice}
        )


# --- motions with named votes: rows of three kinds -----------------------------------------------------


def motions_document(rows: list[Row], company: str) -> Document:
    """Motions, meetings with a roll or said to be meetings, votes between meetings, yearly boards."""
    motions = sorted((row for row in rows if row["record"] == "motion"), key=lambda row: (row["date"], row["seq"]))
    rolls = {row["date"]: row for row in rows if row["record"] == "attendance"}
    years = [row for row in rows if row["record"] == "board_year"]
    names = [member["name"] for row in years for member in row["members"]]
    names += [name for row in rolls.values() for name in row["attendees"]]
    names += [name for row in motions for name in (row["mover"], row["seconder"]) if name]
    names += [vote["name"] for row in motions for vote in row["votes"] or []]
    ids = ids_for(names)
    spellings = _spellings(motions, rolls)
    document: Document = {
        "boarddesk": 1,
        "company": [{"id": "company", "name": company}],
        "people": [
            {"id": ids[name], "name": name, **({"aliases": sorted(spellings[name])} if spellings.get(name) else {})}
            for name in ids
        ],
        "board_sizes": [
            {"id": f"size-{row['year']}", "size": len(row["members"]), "effective_from": f"{row['year']}-01-01"}
            for row in years
        ],
        "appointments": [
            {
                "id": f"{row['year']}-{ids[member['name']]}",
                "person": ids[member["name"]],
                "how": "initial",
                "start": f"{row['year']}-01-01",
                "end": f"{row['year'] + 1}-01-01",
                "end_reason": "term_ended",
            }
            for row in years
            for member in row["members"]
        ],
        "meetings": [],
        "presence": [],
        "guests": [],
        "consents": [],
        "motions": [],
        "votes": [],
    }
    dates = sorted({*rolls, *(row["date"] for row in motions if row["kind"] == "meeting")})
    for day in dates:
        _motions_meeting(document, day, rolls.get(day), ids)
    for row in motions:
        _motion(document, row, ids, set(dates))
    return document


def _spellings(motions: list[Row], rolls: dict[str, Row]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    pairs = [(vote["name"], vote["printed"]) for row in motions for vote in row["votes"] or []]
    pairs += [pair for row in rolls.values() for pair in zip(row["attendees"], row["attendees_printed"], strict=True)]
    pairs += [(row[role], row[f"{role}_printed"]) for row in motions for role in ("mover", "seconder") if row[role]]
    for name, printed in pairs:
        if printed != name:
            found.setdefault(name, set()).add(printed)
    return found


def _motions_meeting(document: Document, day: str, roll: Row | None, ids: dict[str, str]) -> None:
    meeting = f"{day}-board"
    document["meetings"].append(
        {"id": meeting, "body": "board", "starts": f"{day}T00:00:00", "all_day": True, "state": "held"}
    )
    if roll is None:
        return
    for order, (name, printed) in enumerate(zip(roll["attendees"], roll["attendees_printed"], strict=True)):
        stamp = {"id": f"{meeting}-{ids[name]}", "meeting": meeting, "person": ids[name], "kind": "present"}
        document["presence"].append({**stamp, "order": order, "printed": printed})
    for number, guest in enumerate(roll["guests"] or [], 1):
        document["guests"].append({"id": f"{meeting}-g{number}", "meeting": meeting, "name": guest})


def _motion(document: Document, row: Row, ids: dict[str, str], meetings: set[str]) -> None:
    motion = f"{row['date']}-{row['seq']}"
    entry = {
        "id": motion,
        "body": "board",
        "at": f"{row['date']}T00:00:00",
        "order": row["seq"],
        "text": row["text"],
        "mover": ids[row["mover"]] if row["mover"] else None,
        "seconders": [ids[row["seconder"]]] if row["seconder"] else [],
        "vote_method": "by_name" if row["votes"] else "by_counts" if row["counts"] else "not_recorded",
        "stated_by": f"{row['source_path']}, line {row['source_line']}",
        "printed": row["result_printed"] or "",
        "flags": ["The source mentions a proxy vote."] if "mentions a proxy vote" in row["flags"] else [],
    }
    counts = row["counts"] or {}
    for field, key in (("count_for", "first"), ("count_against", "second"), ("count_abstain", "third")):
        if counts.get(key) is not None:
            entry[field] = counts[key]
    if row["result_stated"]:
        entry["result_stated"] = row["result_stated"]
    if row["kind"] == "between_meetings":
        consent = f"{motion}-vote"
        day = {"circulated_on": row["date"], "kind": "vote_between_meetings"}
        document["consents"].append({"id": consent, "body": "board", **day})
        entry["consent"] = consent
        del entry["at"]
    elif row["date"] in meetings:
        entry["meeting"] = f"{row['date']}-board"
        del entry["at"]
    document["motions"].append(entry)
    for vote in row["votes"] or []:
        document["votes"].append(
            {
                "id": f"{motion}-{ids[vote['name']]}",
                "motion": motion,
                "person": ids[vote["name"]],
                "choice": vote["choice"],
                "printed": vote["printed"],
            }
        )
