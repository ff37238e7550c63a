"""Registering at a running CMS from anywhere, such as from the CI of a site: by its management API, with a token."""

from collections.abc import Iterator, Sequence
from typing import Any

import httpx

from cms.kernel.errors import CmsError, Invalid, NotPermitted, Problem
from cms.persisted_queries.registration import Registration, batches

SECONDS = 60
PAGE = 100
REGISTER = """mutation RegisterQueries($input: RegisterQueriesInput!) {
  result: registerQueries(input: $input) { done: added refusal { message } problems { field message } }
}"""
REMOVE = """mutation RemoveRegisteredQueries($input: RemoveRegisteredQueriesInput!) {
  result: removeRegisteredQueries(input: $input) { done: removed refusal { message } problems { field message } }
}"""
LIST = """query RegisteredQueries($site: String!, $first: Int!, $after: String) {
  registeredQueries(site: $site, first: $first, after: $after) {
    nodes { hash name registeredAt } pageInfo { hasNextPage endCursor }
  }
}"""


class RemoteCms:
    """`url`: of the CMS, such as https://cms.example.org; `token`: of the management API."""

    def __init__(self, url: str, token: str) -> None:
        self._url = f"{url.rstrip('/')}/management/graphql"
        self._headers = {"Authorization": f"Bearer {token}"}

    def register(self, site: str, documents: Sequence[Registration]) -> int:
        """How many were not registered before. Raises Invalid, NotPermitted, CmsError."""
        return sum(self._register(site, batch) for batch in batches(documents))

    def _register(self, site: str, documents: Sequence[Registration]) -> int:
        sent = [{"name": document.name, "text": document.text} for document in documents]
        return len(self._done(REGISTER, {"input": {"site": site, "documents": sent}}))

    def remove(self, site: str, hashes: Sequence[str]) -> int:
        """How many were registered. Raises as `register`."""
        return self._done(REMOVE, {"input": {"site": site, "hashes": list(hashes)}})

    def registered(self, site: str) -> Iterator[tuple[str, str, str]]:
        """(hash, name, when) of each, newest first. Raises as `register`."""
        after, is_more = None, True
        while is_more:
            page = self._ask(LIST, {"site": site, "first": PAGE, "after": after})["registeredQueries"]
            yield from ((one["hash"], one["name"], one["registeredAt"]) for one in page["nodes"])
            after, is_more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    def _done(self, document: str, variables: dict[str, Any]) -> Any:
        result = self._ask(document, variables)["result"]
        if result["problems"]:
            raise Invalid([Problem("", "REFUSED", problem["message"]) for problem in result["problems"]])
        if result["refusal"]:
            raise NotPermitted(result["refusal"]["message"])
        return result["done"]

    def _ask(self, document: str, variables: dict[str, Any]) -> dict[str, Any]:
        request = {"query": document, "variables": variables}
        try:
            answer = httpx.post(self._url, json=request, headers=self._headers, timeout=SECONDS)
            body = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise CmsError(f"{self._url} does not answer as a CMS does ({error}). Check the address.") from error
        if errors := body.get("errors"):
            raise CmsError("; ".join(error["message"] for error in errors))
        return body["data"]
