"""Whatever a mutation does, a client asks in one way whether it was done."""

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, get_named_type

from schema.delivery.schema import schema as delivery
from schema.management.schema import schema as management


@pytest.mark.parametrize("schema", [delivery._schema, management._schema], ids=["delivery", "management"])
def test_every_mutation_answers_with_a_mutation_result(schema: GraphQLSchema) -> None:
    result = schema.type_map["MutationResult"]
    assert isinstance(result, GraphQLInterfaceType)
    assert set(result.fields) == {"refusal", "problems"}
    assert schema.mutation_type
    others = {
        name: str(field.type)
        for name, field in schema.mutation_type.fields.items()
        if not _implements(get_named_type(field.type), result)
    }
    assert others == {}


def _implements(answered: object, result: GraphQLInterfaceType) -> bool:
    return isinstance(answered, GraphQLObjectType) and result in answered.interfaces
