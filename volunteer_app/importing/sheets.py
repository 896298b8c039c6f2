"""One sheet: is it a roster, where does it begin, whose team is it, which rows are people. Proposes; obeys choices."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from volunteer_app.domain.roster_file import (
    FieldName,
    RowRef,
    SheetChoice,
    SheetGrid,
    SheetKind,
    SheetReading,
    SkippedRow,
    SkipReason,
    column_index,
    column_letter,
)
from volunteer_app.importing.guessing import guess_header
from volunteer_app.importing.headers import Header, find_header, header_at
from volunteer_app.importing.judging import SheetRules, corrected, finished, judge_row
from volunteer_app.importing.layout import group_values, merged_values, preamble_reasons, skip_reason, sum_reason
from volunteer_app.importing.matching import Matcher, RowDraft
from volunteer_app.importing.sections import NUMBERING, sections_of
from volunteer_app.importing.sources import SourceSheet

_CELL_NAME = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NO_HEADER = Header((), {}, {})


@dataclass(slots=True)
class SheetDraft:
    """A sheet while the people of all sheets are being compared."""

    name: str
    kind: SheetKind
    header: Header
    grid: SheetGrid
    people: list[RowDraft]
    skipped: list[SkippedRow]
    team: str = ""
    community: str = ""

    @property
    def is_summary(self) -> bool:
        return self.kind is SheetKind.IGNORE and bool(self.header.columns)

    def finish(self) -> SheetReading:
        is_roster = self.kind is SheetKind.ROSTER
        header = self.header if is_roster else _NO_HEADER
        return SheetReading(
            name=self.name,
            kind=self.kind,
            header_rows=tuple(row + 1 for row in header.rows),
            header_map={column_letter(column): field for column, field in sorted(header.columns.items())},
            labels={column_letter(column): label for column, label in sorted(header.labels.items())},
            rows=tuple(finished(draft) for draft in self.people),
            skipped_rows=tuple(self.skipped),
            team=self.team,
            community=self.community,
            grid=self.grid,
        )


def read_sheet(source: SourceSheet, choice: SheetChoice, *, matcher: Matcher, as_of: date) -> SheetDraft:
    """Judge every row of a roster; say of every other row why it is none."""
    grid = corrected(source.grid, _positions(choice.corrections))
    header = _chosen_header(source, grid, choice, as_of=as_of)
    draft = SheetDraft(source.name, choice.kind or _kind(source, header), header, source.grid, [], [])
    if draft.kind is not SheetKind.ROSTER:
        draft.skipped = list(_skip_all(grid, header, draft.kind))
        return draft
    reasons = _reasons(grid, header, choice.left_out_rows)
    people = [row for row in range(len(grid.cells)) if row not in reasons and row not in header.rows]
    notes = [row for row, reason in reasons.items() if reason is SkipReason.NOTE]
    sections = sections_of(grid, notes, people, matcher)
    reasons |= dict.fromkeys(sections.keys() & reasons.keys(), SkipReason.SECTION)
    draft.skipped = [SkippedRow(row + 1, reason) for row, reason in sorted(reasons.items())]
    draft.team = _team(draft, grid, matcher) if choice.team is None else choice.team
    draft.community = _community(draft, grid, matcher)
    rules = SheetRules(
        columns=tuple(sorted(header.columns.items())),
        matcher=matcher,
        as_of=as_of,
        team=draft.team,
        merged=merged_values(grid, header),
        grouped=group_values(grid, header, people),
        sections=sections,
    )
    draft.people = [judge_row(grid, row, RowRef(choice.file, source.name, row + 1), rules) for row in people]
    return draft


def _reasons(grid: SheetGrid, header: Header, left_out_rows: frozenset[int]) -> dict[int, SkipReason]:
    """Why each row that is nobody is none."""
    reasons = dict(preamble_reasons(grid, min(header.rows, default=0)))
    for row in range(max(header.rows, default=-1) + 1, len(grid.cells)):
        if row + 1 in left_out_rows:
            reasons[row] = SkipReason.LEFT_OUT
        elif reason := skip_reason(grid, header, row):
            reasons[row] = reason
    return reasons


def _positions(cells: Mapping[str, str]) -> dict[tuple[int, int], str]:
    found = ((_CELL_NAME.fullmatch(cell), text) for cell, text in cells.items())
    return {(int(cell[2]) - 1, column_index(cell[1])): text for cell, text in found if cell}


def _chosen_header(source: SourceSheet, grid: SheetGrid, choice: SheetChoice, *, as_of: date) -> Header:
    if choice.header_rows is not None:
        header = header_at(grid, [row - 1 for row in choice.header_rows])
    elif source.columns is not None:
        header = Header((), source.columns, {})
    else:
        header = find_header(grid) or guess_header(grid, as_of) or _NO_HEADER
    columns = dict(header.columns)
    for letter, field in choice.columns.items():
        place = column_index(letter)
        columns = {column: name for column, name in columns.items() if column != place and name is not field}
        if field is not None:
            columns[place] = field
    return replace(header, columns=columns)


def _kind(source: SourceSheet, header: Header) -> SheetKind:
    if source.is_hidden:
        return SheetKind.HIDDEN
    return SheetKind.ROSTER if header.names_people else SheetKind.IGNORE


def _skip_all(grid: SheetGrid, header: Header, kind: SheetKind) -> Iterator[SkippedRow]:
    above = dict(preamble_reasons(grid, min(header.rows, default=0)))
    other = SkipReason.HIDDEN_SHEET_ROW if kind is SheetKind.HIDDEN else SkipReason.SUMMARY_ROW
    for row, cells in enumerate(grid.cells):
        if not any(str(cell).strip() for cell in cells):
            yield SkippedRow(row + 1, SkipReason.BLANK)
        elif row in header.rows:
            yield SkippedRow(row + 1, SkipReason.HEADER)
        elif kind is SheetKind.IGNORE and not header.rows:
            yield SkippedRow(row + 1, SkipReason.NOTE)
        else:
            yield SkippedRow(row + 1, above.get(row) or sum_reason(cells) or other)


def _team(draft: SheetDraft, grid: SheetGrid, matcher: Matcher) -> str:
    """The team in the title, or the one the sheet is named after; none where each row names its own."""
    if FieldName.TEAM in draft.header.columns.values():
        return ""
    for text in _titles(draft, grid):
        if name := matcher.teams.contained_in(text):
            return name
    return matcher.teams.find(NUMBERING.sub("", draft.name)).name


def _community(draft: SheetDraft, grid: SheetGrid, matcher: Matcher) -> str:
    if FieldName.COMMUNITY in draft.header.columns.values():
        return ""
    found = (matcher.communities.contained_in(text) for text in (*_titles(draft, grid), draft.name))
    return next(filter(None, found), "")


def _titles(draft: SheetDraft, grid: SheetGrid) -> Iterator[str]:
    for skipped in draft.skipped:
        if skipped.reason in (SkipReason.TITLE, SkipReason.FORM_INFO) and skipped.row <= len(grid.cells):
            yield " ".join(str(cell) for cell in grid.cells[skipped.row - 1])
