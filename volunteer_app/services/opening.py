"""The door: making a new office's data, unlocking it with a password or the printed code, making a demo."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from volunteer_app.domain.errors import PasswordTooShort, WrongPassword
from volunteer_app.domain.ids import OperatorId
from volunteer_app.domain.operators import Operator
from volunteer_app.services.demo import DEMO_PASSWORD, DemoSize, fill_demo
from volunteer_app.services.office import Founding, found_office
from volunteer_app.services.presets import Presets
from volunteer_app.services.progress import Progress
from volunteer_app.services.session import Clock, Desk
from volunteer_app.storage import opening
from volunteer_app.storage.key_file import keys_path, read_keys, write_keys
from volunteer_app.storage.keys import STANDARD_COST, WEAK_PC_COST, Cost, DataKey
from volunteer_app.storage.unit_of_work import Store

SHORTEST_PASSWORD = 6


class PasswordCost(StrEnum):
    """How dear a guess at a password is made. WEAK_PC: for computers with little memory."""

    STANDARD = "standard"
    WEAK_PC = "weak_pc"

    @property
    def cost(self) -> Cost:
        return STANDARD_COST if self is PasswordCost.STANDARD else WEAK_PC_COST


@dataclass(frozen=True, slots=True)
class Founded:
    """A new office, open, and the recovery code to be printed now: it is shown this once."""

    desk: Desk
    recovery_code: str


def operators_of(path: Path) -> tuple[str, ...]:
    """Who can sign in, readable before anything is open. Raises FileMissing or KeyFileDamaged."""
    return opening.logins(path)


def found(
    path: Path,
    founding: Founding,
    password: str,
    *,
    presets: Presets,
    clock: Clock,
    cost: PasswordCost = PasswordCost.STANDARD,
) -> Founded:
    """Make the office's data. Raises PasswordTooShort, FileExists or PlaceRefused; then nothing was made."""
    check_password(password)
    made = opening.make_file(path)
    administrator = found_office(made.store, founding, presets, clock)
    code = opening.add_first_slots(made, administrator.id, login=administrator.name, password=password, cost=cost.cost)
    return Founded(Desk(made.store, administrator, clock), code)


def found_demo(
    path: Path,
    size: DemoSize,
    *,
    presets: Presets,
    clock: Clock,
    progress: Progress,
    cost: PasswordCost = PasswordCost.WEAK_PC,
) -> Desk:
    """Make an invented office whose operators all have the password `demo`."""
    made = opening.make_file(path)
    administrator = fill_demo(made.store, presets, size, clock, progress)
    opening.add_first_slots(made, administrator.id, login=administrator.name, password=DEMO_PASSWORD, cost=cost.cost)
    desk = Desk(made.store, administrator, clock)
    for operator in _others(desk):
        _add_slot(path, made.key, operator, DEMO_PASSWORD, cost)
    return desk


def sign_in(path: Path, login: str, password: str, clock: Clock) -> Desk:
    """Open the data in this operator's name. Raises WrongPassword and every way in which a file can be wrong."""
    opened = opening.unlock(path, login, password)
    return _desk(opening.open_store(path, opened.key), OperatorId(opened.operator_id), clock)


def reset_password(path: Path, recovery_code: str, login: str, password: str, clock: Clock) -> Desk:
    """Give an operator a new password with the printed code, and sign them in."""
    check_password(password)
    _, key = opening.unlock_with_recovery_code(path, recovery_code)
    store = opening.open_store(path, key)
    operator = _by_name(store, login, clock)
    _add_slot(path, key, operator, password, PasswordCost.STANDARD)
    return Desk(store, operator, clock)


def check_password(password: str) -> None:
    """Raises PasswordTooShort."""
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShort(SHORTEST_PASSWORD)


def close(desk: Desk) -> None:
    """Let go of the file, so that it can be copied or removed."""
    desk.store.engine.dispose()


def _desk(store: Store, operator_id: OperatorId, clock: Clock) -> Desk:
    with store.read(operator_id, clock()) as reader:
        operator = reader.operators.get(operator_id)
    if not operator.active:
        store.engine.dispose()
        raise WrongPassword
    return Desk(store, operator, clock)


def _by_name(store: Store, login: str, clock: Clock) -> Operator:
    with store.read(OperatorId(store.office_id), clock()) as reader:
        operator = reader.operators.by_name(login)
    if operator is None:
        store.engine.dispose()
        raise WrongPassword
    return operator


def _others(desk: Desk) -> tuple[Operator, ...]:
    with desk.read() as reader:
        return tuple(operator for operator in reader.operators.all() if operator.id != desk.operator.id)


def _add_slot(path: Path, key: DataKey, operator: Operator, password: str, cost: PasswordCost) -> None:
    ring = read_keys(keys_path(path))
    write_keys(
        keys_path(path), ring.with_password(key, operator.id, login=operator.name, password=password, cost=cost.cost)
    )


class Door:
    """One place on disk, seen from outside: who may come in, and coming in."""

    def __init__(self, path: Path, presets: Presets, clock: Clock) -> None:
        self._path = path
        self._presets = presets
        self._clock = clock

    @property
    def path(self) -> Path:
        return self._path

    def leads_somewhere(self) -> bool:
        """Whether there is data to open; without, the first run begins."""
        return self._path.exists()

    def suggested_name(self) -> str:
        return self._presets.office.name

    def team_names(self) -> tuple[str, ...]:
        """The forces a new office starts with; all can be renamed."""
        return tuple(team.name for team in self._presets.teams)

    def community_count(self) -> int:
        return len(self._presets.communities)

    def operators(self) -> tuple[str, ...]:
        return operators_of(self._path)

    def sign_in(self, login: str, password: str) -> Desk:
        return sign_in(self._path, login, password, self._clock)

    def reset_password(self, recovery_code: str, login: str, password: str) -> Desk:
        return reset_password(self._path, recovery_code, login, password, self._clock)

    def found(self, founding: Founding, password: str) -> Founded:
        return found(self._path, founding, password, presets=self._presets, clock=self._clock)

    def found_demo(self, size: DemoSize, progress: Progress) -> Desk:
        return found_demo(self._path, size, presets=self._presets, clock=self._clock, progress=progress)
