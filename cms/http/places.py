"""How many connections there may be, and how many of them of one network."""

from typing import Protocol

from cms.kernel.counts import Counts, OwnCounts

Idle = dict["Holder", None]
ALL = "connections"


class Holder(Protocol):
    """A connection. `network`: see `client_address`; `is_shared`: a trusted proxy, which brings many clients."""

    network: str
    is_shared: bool

    def give_way(self) -> None:
        """Closes at once; nothing is asked on it."""
        ...


class Places:
    """Connections on which nothing is asked make room for new ones, the oldest first: those of the same network where
    that one has its share, else those of whoever has most. So nobody keeps others out by doing nothing.

    counted: by the server's processes together; each makes room with connections of its own, of which the processes
    have as many.
    """

    def __init__(self, total: int, per_network: int, counted: Counts | None = None) -> None:
        self._total = total
        self._per_network = per_network
        self._counts = counted or OwnCounts()
        self._members: set[Holder] = set()
        self._idle: dict[str, Idle] = {}

    def admit(self, holder: Holder) -> bool:
        """False where everything is taken by connections that are busy."""
        full = self._take(holder)
        if full and self._make_room(holder, full):
            full = self._take(holder)
        if full:
            return False
        self._members.add(holder)
        self.rest(holder)
        return True

    def leave(self, holder: Holder) -> None:
        if holder not in self._members:
            return
        self._members.discard(holder)
        self.begin(holder)
        self._counts.give_back((ALL, _key(holder.network)))

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

    def _take(self, holder: Holder) -> str | None:
        """What is full, if anything."""
        own = None if holder.is_shared else self._per_network
        return self._counts.take({_key(holder.network): own, ALL: self._total})

    def _make_room(self, holder: Holder, full: str) -> bool:
        if full != ALL:
            return self._send_away(holder.network)
        return bool(self._idle) and self._send_away(max(self._idle, key=self._held))

    def _held(self, network: str) -> int:
        return self._counts.count(_key(network))

    def _send_away(self, network: str) -> bool:
        oldest = next(iter(self._idle.get(network, {})), None)
        if oldest is not None:
            self.leave(oldest)
            oldest.give_way()
        return oldest is not None


def _key(network: str) -> str:
    return f"connections/{network}"
