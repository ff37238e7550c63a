"""What becomes of the kind of field of `phones.py` in all that the CMS does with values: printed as JSON, by a process
of its own, as types and schemas are made once, at import.

Arguments: the address of an empty database, and that of a bucket as JSON.
"""

import asyncio
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cms.access.actor import SYSTEM
from cms.app import delivery_context
from cms.content_types import registry
from cms.items.actions import create_item, publish_item, update_item
from cms.items.queries.forms import type_form
from cms.items.queries.history import version_differences
from cms.items.queries.translations import list_open_texts
from cms.kernel.errors import Invalid
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.kernel.vault import Vault
from cms.transfer.export_site import export_site
from cms.transfer.import_site import import_site
from schema.delivery.schema import schema
from schema.execution.execute import Executor
from storage.documents import Item
from storage.embedded import S3Address
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from storage.repository import Repository
from tests.kept import empty_collections
from tests.services import CZECH_SITE, Clock

ASKED = """query ($number: [String!]) {
  site(key: "nca", locale: "cs") { hotlines(filter: {number: $number}) { nodes { title number advice } } }
}"""


class Walk:
    """`hotline`: the item with two phone numbers, once in English and once in any language."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.told: dict[str, Any] = {}

    async def take(self) -> None:
        await self._site()
        await self._refused()
        hotline = await self._written()
        await self._published(hotline)
        self.told["delivered"] = await self._asked("+420 123 456 789")
        self.told["filtered out"] = await self._asked("+420 999 999 999")
        self.told["after import"] = await self._carried()

    async def _site(self) -> None:
        made = await create_item(self.services, SYSTEM, type="Site", site="nca", data=CZECH_SITE)
        await publish_item(self.services, SYSTEM, made.id, ["cs", "en"])
        [field] = [one for one in type_form(registry["Hotline"]).fields if one.name == "number"]
        self.told["form"] = [field.kind, field.required, dict(field.limits)]

    async def _create(self, **data: Any) -> Item:
        title = {"cs": "Linka", "en": "Hotline"}
        slugs = dict.fromkeys(title, "hotline")
        given = {"title": title, **data}
        return await create_item(self.services, SYSTEM, type="Hotline", site="nca", data=given, slugs=slugs)

    async def _refused(self) -> None:
        try:
            await self._create(number="call us")
        except Invalid as error:
            self.told["refused"] = [(one.field, one.code) for one in error.problems]

    async def _written(self) -> Item:
        """One that cannot be published, and then one that can: in its history stand both."""
        draft = await self._create(number="+421 123 456 789", advice={"cs": "+420 222 222 222"})
        self.told["stored"] = draft.data["number"]
        try:
            await publish_item(self.services, SYSTEM, draft.id, ["cs"])
        except Invalid as error:
            self.told["stops publication"] = [(one.field, one.code) for one in error.problems]
        changed = await update_item(self.services, SYSTEM, draft.id, draft.version, {"number": "+420 123 456 789"})
        found = await version_differences(self.services, SYSTEM, draft.id, draft.version, changed.version)
        self.told["compared"] = [(one.at, one.words) for one in found]
        return changed

    async def _published(self, hotline: Item) -> None:
        open_texts = await list_open_texts(self.services, hotline, "en")
        self.told["to translate"] = [(one.at, one.state, one.now) for one in open_texts]
        advice = {"advice": {"en": "+420 111 111 111"}}
        await update_item(self.services, SYSTEM, hotline.id, hotline.version, advice)
        await publish_item(self.services, SYSTEM, hotline.id, ["cs", "en"])

    async def _asked(self, number: str) -> Any:
        request = GraphQLRequest(ASKED, None, {"number": [number]})
        answer = (await Executor(schema).execute(request, delivery_context(self.services, "test secret"))).body
        return answer["data"]["site"]["hotlines"]["nodes"] if "errors" not in answer else answer["errors"]

    async def _carried(self) -> Any:
        """The site as an archive, into a CMS in which nothing is."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "site.zip"
            await export_site(self.services, SYSTEM, "nca", path)
            await empty_collections(self.services.repository.mongo)
            await import_site(self.services, SYSTEM, path)
        return await self._asked("+420123456789")


async def main(mongodb_url: str, s3: S3Address) -> None:
    address, _question, options = mongodb_url.partition("?")
    server, _slash, database = address.rpartition("/")
    mongo = await Mongo(f"{server}/?{options}", database).open()
    store = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region)
    services = Services(Repository(mongo), store, Clock(), Vault("s" * 32), "http://cms.test", load_settings())
    walk = Walk(services)
    await walk.take()
    store.close()
    mongo.close()
    print(json.dumps(walk.told, ensure_ascii=False))


def arguments(mongodb_url: str, s3: S3Address) -> list[str]:
    return [mongodb_url, json.dumps(asdict(s3))]


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], S3Address(**json.loads(sys.argv[2]))))
