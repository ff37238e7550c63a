"""The rules for files that answer a question, and how a refusal is said in the applicant's language."""

from cms.applications.form_version import FormVersion
from cms.applications.words import say
from cms.content.questions.question import Question
from cms.content.rules.file_types import ACCEPTED_NAMES, MEGABYTE, names_of
from cms.kernel.errors import Invalid, Problem

MAX_BYTES = 10 * MEGABYTE
"""Of a file, where its question says nothing."""


def files_question(form: FormVersion, key: str, locale: str) -> Question:
    """Raises Invalid for a question that takes no files."""
    question = form.questions.get(key)
    if question is None or not question.kind.takes_files:
        raise Invalid([Problem(key[:64], "NOT_FILES", say("NOT_FILES", locale))])
    return question


def most_bytes(question: Question) -> int:
    return question.max_bytes or MAX_BYTES


def in_words(refused: Invalid, question: Question, locale: str) -> Invalid:
    """The same refusal at the question, in the applicant's language."""
    accepted = names_of(question.accept) or ACCEPTED_NAMES
    values = {"max": f"{most_bytes(question) / MEGABYTE:g}", "accepted": accepted}
    return Invalid([Problem(question.key, _code(one), say(_code(one), locale, **values)) for one in refused.problems])


def _code(problem: Problem) -> str:
    return _TOLD.get(problem.code, problem.code if problem.code in _KNOWN else "FILE_BROKEN")


_TOLD = {"NOT_A_NAME": "FILE_NAME", "FILE_HASH": "FILE_SIZE", "NOT_A_HASH": "FILE_SIZE"}
_KNOWN = {
    *("FILE_EMPTY", "FILE_TOO_LARGE", "FILE_TYPE", "FILE_ENCRYPTED", "FILE_BROKEN", "FILE_MACROS", "FILE_SIZE"),
    *("UPLOAD_MISSING", "UPLOAD_EXPIRED", "UPLOAD_USED"),
}
