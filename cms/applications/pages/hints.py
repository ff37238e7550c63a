"""What is said below a question: its help, and how many choices may be made, before anybody has made too many."""

from cms.applications.form_version import Question, text_of
from cms.applications.pages.texts import say


def hint_of(question: Question, locale: str) -> str:
    return " ".join(one for one in (text_of(question.help, locale), _numbers(question, locale)) if one)


def _numbers(question: Question, locale: str) -> str:
    """ "Choose up to 3." Of lists of entries the help says what belongs there."""
    if question.type != "choices":
        return ""
    least, most = question.min or 0, question.max
    if most is None:
        return say("question.choose_least", locale, count=least) if least > 1 else ""
    if least > 1:
        return say("question.choose_between", locale, least=least, most=most)
    return say("question.choose_most", locale, count=most)
