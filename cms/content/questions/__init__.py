"""The kinds of questions that a form may ask: one class each, and its control beside it as a template, `<name>.html`.

Each module of this room is imported with it, so a kind is known as soon as its file is here. A kind that leaves
something out fails at import (`cms.content.questions.completeness`). Outside this room nobody asks what kind a question
is: consumers ask the question's `kind` what it does.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
