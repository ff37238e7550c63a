"""The delivered types by name. Strawberry resolves lazy references here, so each is an attribute of this module."""

from typing import Any

from schema.delivery.projection.plan import Projection

projections: dict[str, Projection] = {}
classes: dict[str, Any] = {}


def register(name: str, cls: Any, projection: Projection) -> None:
    projections[name] = projection
    classes[name] = cls
    globals()[name] = cls
