"""Archives as they come, good and spoilt; the same bytes whichever Python makes them."""

import struct

NAME = "a.txt"


def entry(name: bytes, content: bytes, *, crc: int | None = None, method: int = 0, flags: int = 0x800) -> bytes:
    return b"PK\x03\x04" + _common(name, content, crc, method, flags) + name + content


def listed(name: bytes, content: bytes, offset: int, *, method: int = 0, flags: int = 0x800) -> bytes:
    common = struct.pack("<H", 20) + _common(name, content, None, method, flags)
    return b"PK\x01\x02" + common + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name


def archive(entries: bytes, directory: bytes, count: int = 1) -> bytes:
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(entries), 0)
    return entries + directory + b"PK\x05\x06" + end


def _common(name: bytes, content: bytes, crc: int | None, method: int, flags: int) -> bytes:
    import zlib

    checksum = zlib.crc32(content) if crc is None else crc
    sizes = (checksum, len(content), len(content), len(name), 0)
    return struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 33, *sizes)


A, HELLO = NAME.encode(), b"hello"
CYRILLIC = "име.txt".encode()
GOOD = archive(entry(A, HELLO), listed(A, HELLO, 0))
ARCHIVES = {
    "good": GOOD,
    "names in cyrillic": archive(entry(CYRILLIC, HELLO), listed(CYRILLIC, HELLO, 0)),
    "cut off": GOOD[:-30],
    "overlapping entries": archive(entry(A, HELLO), listed(A, HELLO, 0) + listed(b"b.txt", HELLO, 0), 2),
    "an entry elsewhere": archive(entry(A, HELLO), listed(A, HELLO, 7)),
    "a wrong checksum": archive(entry(A, HELLO, crc=1), listed(A, b"hellO", 0)),
    "another name inside": archive(entry(b"b.txt", HELLO), listed(A, HELLO, 0)),
    "an unknown compression": archive(entry(A, HELLO, method=77), listed(A, HELLO, 0, method=77)),
    "no archive": b"hello",
}
