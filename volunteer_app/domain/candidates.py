"""Whom to offer for a place on the board, and why: each factor with its points. It asks nobody and checks no rule."""

from dataclasses import dataclass
from enum import StrEnum


class Factor(StrEnum):
    """What speaks for or against a person. The window has the words."""

    OWN_TEAM = "own_team"
    OTHER_TEAM = "other_team"
    FITS_SCARCE_PLACE = "fits_scarce_place"
    NEAR = "near"
    SHIFTS_THIS_WEEK = "shifts_this_week"


class Scarcity(StrEnum):
    """NONE: any place will do. SOME: a scarce place is open beside plain ones. ONLY: only scarce places are open."""

    NONE = "none"
    SOME = "some"
    ONLY = "only"


# What a list of candidates is sorted by, most points first; the database adds them up.
OWN_TEAM_POINTS = 40
NEAR_POINTS = 10
POINTS_A_SHIFT_THIS_WEEK = -8
SCARCE_POINTS = {Scarcity.NONE: 0, Scarcity.SOME: 30, Scarcity.ONLY: 1000}


@dataclass(frozen=True, slots=True)
class Reason:
    """One factor; `count` where it is a number of things."""

    factor: Factor
    count: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a candidate before the check. `shifts` counts those of the same week."""

    in_team: bool
    fits_scarce_place: bool
    near: bool
    shifts: int

    def reasons(self) -> tuple[Reason, ...]:
        """In the order in which a clerk weighs them."""
        found = [Reason(Factor.OWN_TEAM if self.in_team else Factor.OTHER_TEAM)]
        if self.fits_scarce_place:
            found.append(Reason(Factor.FITS_SCARCE_PLACE))
        if self.near:
            found.append(Reason(Factor.NEAR))
        return (*found, Reason(Factor.SHIFTS_THIS_WEEK, self.shifts))
