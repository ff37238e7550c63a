"""What is said below a question: its help, and what its kind adds."""

from cms.content.questions.asking import Control
from cms.content.questions.question import Question, text_of


def hint_of(question: Question, control: Control) -> str:
    texts = (text_of(question.help, control.locale), question.kind.hint(question, control))
    return " ".join(one for one in texts if one)
