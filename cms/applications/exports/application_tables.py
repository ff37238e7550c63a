"""The applications to a call as tables: ranking, countries, reviews, and every answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cms.applications.exports.tables import Cell, Column, Table
from cms.applications.exports.words import words_of
from cms.applications.form_version import FormVersion
from cms.applications.name import FormKey, form_key, name_of
from cms.applications.ranking import CountryBalance, Standing
from cms.applications.reading import CONTACT, Answered, Reader
from cms.applications.scoring import Criterion, points
from cms.applications.states import status_label
from cms.content.questions.question import text_of
from cms.content.rules.country import country_name
from storage.documents import ApplicationReview, HostApplication

WIDE, NARROW = 32, 11


@dataclass(frozen=True, slots=True)
class Tables:
    """`names`: {account: name}; `forms`: those that were answered; `applications` and `reviews` by the id of the
    application."""

    criteria: Sequence[Criterion]
    standings: Sequence[Standing]
    applications: Mapping[str, HostApplication]
    reviews: Mapping[str, Sequence[ApplicationReview]]
    names: Mapping[str, str]
    locale: str
    forms: Mapping[FormKey, FormVersion] = field(default_factory=dict)
    words: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", words_of(self.locale))

    def ranking(self) -> Table:
        labels = ("place", "reference", "organisation", "country", "city", "theme", "status", "number", "mean")
        wide = {"organisation", "theme"}
        columns = [Column(self.words[one], WIDE if one in wide else NARROW) for one in labels]
        columns += [Column(self._criterion(one), NARROW) for one in self.criteria]
        columns += [Column(self.words[one], NARROW) for one in ("spread", "disputed", "passes", "ahead")]
        return Table(self.words["ranking"], columns, [self._ranked(one) for one in self.standings])

    def short_ranking(self) -> Table:
        """What fits a page."""
        kept = {0: 8, 1: 18, 2: 22, 3: 13, 4: 12, 5: 22, 6: 14, 7: 9, 8: 9}
        table = self.ranking()
        places = [*kept, *range(len(table.columns) - 4, len(table.columns))]
        columns = [Column(table.columns[place].label, kept.get(place, 15)) for place in places]
        return Table(table.title, columns, [[row[place] for place in places] for row in table.rows])

    def countries(self, balance: Sequence[CountryBalance]) -> Table:
        columns = [Column(self.words[one], 20) for one in ("country", "applications", "chosen", "editions")]
        rows = [[self._country(one.country), one.applications, one.chosen, one.editions] for one in balance]
        return Table(self.words["balance"], columns, rows)

    def scores(self) -> Table:
        columns = [
            *(Column(self.words[one], WIDE if one == "reviewer" else 16) for one in ("reference", "reviewer")),
            *(Column(self._criterion(one), NARROW) for one in self.criteria),
            Column(self.words["points"], NARROW),
            Column(self.words["comment"], 60),
        ]
        rows = [self._score(self.applications[id], one) for id, found in self.reviews.items() for one in found]
        return Table(self.words["reviews"], columns, rows)

    def _ranked(self, one: Standing) -> list[Cell]:
        application = self.applications[one.id]
        answers = application.snapshot.answers if application.snapshot else {}
        return [
            one.place,
            application.reference,
            name_of(application, self.forms.get(form_key(application)), without=frozenset([CONTACT])),
            self._country(one.country),
            _text(answers.get("city")),
            _text(answers.get("theme")),
            status_label(one.status, self.locale),
            one.reviews,
            None if one.mean is None else round(one.mean, 2),
            *(round(one.means[each.key], 2) if each.key in one.means else None for each in self.criteria),
            None if one.spread is None else round(one.spread, 2),
            self._yes(one.is_disputed) if one.spread is not None else None,
            self._yes(one.passes) if one.place is not None else None,
            one.ahead or None,
        ]

    def _score(self, application: HostApplication, one: ApplicationReview) -> list[Cell]:
        return [
            application.reference,
            self.names.get(one.reviewer, one.reviewer),
            *(one.scores.get(each.key) for each in self.criteria),
            round(points(self.criteria, one.scores), 2),
            one.comment,
        ]

    def _criterion(self, one: Criterion) -> str:
        return text_of(one.label, self.locale) or one.key

    def _country(self, code: str) -> str:
        return country_name(code, self.locale) if code else ""

    def _yes(self, value: bool) -> str:
        return self.words["yes" if value else "no"]


def answers_table(form: FormVersion, applications: Sequence[HostApplication], reader: Reader, title: str) -> Table:
    """One row for each application that answers this version of the form, one column for each question."""
    words = words_of(reader.locale)
    head = [Column(words["reference"], 16), Column(words["submitted"], 18), Column(words["email"], 28)]
    columns = [*head, *(Column(text_of(one.label, reader.locale), 28) for one in form.questions.values())]
    return Table(title, columns, [_answers(form, one, reader) for one in applications])


def _answers(form: FormVersion, application: HostApplication, reader: Reader) -> list[Cell]:
    snapshot = application.snapshot
    answers, files = (snapshot.answers, snapshot.files) if snapshot else ({}, [])
    written = (_cell(reader.answered(one, answers, files)) for one in form.questions.values())
    return [application.reference, _moment(application.submitted_at), application.email, *written]


def _cell(one: Answered) -> str:
    entries = ("; ".join(f"{part.label}: {part.text}" for part in entry) for entry in one.entries)
    return "\n".join([*one.texts, *entries, *(file.filename for file in one.files)])


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
