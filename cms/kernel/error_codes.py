"""All codes with which the GraphQL addresses answer, `extensions.code` of an error."""

BY_THE_FIELD = (200, 294)
"""A field could not be answered: its error stands beside the data. 200 where `application/json` alone is accepted."""
NOT_EXECUTED = (200, 400)

CODES: dict[str, tuple[int, ...]] = {
    # the HTTP request
    "MALFORMED_JSON": (400,),
    "BAD_REQUEST": (400,),
    "BATCHING_NOT_SUPPORTED": (400,),
    "PERSISTED_QUERY_NOT_SUPPORTED": (400,),
    "UNAUTHENTICATED": (401,),
    "FOREIGN_ORIGIN": (403,),
    "METHOD_NOT_ALLOWED": (405,),
    "MUTATION_NOT_ALLOWED": (405,),
    "NOT_ACCEPTABLE": (406,),
    "REQUEST_TIMEOUT": (408,),
    "BODY_TOO_LARGE": (413,),
    "TOO_MANY_VALUES": (413,),
    "URL_TOO_LONG": (414,),
    "UNSUPPORTED_MEDIA_TYPE": (415,),
    # the document and its variables
    "GRAPHQL_PARSE_FAILED": NOT_EXECUTED,
    "GRAPHQL_VALIDATION_FAILED": NOT_EXECUTED,
    "OPERATION_RESOLUTION_FAILURE": NOT_EXECUTED,
    "BAD_USER_INPUT": NOT_EXECUTED,
    "PERSISTED_QUERY_NOT_FOUND": (200,),
    "PERSISTED_QUERY_HASH_MISMATCH": NOT_EXECUTED,
    "LIMIT_TOKENS": NOT_EXECUTED,
    "LIMIT_DEPTH": NOT_EXECUTED,
    "LIMIT_SELECTIONS": NOT_EXECUTED,
    "LIMIT_REPEATS": NOT_EXECUTED,
    "LIMIT_ALIASES": NOT_EXECUTED,
    "LIMIT_ROOT_FIELDS": NOT_EXECUTED,
    "LIMIT_DIRECTIVES": NOT_EXECUTED,
    "LIMIT_VARIABLES": NOT_EXECUTED,
    "LIMIT_INPUTS": NOT_EXECUTED,
    "LIMIT_INPUT_DEPTH": NOT_EXECUTED,
    "LIMIT_PAGE_SIZE": NOT_EXECUTED,
    "LIMIT_COST": NOT_EXECUTED,
    "LIMIT_ANSWER": NOT_EXECUTED,
    # what was asked for
    "NOT_FOUND": (*BY_THE_FIELD, 404),
    "INVALID": BY_THE_FIELD,
    "INCOMPLETE_DRAFT": BY_THE_FIELD,
    "NOT_PERMITTED": BY_THE_FIELD,
    "QUERY_NOT_REGISTERED": BY_THE_FIELD,
    "CONFLICT": BY_THE_FIELD,
    "TRANSITION_NOT_ALLOWED": BY_THE_FIELD,
    "SIGN_IN_FAILED": BY_THE_FIELD,
    "TOO_MANY_ERRORS": BY_THE_FIELD,
    # the server
    "TOO_MANY_REQUESTS": (*BY_THE_FIELD, 429),
    "INTERNAL": (*BY_THE_FIELD, 500),
    "BUSY": (503,),
    "TIMEOUT": (503,),
    "UNAVAILABLE": (*BY_THE_FIELD, 503),
}
"""With the HTTP statuses that each may have. What a mutation answers as data has its own words in the schema."""
