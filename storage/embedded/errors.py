"""The one error of the embedded engines."""

from storage.errors import StorageError


class EmbeddedError(StorageError):
    """An embedded engine cannot start here. The message is one line and says what to do."""
