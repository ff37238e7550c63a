"""What is made from the secret key: values sealed for the database, and keyed digests of short codes."""

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES = 12


class Vault:
    """Each purpose has a key of its own. What is sealed is bound to `about`, usually an id: copied to another document
    it cannot be opened. Raises ValueError when made without a secret key and then used."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key.encode()

    def seal(self, purpose: str, about: str, text: str) -> str:
        nonce = os.urandom(_NONCE_BYTES)
        sealed = AESGCM(self._key(purpose)).encrypt(nonce, text.encode(), about.encode())
        return urlsafe_b64encode(nonce + sealed).decode()

    def open(self, purpose: str, about: str, sealed: str) -> str | None:
        """None for what was changed, sealed for something else, or with another secret key."""
        try:
            raw = urlsafe_b64decode(sealed.encode())
            return AESGCM(self._key(purpose)).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], about.encode()).decode()
        except (InvalidTag, ValueError):
            return None

    def digest(self, purpose: str, text: str) -> str:
        """64 hex digits. Short codes cannot be found from it by trying, as they could from a plain hash."""
        return hmac.digest(self._key(purpose), text.encode(), hashlib.sha256).hex()

    def signing_key(self, purpose: str) -> str:
        """For libraries that sign by themselves."""
        return self._key(purpose).hex()

    def _key(self, purpose: str) -> bytes:
        if not self._secret_key:
            raise ValueError("these services were opened without a secret key")
        return _derived(self._secret_key, purpose)


@lru_cache(maxsize=64)
def _derived(secret_key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, None, f"cms.{purpose}".encode()).derive(secret_key)
