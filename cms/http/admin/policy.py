"""What the pages of the interface may load, and from where."""

from collections.abc import Sequence


def page_headers(origins: Sequence[str]) -> dict[str, str]:
    """Files go to the S3 server and come from it, and previews on the sites are framed. Mantine writes its styles into
    the page."""
    s3 = " ".join(origins)
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' {s3}; "
        f"img-src 'self' data: blob: {s3}; font-src 'self'; media-src 'self' {s3}; "
        "frame-src 'self' https: http:; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    return {"content-security-policy": policy, "referrer-policy": "same-origin"}
