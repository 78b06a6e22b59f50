"""Reading tables: as JSON made by the database, and column by column where a value is not as we write it."""

from datetime import datetime
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.storage.codec import columns, from_columns
from boarddesk.storage.store import Store

MEETING = Meeting(
    id="m", body="board", starts=datetime(2026, 5, 7, 9), place="“Hall” \\ 3\n", could_hear=None, all_day=True
)
ITEM = AgendaItem(id="i", meeting="m", position=1, title="Süd", clauses=("GL-1.2", "GL-3.5"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(tmp_path / "a.boarddesk")
    with made.atomic():
        made.put(MEETING)
        made.put(ITEM)
    return made


@pytest.mark.parametrize("row", [MEETING, ITEM])
def test_both_ways_give_the_same_rows(store: Store, row: Meeting | AgendaItem) -> None:
    names = ", ".join(f'"{column.name}"' for column in columns(type(row)))
    slow = from_columns(type(row), store.db.execute(f"SELECT {names} FROM {row.table}").fetchall())  # noqa: S608 - names are our own
    assert store.load(type(row)) == slow == [row]
    store.close()


def test_json_that_is_none_is_said_to_be_damage(store: Store) -> None:
    with store.atomic() as db:
        db.execute("UPDATE agenda_items SET clauses = '[broken'")
    with pytest.raises(UserError) as caught:
        store.load(AgendaItem)
    assert caught.value.code == "damaged"
    store.close()
