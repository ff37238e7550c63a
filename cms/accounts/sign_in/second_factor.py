"""The second factor: codes of an authenticator app (TOTP, RFC 6238), and codes on paper for when the app is lost."""

import secrets
from collections.abc import Sequence

from pyotp import random_base32
from pyotp.exceptions import OTPVerificationError
from pyotp.totp import TOTP

from cms.kernel.services import Services
from storage.documents import Account, SecondFactor
from storage.mongo import Session

ISSUER = "Cluster CMS"
PURPOSE = "second factor"
DRIFT = 1  # of the app's clock, in steps of 30 seconds
RECOVERY_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LONGEST = 40


def new_secret() -> str:
    return random_base32(32)


def otpauth_uri(secret: str, account: Account) -> str:
    """What an authenticator app reads from a picture."""
    return TOTP(secret).provisioning_uri(name=account.email, issuer_name=ISSUER)


def sealed_secret(services: Services, account: str, secret: str) -> str:
    return services.vault.seal(PURPOSE, account, secret)


def matching_counter(services: Services, account: str, sealed: str, code: str) -> int | None:
    """The time step whose code this is, None where it is none of those that hold now."""
    secret = services.vault.open(PURPOSE, account, sealed)
    if secret is None or not code.isascii():
        return None
    try:
        return TOTP(secret).verify_and_get_timecode(code, for_time=services.clock(), valid_window=DRIFT)
    except OTPVerificationError:
        return None


def new_recovery_codes() -> list[str]:
    """Ten codes with 49 random bits each, such as k3mfw-t7qpd."""
    return ["-".join(_word() for _ in range(2)) for _ in range(RECOVERY_CODES)]


def _word() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(5))


def recovery_digests(services: Services, account: str, codes: Sequence[str]) -> list[str]:
    return [services.vault.digest("recovery", f"{account} {_plain(code)}") for code in codes]


async def use_code(services: Services, session: Session, account: str, code: str) -> str | None:
    """Takes a code, which is then worth nothing any more: "totp" or "recovery", or None for a wrong one."""
    factor = await services.repository.second_factors.of(account, session)
    if factor is None or factor.secret is None or len(code) > _LONGEST:
        return None
    used = _use_totp(services, factor, factor.secret, code) or _use_recovery(services, factor, code)
    if used is not None:
        await services.repository.second_factors.save(factor, session)
    return used


def _use_totp(services: Services, factor: SecondFactor, sealed: str, code: str) -> str | None:
    counter = matching_counter(services, factor.id, sealed, code.replace(" ", ""))
    if counter is None or counter <= factor.last_counter:
        return None
    factor.last_counter = counter
    return "totp"


def _use_recovery(services: Services, factor: SecondFactor, code: str) -> str | None:
    [digest] = recovery_digests(services, factor.id, [code])
    if digest not in factor.recovery:
        return None
    factor.recovery = [other for other in factor.recovery if other != digest]
    return "recovery"


def _plain(code: str) -> str:
    return code.replace("-", "").replace(" ", "").lower()
