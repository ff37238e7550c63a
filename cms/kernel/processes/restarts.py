"""When a process that ended is started again."""

from dataclasses import dataclass

FIRST_DELAY_SECONDS = 0.1
LONGEST_DELAY_SECONDS = 10.0
STABLE_SECONDS = 30.0
MAX_EARLY_DEATHS = 6
"""One after the other, each within STABLE_SECONDS: about ten seconds of trying."""


@dataclass(slots=True)
class Restarts:
    """Of one place, such as the second server. Times are seconds of one steady clock."""

    early_deaths: int = 0

    @property
    def is_hopeless(self) -> bool:
        return self.early_deaths >= MAX_EARLY_DEATHS

    def delay_after(self, lived_seconds: float) -> float:
        """Sooner after a long life than after a short one."""
        self.early_deaths = 0 if lived_seconds > STABLE_SECONDS else self.early_deaths + 1
        if not self.early_deaths:
            return FIRST_DELAY_SECONDS
        return min(FIRST_DELAY_SECONDS * 2 ** (self.early_deaths - 1), LONGEST_DELAY_SECONDS)
