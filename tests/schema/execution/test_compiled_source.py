"""Names and constants of generated code."""

import pytest

from schema.execution.compiled.source import Source


def test_one_object_has_one_name_and_two_objects_have_two():
    source = Source()
    first, second = [1], [1]
    assert source.constant(first, "terms") == source.constant(first, "other") == "terms"
    assert source.constant(second, "terms") == "terms_2"
    assert source.constants == {"terms": first, "terms_2": second}
    assert source.constants["terms_2"] is second


@pytest.mark.parametrize("name", ["x); import os #", "class", "2nd", "", "a b", "ě\n"])
def test_any_text_becomes_a_name_of_python(name: str):
    assert Source().fresh(name).isidentifier()
    assert compile(f"{Source().fresh(name)} = 1", "<test>", "exec")


def test_names_of_python_stay_what_they_are():
    assert Source().fresh("type") == "type_2"
    assert Source().constant(1, "str") == "str_2"
