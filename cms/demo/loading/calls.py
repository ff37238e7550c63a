"""The application form and both calls for hosts."""

from typing import Any

from cms.demo.data import read, read_folder
from cms.demo.loading.loading import Loading, rich
from cms.demo.loading.placer import Draft
from cms.demo.loading.sites import CLUSTERS_MEET_REGIONS

FORM = "demo:form:host-application"
AS_WRITTEN = (
    "title",
    "target_period",
    "opens",
    "eligible",
    "host_provides",
    "platform_provides",
    "criteria",
    "contact_email",
)


async def load_form(loading: Loading) -> None:
    form = read("texts/form/form.json")
    steps = [step for name, step in read_folder("texts/form").items() if name.startswith("step-")]
    data = {"title": form["title"], "steps": steps}
    await loading.together(
        "Application form",
        [loading.placer.place(FORM, lambda: Draft("ApplicationForm", "eccp", data, form["publish_in"]))],
    )


async def load_calls(loading: Loading) -> None:
    async def place(key: str, call: dict[str, Any], facts: dict[str, Any]) -> None:
        files = await loading.shelf.ids(*(f"call/{key}/{document['key']}" for document in call["documents"]))

        def draft() -> Draft:
            slugs: dict[str, str] = dict.fromkeys(call["publish_in"], call["slug"])
            data = _data(loading, call, facts, files)
            return Draft("CallForHosts", call["site"], data, call["publish_in"], slugs, call["shared"])

        await loading.placer.place(f"demo:call:{key}", draft)

    known = read("facts/calls.json")["callsForHosts"]
    calls = read_folder("texts/calls")
    await loading.together("Calls", [place(key, call, known[call["facts"]]) for key, call in calls.items()])


def _data(loading: Loading, call: dict[str, Any], facts: dict[str, Any], files: dict[str, str]) -> dict[str, Any]:
    cutoffs = zip(call["cutoffs"], facts["cutoffs"], strict=True)
    return {
        **{name: call[name] for name in AS_WRITTEN},
        "body": rich(call["body"]),
        "series": loading.placer.id_of(CLUSTERS_MEET_REGIONS),
        "hosts_sought": facts["hostsSought"],
        "cutoffs": [{"at": at, "tentative": known.get("tentative", False)} for at, known in cutoffs],
        "time_zone": "Europe/Brussels",
        "documents": [
            {"label": document["label"], "file": files[f"call/{call['slug']}/{document['key']}"]}
            for document in call["documents"]
        ],
        "form": loading.placer.id_of(FORM),
    }
