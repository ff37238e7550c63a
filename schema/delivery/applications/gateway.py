"""The one door from the delivery schema to actions: those of applicants, on what is their own."""

from dataclasses import dataclass, field

from cms.applications.applicant import ApplicantActor, applicant_of
from cms.applications.limits import TOKENS, count
from cms.applications.words import say
from cms.kernel.errors import SignInFailed
from cms.kernel.services import Services


@dataclass(slots=True)
class ApplicantGateway:
    """`bearer`: the token in `Authorization`; `network`: where the request comes from. Made for one request."""

    services: Services = field(repr=False)
    bearer: str | None = field(default=None, repr=False)
    network: str = ""
    _known: ApplicantActor | None = None
    _asked: bool = False

    async def applicant(self) -> ApplicantActor | None:
        """None without a token. Raises TooManyRequests for a network that guesses tokens, and Unavailable."""
        if not self._asked:
            self._known = await applicant_of(self.services, self.bearer)
            self._asked = True
            if self.bearer and self._known is None:
                await count(self.services, f"tokens {self.network}", TOKENS, "en")
        return self._known

    async def required(self) -> ApplicantActor:
        """Raises SignInFailed."""
        found = await self.applicant()
        if found is None:
            raise SignInFailed(say("SESSION_OVER", "en"))
        return found
