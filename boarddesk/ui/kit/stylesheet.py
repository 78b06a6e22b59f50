"""One stylesheet for the whole application, generated from the tokens."""

import re

from boarddesk.common import resources
from boarddesk.ui.kit.fonts import POINTS_PER_PX
from boarddesk.ui.kit.tokens import TYPE, Palette

# {name} is a color token, <n> a size in px at text scale 1, [[role]] a font of a type role,
# url(name) a mark drawn for this kit in the scheme's colors.
SHEET = """
* { outline: none; }
QWidget { color: {ink}; }
QToolTip { background: {ink}; color: {window}; border: 0; padding: <4>px <8>px; [[small]] }
QMainWindow, QDialog { background: {window}; }
QLabel { background: transparent; }
QLabel[role="medium"] { [[medium]] } QLabel[role="strong"] { [[strong]] } QLabel[role="small"] { [[small]] }
QLabel[role="small-medium"] { [[small-medium]] } QLabel[role="small-strong"] { [[small-strong]] }
QLabel[role="number"] { [[number]] } QLabel[role="title"] { [[title]] } QLabel[role="record"] { [[record]] }
QLabel[role="letter"] { [[letter]] } QLabel[role="record-strong"] { [[record-strong]] }
%TONES%
QLabel[keycap="true"] { [[small]] color: {ink3}; background: {surface}; border: 1px solid {line2};
  border-radius: 3px; padding: 0 <5>px; min-height: <16>px; max-height: <16>px; }

QPushButton { min-height: <26>px; max-height: <26>px; padding: 0 <11>px; border: 1px solid {line2};
  border-radius: <4>px; background: {surface}; color: {ink}; [[medium]] }
QPushButton:hover { background: {hover}; }
QPushButton:pressed, QPushButton:checked { background: {sel}; }
QPushButton:disabled { background: {inset}; color: {ink3}; border-color: {line}; }
QPushButton[kind="primary"] { background: {accent}; border-color: {accent}; color: {onaccent}; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: {slate};
  border-color: {slate}; }
QPushButton[kind="primary"]:disabled { background: {inset}; color: {ink3}; border-color: {line}; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; color: {accent};
  padding: 0 <6>px; }
QPushButton[kind="flat"]:hover { background: {hover}; }
QPushButton[kind="flat"]:pressed { background: {sel}; }
QPushButton[kind="flat"]:disabled { color: {ink3}; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: {ink2};
  padding: 0 <4>px; }
QPushButton[kind="quiet"]:hover { background: {hover}; }
QPushButton[kind="quiet"]:disabled { color: {ink3}; }
QPushButton[small="true"] { min-height: <22>px; max-height: <22>px; padding: 0 <8>px; }
QPushButton[small="true"][kind="flat"] { padding: 0 <4>px; }
QPushButton::menu-indicator { width: 0; image: none; }

QLineEdit, QComboBox, QAbstractSpinBox { min-height: <26>px; max-height: <26>px; border: 1px solid {field};
  border-radius: <4>px; background: {surface}; color: {ink}; padding: 0 <7>px;
  selection-background-color: {accent}; selection-color: {onaccent}; placeholder-text-color: {ink3}; }
QPlainTextEdit, QTextEdit { border: 1px solid {field}; border-radius: <4>px; background: {surface};
  color: {ink}; padding: <3>px <4>px; selection-background-color: {accent}; selection-color: {onaccent};
  placeholder-text-color: {ink3}; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid {accent}; padding: 0 <6>px;
  min-height: <24>px; max-height: <24>px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid {accent}; padding: <2>px <3>px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled, QLineEdit:read-only { background: {inset}; border-color: {line2}; color: {ink2}; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border-color: {red-s}; }
QLineEdit QToolButton { border: 0; padding: 0; margin: 0; background: transparent; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; min-height: <20>px;
  background: transparent; }
QComboBox::drop-down { border: 0; width: <24>px; }
QComboBox::down-arrow { image: url(down); width: <14>px; height: <14>px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QPlainTextEdit[record="true"], QTextEdit[record="true"] { [[record]] }

QCheckBox, QRadioButton { spacing: <8>px; min-height: <22>px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: {ink3}; }
QCheckBox::indicator, QRadioButton::indicator { width: <14>px; height: <14>px; border: 1px solid {field};
  border-radius: 3px; background: {surface}; }
QRadioButton::indicator { border-radius: <8>px; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(tick); }
QCheckBox::indicator:indeterminate { background: {accent}; border-color: {accent}; image: url(dash); }
QRadioButton::indicator:checked { background: {accent}; border-color: {accent}; image: url(dot); }
QCheckBox:focus, QRadioButton:focus { border: 2px solid {accent}; border-radius: 3px; }
QCheckBox, QRadioButton { border: 2px solid transparent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: {inset};
  border-color: {line2}; }

QAbstractItemView { background: {surface}; color: {ink}; border: 0; outline: 0;
  selection-background-color: {sel}; selection-color: {ink}; }
QComboBox QAbstractItemView, QListView#completions { border: 1px solid {line2}; padding: <4>px 0; }
QComboBox QAbstractItemView::item, QListView#completions::item { min-height: <28>px; padding: 0 <8>px;
  color: {ink}; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover,
QListView#completions::item:selected { background: {sel}; color: {ink}; }
QHeaderView { background: {inset}; border: 0; }
QHeaderView::section { background: {inset}; color: {ink2}; border: 0; border-bottom: 1px solid {line};
  padding: 0 <8>px; [[small-medium]] }
QTableCornerButton::section { background: {inset}; border: 0; }

QMenu { background: {surface}; border: 1px solid {line2}; padding: <4>px 0; }
QMenu::item { padding: <5>px <24>px <5>px <12>px; color: {ink}; background: transparent; }
QMenu::icon { padding-left: <12>px; }
QMenu::item:selected { background: {sel}; }
QMenu::item:disabled { color: {ink3}; }
QMenu::indicator { width: <14>px; height: <14>px; left: <8>px; }
QMenu::indicator:checked { image: url(check); }
QMenu::separator { height: 1px; background: {line}; margin: <4>px 0; }
QMenuBar { background: transparent; border: 0; }
QMenuBar::item { background: transparent; color: {ink2}; padding: <4>px <7>px; border-radius: <4>px; }
QMenuBar::item:selected { background: {hover}; color: {ink}; }

QScrollBar:vertical { background: transparent; width: <12>px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: <12>px; margin: 0; border: 0; }
QScrollBar::handle { background: {line2}; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: <28>px; } QScrollBar::handle:horizontal { min-width: <28>px; }
QScrollBar::handle:hover { background: {field}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QSplitter::handle { background: {line2}; }
QSplitter::handle:hover { background: {accent}; }

*[ground="window"] { background: {window}; } *[ground="surface"] { background: {surface}; }
*[ground="inset"] { background: {inset}; } *[ground="rail"] { background: {rail}; }
*[ground="desk"] { background: {desk}; } *[ground="sel"] { background: {sel}; }
*[ground="violet-t"] { background: {violet-t}; }
QFrame[card="true"] { background: {surface}; border: 1px solid {line}; border-radius: <4>px; }
QFrame[rule="true"] { background: {line}; border: 0; min-height: 1px; max-height: 1px; }
QFrame[rule="edge"] { background: {line2}; border: 0; min-height: 1px; max-height: 1px; }

QCalendarWidget QAbstractItemView { selection-background-color: {accent};
  selection-color: {onaccent}; }
QCalendarWidget QAbstractItemView:disabled { color: {ink3}; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: {inset}; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget { min-width: <240>px; min-height: <220>px; }
QCalendarWidget QToolButton { color: {ink}; background: transparent; border: 0; padding: <4>px; }
QCalendarWidget QToolButton:hover { background: {hover}; }
QCalendarWidget QSpinBox { min-width: <60>px; }
"""

