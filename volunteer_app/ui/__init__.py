"""The window: shows rows, collects intentions and calls services through jobs. It refuses rules, SQL and files."""
