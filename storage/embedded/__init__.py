"""The engines that run where nothing is installed: a real mongod and a real S3 server as children of the CMS."""

from storage.embedded.attach import running_directory
from storage.embedded.data_directory import DataDirectory, open_data_directory
from storage.embedded.engines import Engines, embedded_engines
from storage.embedded.errors import EmbeddedError
from storage.embedded.mongodb import embedded_mongodb, kept_mongodb_address
from storage.embedded.s3 import S3Address, embedded_s3, kept_s3_address
from storage.embedded.secret_files import kept_secret

__all__ = [
    "DataDirectory",
    "EmbeddedError",
    "Engines",
    "S3Address",
    "embedded_engines",
    "embedded_mongodb",
    "embedded_s3",
    "kept_mongodb_address",
    "kept_s3_address",
    "kept_secret",
    "open_data_directory",
    "running_directory",
]
