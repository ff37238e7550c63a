"""What compiled functions need of the schema, whatever is asked."""

from dataclasses import dataclass
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from schema.execution.compiled.faults import Faults


@dataclass(frozen=True, slots=True)
class Compiling:
    """config, registry: with these Strawberry converts arguments."""

    config: StrawberryConfig
    registry: Any
    faults: Faults

    @classmethod
    def of(cls, schema: strawberry.Schema, faults: Faults) -> "Compiling | None":
        """None for a schema with handlers of exceptions: its fields do more than to read values."""
        converter = schema.schema_converter
        return None if converter.exception_handlers else cls(schema.config, converter.scalar_registry, faults)
