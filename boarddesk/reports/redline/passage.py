"""One paragraph of a file, as it is compared."""

import msgspec


class Passage(msgspec.Struct, frozen=True):
    """One paragraph and the page it begins on (0 where its file has none); `around` was left out of the text."""

    text: str
    page: int = 0
    around: bool = False
