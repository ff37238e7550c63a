"""Under which headers the pages of the form are sent."""

from collections.abc import Sequence

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)


def page_headers(ancestors: Sequence[str] = ()) -> dict[str, str]:
    """`ancestors`: origins whose pages may frame this one. Nobody may frame what somebody signed in sees, so nobody can
    be made to press a button in it.

    The referrer goes to ourselves only: browsers name the origin of a posted form by it, and links from mails hold a
    token.
    """
    named = " ".join(["'self'", *ancestors]) if ancestors else "'none'"
    return {
        "content-security-policy": _POLICY.format(ancestors=named),
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    }
