from typing import Any

from tests.clients.workspace import Workspace

ASK = """
import { readFileSync } from 'node:fs'
const { endpoint, query, places } = JSON.parse(readFileSync(process.argv[2]))
const answers = []
for (const variables of places) {
  const body = JSON.stringify({ query, variables })
  const answer = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  answers.push(await answer.json())
}
console.log(JSON.stringify(answers))
"""
QUERY = """query ($site: String!, $l: Locale!, $preview: String) { site(key: $site, locale: $l, preview: $preview) {
  name edition(slug: "edition-1") { title theme contextContent { references { title } }
    days { label sessions { title children { title } } } }
  newsItem(slug: "news-1") { title blocks { __typename ... on TextBlock { heading } } }
  page(path: "/about") { title blocks { __typename } } call(slug: "hosts") { title cutoffs { label } form { title } }
  menu(slot: MAIN) { label } } }"""


async def test_each_place_answers_in_words_of_its_own(
    workspace: Workspace, endpoint: str, places: list[dict[str, Any]]
) -> None:
    workspace.write("ask.mjs", ASK)
    answers = await workspace.ask("ask.mjs", {"endpoint": endpoint, "query": QUERY, "places": places})

    print(answers[:2])
    assert [answer for answer in answers if "errors" in answer] == []
    assert len({str(answer) for answer in answers}) == len(places) == 18
