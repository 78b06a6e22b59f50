"""The whole record as JSON: lossless, canonical, strict, and described by its schema."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.interchange.formats import record_json
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.sample import sample_document
from boarddesk.services.workspace import Services, new_company, open_company

PEOPLE = [{"id": "p1", "name": "Víðir Q", "aliases": ["V. Q"]}, {"id": "p2", "name": "B C"}]
SMALL: dict[str, Any] = {
    "boarddesk": 1,
    "people": PEOPLE,
    "board_sizes": [{"id": "b1", "size": 3, "effective_from": "2020-01-01"}],
    "appointments": [{"id": "a1", "person": "p1", "class": "I", "start": "2020-01-01", "term_ends_year": 2023}],
    "meetings": [{"id": "m1", "body": "board", "starts": "2020-02-01T09:00:00", "state": "held"}],
    "presence": [{"id": "s1", "meeting": "m1", "person": "p1", "kind": "present", "mode": "room"}],
    "motions": [{"id": "v1", "body": "board", "meeting": "m1", "text": "RESOLVED, that …", "vote_method": "by_name"}],
    "votes": [{"id": "v1-p1", "motion": "v1", "person": "p1", "choice": "for"}],
}


def fresh(folder: Path, name: str = "acme") -> Services:
    return new_company(folder / f"{name}.boarddesk", Company(id="company", name="Acme"))


def run(services: Services, document: dict[str, Any] | bytes, name: str = "in.json") -> None:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    services.bus.do(ImportRecord(record_json.read(data, name), name))


def test_export_import_export_gives_the_same_bytes(tmp_path: Path) -> None:
    first = fresh(tmp_path)
    run(first, SMALL)
    once = first.exported()
    first.close()
    second = fresh(tmp_path, "other")
    run(second, once)
    assert second.exported() == once
    second.close()
    third = open_company(tmp_path / "other.boarddesk", write=False)
    assert third.exported() == once
    third.close()


def test_the_sample_survives_the_round_trip(tmp_path: Path) -> None:
    document = record_json.read(sample_document(), "sample")
    company = next(row for row in document.rows if isinstance(row, Company))
    first = new_company(tmp_path / "a.boarddesk", Company(id="company", name=company.name))
    run(first, sample_document())
    once = first.exported()
    second = new_company(tmp_path / "b.boarddesk", Company(id="company", name=company.name))
    run(second, once)
    assert second.exported() == once
    assert len(once) > 100_000
    jsonschema.validate(json.loads(once), record_json.schema())
    first.close()
    second.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5), minute=st.integers(0, 59))
def test_any_unicode_survives(tmp_path_factory: pytest.TempPathFactory, names: list[str], minute: int) -> None:
    starts = datetime(2026, 3, 1, 9, minute, tzinfo=UTC).replace(tzinfo=None).isoformat()
    meeting = {"id": "m1", "body": "board", "starts": starts, "note": names[0]}
    people = [{"id": f"p{i}", "name": name, "aliases": names} for i, name in enumerate(names)]
    folder = tmp_path_factory.mktemp("unicode")
    first = fresh(folder)
    run(first, {"people": people, "meetings": [meeting]})
    once = first.exported()
    first.close()
    again = open_company(folder / "acme.boarddesk", write=False)
    assert again.exported() == once
    assert [row["name"] for row in json.loads(once)["people"]] == names
    again.close()


def test_importing_again_skips_what_is_equal(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    run(services, SMALL)
    size = services.journal_size()
    run(services, SMALL)
    assert services.journal_size() == size
    services.close()


def test_the_first_journal_row_of_an_import_names_the_source(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    data = json.dumps(SMALL).encode()
    run(services, data)
    [text] = services.store.db.execute("SELECT payload FROM journal_payloads WHERE seq = 2").fetchone()
    assert json.loads(text)["source"] == record_json.read(data, "x").sha256
    services.close()


def test_every_fault_is_named_at_once_and_nothing_is_imported(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    before = services.exported()
    bad = {
        **SMALL,
        "people": [*PEOPLE, {"id": "P 3", "nme": 1}],
        "meetings": [{"id": "m1", "body": "bord", "starts": "2020-02-01T09:00:00"}],
        "appointments": [{"id": "a1", "person": "p9", "start": "2020-01-01", "end": "2019-01-01"}],
        "seats": [],
    }
    with pytest.raises(UserError) as caught:
        run(services, bad, "bad.json")
    places = {fault.where for fault in caught.value.faults}
    assert places >= {
        "bad.json, people row 3 (P 3), field id",
        "bad.json, people row 3 (P 3), field name",
        "bad.json, people row 3 (P 3), field nme",
        "bad.json, appointments a1, field person",
        "bad.json, appointments a1, field end",
        "bad.json, meetings m1, field body",
        "bad.json",
    }
    assert services.exported() == before
    services.close()


def test_a_differing_row_is_a_fault(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    run(services, SMALL)
    with pytest.raises(UserError) as caught:
        run(services, {"people": [{"id": "p1", "name": "Somebody Else"}]})
    [fault] = caught.value.faults
    assert fault.where == "in.json, people p1, field name, aliases"
    services.close()


def test_a_company_with_only_its_name_is_filled(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    run(services, {"company": [{"id": "company", "name": "Acme", "ticker": "ACME"}]})
    assert services.record.company.ticker == "ACME"
    with pytest.raises(UserError):
        run(services, {"company": [{"id": "company", "name": "Acme", "ticker": "XXXX"}]})
    services.close()


def test_attachments_travel_with_their_bytes(tmp_path: Path) -> None:
    first = fresh(tmp_path)
    row = {
        "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
        "media_type": "text/plain",
        "data": "Zm9v",
    }
    document = {"title": "Foo", "id": "d1", "kind": "other", "attachment": row["sha256"]}
    run(first, {"attachments": [row], "documents": [document]})
    assert first.attachment(row["sha256"]) == b"foo"
    second = fresh(tmp_path, "b")
    run(second, first.exported())
    assert second.attachment(row["sha256"]) == b"foo"
    with pytest.raises(UserError, match="fault"):
        run(second, {"attachments": [{**row, "data": "Zm9vbw=="}]})
    first.close()
    second.close()


def test_not_json_is_said(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    for data in (b"", b"{", b"\xff\xfe", b"[1]"):
        with pytest.raises(UserError) as caught:
            run(services, data)
        assert caught.value.code == "not_json"
    services.close()


def test_schema_describes_every_table(tmp_path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(record_json.schema())
    jsonschema.validate(SMALL, record_json.schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"people": [{"id": "p1"}]}, record_json.schema())


def test_a_byte_order_mark_is_passed_over() -> None:
    [person] = record_json.read(b'\xef\xbb\xbf{"people": [{"id": "p", "name": "Ann"}]}', "a.json").rows
    assert person.id == "p"


@pytest.mark.parametrize("data", [b'{"people": [{"id": "p", "name": "\xe9"}]}', b"[" * 100_000, b"", b"\xff\xfe{\0}\0"])
def test_what_is_no_json_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        record_json.read(data, "a.json")
    assert caught.value.code == "not_json"


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ('{"people": [], "people": []}', "a.json"),
        ('{"people": [{"id": "p", "name": "Ann", "name": "Bob"}]}', "a.json, row p"),
    ],
)
def test_a_name_that_stands_twice_is_a_fault(document: str, where: str) -> None:
    [fault] = record_json.read(document.encode(), "a.json").faults
    assert (fault.where, fault.what.partition("”")[2]) == (where, " stands 2 times in one object.")


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("starts", "2026-01-01T09:00:00Z", "It names a time zone; write the local time alone, as 2026-11-12T09:00:00."),
        ("starts", "2026-01-01", "It is no time of day; write it as 2026-11-12T09:00:00."),
        ("scheduled_on", "2023-02-29", "It is no day; write it as 2026-11-12."),
        ("state", "done", "“done” is none of the words known here."),
        ("title", "x" * 501, "It is too long: at most 500 characters."),
        ("sequence", -1, "It is too small: at least 0."),
    ],
)
def test_faults_are_said_in_plain_words(field: str, value: object, says: str) -> None:
    row = {"id": "m", "body": "board", "starts": "2026-01-01T09:00:00", field: value}
    [fault] = record_json.read(json.dumps({"meetings": [row]}).encode(), "a.json").faults
    assert (fault.what, fault.where) == (says, f"a.json, meetings row 1 (m), field {field}")


def test_a_file_holds_one_company(tmp_path: Path) -> None:
    services = fresh(tmp_path)
    with pytest.raises(UserError) as caught:
        run(services, {"company": [{"id": "other", "name": "Other"}]})
    assert [fault.where for fault in caught.value.faults] == ["in.json, company other, field id"]
    services.close()
