"""Templates → pages. Everything that is put into one is escaped, but for what was checked to be safe HTML."""

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup
from starlette.responses import HTMLResponse

from cms.applications.pages.assets import asset_url
from cms.applications.pages.form_token import NAME
from cms.applications.pages.page import Page
from cms.applications.pages.policy import page_headers
from cms.applications.pages.texts import say
from cms.content.questions.kind import QuestionKind
from cms.content.questions.registry import KINDS

FOLDER = Path(__file__).parent / "templates"
CONTROLS = "questions/"


def rendered(
    template: str, page: Page, token: str, *, status: int = 200, ancestors: Sequence[str] = (), **values: Any
) -> HTMLResponse:
    """A whole page. `token`: that of its forms."""
    html = _template(template).render(
        page=page, **_tools(page.locale, token), **{"problems": (), "note": None, **values}
    )
    return HTMLResponse(html, status, page_headers(ancestors))


def rendered_text(template: str, locale: str, **values: Any) -> str:
    """A page that is no answer of ours: it is kept by whoever gets it."""
    return _template(template).render(t=partial(_said, locale), **values)


def rendered_block(macro: str, argument: Any, locale: str) -> str:
    """One macro of question.html, for a script that puts it in the place of an old one."""
    made = _template("question.html").make_module(_tools(locale, ""))
    return str(getattr(made, macro)(argument))


def _tools(locale: str, token: str) -> dict[str, Any]:
    field = Markup('<input type="hidden" name="{}" value="{}">').format(NAME, token)
    return {"t": partial(_said, locale), "asset": asset_url, "hidden_token": lambda: field}


def _said(locale: str, key: str, **values: Any) -> str:
    return say(key, locale, **values)


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(FOLDER), FunctionLoader(_control)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def control_template(kind: QuestionKind) -> str:
    """The name under which `question.html` includes the control of a kind of question."""
    return f"{CONTROLS}{kind.name}"


def _control(name: str) -> str | None:
    kind = KINDS.get(name.removeprefix(CONTROLS)) if name.startswith(CONTROLS) else None
    return kind.template.read_text(encoding="utf-8") if kind else None
