"""Opening the window from the command line: on one's own data, a named file, or a demo that is thrown away."""

from typing import Annotated

from cyclopts import Parameter

from volunteer_app.cli.options import Where, words


def open_window(
    *,
    where: Where = Where(),  # noqa: B008  # frozen, so sharing it is safe
    demo: Annotated[
        bool, Parameter(help=words("用演示数据打开，关闭后不保留", "open on demo data, nothing is kept"))
    ] = False,
    people: Annotated[int, Parameter(help=words("演示人数", "people in the demo"))] = 1286,
    seed: Annotated[int, Parameter(help=words("演示数据的种子", "seed of the demo"))] = 7,
    gallery: Annotated[bool, Parameter(show=False)] = False,
) -> int:
    """打开程序。 Open the program."""
    from volunteer_app import app

    if gallery:
        return app.run_gallery()
    if demo:
        return app.run_demo(people, seed)
    return app.run_window(where.path)
