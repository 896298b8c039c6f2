"""Desktop organizer of a subdistrict office: rosters, shifts, shift calls, duty sheets."""

__version__ = "0.1.0"
