"""The rows of one sheet to people with verdicts. Looks at a row as a whole; other rows are the business of matching."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from volunteer_app.domain.id_number import age_on
from volunteer_app.domain.people import ADULT_AGE, CONSENT_BY_GUARDIAN_AGE, BirthDate, Sex
from volunteer_app.domain.roster_file import (
    Cell,
    Cleaned,
    CleanedCode,
    FieldName,
    Level,
    Problem,
    ProblemCode,
    RosterRow,
    RowRef,
    SheetGrid,
    Verdict,
    cell_name,
)
from volunteer_app.importing.cleaning import (
    NOTHING,
    CellReading,
    plain_text,
    raw_text,
    read_date,
    read_id,
    read_name,
    read_phones,
    read_plain,
)
from volunteer_app.importing.matching import Matcher, RowDraft
from volunteer_app.importing.sections import NO_SECTION, Section
from volunteer_app.importing.words import read_community, read_teams

_PHONES = (FieldName.PHONE, FieldName.PHONE2, FieldName.OFFICE_PHONE, FieldName.EMERGENCY_PHONE)
_DATES = (FieldName.BIRTH, FieldName.JOIN_DATE)
_CHECKED_PAPERS = ("身份证", "居住证")
_SEX_NAMES = {Sex.MALE: "男", Sex.FEMALE: "女"}


@dataclass(frozen=True, slots=True)
class SheetRules:
    """What all rows of a sheet have in common while they are judged. `merged` and `grouped`: values for blank cells."""

    columns: tuple[tuple[int, FieldName], ...]
    matcher: Matcher
    as_of: date
    team: str
    merged: Mapping[tuple[int, int], Cell]
    grouped: Mapping[tuple[int, int], Cell]
    sections: Mapping[int, Section]


def judge_row(grid: SheetGrid, row: int, ref: RowRef, rules: SheetRules) -> RowDraft:
    """One person: every cell read, then the cells compared with each other."""
    section = rules.sections.get(row, NO_SECTION)
    draft = RowDraft(ref, section.team or rules.team, cells=dict(_cells_of(grid, row, rules)))
    if row in grid.hidden_rows:
        draft.problems.append(Problem(ProblemCode.HIDDEN_ROW, ref.row, Level.WARN))
    spare: list[str] = []
    for column, field in rules.columns:
        reading = _read(draft, field, rules)
        _take(draft, field, reading)
        spare += reading.more
        if (row, column) in grid.rich_cells and draft.values.get(field):
            _note(draft, field, CleanedCode.RICH_TEXT)
        if (row, column) in rules.grouped and grid.at(row, column) == "":
            _note(draft, field, CleanedCode.FILLED_DOWN)
    _keep_numbers(draft, spare)
    _belong(draft, section)
    _compare_with_identity(draft)
    _judge_age(draft, rules)
    return draft


def _cells_of(grid: SheetGrid, row: int, rules: SheetRules) -> Iterator[tuple[FieldName, tuple[str, Cell]]]:
    for column, field in rules.columns:
        cell = grid.at(row, column)
        if cell == "":
            cell = rules.merged.get((row, column), rules.grouped.get((row, column), ""))
        yield field, (cell_name(row, column), cell)


def _read(draft: RowDraft, field: FieldName, rules: SheetRules) -> CellReading:
    cell = draft.cells[field][1]
    if field is FieldName.NAME:
        return read_name(cell)
    if field in _PHONES:
        reading = read_phones(cell, rules.matcher.area_code)
        is_missing = field is FieldName.PHONE and not reading.value and reading.problem is None
        return CellReading(problem=ProblemCode.PHONE_MISSING) if is_missing else reading
    if field is FieldName.ID_NUMBER:
        return CellReading(plain_text(cell)) if _is_other_paper(draft) else read_id(cell, rules.as_of)
    if field in _DATES:
        return _not_in_the_future(read_date(cell), field, rules.as_of)
    text = plain_text(cell)
    if not text:
        return NOTHING
    if field is FieldName.COMMUNITY:
        return read_community(text, rules.matcher.communities)
    if field is FieldName.TEAM:
        return read_teams(text, rules.matcher.teams)
    return read_plain(field, cell)


def _is_other_paper(draft: RowDraft) -> bool:
    """A passport or a pass has no check digit; only a column that says so makes it one."""
    kind = plain_text(draft.cells.get(FieldName.ID_TYPE, ("", ""))[1])
    return bool(kind) and not any(word in kind for word in _CHECKED_PAPERS)


def _not_in_the_future(reading: CellReading, field: FieldName, as_of: date) -> CellReading:
    is_late = field is FieldName.BIRTH and reading.value > as_of.isoformat()[: len(reading.value)]
    return CellReading(problem=ProblemCode.DATE_INVALID) if is_late else reading


def _take(draft: RowDraft, field: FieldName, reading: CellReading) -> None:
    if reading.value:
        draft.values[field] = reading.value
    if reading.identity:
        draft.identity = reading.identity
    for code in reading.cleaned:
        _note(draft, field, code)
    if reading.problem:
        level = Level.WARN if field in _PHONES[1:] else reading.problem.level
        add_problem(draft, reading.problem, field, level=level, suggestion=reading.hint)


def _keep_numbers(draft: RowDraft, numbers: list[str]) -> None:
    """The second number of a cell is the spare one; where that place is taken it goes behind the remark, never away."""
    for number in numbers:
        if draft.values.setdefault(FieldName.PHONE2, number) != number:
            draft.values[FieldName.REMARK] = f"{draft.values.get(FieldName.REMARK, '')} {number}".strip()


def _belong(draft: RowDraft, section: Section) -> None:
    """A line above said the community or team; what the row says itself goes first."""
    for field, name in ((FieldName.COMMUNITY, section.community), (FieldName.TEAM, section.team)):
        cell = draft.cells.get(field, ("", ""))[1]
        if name and not plain_text(cell):
            draft.values[field] = name


def _note(draft: RowDraft, field: FieldName, code: CleanedCode) -> None:
    draft.cleaned.append(Cleaned(code, field, draft.cells[field][0]))


def add_problem(
    draft: RowDraft,
    code: ProblemCode,
    field: FieldName,
    *,
    level: Level | None = None,
    first: RowRef | None = None,
    suggestion: str = "",
) -> None:
    cell, raw = draft.cells.get(field, ("", ""))
    draft.problems.append(
        Problem(code, draft.ref.row, level or code.level, field, cell, raw_text(raw), first, suggestion)
    )


def _compare_with_identity(draft: RowDraft) -> None:
    """Where the roster disagrees with a valid ID, the other column is usually wrong: it is dropped and shown."""
    if draft.identity is None:
        return
    gender, known = draft.values.get(FieldName.GENDER), _SEX_NAMES.get(draft.identity.sex, "")
    if gender and gender != known:
        del draft.values[FieldName.GENDER]
        add_problem(draft, ProblemCode.GENDER_ID_MISMATCH, FieldName.GENDER, suggestion=known)
    birth, iso = draft.values.get(FieldName.BIRTH), draft.identity.birth.isoformat()
    if not birth:
        return
    if iso.startswith(birth):
        draft.values[FieldName.BIRTH] = iso
    else:
        del draft.values[FieldName.BIRTH]
        add_problem(draft, ProblemCode.BIRTH_ID_MISMATCH, FieldName.BIRTH, suggestion=iso)


def _judge_age(draft: RowDraft, rules: SheetRules) -> None:
    if draft.identity:
        field, age = FieldName.ID_NUMBER, age_on(draft.identity.birth, rules.as_of)
    elif birth := draft.values.get(FieldName.BIRTH):
        field, age = FieldName.BIRTH, BirthDate.from_iso(birth).age_on(rules.as_of)
    else:
        return
    if age >= ADULT_AGE:
        return
    in_emergency = any(team in rules.matcher.emergency_teams for team in draft.teams.split("、"))
    if age < CONSENT_BY_GUARDIAN_AGE:
        add_problem(draft, ProblemCode.MINOR_UNDER_14, field)
    if in_emergency:
        add_problem(draft, ProblemCode.MINOR_IN_EMERGENCY_TEAM, field)
    elif age >= CONSENT_BY_GUARDIAN_AGE:
        add_problem(draft, ProblemCode.MINOR, field)


def finished(draft: RowDraft) -> RosterRow:
    """The row with its verdict. A cell that has a problem is not reported as quietly cleaned as well."""
    faulty = {problem.cell for problem in draft.problems if not problem.code.is_about_age}
    levels = {problem.level for problem in draft.problems}
    verdict = Verdict.ERROR if Level.ERROR in levels else Verdict.WARN if levels else Verdict.GOOD
    return RosterRow(
        row=draft.ref.row,
        verdict=verdict,
        values=draft.values,
        cleaned=tuple(change for change in draft.cleaned if change.cell not in faulty),
        problems=tuple(draft.problems),
        same_person=draft.same_person,
        identity=draft.identity,
    )


def corrected(grid: SheetGrid, corrections: Mapping[tuple[int, int], str]) -> SheetGrid:
    """The grid with the clerk's own words in some cells."""
    rows = list(grid.cells)
    for (row, column), text in corrections.items():
        if row < len(rows):
            cells = [*rows[row], *[""] * (column + 1 - len(rows[row]))]
            cells[column] = text
            rows[row] = tuple(cells)
    return replace(grid, cells=tuple(rows), rich_cells=grid.rich_cells - corrections.keys())
