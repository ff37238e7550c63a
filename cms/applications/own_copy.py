"""What is held about an applicant, as a copy tells it to that person: without ids and keys of ours, which say nothing
outside. What reviewers say is not among it: it is theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.applications.form_version import FormVersion
from cms.applications.name import first_answer
from cms.applications.reading import Reader, Section
from cms.applications.states import change_label, state_label
from cms.applications.titles import call_title
from cms.content.localization import pick
from cms.content.rules.date_label import date_range_label
from cms.content.rules.wall_time import instant_label
from cms.files.unique_names import UniqueNames
from storage.documents import ApplicationFile, HostApplication

UTC_ZONE = "UTC"
RECEIPT = "receipt.pdf"


@dataclass(frozen=True, slots=True)
class CopiedApplication:
    """`call`: its live data, {} where the site does not show it any more; `folder`: where its files lie in the copy;
    `paths`: {id of a file: its path in the copy}."""

    application: HostApplication
    form: FormVersion
    call: Mapping[str, Any]
    locale: str
    folder: str
    paths: Mapping[str, str]

    @property
    def title(self) -> str:
        return first_answer(self.form, self.application.answers)

    @property
    def call_title(self) -> str:
        return call_title({"data": dict(self.call)}, self.locale)

    @property
    def status(self) -> str:
        return state_label(self.application, self.locale)

    @property
    def receipt(self) -> str | None:
        one = self.application
        return f"{self.folder}/{RECEIPT}" if one.snapshot and one.reference else None

    @property
    def sections(self) -> list[Section]:
        return self._sections(self.application.answers, self.application.files)

    @property
    def submitted_sections(self) -> list[Section]:
        """What was submitted, where something was changed since."""
        one, sent = self.application, self.application.snapshot
        if sent is None or (sent.answers == one.answers and _ids(sent.files) == _ids(one.files)):
            return []
        return self._sections(sent.answers, sent.files)

    @property
    def consents(self) -> list[tuple[str, str]]:
        """(what was agreed to, when)"""
        found = ((self.form.questions.get(key), given) for key, given in self.application.consents.items())
        return [(self._label(question), self.moment(given["at"])) for question, given in found if question]

    @property
    def history(self) -> list[tuple[str, str, str]]:
        """(when, what became of it, what the applicant was told)"""
        return [
            (self.moment(step.at), change_label(step, self.locale), self._text(step.message))
            for step in self.application.history
        ]

    def moment(self, at: datetime) -> str:
        return instant_label(at, self.call.get("time_zone", UTC_ZONE), self.locale)

    def files(self) -> Iterator[tuple[str, ApplicationFile]]:
        """(path in the copy, file), each once."""
        return ((self.paths[one.id], one) for one in files_of(self.application))

    def as_json(self) -> dict[str, Any]:
        one = self.application
        return {
            "reference": one.reference,
            "call": self.call_title,
            "status": one.status,
            "created_at": one.created_at.isoformat(),
            "modified_at": one.modified_at.isoformat(),
            "answers": self._answers(one.answers, one.files),
            "consents": [self._consent(key, given) for key, given in one.consents.items()],
            "history": [
                {"at": step.at.isoformat(), "status": step.status, "told": step.message} for step in one.history
            ],
            "submitted": self._submitted(),
        }

    def _submitted(self) -> dict[str, Any] | None:
        if (sent := self.application.snapshot) is None:
            return None
        answers = self._answers(sent.answers, sent.files)
        return {"at": sent.at.isoformat(), "sha256": sent.hash, "receipt": self.receipt, "answers": answers}

    def _answers(self, answers: Mapping[str, Any], files: Sequence[ApplicationFile]) -> list[dict[str, Any]]:
        return [
            {
                "step": section.title,
                "question": one.question,
                "asked": one.label,
                "answer": list(one.texts) or [{part.label: part.text for part in entry} for entry in one.entries],
                "files": [self._file(file) for file in one.files],
            }
            for section in self._sections(answers, files)
            for one in section.answers
        ]

    def _file(self, file: ApplicationFile) -> dict[str, Any]:
        told = {"name": file.filename, "bytes": file.bytes, "sha256": file.sha256, "at": file.at.isoformat()}
        return {"path": self.paths[file.id], **told}

    def _consent(self, key: str, given: Mapping[str, Any]) -> dict[str, Any]:
        notice = given.get("notice") or {}
        version = {name: notice[name] for name in ("locale", "version") if name in notice}
        asked = self._label(self.form.questions[key]) if key in self.form.questions else ""
        return {"question": key, "asked": asked, "at": given["at"].isoformat(), "notice": version or None}

    def _sections(self, answers: Mapping[str, Any], files: Sequence[ApplicationFile]) -> list[Section]:
        reader = Reader(self.form, self.call, self.locale, self.application.modified_at)
        return reader.sections(answers, files)

    def _label(self, question: Any) -> str:
        return self._text(question.label)

    def _text(self, texts: Mapping[str, str]) -> str:
        text, _locale = pick(texts, (self.locale, "en", *sorted(texts)))
        return text or ""


@dataclass(frozen=True, slots=True)
class OwnCopy:
    email: str
    since: datetime | None
    made_at: datetime
    locale: str
    applications: Sequence[CopiedApplication]

    @property
    def made_on(self) -> str:
        return date_range_label(self.made_at.date().isoformat(), None, self.locale)

    @property
    def known_since(self) -> str:
        return date_range_label(self.since.date().isoformat(), None, self.locale) if self.since else ""

    def as_json(self) -> dict[str, Any]:
        return {
            "email": self.email,
            "since": self.since.isoformat() if self.since else None,
            "made_at": self.made_at.isoformat(),
            "applications": [one.as_json() for one in self.applications],
        }


def files_of(application: HostApplication) -> list[ApplicationFile]:
    """Of the answers and of what was submitted, each once."""
    sent = application.snapshot.files if application.snapshot else []
    return list({one.id: one for one in (*application.files, *sent)}.values())


def paths_of(application: HostApplication, folder: str) -> dict[str, str]:
    """{id of a file: a path that no other one of the copy has, on disks that know no capitals either}"""
    names = UniqueNames([RECEIPT])
    return {one.id: f"{folder}/{names.take(one.filename)}" for one in files_of(application)}


def _ids(files: Sequence[ApplicationFile]) -> list[str]:
    return [one.id for one in files]
