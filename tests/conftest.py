"""What holds for every test: no proxy on the way to loopback, examples that come again, news."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from .environment import pass_on_interrupts, reach_loopback_directly
from .progress import SignsOfLife

reach_loopback_directly()
pass_on_interrupts()

# The same examples on every machine, and no clock: on a busy one, any example can take long.
settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Where workers run the tests, show that they do."""
    if config.getoption("dist", "no") != "no":
        reporter = config.pluginmanager.getplugin("terminalreporter")
        config.pluginmanager.register(SignsOfLife(reporter.write_line))
