"""Which pages there are, in the order of the navigation, and what the global search finds. Pages are built when first
visited; their modules are imported then."""

from collections.abc import Sequence
from pathlib import Path

from volunteer_app import paths
from volunteer_app.services.people_search import FoundPerson, PeopleSearch
from volunteer_app.services.session import Desk
from volunteer_app.ui.call_desk.wanted import DeskRequest
from volunteer_app.ui.page import Door, Page, PageSpec, Tools
from volunteer_app.ui.shell.search import Hit, SearchProvider
from volunteer_app.ui.text import translate
from volunteer_app.ui.theme import Theme


class Factories:
    """Builds each page with the services it needs. One method per page, bound methods only."""

    def __init__(self, desk: Desk, tools: Tools, theme: Theme, database: Path) -> None:
        self._desk = desk
        self._tools = tools
        self._theme = theme
        self._database = database

    def today(self) -> Page:
        from volunteer_app.services.today import Today
        from volunteer_app.ui.today.page import TodayPage

        return TodayPage(self._tools, Today(self._desk))

    def call_desk(self) -> Page:
        from volunteer_app.services.attendance import AttendanceDesk
        from volunteer_app.services.calls import ShiftCalls
        from volunteer_app.services.message_file import load_templates
        from volunteer_app.services.messages import CallMessages
        from volunteer_app.services.today import Today
        from volunteer_app.ui.call_desk.page import CallDeskPage, DeskServices

        templates = load_templates(paths.resources_dir() / "data" / "messages.toml")
        services = DeskServices(
            calls=ShiftCalls(self._desk),
            attendance=AttendanceDesk(self._desk),
            messages=CallMessages(self._desk, templates),
            today=Today(self._desk),
            people=PeopleSearch(self._desk),
        )
        return CallDeskPage(self._tools, services)

    def print_center(self) -> Page:
        from volunteer_app.services.sheets import Sheets
        from volunteer_app.ui.print_center.page import PrintCenterPage

        return PrintCenterPage(self._tools, Sheets(self._desk, paths.resources_dir()))

    def settings(self) -> Page:
        from volunteer_app.ui.settings_page.page import SettingsPage

        return SettingsPage(self._tools, self._desk, self._theme, self._database)


def page_specs(desk: Desk, tools: Tools, theme: Theme, database: Path) -> Sequence[PageSpec]:
    """Today first, settings at the bottom. Pages that later versions bring are absent."""
    make = Factories(desk, tools, theme, database)
    return (
        PageSpec("today", translate("Pages", "Today"), "home", make.today, "Ctrl+1"),
        PageSpec(
            "call_desk",
            translate("Pages", "Call desk"),
            "call",
            make.call_desk,
            "Ctrl+4",
            doors=(Door("F8", translate("Pages", "Call for the shift that is short now"), DeskRequest.CURRENT),),
        ),
        PageSpec("print_center", translate("Pages", "Print center"), "print", make.print_center, "Ctrl+5"),
        PageSpec("settings", translate("Pages", "Settings"), "settings", make.settings, "Ctrl+,", at_bottom=True),
    )


class PeopleHits:
    """People for the global search."""

    def __init__(self, desk: Desk) -> None:
        self._search = PeopleSearch(desk)

    def find(self, text: str) -> Sequence[Hit]:
        return [_hit(person) for person in self._search.find(text, 8)]


def _hit(person: FoundPerson) -> Hit:
    detail = " · ".join(part for part in (person.phone_masked, person.community, "、".join(person.teams)) if part)
    return Hit(person.name, detail, "person", page="roster", payload=person.id)


def search_providers(desk: Desk) -> Sequence[SearchProvider]:
    return (SearchProvider(translate("Pages", "People"), PeopleHits(desk).find),)
