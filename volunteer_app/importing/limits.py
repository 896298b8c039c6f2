"""How large a roster file may be. Beyond these it is refused, before a parser sees it where that is possible."""

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_ZIP_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_RATIO = 300
# The parser makes room for every cell between the first and the last one with a value.
MAX_AREA = 30_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 100
MAX_CELL_LENGTH = 1_000
