"""Opens one office's data as a Store: key, engine, schema, office. The only place where these four meet."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select

from volunteer_app.domain.errors import FileDamaged
from volunteer_app.domain.ids import OfficeId, new_id
from volunteer_app.storage import schema
from volunteer_app.storage.database import create_file, open_engine
from volunteer_app.storage.file_health import check_pages
from volunteer_app.storage.key_file import keys_path, read_keys, write_keys
from volunteer_app.storage.keys import STANDARD_COST, Cost, DataKey, KeyRing, Opened, new_data_key, new_ring
from volunteer_app.storage.records.office import OfficeRecord
from volunteer_app.storage.recovery_code import new_recovery_code
from volunteer_app.storage.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was just made: open, empty but for its tables, with no office yet and no slot yet."""

    path: Path
    key: DataKey
    store: Store


def logins(path: Path) -> tuple[str, ...]:
    """Who can open this file; readable before anything is open."""
    return read_keys(keys_path(path)).logins


def make_file(path: Path) -> NewFile:
    """A new encrypted file with today's tables. Raises FileExists."""
    key = new_data_key()
    engine = create_file(path, key.file_key)
    schema.upgrade(engine)
    return NewFile(path, key, Store(engine, OfficeId(new_id()), key.secrets()))


def add_first_slots(made: NewFile, operator_id: UUID, *, login: str, password: str, cost: Cost = STANDARD_COST) -> str:
    """Give the new file its administrator's slot and a recovery code, and give back the code to print."""
    code = new_recovery_code()
    ring = new_ring(made.key).with_password(made.key, operator_id, login=login, password=password, cost=cost)
    write_keys(keys_path(made.path), ring.with_recovery_code(made.key, code, cost=cost))
    return code


def unlock(path: Path, login: str, password: str) -> Opened:
    """Raises WrongPassword, FileMissing or KeyFileDamaged. Takes as long as the slot costs: not for the GUI thread."""
    return read_keys(keys_path(path)).unlock(login, password)


def unlock_with_recovery_code(path: Path, code: str) -> tuple[KeyRing, DataKey]:
    ring = read_keys(keys_path(path))
    return ring, ring.unlock_with_recovery_code(code)


def open_store(path: Path, key: DataKey) -> Store:
    """Open, check, bring up to date. Raises the named refusals for every way in which a file can be wrong."""
    engine = open_engine(path, key.file_key)
    with ExitStack() as on_failure:
        on_failure.callback(engine.dispose)
        check_pages(engine)
        if not schema.is_current(engine):
            schema.upgrade(engine)
        store = Store(engine, _office_in(engine), key.secrets())
        on_failure.pop_all()
        return store


def _office_in(engine: Engine) -> UUID:
    with engine.connect() as connection:
        found = connection.execute(select(OfficeRecord.office_id)).scalar()
    if found is None:
        raise FileDamaged
    return found
