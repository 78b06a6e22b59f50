import pytest

from boarddesk.reports.escape import Escaper, clean


def test_markup_in_a_record_is_text() -> None:
    assert Escaper().serif("<b>x</b> & <img src='y'>") == "&lt;b&gt;x&lt;/b&gt; &amp; &lt;img src='y'&gt;"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("tab\there", "tab here"),
        ("zero\u200bwidth \u202eoverride", "zerowidth override"),
        ("ideographic\u3000space", "ideographic space"),
        ("no\u00a0break", "no\u00a0break"),
        ("line\r\nbreak\u2028end", "line\nbreak\nend"),
        ("Z\u030can", "Žan"),
    ],
)
def test_control_characters_go_and_letters_are_composed(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.parametrize("name", ["Víðir", "Žan", "Wiśniewolski", "Çelikbaran", "Sørhaug", "Αθηνά", "Жанна"])
def test_names_in_latin_greek_and_cyrillic_need_no_help(name: str) -> None:
    escaper = Escaper()
    assert escaper.serif(name) == name
    assert escaper.sans(name) == name
    assert escaper.reported() == []


def test_a_letter_that_the_serif_lacks_is_set_in_the_sans() -> None:
    escaper = Escaper()
    assert escaper.serif("ȝe") == '<font name="Sans">ȝ</font>e'
    assert escaper.reported() == []


def test_a_character_without_any_glyph_is_shown_by_its_number_and_reported_once() -> None:
    escaper = Escaper()
    assert escaper.sans("林 & 林") == "[U+6797] &amp; [U+6797]"
    assert escaper.plain("👍") == "[U+1F44D]"
    assert escaper.reported() == ["U+6797 (CJK unified ideograph)", "U+1F44D (Thumbs up sign)"]
