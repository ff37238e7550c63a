"""The application form and both calls for hosts."""

from typing import Any

from cms.demo.data import read, read_folder
from cms.demo.loading.loading import Loading, rich
from cms.demo.loading.pages import PRIVACY_NOTICE
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

    async def place(form: dict[str, Any]) -> None:
        await loading.placer.place(FORM, lambda: Draft("ApplicationForm", "eccp", data, form["publish_in"]))

    await loading.each("Application form", [form], place)


async def load_calls(loading: Loading) -> None:
    known = read("facts/calls.json")["callsForHosts"]

    async def place(call: dict[str, Any]) -> None:
        key: str = call["slug"]
        facts = known[call["facts"]]
        files = await loading.shelf.ids(*(f"call/{key}/{document['key']}" for document in call["documents"]))

        def draft() -> Draft:
            slugs = dict.fromkeys(call["publish_in"], key)
            data = _data(loading, call, facts, files)
            return Draft("CallForHosts", call["site"], data, call["publish_in"], slugs, call["shared"])

        await loading.placer.place(f"demo:call:{key}", draft)

    await loading.each("Calls", read_folder("texts/calls").values(), place)


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
        "privacy_notice": loading.placer.id_of(PRIVACY_NOTICE),
        "organiser": loading.placer.id_of("demo:organisation:eccp"),
    }
