"""What every delivery resolver can reach: the live world, the clock, the seal of cursors."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from schema.delivery.cursors import Cursors
from storage.published import Published


@dataclass(frozen=True, slots=True)
class DeliveryContext:
    published: Published
    cursors: Cursors
    clock: Callable[[], datetime]
