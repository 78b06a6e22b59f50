"""Files that ship with the program: fonts, icons, rule books, templates, the sample company."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The resources folder: beside the package in a checkout, inside it once installed."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """A file or folder below the resources folder, e.g. `path("fonts", "Inter-Regular.ttf")`."""
    return root().joinpath(*parts)
