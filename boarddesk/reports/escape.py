"""Record text made safe to print: no markup, no control characters, no character without a glyph."""

import unicodedata
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape

from boarddesk.reports import fonts
from boarddesk.reports.wording import no_break

# One face stands for its family: a word may turn up in any of its cuts.
_SERIF = (fonts.SERIF, fonts.SERIF_BOLD, fonts.SERIF_ITALIC)
_SANS = (fonts.SANS, fonts.SANS_BOLD, fonts.SANS_ITALIC)


def clean(text: str) -> str:
    """Text in composed form, without control, formatting and private characters; line breaks stay."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return "".join(_printable(c) for c in text)


def _printable(character: str) -> str:
    if "\ufe00" <= character <= "\ufe0f":
        # Variation selectors ask for a picture that no text face has.
        return ""
    if character in "\n\u00a0" or character.isprintable():
        return character
    if character in "\u2028\u2029\x0b\x0c\x85":
        return "\n"
    return " " if unicodedata.category(character) == "Zs" else ""


def describe(character: str) -> str:
    """A character that could not be set, e.g. "U+6797 (CJK unified ideograph)"."""
    name = unicodedata.name(character, "unnamed").capitalize()
    if name.startswith("Cjk"):
        # Ideographs are named by their number, which stands before the name.
        name = f"CJK{name[3:].rpartition('-')[0]}"
    return f"U+{ord(character):04X} ({name})"


@dataclass(slots=True)
class Escaper:
    """Sets record text for one document and remembers which characters had no glyph."""

    missing: dict[str, None] = field(default_factory=dict)

    def serif(self, text: str) -> str:
        """Markup for a paragraph in Source Serif; another script falls back to Source Sans."""
        return self._markup(no_break(clean(text)), _SERIF, ((fonts.SANS, _SANS),))

    def sans(self, text: str) -> str:
        """Markup for a paragraph in Source Sans."""
        return self._markup(no_break(clean(text)), _SANS, ())

    def plain(self, text: str) -> str:
        """Text to be drawn as it is in Source Sans; line breaks become spaces."""
        text = no_break(clean(text)).replace("\n", " ")
        return fonts.uncovered(*_SANS).sub(lambda run: self._replaced(run.group()), text)

    def title(self, text: str) -> str:
        """Markup for a title in the Subhead cut."""
        return self._markup(no_break(clean(text)), (fonts.SUBHEAD, fonts.SUBHEAD_BOLD), ((fonts.SANS, _SANS),))

    def reported(self) -> list[str]:
        """The characters that no face had, in the order met, described for a person."""
        return [describe(c) for c in self.missing]

    def _markup(self, text: str, faces: tuple[str, ...], others: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
        if text.isascii():
            return escape(text).replace("\n", "<br/>")
        parts: list[str] = []
        end = 0
        for run in fonts.uncovered(*faces).finditer(text):
            parts += [escape(text[end : run.start()]), self._fallen_back(run.group(), others)]
            end = run.end()
        parts.append(escape(text[end:]))
        return "".join(parts).replace("\n", "<br/>")

    def _fallen_back(self, run: str, others: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
        parts: list[str] = []
        for name, characters in groupby(run, key=lambda c: _face_for(c, others)):
            text = "".join(characters)
            parts.append(f'<font name="{name}">{escape(text)}</font>' if name else self._replaced(text))
        return "".join(parts)

    def _replaced(self, run: str) -> str:
        """What stands for characters without a glyph: their Unicode numbers, so that nothing is lost."""
        for character in run:
            self.missing.setdefault(character)
        return "".join(f"[U+{ord(c):04X}]" for c in run)


def _face_for(character: str, others: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return next((name for name, faces in others if not fonts.uncovered(*faces).search(character)), "")
