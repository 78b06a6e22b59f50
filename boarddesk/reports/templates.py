"""Standing words of documents, from `resources/templates`."""

from functools import cache
from typing import Any, cast

import yaml

from boarddesk.common import resources


@cache
def template(name: str) -> dict[str, Any]:
    """The words of one document by their keys; texts are markup and may hold named fields."""
    text = resources.path("templates", f"{name}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return cast("dict[str, Any]", yaml.load(text, Loader=loader))  # noqa: S506 - a safe loader, in C where it is built
