"""Makes the Chinese of the window: English out of volunteer_app, Chinese from zh_CN/*.toml, together .ts and .qm.

    python resources/i18n/update.py           write both files; lists what has no Chinese yet, ready to be pasted
    python resources/i18n/update.py --check   write nothing; fails when anything is missing, unused or stale

Whoever adds a string adds its Chinese to a file of their own in zh_CN/, so that nobody touches the same file:

    [RosterPage]                      # the context: the class whose tr() it is, or the first argument of translate()
    "Add person" = "新增人员"
    "{count} people found" = "找到 {count} 人"
"""

import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from re import findall

import PySide6

FOLDER = Path(__file__).resolve().parent
SOURCES = FOLDER.parents[1] / "volunteer_app"
TS = FOLDER / "volunteer_app_zh_CN.ts"
QM = FOLDER / "volunteer_app_zh_CN.qm"

Key = tuple[str, str]


@dataclass
class Report:
    """What stands in the way of a complete translation."""

    missing: list[Key] = field(default_factory=list)
    unused: list[Key] = field(default_factory=list)
    contradictory: list[Key] = field(default_factory=list)
    misplaced: list[Key] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.missing or self.unused or self.contradictory or self.misplaced)


def make(folder: Path) -> Report:
    """Write fresh .ts and .qm files into a folder."""
    chinese, report = read_catalogue(sorted((FOLDER / "zh_CN").glob("*.toml")))
    ts = folder / TS.name
    _run(
        "lupdate",
        "-extensions",
        "py",
        str(SOURCES),
        "-locations",
        "none",
        "-no-obsolete",
        "-silent",
        "-source-language",
        "en",
        "-target-language",
        "zh_CN",
        "-ts",
        str(ts),
    )
    _fill(ts, chinese, report)
    _run("lrelease", "-silent", "-removeidentical", str(ts), "-qm", str(folder / QM.name))
    return report


def read_catalogue(files: Iterable[Path]) -> tuple[dict[Key, str], Report]:
    """All entries; two files that differ about the same words contradict each other."""
    report = Report()
    chinese: dict[Key, str] = {}
    for file in files:
        for context, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for english, text in entries.items():
                key = (context, english)
                if chinese.setdefault(key, text) != text:
                    report.contradictory.append(key)
                if _marks(english) != _marks(text):
                    report.misplaced.append(key)
    return chinese, report


def _marks(text: str) -> Counter[str]:
    """The places that are filled at run time; they must be the same in both languages."""
    return Counter(findall(r"\{[^}]*\}|%n", text))


def _fill(ts: Path, chinese: dict[Key, str], report: Report) -> None:
    tree = ElementTree.parse(ts)
    used: set[Key] = set()
    for context in tree.iterfind("context"):
        for message in context.iterfind("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            translation = message.find("translation")
            if translation is None:
                continue
            used.add(key)
            if key in chinese:
                translation.text = chinese[key]
                translation.attrib.pop("type", None)
            else:
                report.missing.append(key)
    report.unused = sorted(set(chinese) - used)
    ElementTree.indent(tree, "    ")
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")


def _run(tool: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    subprocess.run([str(Path(PySide6.__file__).parent / f"{tool}{suffix}"), *arguments], check=True)


def _tell(report: Report) -> None:
    out = sys.stdout
    for title, keys in (
        ("contradictory", report.contradictory),
        ("places differ", report.misplaced),
        ("unused", report.unused),
        ("missing", report.missing),
    ):
        context = ""
        for key in keys:
            if not context:
                out.write(f"# {title}\n")
            if key[0] != context:
                context = key[0]
                out.write(f"\n[{context}]\n")
            quoted = key[1].replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            out.write(f'"{quoted}" = ""\n')


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = make(folder)
        _tell(report)
        if "--check" in arguments:
            pairs = ((folder / TS.name, TS), (folder / QM.name, QM))
            same = all(old.is_file() and new.read_bytes() == old.read_bytes() for new, old in pairs)
            return 0 if report.is_clean and same else 1
        for target in (TS, QM):
            target.write_bytes((folder / target.name).read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
