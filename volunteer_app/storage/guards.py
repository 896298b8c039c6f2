"""What the database itself refuses: overlapping assignments, and any change of an append-only table.

Made (and remade) after every migration from this one place, because a rebuilt table loses its triggers in silence
(storage.md 4.3). The differences between the engines are here and in dialects.py, nowhere else.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, text

APPEND_ONLY = ("audit_entry",)
NEVER_DELETED = ("attempt", "skip", "reply", "attendance", "ask", "call", "assignment", "person")
OVERLAP = "assignment_overlap"
APPEND_ONLY_MESSAGE = "append-only"


def install_guards(connection: Connection) -> None:
    """Create every guard anew. The caller commits."""
    statements = _sqlite() if connection.dialect.name == "sqlite" else _postgresql()
    for statement in statements:
        connection.execute(text(statement))


def _sqlite() -> Iterable[str]:
    clash = (
        "EXISTS (SELECT 1 FROM assignment AS other WHERE other.office_id = NEW.office_id"
        " AND other.person_id = NEW.person_id AND other.state = 'held' AND other.id <> NEW.id"
        " AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at)"
    )
    for event, name in (("INSERT", "insert"), ("UPDATE", "update")):
        yield f"DROP TRIGGER IF EXISTS {OVERLAP}_{name}"
        yield (
            f"CREATE TRIGGER {OVERLAP}_{name} BEFORE {event} ON assignment"
            f" WHEN NEW.state = 'held' AND {clash} BEGIN SELECT RAISE(ABORT, '{OVERLAP}'); END"
        )
    for table in APPEND_ONLY:
        yield from _sqlite_refusal(table, "UPDATE")
        yield from _sqlite_refusal(table, "DELETE")
    for table in NEVER_DELETED:
        yield from _sqlite_refusal(table, "DELETE")


def _sqlite_refusal(table: str, event: str) -> Iterable[str]:
    name = f"{table}_no_{event.lower()}"
    yield f"DROP TRIGGER IF EXISTS {name}"
    yield (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is {APPEND_ONLY_MESSAGE}'); END"
    )


def _postgresql() -> Iterable[str]:
    yield "CREATE EXTENSION IF NOT EXISTS btree_gist"
    yield f"ALTER TABLE assignment DROP CONSTRAINT IF EXISTS {OVERLAP}"
    yield (
        f"ALTER TABLE assignment ADD CONSTRAINT {OVERLAP} EXCLUDE USING gist"
        " (office_id WITH =, person_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&) WHERE (state = 'held')"
    )
    yield (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '% is {APPEND_ONLY_MESSAGE}', TG_TABLE_NAME"
        " USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in APPEND_ONLY:
        yield from _postgresql_refusal(table, "UPDATE")
        yield from _postgresql_refusal(table, "DELETE")
    for table in NEVER_DELETED:
        yield from _postgresql_refusal(table, "DELETE")


def _postgresql_refusal(table: str, event: str) -> Iterable[str]:
    name = f"{table}_no_{event.lower()}"
    yield f'DROP TRIGGER IF EXISTS {name} ON "{table}"'
    yield f'CREATE TRIGGER {name} BEFORE {event} ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_change()'
