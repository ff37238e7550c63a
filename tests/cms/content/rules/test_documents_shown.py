from cms.content.rules.documents_shown import documents_shown

DRAFT = {"kind": "agenda_draft", "file": "1" * 24}
FINAL = {"kind": "agenda_final", "link": "https://agenda.example"}
PAPER = {"kind": "input_paper", "file": "2" * 24}


def test_the_draft_agenda_shows_while_there_is_no_final_one() -> None:
    assert documents_shown([DRAFT, PAPER]) == [DRAFT, PAPER]


def test_a_final_agenda_hides_the_draft_wherever_it_stands() -> None:
    assert documents_shown([DRAFT, PAPER, FINAL]) == [PAPER, FINAL]
    assert documents_shown([FINAL, DRAFT]) == [FINAL]


def test_a_document_that_leads_nowhere_neither_shows_nor_hides() -> None:
    assert documents_shown([DRAFT, {"kind": "agenda_final", "file": None, "link": ""}]) == [DRAFT]
