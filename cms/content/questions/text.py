"""One line in words of one's own."""

from cms.content.questions.line_kind import LineKind


class Text(LineKind):
    name = "text"
    label = "One line"
    place = 10
    answered = "Plain text of one line."
    autocomplete = "name"
    names_application = True
