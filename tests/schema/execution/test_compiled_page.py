"""docs/compiled-queries.md shows the code that is made: of the query on the page, by running the compiler."""

import ast
import re
from pathlib import Path
from typing import Any

from graphql.execution.collect_fields import collect_fields

from schema.delivery.projection.delivered import projections
from schema.delivery.projection.selection import Selection, _collect_nodes
from schema.delivery.schema import schema
from schema.execution.compiled.execution import CompiledExecution
from schema.execution.compiled.plans import Plans, Variant
from schema.execution.compiled.writer import Writer
from schema.execution.execute import Executor

PAGE = (Path(__file__).parents[3] / "docs/compiled-queries.md").read_text("utf-8")


def block(language: str) -> str:
    [text] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return text


def compiled(query: str) -> str:
    """The functions that complete the edition of the query, each after those that it calls."""
    executor = Executor(schema)
    document = executor.documents.get(query)
    compiling: Any = executor._compiling
    size: Any = None
    core = CompiledExecution.build(
        executor.schema, document.ast, prepared=document, answer_size=size, compiling=compiling
    )
    assert isinstance(core, CompiledExecution)
    schema_type: Any = executor.schema.get_type
    root = collect_fields(core.schema, core.fragments, core.variable_values, schema_type("Query"), core.operation)
    details = core.collect_subfields(schema_type("Site"), root.grouped_field_set["site"]).grouped_field_set["edition"]
    selection = Selection()
    _collect_nodes([one.node for one in details], core.fragment_definitions, selection)
    plans = Plans(document.ast)
    variant: Variant = {}
    writer = Writer(core, plans, variant, compiling)
    writer.plan(schema_type("Edition"), details, projections["Edition"].plan(selection), meets_views=True)
    return "\n\n".join(plan.code for plan in variant.values() if plan)


def test_test_the_code_on_the_page_is_what_the_compiler_makes_of_the_query() -> None:
    """The page is formatted."""
    assert ast.unparse(ast.parse(block("python"))) == ast.unparse(ast.parse(compiled(block("graphql"))))
