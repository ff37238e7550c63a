"""What is chosen among the options of a question, be it one or several."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cms.content.questions.asking import Control, FormFault, Offer
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question, text_of
from cms.content.questions.shapes import chosen_slugs


class OptionKind(QuestionKind, family=True):
    def form_faults(self, question: Mapping[str, Any]) -> Iterator[FormFault]:
        if not question.get("options") and not question.get("vocabulary"):
            yield FormFault("options", "NO_OPTIONS", "Give the options, or the vocabulary that they come from.")

    def condition_values(self, question: Mapping[str, Any]) -> set[str] | None:
        if question.get("vocabulary"):
            return None
        return {str(one.get("slug")) for one in question.get("options", ())}

    def offers(self, question: Question, answer: Any, control: Control) -> Sequence[Offer]:
        chosen = chosen_slugs(answer)
        return [
            Offer(one.slug, text_of(one.label, control.locale) or one.slug, one.slug in chosen)
            for one in question.options
        ]
