"""Fills a new database with an invented office of any size, with history. Same seed, same day: same data."""

import random
from dataclasses import dataclass
from typing import Final

from volunteer_app.domain.ids import OperatorId
from volunteer_app.domain.operators import Operator, Role
from volunteer_app.services.demo_calls import Chronicler
from volunteer_app.services.demo_people import Inventor
from volunteer_app.services.demo_shifts import Planner
from volunteer_app.services.office import Founding, OfficeDesk, found_office
from volunteer_app.services.presets import Presets
from volunteer_app.services.progress import Progress
from volunteer_app.services.session import Clock, Desk
from volunteer_app.storage.unit_of_work import Store

DEMO_PASSWORD: Final = "demo"  # said in cli.md; a demo database holds nobody real
ADMINISTRATOR: Final = "郑管理"
DUTY_CLERK: Final = "李值守"
STAGES: Final = 3


@dataclass(frozen=True, slots=True)
class DemoSize:
    """How large, how much history (months of 30 days), and which chance."""

    people: int = 1286
    months: int = 2
    seed: int = 7


def fill_demo(store: Store, presets: Presets, size: DemoSize, clock: Clock, progress: Progress) -> Operator:
    """Write the invented office and give its administrator."""
    founding = Founding(
        office_name=presets.office.name,
        short_name=presets.office.short_name,
        duty_phone="0370-2000110",
        administrator=ADMINISTRATOR,
        is_demo=True,
    )
    administrator = found_office(store, founding, presets, clock)
    desk = Desk(store, administrator, clock)
    inventor = Inventor(random.Random(size.seed), desk.today())
    bearings = OfficeDesk(desk).bearings()
    progress.step(0, STAGES, "people")
    invented = inventor.invent(size.people, bearings)
    with store.write(administrator.id, clock()) as uow:
        uow.operators.add(Operator(OperatorId(inventor.new_id()), DUTY_CLERK, Role.DUTY))
        uow.people.add_many(invented.people)
        uow.memberships.add_many(invented.memberships)
        uow.papers.add_many(invented.qualifications)
        uow.commit()
    progress.step(1, STAGES, "shifts")
    planned = Planner(inventor, bearings, invented, desk.zone, desk.now()).plan(size.months)
    with store.write(administrator.id, clock()) as uow:
        for post in planned.posts:
            uow.posts.add(post)
        uow.shifts.add_many(planned.shifts)
        uow.assignments.take_many(planned.assignments)
        uow.publications.record_many(planned.told())
        uow.commit()
    progress.step(2, STAGES, "calls")
    chronicler = Chronicler(inventor, invented, planned, administrator.id, desk.now())
    with store.write(administrator.id, clock()) as uow:
        for past in chronicler.calls():
            uow.calls.add_past(past.call, past.asks, past.events)
        uow.attendances.add_many(tuple(chronicler.attendance()))
        uow.commit()
    progress.step(STAGES, STAGES, "done")
    return administrator
