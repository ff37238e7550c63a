"""Where an S3 server is, and with which keys it is reached."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3
from minio import Minio


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is scheme, host and port only. `region` must be set: without it the client would ask the server for it."""

    url: str
    access_key: str
    secret_key: str
    region: str = "us-east-1"

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{self.url!r} is no S3 address: write it like https://s3.example.org")
        if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username:
            # The signature covers the path, so an S3 server cannot live below one.
            raise ValueError(f"{self.url!r} must be scheme, host and port only: give S3 a host name of its own")

    def client(self, connections: urllib3.PoolManager | None = None) -> Minio:
        parts = urlsplit(self.url)
        return Minio(
            parts.netloc,
            access_key=self.access_key,
            secret_key=self.secret_key,
            region=self.region,
            secure=parts.scheme == "https",
            http_client=connections,
        )
