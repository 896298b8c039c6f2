"""The text of the one application style sheet, filled from the tokens. It refuses any value of its own.

In the templates `$name` is a colour, `$p32` a length (see _Values), `$f_h1` a type style and `$i_check` an icon file.
"""

from string import Template

from volunteer_app.ui.look import Look
from volunteer_app.ui.tokens import TYPE, Color

INDICATORS: dict[str, tuple[str, Color]] = {
    "check": ("checkmark", Color.ON_SOLID),
    "down": ("chevron_down", Color.TEXT2),
    "up": ("chevron_up", Color.TEXT2),
    "right": ("chevron_right", Color.TEXT2),
}

_FRAME = """
QWidget { outline: none; }
QMainWindow, QDialog, QWidget[kind="page"] { background: $bg; }
QFrame[kind="card"], QWidget[kind="card"] { background: $surface; border: 1px solid $border; border-radius: $p8; }
QFrame[kind="well"] { background: $surface2; border: 1px solid $border; border-radius: $p6; }
QFrame[kind="card"][tone="ok"] { background: $ok_soft; border-color: $ok_solid; }
QFrame[kind="card"][tone="warn"] { background: $warn_soft; border-color: $warn_fill; }
QFrame[kind="card"][tone="danger"] { background: $danger_soft; border-color: $danger_solid; }
QFrame[kind="card"]:focus { border: 2px solid $focus; }
QFrame[kind="line"] { background: $border; border: none; min-height: 1px; max-height: 1px; }
QFrame[kind="vline"] { background: $border; border: none; min-width: 1px; max-width: 1px; }
QWidget[kind="nav"] { background: $nav; border: none; border-right: 1px solid $border; }
QWidget[kind="status"] { background: $nav; border: none; border-top: 1px solid $border; }
QWidget[kind="toast"] { background: $surface; border: 1px solid $border2; border-radius: $p8; }
QWidget[kind="inline"] { border-radius: $p6; border: 1px solid $border; background: $surface2; }
QWidget[kind="inline"][tone="info"] { background: $accent_soft; border-color: $accent; }
QWidget[kind="inline"][tone="ok"] { background: $ok_soft; border-color: $ok_solid; }
QWidget[kind="inline"][tone="warn"] { background: $warn_soft; border-color: $warn_fill; }
QWidget[kind="inline"][tone="danger"] { background: $danger_soft; border-color: $danger_solid; }
QWidget[kind="banner"][tone="lv1"] { background: $lv1; }
QWidget[kind="banner"][tone="lv2"] { background: $lv2; }
QWidget[kind="banner"][tone="lv3"] { background: $lv3; }
QWidget[kind="banner"][tone="lv4"] { background: $lv4; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover, QSplitter::handle:focus { background: $border; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] { background: transparent; border: none; }
QToolTip { $f_caption; color: $text; background: $surface; border: 1px solid $border2; padding: $p4 $p8; }
"""

