"""How storage names the driver's types."""

from typing import Any, TypeAlias

from motor.motor_asyncio import AsyncIOMotorChangeStream, AsyncIOMotorClientSession, AsyncIOMotorCollection

Session: TypeAlias = AsyncIOMotorClientSession
Collection: TypeAlias = AsyncIOMotorCollection[dict[str, Any]]
ChangeStream: TypeAlias = AsyncIOMotorChangeStream[dict[str, Any]]
