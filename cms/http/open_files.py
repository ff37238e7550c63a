"""How many connections the machine lets this process have."""

import sys

import structlog

OTHER_FILES = 300
"""Engines, logs, uploads under way."""

log = structlog.get_logger(__name__)


def room_for(connections: int) -> int:
    """`connections`, or fewer where not so many files may be open; asks for more than the shell gave as far as that is
    allowed. Without room the server could accept nobody, not even to say so."""
    if sys.platform == "win32":
        return connections
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + OTHER_FILES
    if 0 <= soft < wanted:
        soft = wanted if hard < 0 else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    possible = connections if soft < 0 else min(connections, max(soft - OTHER_FILES, soft // 2))
    if possible < connections:
        log.warning("fewer connections than set", possible=possible, remedy=f"raise ulimit -n to {wanted}")
    return possible
