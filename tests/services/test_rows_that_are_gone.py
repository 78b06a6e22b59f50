"""A command about a row that was taken out meanwhile is refused in words, whichever command it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.motions import Action
from boarddesk.domain.people import Person
from boarddesk.services.bus import Command
from boarddesk.services.commands.actions import ChangeAction
from boarddesk.services.commands.add_person import EditPerson
from boarddesk.services.sample import make_sample
from boarddesk.services.workspace import Services, new_company, open_company
from tests.services.any_command import Hand, every_command

TRIES = 12
RARE = {"CirculateMinutes", "DisposeUnderPolicy", "DisposeAll", "PullOut", "ResumeMeeting"}
"""Commands for which the sample gives an occasion to few values only."""
NAMING = [kind for kind in every_command() if kind.__name__ != "TakePapers"]
"""All of them but the one that holds others, whose parts are among these."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A company whose rows the commands name."""
    path = tmp_path_factory.mktemp("gone") / "sample.boarddesk"
    make_sample(path)
    services = open_company(path)
    yield services
    services.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Services]:
    """Another that has none of them."""
    services = new_company(tmp_path / "bare.boarddesk", Company(id="company", name="Bare, Inc."))
    yield services
    services.close()


@pytest.mark.parametrize("kind", NAMING, ids=lambda kind: kind.__name__)
def test_nothing_but_a_refusal_comes_of_it(kind: type[Command], full: Services, bare: Services) -> None:
    made = 0
    for seed in range(TRIES):
        try:
            command = Hand(full, seed).make(kind)
        except (UserError, LookupError):
            continue
        made += 1
        before = bare.record
        try:
            bare.bus.do(command)
        except UserError:
            assert bare.record is before
    assert made or kind.__name__ in RARE


def test_the_refusal_names_what_is_gone(bare: Services) -> None:
    with pytest.raises(UserError, match="The person is no longer there") as refused:
        bare.bus.do(EditPerson(Person(id="gone", name="Ann Arden")))
    assert refused.value.code == "gone"
    with pytest.raises(UserError, match="no longer there"):
        bare.bus.do(ChangeAction(Action(id="gone", meeting="gone", text="Send the letter")))
    with pytest.raises(UserError, match="The person is no longer there"):
        bare.bus.preview(EditPerson(Person(id="gone", name="Ann Arden")))