_LABELS = """
QLabel { color: $text; background: transparent; }
QLabel[role="caption"] { $f_caption; color: $text2; }
QLabel[role="caption_strong"] { $f_caption_strong; color: $text2; }
QLabel[role="strong"] { $f_strong; }
QLabel[role="h2"] { $f_h2; }
QLabel[role="h1"] { $f_h1; }
QLabel[role="number"] { $f_number; }
QLabel[role="phone"] { $f_phone; }
QLabel[role="timer"] { $f_timer; }
QLabel[ink="text2"] { color: $text2; }
QLabel[ink="text3"] { color: $text3; }
QLabel[ink="accent_text"] { color: $accent_text; }
QLabel[ink="ok"] { color: $ok; }
QLabel[ink="warn"] { color: $warn; }
QLabel[ink="danger"] { color: $danger; }
QLabel[ink="on_solid"] { color: $on_solid; }
QLabel[ink="lv3_text"] { color: $lv3_text; }
QLabel:disabled { color: $text3; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  color: $text; background: $surface; border: 1px solid $border; border-radius: $p6;
  padding: 0 $p12; min-height: $h32; }
QToolButton { padding: 0 $p4; min-width: $p20; max-height: $h32; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
  background: $accent_soft; color: $accent_text; border-color: $accent_text; }
QPushButton:disabled, QToolButton:disabled { color: $text3; background: $surface2; border-color: $border; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 0 $m12; min-height: $g32; }
QToolButton:focus { padding: 0 $m4; max-height: $g32; }
QPushButton[kind="primary"] { $f_strong; color: $on_solid; background: $accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { color: $text3; background: $mute_soft; border-color: $border; }
QPushButton[kind="danger"] { $f_strong; color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[kind="danger"]:pressed { background: $danger_soft; color: $danger; }
QPushButton[kind="danger"]:focus { border-color: $focus; }
QPushButton[kind="danger_solid"] {
  $f_strong; color: $on_solid; background: $danger_solid; border-color: $danger_solid; }
QPushButton[kind="danger_solid"]:hover { background: $danger_solid_hover; }
QPushButton[kind="danger_solid"]:focus { border-color: $text; }
QPushButton[kind="danger"]:disabled, QPushButton[kind="danger_solid"]:disabled {
  color: $text3; background: $mute_soft; border-color: $border; }
QPushButton[kind="link"] { color: $accent_text; background: transparent; border-color: transparent; padding: 0 $p4; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:disabled { color: $text3; }
QPushButton[kind="link"]:focus { border-color: $focus; padding: 0 $m4; }
QPushButton[kind="ghost"], QToolButton[kind="ghost"] { background: transparent; border-color: transparent; }
QPushButton[kind="ghost"]:hover, QToolButton[kind="ghost"]:hover { background: $hover; }
QPushButton[kind="ghost"]:focus, QToolButton[kind="ghost"]:focus { border-color: $focus; }
QPushButton[kind="status"], QToolButton[kind="status"] {
  $f_caption; color: $text2; background: transparent; border-color: transparent; padding: 0 $p6; min-height: $h24;
  border-radius: $p4; }
QPushButton[kind="status"][tone="warn"] { color: $warn; background: $warn_soft; }
QPushButton[kind="status"][tone="danger"] { color: $danger; background: $danger_soft; }
QPushButton[kind="status"]:hover, QToolButton[kind="status"]:hover { background: $hover; }
QPushButton[kind="status"]:focus, QToolButton[kind="status"]:focus {
  border: 2px solid $focus; padding: 0 $m6; min-height: $g24; }
QPushButton[kind="banner"] { $f_caption_strong; background: transparent; min-height: $h26; }
QPushButton[kind="banner"][tone="lv3"] { color: $lv3_text; border-color: $lv3_text; }
QPushButton[kind="banner"][tone="lv1"], QPushButton[kind="banner"][tone="lv2"], QPushButton[kind="banner"][tone="lv4"] {
  color: $on_solid; border-color: $on_solid; }
QPushButton[kind="banner"]:focus { border-width: 2px; }
QPushButton[kind="chip"] { border-radius: $p14; padding: 0 $p12; min-height: $h28; color: $text2; }
QPushButton[kind="chip"]:checked {
  $f_strong; color: $accent_text; background: $accent_soft; border-color: $accent_text; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 0 $m12; min-height: $g28; }
QPushButton[kind="segment"] { border-radius: 0; padding: 0 $p16; margin-right: -1px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: $p6; border-bottom-left-radius: $p6; }
QPushButton[kind="segment"][place="last"] {
  border-top-right-radius: $p6; border-bottom-right-radius: $p6; margin-right: 0; }
QPushButton[kind="segment"]:checked { $f_strong; color: $accent_text; background: $accent_soft; }
QPushButton[kind="segment"]:focus { padding: 0 $m16; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QDialogButtonBox { button-layout: 0; }
"""

_INPUTS = """
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
  color: $text; background: $surface; border: 1px solid $border2; border-radius: $p6; padding: 0 $p8;
  selection-background-color: $accent; selection-color: $on_solid; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $h32; }
QPlainTextEdit, QTextEdit { padding: $p4 $p8; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus; padding: 0 $m8; min-height: $g32; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: $m4 $m8; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
  color: $text3; background: $surface2; border-color: $border; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $surface2; border-color: $border; }
QLineEdit[state="error"], QComboBox[state="error"], QPlainTextEdit[state="error"] { border-color: $danger_solid; }
QLineEdit[kind="search"], QLineEdit[kind="search"]:read-only { background: $surface; border-color: $border2; }
QLineEdit[kind="search"]:focus { border-color: $focus; }
QComboBox::drop-down { border: none; width: $p24; }
QComboBox::down-arrow { image: url($i_down); width: $p16; height: $p16; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border2; padding: $p4; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: $p20; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($i_up); width: $p12; height: $p12; }
QAbstractSpinBox::down-arrow { image: url($i_down); width: $p12; height: $p12; }
QCheckBox, QRadioButton {
  color: $text; spacing: $p8; min-height: $p24; border: 2px solid transparent; border-radius: $p4; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $text3; }
QCheckBox::indicator, QRadioButton::indicator {
  width: $p16; height: $p16; border: 1px solid $border2; border-radius: $p4; background: $surface; }
QRadioButton::indicator { border-radius: $p9; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($i_check); }
QCheckBox::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: $q16; height: $q16; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $surface2; border-color: $border; }
QProgressBar { background: $track; border: none; border-radius: $p4; max-height: $p8; min-height: $p8; }
QProgressBar::chunk { background: $accent; border-radius: $p4; }
"""

