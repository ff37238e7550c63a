"""No property fails because the machine is busy."""

import pytest
from hypothesis import HealthCheck, settings

FEW, MANY = 10, 100


def pytest_configure(config: pytest.Config) -> None:
    """Examples of each property: a run of every minute tries few, the others many."""
    examples = FEW if config.getoption("fast") else MANY
    settings.register_profile(
        "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples
    )
    settings.load_profile("unhurried")
