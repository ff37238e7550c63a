"""One of yes and no, where a no is an answer too."""

from collections.abc import Sequence
from typing import Any

from cms.content.questions.asking import Control, Offer
from cms.content.questions.question import Question
from cms.content.questions.shapes import chosen_slugs
from cms.content.questions.truth_kind import TruthKind, truth_label


class YesNo(TruthKind):
    name = "yes_no"
    label = "Yes or no"
    place = 70
    answered = "`true` for yes, `false` for no."

    def is_fieldset(self, question: Question) -> bool:
        return True

    def offers(self, question: Question, answer: Any, control: Control) -> Sequence[Offer]:
        chosen = self.compared(answer) or chosen_slugs(answer)
        labels = {"yes": truth_label(True, control.locale), "no": truth_label(False, control.locale)}
        return [Offer(slug, label, slug in chosen) for slug, label in labels.items()]
