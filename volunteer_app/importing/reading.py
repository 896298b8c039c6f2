"""The one entry: bytes of roster files to readings, and readings judged again after the clerk has decided something."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from volunteer_app.domain.errors import FileUnreadable
from volunteer_app.domain.roster_file import (
    FieldName,
    FileKind,
    FileReading,
    Notice,
    NoticeCode,
    ProblemCode,
    SheetChoice,
    SheetKind,
    SkippedRow,
    SkipReason,
    Vocabulary,
)
from volunteer_app.importing.chat_list import COLUMNS, is_chat_list, read_chat_list
from volunteer_app.importing.judging import add_problem
from volunteer_app.importing.matching import Matcher, PeopleSeen, RowDraft
from volunteer_app.importing.sheets import SheetDraft, read_sheet
from volunteer_app.importing.sources import SourceFile, SourceSheet

Report = Callable[[int, int, str], None]


def read_rosters(
    files: Sequence[tuple[str, bytes]], vocabulary: Vocabulary, *, as_of: date, report: Report
) -> tuple[FileReading, ...]:
    """Every file opened and every row judged, in the order given. Raises FileUnreadable with the place of the file."""
    sources = []
    for index, (name, data) in enumerate(files):
        report(index, len(files), "reading")
        try:
            sources.append(_open(name, data))
        except FileUnreadable as refusal:
            refusal.file_index = index
            raise
    return _judge(sources, (), vocabulary=vocabulary, as_of=as_of, report=report)


def rejudge(
    readings: Sequence[FileReading],
    choices: Iterable[SheetChoice],
    *,
    vocabulary: Vocabulary,
    as_of: date,
    report: Report,
) -> tuple[FileReading, ...]:
    """The same files with the clerk's decisions. The choices are always the whole of them, not the latest ones."""
    sources = [_source(reading) for reading in readings]
    return _judge(sources, choices, vocabulary=vocabulary, as_of=as_of, report=report)


def _open(name: str, data: bytes) -> SourceFile:
    """The readers are imported where a file is read: judging again in the window must not load them."""
    from volunteer_app.importing.csv_text import decode, read_csv
    from volunteer_app.importing.formats import Container, sniff
    from volunteer_app.importing.legacy import hidden_rows
    from volunteer_app.importing.prescan import prescan
    from volunteer_app.importing.workbook import read_workbook

    match sniff(data):
        case Container.ZIP:
            return read_workbook(name, data, FileKind.XLSX, prescan(data))
        case Container.OLE:
            return read_workbook(name, data, FileKind.XLS, hidden_rows(data))
        case Container.TEXT:
            text, encoding = decode(data)
            return (read_chat_list if is_chat_list(text) else read_csv)(name, text, encoding)


def _source(reading: FileReading) -> SourceFile:
    hidden = {notice.sheet for notice in reading.notices if notice.code is NoticeCode.HIDDEN_SHEET}
    columns = COLUMNS if reading.format.kind is FileKind.CHAT else None
    sheets = tuple(SourceSheet(sheet.name, sheet.grid, sheet.name in hidden, columns) for sheet in reading.sheets)
    lost = tuple(notice for notice in reading.notices if notice.code is NoticeCode.LOST_CHARACTERS)
    return SourceFile(reading.file, reading.format, sheets, lost)


def _judge(
    sources: Sequence[SourceFile],
    choices: Iterable[SheetChoice],
    *,
    vocabulary: Vocabulary,
    as_of: date,
    report: Report,
) -> tuple[FileReading, ...]:
    matcher = Matcher.of(vocabulary)
    chosen = {(choice.file, choice.sheet): choice for choice in choices}
    total = sum(len(source.sheets) for source in sources)
    done = 0
    seen = PeopleSeen()
    readings = []
    for file, source in enumerate(sources):
        drafts = []
        for sheet in source.sheets:
            report(done, total, "judging")
            done += 1
            choice = chosen.get((file, sheet.name), SheetChoice(file, sheet.name))
            drafts.append(read_sheet(sheet, choice, matcher=matcher, as_of=as_of))
        _meet_everybody(drafts, seen)
        _rank_sums(drafts)
        sheets = tuple(draft.finish() for draft in drafts)
        readings.append(FileReading(source.name, source.format, tuple(_notices(source, drafts)), sheets))
    report(total, total, "judging")
    return tuple(readings)


def _meet_everybody(drafts: Iterable[SheetDraft], seen: PeopleSeen) -> None:
    for draft in drafts:
        for person in draft.people:
            if finding := seen.meet(person):
                code, field, first = finding
                add_problem(person, code, field, first=first)
                _drop_foreign_id(person, code)


def _drop_foreign_id(person: RowDraft, code: ProblemCode) -> None:
    if code is ProblemCode.SAME_ID_OTHER_NAME:
        person.values.pop(FieldName.ID_NUMBER, None)
        person.identity = None


def _rank_sums(drafts: Sequence[SheetDraft]) -> None:
    """Where a workbook has a summary of its sheets, the total of one sheet is a part of that."""
    if not any(draft.is_summary for draft in drafts):
        return
    for draft in drafts:
        if draft.kind is SheetKind.ROSTER:
            draft.skipped = [_as_part(row) for row in draft.skipped]


def _as_part(skipped: SkippedRow) -> SkippedRow:
    return SkippedRow(skipped.row, SkipReason.SUBTOTAL) if skipped.reason is SkipReason.TOTAL else skipped


def _notices(source: SourceFile, drafts: Sequence[SheetDraft]) -> Iterable[Notice]:
    yield from source.notices
    for sheet, draft in zip(source.sheets, drafts, strict=True):
        if sheet.is_hidden:
            yield Notice(NoticeCode.HIDDEN_SHEET, sheet.name)
        elif not draft.people and (draft.kind is SheetKind.ROSTER or not sheet.grid.cells):
            yield Notice(NoticeCode.EMPTY_SHEET, sheet.name)
        if draft.kind is SheetKind.ROSTER and draft.header.has_second_names:
            yield Notice(NoticeCode.SECOND_NAME_COLUMN, sheet.name)
        hidden = tuple(person.ref.row for person in draft.people if person.ref.row - 1 in sheet.grid.hidden_rows)
        if hidden:
            yield Notice(NoticeCode.HIDDEN_ROWS, sheet.name, hidden)
