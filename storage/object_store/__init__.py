"""Bytes under keys, in any S3 server, through the `minio` client."""

from storage.object_store.addresses import PresignedAddresses, ServedAs
from storage.object_store.store import ObjectInfo, ObjectStore
from storage.object_store.stream import CHUNK_BYTES, ObjectStream

__all__ = ["CHUNK_BYTES", "ObjectInfo", "ObjectStore", "ObjectStream", "PresignedAddresses", "ServedAs"]
