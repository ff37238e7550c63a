"""How many connections there may be, and how many of them of one network."""

from collections import Counter
from typing import Protocol

Idle = dict["Holder", None]


class Holder(Protocol):
    """A connection. `network`: see `client_address`; `is_shared`: a trusted proxy, which brings many clients."""

    network: str
    is_shared: bool

    def give_way(self) -> None:
        """Closes at once; nothing is asked on it."""
        ...


class Places:
    """Connections on which nothing is asked make room for new ones, the oldest first: those of the same network where
    that one has its share, else those of whoever has most. So nobody keeps others out by doing nothing."""

    def __init__(self, total: int, per_network: int) -> None:
        self._total = total
        self._per_network = per_network
        self._held: Counter[str] = Counter()
        self._members: set[Holder] = set()
        self._idle: dict[str, Idle] = {}

    def admit(self, holder: Holder) -> bool:
        """False where everything is taken by connections that are busy."""
        if not self._make_room(holder):
            return False
        self._members.add(holder)
        self._held[holder.network] += 1
        self.rest(holder)
        return True

    def leave(self, holder: Holder) -> None:
        if holder not in self._members:
            return
        self._members.discard(holder)
        self.begin(holder)
        self._held[holder.network] -= 1
        if not self._held[holder.network]:
            del self._held[holder.network]

    def begin(self, holder: Holder) -> None:
        """Something is asked on it."""
        idle = self._idle.get(holder.network, {})
        idle.pop(holder, None)
        if not idle:
            self._idle.pop(holder.network, None)

    def rest(self, holder: Holder) -> None:
        """Nothing is asked on it."""
        if holder in self._members:
            self._idle.setdefault(holder.network, {})[holder] = None

    def _make_room(self, holder: Holder) -> bool:
        if not holder.is_shared and self._held[holder.network] >= self._per_network:
            return self._send_away(holder.network)
        if len(self._members) < self._total:
            return True
        return bool(self._idle) and self._send_away(max(self._idle, key=self._held.__getitem__))

    def _send_away(self, network: str) -> bool:
        oldest = next(iter(self._idle.get(network, {})), None)
        if oldest is not None:
            self.leave(oldest)
            oldest.give_way()
        return oldest is not None
