"""Why an archive is not taken at all."""

from cms.kernel.errors import Invalid, Problem


def refused(code: str, message: str, at: str = "archive") -> Invalid:
    """An Invalid with one problem; `code` is stable, `message` says what to do."""
    return Invalid([Problem(at, code, message)])
