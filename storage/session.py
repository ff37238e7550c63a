"""How storage names the driver's types."""

from typing import Any, TypeAlias

from motor.motor_asyncio import AsyncIOMotorClientSession, AsyncIOMotorCollection

Session: TypeAlias = AsyncIOMotorClientSession
Collection: TypeAlias = AsyncIOMotorCollection[dict[str, Any]]
