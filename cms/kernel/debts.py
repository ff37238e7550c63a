"""What each client has had lately of something that all share; it is forgotten by half every few seconds."""

import time
from collections import OrderedDict

HALF_SECONDS = 2.0
MAX_CLIENTS = 10_000
"""Those who had something longest ago are forgotten first."""


class Debts:
    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def of(self, client: str) -> float:
        amount, at = self._known.get(client, (0.0, 0.0))
        return amount * 0.5 ** ((time.monotonic() - at) / HALF_SECONDS) if amount else 0.0

    def add(self, client: str, amount: float) -> None:
        self._known[client] = self.of(client) + amount, time.monotonic()
        self._known.move_to_end(client)
        if len(self._known) > MAX_CLIENTS:
            self._known.popitem(last=False)
