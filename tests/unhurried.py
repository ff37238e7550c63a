"""Settings of property tests whose time depends on who else uses the machine: no deadline for data or for a case."""

from hypothesis import HealthCheck, settings

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
