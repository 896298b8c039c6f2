"""The printed recovery code: made, written in groups, and read back from hasty typing. It opens no slot itself.

24 random characters of 31 are 118 bits. 31 is prime, so one check character a group finds every single wrong character
and every swap of neighbours; the group's place counts too, so that exchanged groups are found.
"""

import secrets
import unicodedata

from volunteer_app.domain.errors import RecoveryCodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
GROUPS = 6
DATA_PER_GROUP = 4
_LOOK_ALIKES = str.maketrans("OILZ", "0112")
_SEPARATORS = str.maketrans("", "", " -_.·\t\r\n")


def new_recovery_code() -> str:
    """A fresh code, grouped for print: `7K2M9-…`."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(DATA_PER_GROUP)) for _ in range(GROUPS))
    return "-".join(group + _check(index, group) for index, group in enumerate(groups))


def read_recovery_code(typed: str) -> str:
    """The code as it was printed, from what was typed. Raises RecoveryCodeMistyped with the first bad group."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_SEPARATORS).translate(_LOOK_ALIKES)
    length = DATA_PER_GROUP + 1
    groups = [plain[start : start + length] for start in range(0, len(plain), length)]
    for index, group in enumerate(groups[:GROUPS]):
        if len(group) < length or not set(group) <= set(ALPHABET) or group[-1] != _check(index, group[:-1]):
            raise RecoveryCodeMistyped(index + 1)
    if len(groups) != GROUPS:
        raise RecoveryCodeMistyped(0)
    return "-".join(groups)


def _check(index: int, data: str) -> str:
    total = sum((place + 2) * ALPHABET.index(character) for place, character in enumerate(data))
    return ALPHABET[(total + index) % len(ALPHABET)]
