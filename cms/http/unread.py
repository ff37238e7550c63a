"""How much of what was written to a connection the other side has not taken yet."""

import asyncio
import sys
from array import array


def unread_bytes(transport: asyncio.Transport) -> int:
    """In our buffer and in the system's: megabytes may lie there, of which a slow reader takes little at a time and the
    system tells us only now and then. Where the system does not say, in ours only."""
    return transport.get_write_buffer_size() + _in_system(transport)


def _in_system(transport: asyncio.Transport) -> int:
    socket = transport.get_extra_info("socket")
    if sys.platform != "linux" or socket is None:
        return 0
    import fcntl
    import termios

    count = array("i", [0])
    try:
        fcntl.ioctl(socket.fileno(), termios.TIOCOUTQ, count)
    except OSError:
        return 0
    return count[0]
