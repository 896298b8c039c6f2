"""What goes with every command that touches a database: where it is, who asks, how the password comes."""

import getpass
import locale
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from volunteer_app import paths
from volunteer_app.domain.errors import FileMissing, ServerNotYet
from volunteer_app.services.opening import operators_of, sign_in
from volunteer_app.services.session import Desk, system_clock

CHINESE: Final = (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))
DATABASE_NAME: Final = "volunteer.db"
PASSWORD_VARIABLE: Final = "VOLUNTEER_APP_PASSWORD"


def words(chinese: str, english: str) -> str:
    """Help in the language of the system."""
    return chinese if CHINESE else english


def users_database() -> Path:
    """The user's own database, where the window looks first."""
    return paths.data_dir() / DATABASE_NAME


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Where:
    """Which database, and in whose name."""

    db: Annotated[str, Parameter(help=words("数据文件", "database file"))] = ""
    operator: Annotated[str, Parameter(help=words("操作员姓名", "name of the operator"))] = ""
    password_file: Annotated[Path | None, Parameter(help=words("存放密码的文件", "file that holds the password"))] = (
        None
    )

    @property
    def path(self) -> Path:
        """Raises ServerNotYet for the address of a server."""
        if "://" in self.db:
            raise ServerNotYet
        return Path(self.db) if self.db else users_database()

    @property
    def is_there(self) -> bool:
        return self.path.exists()

    def sign_in(self) -> Desk:
        """Raises FileMissing, WrongPassword and every way in which a database can be wrong."""
        if not self.is_there:
            raise FileMissing(self.path.name)
        login = self.operator or operators_of(self.path)[0]
        return sign_in(self.path, login, self.password(), system_clock)

    def password(self) -> str:
        """From the file named, else the environment, else asked for."""
        if self.password_file is not None:
            return self.password_file.read_text(encoding="utf-8").strip("\r\n")
        if (given := os.environ.get(PASSWORD_VARIABLE)) is not None:
            return given
        return getpass.getpass(words("密码：", "Password: "))
