"""Three defects of ReportLab 5.1, mended. Each mend has a test that fails on the day it is no longer needed."""

from collections.abc import Sequence

from reportlab import rl_config
from reportlab.pdfbase import ttfonts

_BLOCK = 100  # the most entries that a bfchar block may hold (Adobe technical note 5014)


def apply_mends(base_font: str) -> None:
    """Names above U+FFFF keep their text, and no font but ours gets into a file. Missing glyphs: see `fonts`."""
    ttfonts.makeToUnicodeCMap = to_unicode_map
    rl_config.canvas_basefontname = base_font
    rl_config.defaultGraphicsFontName = base_font
    rl_config.useA85 = 0  # no defect: plain binary streams are a fifth smaller


def to_unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """The CMap from glyph codes to text. Upstream writes five hex digits for U+2CC56, which readers cut to four."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    codes = list(enumerate(subset))
    for start in range(0, len(codes), _BLOCK):
        block = codes[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
