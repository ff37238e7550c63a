"""A change of somebody's own ticket for an upload, by the right that its action asks for on the ticket's site."""

from dataclasses import dataclass, field

from cms.access.change import Change
from cms.access.record import Subject
from cms.files.uploads import own_upload
from storage.documents import Upload


@dataclass
class UploadChange(Change):
    upload: Upload = field(init=False)

    async def load(self, id: str) -> None:
        """`id`: of the ticket. Raises NotFound, NotPermitted."""
        self.upload = await own_upload(self.services, self.actor, id, self.session)
        self.actor.require(self.right, self.upload.site)

    def subject(self) -> Subject:
        return Subject(site=self.upload.site)
