"""Why a file is not taken, as the one error family says it."""

from cms.kernel.errors import Invalid, Problem


def refused(code: str, message: str) -> Invalid:
    """An Invalid with one problem at the field `file`; `code` is stable, `message` says what to do."""
    return Invalid([Problem("file", code, message)])
