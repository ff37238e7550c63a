"""What an application is called where its applicant has several."""

from storage.documents import HostApplication

LONGEST = 120


def title_of(application: HostApplication) -> str:
    """Its first answers of one line, which every form begins with: "Klastr Zlín"; "" for none yet."""
    texts = (one for one in application.answers.values() if isinstance(one, str) and one)
    return next(texts, "")[:LONGEST]
