"""Proof that a browser worked for about a second: a challenge in the form of ALTCHA (version 1), made and checked here.

The browser looks for the `number` up to `maxnumber` with SHA-256(salt + number) = `challenge`, and sends base64 of the
JSON {algorithm, challenge, number, salt, signature}.
"""

import base64
import json
from datetime import datetime, timedelta
from typing import Any

from altcha.v1 import create_challenge, extract_params, verify_solution

from cms.accounts.one_time_tokens import hash_of, is_first_time
from cms.kernel.services import Services
from storage.mongo import Session

MAX_TRIES = 60_000
LASTS = timedelta(minutes=30)
LONGEST = 2_000
_PURPOSE = "proof of work"


def new_challenge(services: Services) -> dict[str, Any]:
    """{algorithm, challenge, maxnumber, salt, signature}, good for half an hour and for one request."""
    made = create_challenge(
        algorithm="SHA-256",
        max_number=MAX_TRIES,
        salt_length=12,
        hmac_key=services.vault.signing_key(_PURPOSE),
        salt="",
        number=None,
        expires=services.clock() + LASTS,
        params=None,
    )
    return {
        "algorithm": made.algorithm,
        "challenge": made.challenge,
        "maxnumber": made.max_number,
        "salt": made.salt,
        "signature": made.signature,
    }


def is_right(services: Services, proof: str) -> bool:
    """Whether it solves a challenge of ours that is not over; whether it was used before is another question."""
    given = _read(proof)
    if given is None or not isinstance(given["number"], int):
        return False
    right, _reason = verify_solution(given, services.vault.signing_key(_PURPOSE), False)
    ends = extract_params(given).get("expires", [""])[0]
    return right and ends.isdecimal() and services.clock() < datetime.fromtimestamp(int(ends), services.clock().tzinfo)


async def use_up(services: Services, session: Session, proof: str) -> bool:
    """False where it was used before."""
    given = _read(proof)
    name = hash_of(f"{_PURPOSE} {given['challenge'] if given else ''}")
    return await is_first_time(services, session, _PURPOSE, name, LASTS)


def _read(proof: str) -> Any:
    if len(proof) > LONGEST:
        return None
    try:
        given = json.loads(base64.b64decode(proof, validate=True))
    except ValueError:
        return None
    names = {"algorithm", "challenge", "number", "salt", "signature"}
    if not isinstance(given, dict) or not names <= given.keys() or given["algorithm"] != "SHA-256":
        return None
    return given if all(isinstance(given[one], str) and given[one].isascii() for one in names - {"number"}) else None
