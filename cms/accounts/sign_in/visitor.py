"""Who knocks, as far as a request tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visitor:
    """`network`: an IPv4 address or a /64 of IPv6. `device` is (account id, device id) of a browser in which this
    account was signed in before, which its signed cookie says; `token` that of the session it is in now, perhaps."""

    network: str = ""
    user_agent: str = ""
    device: tuple[str, str] | None = None
    token: str | None = None

    def is_known_to(self, account: str) -> bool:
        return self.device is not None and self.device[0] == account
