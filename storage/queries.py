"""Conditions in MongoDB's language: the one place that translates them."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from storage.conditions import (
    All,
    AnyListHolds,
    AnyOf,
    AtPath,
    BeginsWith,
    Between,
    Condition,
    EachOf,
    Either,
    Element,
    Equal,
    Exists,
    Holds,
    Not,
    PathContains,
)

Query = dict[str, Any]

KINDS = {str: "string", datetime: "date"}


def query_of(condition: Condition) -> Query:
    """For `find` and its like. Raises TypeError for what is no condition."""
    match condition:
        case Equal(path, value):
            return {path: value}
        case All(conditions):
            return _all(query_of(one) for one in conditions)
        case Either(conditions):
            return {"$or": [query_of(one) for one in conditions]} if conditions else {"_id": {"$in": []}}
        case Not(negated):
            return _not(negated)
        case AnyListHolds(path, value):
            return {"$expr": {"$anyElementTrue": [_is_in_lists(path, value)]}}
        case AtPath(path):
            return {path: _test(condition)}
    raise TypeError(f"{condition!r} is no condition; make one with a function of storage.conditions.")


def _test(condition: AtPath) -> Query:
    """What is asked of the value at a path."""
    match condition:
        case AnyOf(_, values):
            return {"$in": list(values)}
        case EachOf(_, values):
            return {"$all": list(values)}
        case Between():
            return {"$elemMatch": _bounds(condition)} if condition.is_element else _bounds(condition)
        case Element(_, below):
            return {"$elemMatch": query_of(below)}
        case Exists():
            return {"$exists": True}
        case Holds(_, kind):
            return {"$type": KINDS[kind]}
        case BeginsWith(_, text):
            return {"$regex": f"^{re.escape(text)}"}
        case PathContains(_, text):
            return {"$regex": f"^[^/]+/[^/]+(?=/).*{re.escape(text)}", "$options": "is"}
    raise TypeError(f"No translation of {condition!r} is known; write one here.")


def _bounds(asked: Between) -> Query:
    bounds = {"$gte": asked.at_least, "$gt": asked.above, "$lte": asked.at_most, "$lt": asked.below}
    return {operator: bound for operator, bound in bounds.items() if bound is not None}


def _all(queries: Iterable[Query]) -> Query:
    """One flat query where no two ask about the same: it is read and planned fastest."""
    parts = [one for one in queries if one]
    merged = {path: test for one in parts for path, test in one.items()}
    return merged if len(merged) == sum(map(len, parts)) else {"$and": parts}


def _not(negated: Condition) -> Query:
    """An index serves the opposite of a value, other than a negation around it."""
    match negated:
        case Equal(path, value):
            return {path: {"$ne": value}}
        case AnyOf(path, values):
            return {path: {"$nin": list(values)}}
        case AtPath(path) if not isinstance(negated, AnyListHolds):
            return {path: {"$not": _test(negated)}}
    return {"$nor": [query_of(negated)]}


def _is_in_lists(path: str, value: Any) -> Query:
    lists = {"$objectToArray": {"$ifNull": [f"${path}", {}]}}
    return {"$map": {"input": lists, "in": {"$in": [{"$literal": value}, "$$this.v"]}}}
