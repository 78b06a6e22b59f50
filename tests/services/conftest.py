"""What most tests of the services work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.services.workspace import Services
from tests.services.meeting_case import company


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    """The small company of `meeting_case`, open for writing; a module with another company has its own."""
    opened = company(company_path)
    yield opened
    opened.close()
