"""An address by which anybody may put one object of exactly one size: SigV4 with the length among what is signed.

`minio` signs the host alone, so that whoever has such an address of its making may put as much as a disk holds.
Source: AWS, "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)".
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode, urlsplit

from storage.object_store.endpoint import Endpoint

ALGORITHM = "AWS4-HMAC-SHA256"
SIGNED_HEADERS = "content-length;host"


def signed_put(
    endpoint: Endpoint, bucket: str, key: str, byte_size: int, lifetime: timedelta, signed_at: datetime | None = None
) -> str:
    """Good for `lifetime` from `signed_at` (default now). The client's Content-Length must be `byte_size`."""
    at = (signed_at or datetime.now(UTC)).astimezone(UTC)
    stamp, day = at.strftime("%Y%m%dT%H%M%SZ"), at.strftime("%Y%m%d")
    scope = f"{day}/{endpoint.region}/s3/aws4_request"
    host, path = urlsplit(endpoint.url).netloc, quote(f"/{bucket}/{key}")
    query = urlencode(
        {
            "X-Amz-Algorithm": ALGORITHM,
            "X-Amz-Credential": f"{endpoint.access_key}/{scope}",
            "X-Amz-Date": stamp,
            "X-Amz-Expires": int(lifetime.total_seconds()),
            "X-Amz-SignedHeaders": SIGNED_HEADERS,
        },
        quote_via=quote,
        safe="",
    )
    headers = f"content-length:{byte_size}\nhost:{host}\n"
    request = f"PUT\n{path}\n{query}\n{headers}\n{SIGNED_HEADERS}\nUNSIGNED-PAYLOAD"
    to_sign = f"{ALGORITHM}\n{stamp}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    signature = _digest(_signing_key(endpoint, day), to_sign).hex()
    return f"{endpoint.url.rstrip('/')}{path}?{query}&X-Amz-Signature={signature}"


def _signing_key(endpoint: Endpoint, day: str) -> bytes:
    key = f"AWS4{endpoint.secret_key}".encode()
    for part in (day, endpoint.region, "s3", "aws4_request"):
        key = _digest(key, part)
    return key


def _digest(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
