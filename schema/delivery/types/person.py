"""People."""

from cms.content_types.person import Person as PersonContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.types import item


@delivers(PersonContent)
class Person(item.Node):
    """A speaker, moderator or author; never with an e-mail address."""

    id = item.item_id
    slug = item.slug
