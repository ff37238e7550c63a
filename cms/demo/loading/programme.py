"""The programme of Iași: its presentations as items, and its days, sessions and talks."""

from collections.abc import Iterator
from typing import Any

from cms.demo.data import iasi_talks, read
from cms.demo.files.presentations import presentation_key, presentations
from cms.demo.loading.loading import Loading
from cms.demo.loading.organisations import organisation_origins, person_origin
from cms.demo.loading.placer import Draft

IASI = "iasi-2023"

Part = dict[str, Any]


def presentation_origin(number: int) -> str:
    return f"demo:presentation:{IASI}:{number:02}"


async def load_presentations(loading: Loading, edition: str) -> None:
    """`edition` is the id of Iași."""

    async def place(numbered: tuple[int, Part, str]) -> None:
        number, talk, title = numbered
        file = await loading.shelf.file(presentation_key(number))
        names = [speaker["name"] for speaker in talk["speakers"]]
        data = {
            "title": {"en": f"{', '.join(names)}: {title}"},
            "file": file.id,
            "edition": edition,
            "speakers": [loading.placer.id_of(person_origin(name)) for name in names],
            "language": "en",
            "licence": file.data.get("licence"),
            "page_count": file.data.get("page_count"),
        }
        await loading.placer.place(presentation_origin(number), lambda: Draft("PresentationFile", "eccp", data, ["en"]))

    pairs = zip(iasi_talks(), presentations(), strict=True)
    numbered = [(number, talk, file.job["title"]) for number, ((_session, talk), file) in enumerate(pairs, 1)]
    await loading.each("Presentations", numbered, place)


def iasi_days(loading: Loading) -> list[Part]:
    """The days of Iași, with the opening first."""
    programme = read("facts/iasi_programme.json")
    day = programme["days"][0]
    numbers = iter(range(1, len(iasi_talks()) + 1))
    builder = _Builder(loading, numbers)
    sessions = [builder.opening(programme["opening"]), *(builder.session(one) for one in day["sessions"])]
    return [{"label": {"en": day["label"]}, "date": day["date"], "sessions": sessions}]


class _Builder:
    """Talks take their presentations in the order of the programme."""

    def __init__(self, loading: Loading, numbers: Iterator[int]) -> None:
        self._placer = loading.placer
        self._numbers = numbers
        self._organisations = organisation_origins()

    def opening(self, session: Part) -> Part:
        moderator = {**session["moderator"], "capacity": "moderator"}
        talks = [{"speakers": [self._speaker({**talk, "capacity": "speaker"})]} for talk in session["talks"]]
        return {
            "type": session["type"],
            "title": {"en": session["title"]},
            "moderators": [self._speaker(moderator)],
            "talks": talks,
        }

    def session(self, session: Part) -> Part:
        return {
            "type": session["type"],
            "group_title": {"en": session["groupTitle"]} if "groupTitle" in session else None,
            "title": {"en": session["title"]},
            "talks": [self._talk(talk) for talk in session["talks"]],
            "children": [self.session(child) for child in session.get("children", [])],
        }

    def _talk(self, talk: Part) -> Part:
        return {
            "title": {"en": talk["title"]} if talk["title"] else None,
            "speakers": [self._speaker(one) for one in talk["speakers"]],
            "presentations": [self._placer.id_of(presentation_origin(next(self._numbers)))],
        }

    def _speaker(self, speaker: Part) -> Part:
        origin = self._organisations.get(speaker["organisation"])
        role = speaker.get("role")
        return {
            "person": self._placer.id_of(person_origin(speaker["name"])),
            "capacity": speaker["capacity"],
            "role": {"en": role} if role else None,
            "organisation_name": speaker["organisation"],
            "organisation": self._placer.id_of(origin) if origin else None,
        }