_VIEWS = """
QAbstractItemView {
  color: $text; background: $surface; border: none; outline: none;
  selection-background-color: $sel; selection-color: $text; gridline-color: $border; }
QTableView { alternate-background-color: $surface; }
QTableView::item, QListView::item, QTreeView::item { padding: 0 $p8; border: none; border-bottom: 1px solid $border; }
QListView[kind="plain"]::item, QComboBox QListView::item { border: none; min-height: $p28; border-radius: $p4; }
QTableView::item:hover, QListView::item:hover, QTreeView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected, QComboBox QListView::item:selected {
  background: $sel; color: $text; }
QHeaderView { background: $surface2; border: none; }
QHeaderView::section {
  $f_caption_strong; color: $text2; background: $surface2; border: none; border-bottom: 1px solid $border;
  padding: 0 $p8; min-height: $p32; }
QHeaderView::section:hover { background: $hover; }
QHeaderView::down-arrow { image: url($i_down); width: $p12; height: $p12; subcontrol-position: center right; }
QHeaderView::up-arrow { image: url($i_up); width: $p12; height: $p12; subcontrol-position: center right; }
QTableCornerButton::section { background: $surface2; border: none; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url($i_right); }
QTreeView::branch:has-children:open { image: url($i_down); }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
  color: $text2; background: transparent; border: none; border-bottom: 2px solid transparent;
  padding: $p6 $p12; margin-right: $p4; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { $f_strong; color: $accent_text; border-bottom-color: $accent_text; }
QTabBar::tab:focus { border: 2px solid $focus; border-radius: $p4; }
QTabWidget::pane { border: none; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $border2; border-radius: $p3; margin: $p3; }
QScrollBar::handle:vertical { min-height: $p32; }
QScrollBar::handle:horizontal { min-width: $p32; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QPdfView { background: $desk; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface2; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_solid; }
"""

_MENUS = """
QMenu { color: $text; background: $surface; border: 1px solid $border2; border-radius: $p8; padding: $p6; }
QMenu::item { padding: $p6 $p16 $p6 $p8; border-radius: $p4; min-width: $p160; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: $p8; }
QMenu::separator { height: 1px; background: $border; margin: $p4 $p8; }
QMenu::right-arrow { image: url($i_right); width: $p12; height: $p12; }
"""

_TAKEN = {"p": 0, "h": 2, "g": 4, "m": 1, "q": 8}


class _Values(dict[str, str]):
    """Lengths, worked out as the templates ask for them.

    p32: scaled. h32 and g32: content height of a control 32 high with a border of 1 and of 2 px. m12: a padding that
    gives way to the wider focus border. q16: the hole of a radio mark 16 wide.
    """

    def __init__(self, current: Look, fixed: dict[str, str]) -> None:
        super().__init__(fixed)
        self._look = current

    def __missing__(self, key: str) -> str:
        return f"{self._look.px(int(key[1:])) - _TAKEN[key[0]]}px"


def style_sheet(current: Look, indicators: str) -> str:
    """The whole sheet for a look; `indicators` is the folder of the recoloured arrows and ticks."""
    fixed = {color.value: current.hex(color) for color in Color}
    for role, style in TYPE.items():
        fixed[f"f_{role.value}"] = f"font-size: {current.px(style.size)}px; font-weight: {style.weight}"
    for name in INDICATORS:
        fixed[f"i_{name}"] = f"{indicators}/{indicator_file(current, name)}"
    values = _Values(current, fixed)
    return "".join(Template(part).substitute(values) for part in (_FRAME, _LABELS, _BUTTONS, _INPUTS, _VIEWS, _MENUS))


def indicator_file(current: Look, name: str) -> str:
    return f"{name}-{current.scheme.value}.svg"
