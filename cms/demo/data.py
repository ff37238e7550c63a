"""The demo's facts and texts, read from the JSON files beside this module."""

import json
from importlib.resources import files
from typing import Any

Text = dict[str, str]
"""{locale: text}"""


def read(path: str) -> Any:
    """`path` below this package: "texts/sites.json"."""
    return json.loads(files("cms.demo").joinpath(path).read_text("utf-8"))


def read_folder(path: str) -> dict[str, Any]:
    """{name of the file without its extension: content}, by name."""
    folder = files("cms.demo").joinpath(path)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    return {name.removesuffix(".json"): read(f"{path}/{name}") for name in names}


def editions() -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """{slug: (facts, our texts)} in the order in which the editions were held."""
    texts = read_folder("texts/editions")
    return {facts["slug"]: (facts, texts[facts["slug"]]) for facts in read("facts/editions.json")["editions"]}


def talks(sessions: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(session, talk) of all sessions and the sessions within them, in the order of the programme."""
    found = []
    for session in sessions:
        found += [(session, talk) for talk in session.get("talks", [])]
        found += talks(session.get("children", []))
    return found


def iasi_talks() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The talks of Iași that come with a presentation."""
    return talks(read("facts/iasi_programme.json")["days"][0]["sessions"])
