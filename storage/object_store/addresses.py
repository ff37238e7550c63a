"""Addresses with a signature in them, by which anybody may fetch or put one object for a short time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from minio.helpers import DictType

from storage.object_store.endpoint import Endpoint
from storage.object_store.signed_put import signed_put


@dataclass(frozen=True, slots=True)
class ServedAs:
    """What the S3 server answers instead of what it has stored; servers forget content types, so always say them.

    `content_disposition` is a ready header value (RFC 6266), `cache_control` likewise.
    """

    content_type: str
    content_disposition: str
    cache_control: str = "private, no-store"

    def overrides(self) -> DictType:
        return {
            "response-content-type": self.content_type,
            "response-content-disposition": self.content_disposition,
            "response-cache-control": self.cache_control,
        }


class PresignedAddresses:
    """Signs for the host that the outside world uses; needs no network."""

    def __init__(self, endpoint: Endpoint, bucket: str) -> None:
        self._endpoint = endpoint
        self._client = endpoint.client()
        self._bucket = bucket

    @property
    def origins(self) -> tuple[str, ...]:
        """What they begin with: ("https://s3.example.org",). Amazon's have the bucket in the host, as one more."""
        parts = urlsplit(self.put("any", timedelta(minutes=1)))
        return tuple(dict.fromkeys((self._endpoint.url.rstrip("/"), f"{parts.scheme}://{parts.netloc}")))

    def get(
        self,
        key: str,
        served_as: ServedAs,
        lifetime: timedelta,
        *,
        method: Literal["GET", "HEAD"] = "GET",
        signed_at: datetime | None = None,
    ) -> str:
        """Good for `lifetime` from `signed_at` (default now); the same `signed_at` gives the same address."""
        return self._client.get_presigned_url(
            method,
            self._bucket,
            key,
            expires=lifetime,
            response_headers=served_as.overrides(),
            request_date=signed_at,
        )

    def put_exactly(self, key: str, byte_size: int, lifetime: timedelta, signed_at: datetime | None = None) -> str:
        """For clients: the server refuses any other size than `byte_size`."""
        return signed_put(self._endpoint, self._bucket, key, byte_size, lifetime, signed_at)

    def put(self, key: str, lifetime: timedelta) -> str:
        return self._client.presigned_put_object(self._bucket, key, expires=lifetime)
