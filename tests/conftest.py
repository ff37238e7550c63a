"""What holds for every test. Fixtures that several folders share are in `tests.fixtures_on_demand.SHARED`."""

import structlog

pytest_plugins = [
    "tests.ctrl_c",
    "tests.order",
    "tests.fixtures_on_demand",
    "tests.fast",
    "tests.last_lines",
    "tests.second_try",
]

# By default structlog shows the values of all variables of a traceback, which takes a second and more.
_plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], _plain])
