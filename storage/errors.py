"""What storage tells its callers instead of its vendors' exceptions."""


class StorageError(Exception):
    """Base of everything that storage raises on purpose."""


class Unavailable(StorageError):
    """An engine does not answer in time. `engine` is "mongodb" or "s3"."""

    def __init__(self, engine: str, reason: str = "") -> None:
        super().__init__(f"{engine} is not available" + (f": {reason}" if reason else ""))
        self.engine = engine


class AlreadyExists(StorageError):
    """A unique index refused the write. `key` is the part of the index that collided."""

    def __init__(self, key: str) -> None:
        super().__init__(f"already taken: {key}")
        self.key = key


class StaleVersion(StorageError):
    """The document changed since it was read."""


class ObjectMissing(StorageError):
    """The object store holds nothing under this key."""
