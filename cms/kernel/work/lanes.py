"""What workers do at once: a lane per kind of work, so that slow webhooks or mails never hold up publications."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from storage.documents import OutboxEvent

CONTENT: Final = "content"
MAIL: Final = "mail"
WEBHOOKS: Final = "webhooks"
TRANSFERS: Final = "transfers"
COPIES: Final = "copies"

WIDTHS: Mapping[str, int] = {CONTENT: 4, MAIL: 4, WEBHOOKS: 8, TRANSFERS: 1, COPIES: 1}
"""{lane: how many of its events one worker works on at once}."""
PER_GROUP = 2
"""Of them, how many of one group, such as one webhook."""


@dataclass(slots=True)
class Lanes:
    """What one worker is working on."""

    widths: Mapping[str, int] = field(default_factory=lambda: WIDTHS)
    _lanes: Counter[str] = field(default_factory=Counter)
    _groups: Counter[str] = field(default_factory=Counter)

    def free(self) -> list[str]:
        return [lane for lane, width in self.widths.items() if self._lanes[lane] < width]

    def full_groups(self) -> list[str]:
        return sorted(group for group, busy in self._groups.items() if busy >= PER_GROUP)

    def enter(self, event: OutboxEvent) -> None:
        self._lanes[event.lane] += 1
        if event.group:
            self._groups[event.group] += 1

    def leave(self, event: OutboxEvent) -> bool:
        """Whether others may have waited for its place."""
        was_full = self._lanes[event.lane] >= self.widths[event.lane] or self._groups[event.group] >= PER_GROUP
        self._lanes[event.lane] -= 1
        if event.group:
            self._groups[event.group] -= 1
            self._groups += Counter()  # forgets what is at zero
        return was_full
