"""Everything that knows how data lies on a disk or a server. It hands out domain objects, never records."""
