"""The same by the management API alone: programs of the two reviewers, the manager and the decision maker."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_management_editor_script import Script

LIST = "{ applications(first: 50) { nodes { id reference organisation status } } }"
ONE = """query ($id: ID!) { application(id: $id) { status edition steps standing { mean passes }
  sections(locale: "cs") { answers { files { path } } } reviews { reviewer { name } } contact { email } } }"""
KAREL, RADKA = "reviewer-1@example.org", "reviewer-2@example.org"
CLARA, DANA, EVA = "calls@example.org", "decisions@example.org", "editor@example.org"
OSTRAVA = "Moravskoslezský klastr (demo)"
KEYS = ("policy-theme", "cluster-authority", "interregional", "programme", "capacity", "visibility")


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("reviewing-api") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def people(cms: CmsProcess) -> Iterator[dict[str, Script]]:
    scripts = {email: Script(cms, email) for email in (KAREL, RADKA, CLARA, DANA, EVA)}
    yield scripts
    for one in scripts.values():
        one.http.close()


def do(script: Script, name: str, **input: Any) -> dict[str, Any]:
    """The application, or the code of the refusal."""
    kind = f"{name[0].upper()}{name[1:]}Input!"
    result = f"{name}(input: $input) {{ application {{ status edition }} refusal {{ code }} }}"
    answer = script.ask(f"mutation ($input: {kind}) {{ {result} }}", input=input)[name]
    return answer["application"] or answer["refusal"]


def read(script: Script, id: str) -> dict[str, Any]:
    return script.ask(ONE, id=id)["application"]


def test_reviews_a_shortlist_and_one_edition(people: dict[str, Script], cms: CmsProcess) -> None:
    listed = people[KAREL].ask(LIST)["applications"]["nodes"]
    (ostrava,) = [one["id"] for one in listed if one["organisation"] == OSTRAVA]
    assert "Prešov Region (demo)" not in {one["organisation"] for one in listed}  # not assigned to anybody
    assert people[EVA].ask(LIST)["applications"]["nodes"] == []

    unread = read(people[KAREL], ostrava)
    assert unread["sections"] is None and unread["standing"] is None and unread["contact"] is None
    assert do(people[KAREL], "declareConflict", id=ostrava, conflict=False) == {
        "status": "UNDER_REVIEW",
        "edition": None,
    }
    opened = read(people[KAREL], ostrava)
    paths = [file["path"] for section in opened["sections"] for one in section["answers"] for file in one["files"]]
    assert len(paths) == 1 and opened["reviews"] == [{"reviewer": {"name": "Karel Kritik (demo)"}}]
    letter = people[KAREL].http.get(paths[0])
    assert letter.content.startswith(b"%PDF") and letter.headers["content-disposition"].startswith("attachment")
    assert people[EVA].http.get(paths[0]).status_code == 404
    assert httpx.get(f"{cms.url}{paths[0]}").status_code == 401

    scores = [{"criterion": key, "value": 4} for key in KEYS]
    assert do(people[KAREL], "scoreApplication", id=ostrava, scores=scores[:2])["status"] == "UNDER_REVIEW"
    assert do(people[CLARA], "shortlistApplication", id=ostrava) == {"code": "INVALID"}
    done = do(people[KAREL], "scoreApplication", id=ostrava, scores=scores, comment="Good.", submit=True)
    assert done["status"] == "UNDER_REVIEW" and len(read(people[KAREL], ostrava)["reviews"]) == 2

    assert do(people[DANA], "shortlistApplication", id=ostrava) == {"code": "NOT_PERMITTED"}
    assert do(people[EVA], "shortlistApplication", id=ostrava) == {"code": "NOT_FOUND"}
    assert do(people[CLARA], "shortlistApplication", id=ostrava)["status"] == "SHORTLISTED"
    assert do(people[CLARA], "acceptApplication", id=ostrava) == {"code": "NOT_PERMITTED"}
    first = do(people[DANA], "acceptApplication", id=ostrava, message="Gratulujeme.")
    again = do(people[DANA], "acceptApplication", id=ostrava, message="Gratulujeme.")
    assert first == again and first["status"] == "ACCEPTED" and first["edition"]

    query = "query ($id: ID!) { item(id: $id) { type states { state liveVersion } data } }"
    edition = people[EVA].ask(query, id=first["edition"])["item"]
    assert edition["type"] == "Edition" and not [one for one in edition["states"] if one["liveVersion"]]
    assert edition["data"]["city"] == {"cs": "Ostrava"}


def test_exports_are_for_those_who_see_everything(people: dict[str, Script], cms: CmsProcess) -> None:
    query = '{ callsWithApplications { call { id title(locale: "en") } counts { number } } }'
    found = people[CLARA].ask(query)["callsWithApplications"]
    (call,) = [one["call"]["id"] for one in found if one["counts"]]
    assert people[KAREL].ask(query)["callsWithApplications"] == []

    for format, start in (("xlsx", b"PK"), ("pdf", b"%PDF")):
        address = f"/management/applications/exports/{call}.{format}?locale=bg"
        for allowed in (CLARA, DANA):
            answer = people[allowed].http.get(address)
            assert answer.status_code == 200 and answer.content.startswith(start)
            assert answer.headers["cache-control"] == "private, no-store"
        for denied in (KAREL, EVA):
            assert people[denied].http.get(address).status_code == 404
        assert httpx.get(f"{cms.url}{address}").status_code == 401
    assert people[CLARA].http.get(f"/management/applications/exports/{call}.exe").status_code == 404
    audit = '{ audit(filter: {action: "export_applications"}, first: 10) { nodes { by { name } details } } }'
    assert len(people[CLARA].ask(audit)["audit"]["nodes"]) == 4
