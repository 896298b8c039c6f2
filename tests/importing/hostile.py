"""Files that nobody should open: made here, so that none of them lies about in the repository."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

ROOT_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK_RELATIONS = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
SHEET_ENTRY = '<sheet name="名册" sheetId="1" r:id="rId1"/>'
WORKBOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{SHEET_ENTRY}</sheets></workbook>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION_LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows: Iterable[str], prologue: str = "") -> str:
    return f'{prologue}<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def row(number: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{number}" {attributes}>{"".join(cells)}</row>'


HEADING = row(1, text_cell("A1", "姓名"), text_cell("B1", "手机"))
PERSON = row(2, text_cell("A2", "张三"), text_cell("B2", "15400000001"))


def workbook(sheet_xml: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An .xlsx of one sheet, written by hand because no writer would write these."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": sheet_xml,
        **(more or {}),
    }
    return archive(parts)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return buffer.getvalue()


def good_workbook() -> bytes:
    return workbook(sheet([HEADING, PERSON]))


def zip_bomb() -> bytes:
    """Some sixty kilobytes that unpack a thousandfold."""
    return workbook(sheet([HEADING, " " * 60 * 1024 * 1024]))


def far_cell_unseen_by_a_scan() -> bytes:
    """The far cell behind an attribute that ends every simple pattern: only the parser understands it."""
    cell = '<c x=">" r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>'
    return workbook(sheet([HEADING, row(1048576, cell)]))


def encrypted_workbook() -> bytes:
    """The head of what Excel writes under a password: a compound file with an encrypted package in it."""
    head = bytes.fromhex("D0CF11E0A1B11AE1").ljust(512, b"\0")
    return head + "EncryptedPackage".encode("utf-16-le").ljust(1024, b"\0")
