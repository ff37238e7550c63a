"""What a reviewer changes of the own review of an application."""

from dataclasses import dataclass, field

from cms.applications import states
from cms.applications.application_change import ApplicationChange
from cms.kernel.errors import NotFound, TransitionNotAllowed
from storage.documents import ApplicationReview


@dataclass
class ReviewChange(ApplicationChange):
    """By somebody who is assigned, while reviews are open."""

    review: ApplicationReview = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted, TransitionNotAllowed."""
        await super().load(id)
        own = await self.repository.application_reviews.of(self.application.id, self.actor.id, self.session)
        if own is None or own.conflict or self.actor.id not in self.application.reviewers:
            raise NotFound(f"You are not assigned to the application {id[:64]}.")
        if self.application.status not in (states.SUBMITTED, states.UNDER_REVIEW):
            raise TransitionNotAllowed("This application is decided on; reviews are closed.")
        self.review = own
