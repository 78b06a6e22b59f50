"""Color, space, size and type of the window: every value that a page may look up."""

import msgspec


class Hue(msgspec.Struct, frozen=True):
    """One color of state: `text` on its `tint` or on a surface, `solid` for marks and edges."""

    text: str
    tint: str
    solid: str


class Palette(msgspec.Struct, frozen=True):
    """All colors of one scheme as "#RRGGBB"; grounds first, then text and lines, then hues."""

    dark: bool
    window: str
    rail: str
    surface: str
    inset: str
    sel: str
    hover: str
    desk: str
    green_quiet: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    onaccent: str
    cut: str
    field: str
    line: str
    line2: str
    green: Hue
    red: Hue
    oct: Hue
    orange: Hue
    amber: Hue
    teal: Hue
    violet: Hue
    grey: Hue
    slate: Hue

    def hex(self, token: str) -> str:
        """The color of a token: "ink2", a hue's text "green", its tint "green-t", its solid "green-s"."""
        name, _, part = token.partition("-")
        found = getattr(self, name)
        if isinstance(found, Hue):
            return {"": found.text, "t": found.tint, "s": found.solid}[part]
        # The accent is used like a hue where something is planned: its tint is that of a selection.
        return self.sel if (name, part) == ("accent", "t") else str(found)


LIGHT = Palette(
    dark=False,
    window="#F2F4F6",
    rail="#E7EAEE",
    surface="#FFFFFF",
    inset="#F7F8FA",
    sel="#E3EBF6",
    hover="#EEF1F5",
    desk="#CFD4DB",
    green_quiet="#EFF7F2",
    ink="#161C27",
    ink2="#464F60",
    ink3="#5F6878",
    accent="#234E8A",
    onaccent="#FFFFFF",
    cut="#FFFFFF",
    field="#848D9B",
    line="#DCE0E6",
    line2="#BCC3CD",
    green=Hue("#17633A", "#E0F0E6", "#22794A"),
    red=Hue("#9E1F1D", "#FBE5E3", "#B3312C"),
    oct=Hue("#741013", "#F3D3D1", "#741013"),
    orange=Hue("#8F3B07", "#FCE9DA", "#B9500A"),
    amber=Hue("#6E4E00", "#F9EFCB", "#8A6300"),
    teal=Hue("#0B586B", "#DCEFF2", "#0F6C82"),
    violet=Hue("#57368F", "#EDE7F7", "#6B47A8"),
    grey=Hue("#515A68", "#EBEDF1", "#6B7483"),
    slate=Hue("#35526F", "#E4ECF4", "#44678B"),
)

DARK = Palette(
    dark=True,
    window="#13161B",
    rail="#0F1216",
    surface="#1A1E25",
    inset="#1F242C",
    sel="#21334E",
    hover="#232932",
    desk="#0B0D10",
    green_quiet="#17261F",
    ink="#E7EAF0",
    ink2="#B6BDC9",
    ink3="#98A1B0",
    accent="#8DB5F0",
    onaccent="#13161B",
    cut="#13161B",
    field="#707988",
    line="#2C323B",
    line2="#464E5A",
    green=Hue("#7FCB9D", "#173326", "#4FA776"),
    red=Hue("#F29A93", "#3E1F20", "#E0675F"),
    oct=Hue("#FFB3AD", "#54191B", "#F0766E"),
    orange=Hue("#F3AE7B", "#3D2819", "#E08A48"),
    amber=Hue("#E6C566", "#352C14", "#CBA53B"),
    teal=Hue("#7CC9DA", "#15323A", "#4BA5BA"),
    violet=Hue("#C3AEEE", "#2D2543", "#9D82D8"),
    grey=Hue("#AAB2BF", "#272C35", "#8A93A2"),
    slate=Hue("#9FBEDD", "#1F2D3C", "#7299C2"),
)

HUES = ("green", "red", "oct", "orange", "amber", "teal", "violet", "grey", "slate")


class TypeRole(msgspec.Struct, frozen=True):
    """One setting of type: family, size and line height in px at 96 dpi, weight."""

    family: str
    size: int
    line: int
    weight: int


SANS = "Inter"
SERIF = "Source Serif 4"

TYPE = {
    "base": TypeRole(SANS, 13, 18, 400),
    "medium": TypeRole(SANS, 13, 18, 500),
    "strong": TypeRole(SANS, 13, 18, 600),
    "small": TypeRole(SANS, 12, 16, 400),
    "small-medium": TypeRole(SANS, 12, 16, 500),
    "small-strong": TypeRole(SANS, 12, 16, 600),
    "letter": TypeRole(SANS, 11, 16, 600),
    "number": TypeRole(SANS, 20, 26, 600),
    "title": TypeRole(SERIF, 20, 26, 600),
    "record": TypeRole(SERIF, 15, 21, 400),
    "record-strong": TypeRole(SERIF, 15, 21, 600),
}

# Sizes in px at 96 dpi and a text scale of 1; `Theme.px` scales them with the system's text.
PAGE_MARGIN = 16
PAGE_HEADER = 52
TAB_ROW = 34
TABLE_HEAD = 26
ROW_DENSE, ROW_LIST, ROW_TWO_LINES = 26, 34, 44
BUTTON, BUTTON_SMALL = 28, 24
CHIP, CLAUSE_CHIP, BODY_TOKEN = 20, 18, 18
INSPECTOR_MIN, INSPECTOR_WIDTH = 280, 344
ICON_CHIP, ICON_ROW, ICON_RAIL, ICON_EMPTY = 14, 16, 20, 24
RADIUS, RADIUS_CHIP, RADIUS_DIALOG = 4, 3, 6
SELECTION_BAR = 3
FOCUS = 2
