"""Columns of a table without headings, told from what stands in them. Used only where no heading was found."""

import re
from collections.abc import Sequence
from datetime import date

from volunteer_app.domain.roster_file import Cell, FieldName, SheetGrid
from volunteer_app.domain.text import HAN, clean_name
from volunteer_app.importing.cleaning import plain_text, read_id, read_phones
from volunteer_app.importing.code_tables import gender_name
from volunteer_app.importing.headers import Header

_SAMPLE = 60
_MOST = 0.6
_NAME = re.compile(rf"[{HAN}]{{2,4}}")
# The hundred most frequent surnames, of more than four in five people.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤傅萧欧阳司马上官"
)


def guess_header(grid: SheetGrid, as_of: date) -> Header | None:
    """A header without rows, where a column of names stands beside one of phones or ID numbers."""
    columns: dict[int, FieldName] = {}
    for column in range(grid.width):
        cells = [cell for row in grid.cells[:_SAMPLE] if column < len(row) and (cell := row[column]) != ""]
        field = _field_of(cells, as_of)
        if field is not None and field not in columns.values():
            columns[column] = field
    found = set(columns.values())
    if FieldName.NAME in found and found & {FieldName.PHONE, FieldName.ID_NUMBER}:
        return Header((), columns, {})
    return None


def _field_of(cells: Sequence[Cell], as_of: date) -> FieldName | None:
    if not cells:
        return None
    phones = sum(bool(read_phones(cell, "").value) for cell in cells)
    identities = sum(read_id(cell, as_of).identity is not None for cell in cells)
    genders = sum(bool(gender_name(plain_text(cell))) and not plain_text(cell).isdigit() for cell in cells)
    names = sum(_is_name(cell) for cell in cells)
    for count, field in (
        (identities, FieldName.ID_NUMBER),
        (phones, FieldName.PHONE),
        (genders, FieldName.GENDER),
        (names, FieldName.NAME),
    ):
        if count >= _MOST * len(cells):
            return field
    return None


def _is_name(cell: Cell) -> bool:
    name = clean_name(cell).name if isinstance(cell, str) else ""
    return bool(_NAME.fullmatch(name)) and name[0] in _SURNAMES
