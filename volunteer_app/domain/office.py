"""The subdistrict office and the communities under it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from volunteer_app.domain.ids import CommunityId, OfficeId

OFFICE_ZONE_NAME = "Asia/Shanghai"


def office_zone() -> ZoneInfo:
    """The one time zone of every office this program serves."""
    return ZoneInfo(OFFICE_ZONE_NAME)


@dataclass(frozen=True, slots=True)
class Office:
    """The street office whose data this is.

    `duty_phone` is printed whole on duty sheets; `sheet_prefix` starts every sheet number.
    """

    id: OfficeId
    name: str
    short_name: str
    duty_phone: str = ""
    area_code: str = "0370"
    division_code: str = ""
    muster_point: str = ""
    sheet_prefix: str = "PY"


@dataclass(frozen=True, slots=True)
class Community:
    """A community (社区): where a person lives or serves."""

    id: CommunityId
    code: str
    name: str
    aliases: tuple[str, ...] = ()
    muster_point: str = ""
    position: int = 0
