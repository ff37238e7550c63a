"""Opaque cursors of keyset pages: the sort value and id of an item, sealed so that nobody can make one up."""

import base64
import binascii
import hashlib
import hmac
from typing import Any

import orjson

from cms.kernel.errors import Invalid, Problem

SEAL = 12
LONGEST = 1200


class Cursors:
    def __init__(self, secret: str) -> None:
        self._key = hashlib.blake2b(secret.encode(), person=b"cms-cursors").digest()

    def seal(self, order: str, value: Any, id: str) -> str:
        payload = orjson.dumps([order, value, id])
        return base64.urlsafe_b64encode(self._mac(payload) + payload).decode().rstrip("=")

    def open(self, cursor: str, order: str, argument: str = "after") -> tuple[Any, str]:
        """(sort value, id); `argument`: where it was given.

        Raises Invalid for a cursor of another list order, or one that was not made here.
        """
        try:
            if len(cursor) > LONGEST:
                raise ValueError
            sealed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
            payload = sealed[SEAL:]
            if not hmac.compare_digest(sealed[:SEAL], self._mac(payload)):
                raise ValueError
            made_for, value, id = orjson.loads(payload)
            if made_for != order:
                raise ValueError
        except (ValueError, binascii.Error) as error:
            message = f"This cursor does not belong to this list; start again without `{argument}`."
            raise Invalid([Problem(argument, "BAD_CURSOR", message)]) from error
        return value, id

    def _mac(self, payload: bytes) -> bytes:
        return hashlib.blake2b(payload, key=self._key, digest_size=SEAL).digest()
