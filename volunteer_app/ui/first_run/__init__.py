"""The first run on one page: the office, its administrator, the code to be printed, and what to start with."""