TONES = (
    *("ink", "ink2", "ink3", "accent", "onaccent"),
    *("green", "red", "oct", "orange", "amber", "teal", "violet", "grey", "slate"),
)


def make(palette: Palette, scale: float, text_scale: float) -> str:
    """The stylesheet for a palette; `scale` for sizes in px, `text_scale` for points."""
    sheet = SHEET.replace("%TONES%", "\n".join(f'QLabel[tone="{t}"] {{ color: {{{t}}}; }}' for t in TONES))
    sheet = re.sub(r"<(\d+)>", lambda m: str(round(int(m[1]) * scale)), sheet)
    sheet = re.sub(r"\[\[([a-z-]+)\]\]", lambda m: _font(m[1], text_scale), sheet)
    sheet = re.sub(r"url\((\w+)\)", lambda m: f'url("{_mark(m[1], dark=palette.dark)}")', sheet)
    return re.sub(r"\{([a-z0-9_]+(?:-[ts])?)\}", lambda m: palette.hex(m[1]), sheet)


def _font(role: str, text_scale: float) -> str:
    kind = TYPE[role]
    points = kind.size * POINTS_PER_PX * text_scale
    return f'font-family: "{kind.family}"; font-size: {points:.2f}pt; font-weight: {kind.weight};'


def _mark(name: str, *, dark: bool) -> str:
    return resources.path("icons", "kit", f"{name}-{'dark' if dark else 'light'}.svg").as_posix()
