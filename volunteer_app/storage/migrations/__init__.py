"""The steps by which a database of an older program becomes today's. Run by `schema.upgrade` only."""
