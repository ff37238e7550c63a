"""What a test or benchmark does to a MongoDB to see whether the CMS bears it."""

from contextlib import suppress

from pymongo.errors import OperationFailure

from storage.mongo import Mongo


async def kill_change_streams(mongo: Mongo, collection: str) -> int:
    """Those of a collection, of all processes at once, as far as they wait for news; how many were killed."""
    admin, namespace = mongo.db.client["admin"], f"{mongo.db.name}.{collection}"
    found = admin.aggregate([{"$currentOp": {}}, {"$match": {"ns": namespace, "op": "getmore"}}])
    operations, killed = [one["opid"] async for one in found], 0
    for operation in operations:
        with suppress(OperationFailure):  # it has ended meanwhile, and is nobody's
            await admin.command("killOp", op=operation)
            killed += 1
    return killed


async def end_abandoned_transactions(mongo: Mongo, seconds: float) -> None:
    """Those that are open for so long. MongoDB itself waits a minute for the rest of a transaction whose process was
    killed, and holds what it wrote."""
    admin = mongo.db.client["admin"]
    abandoned = {"type": "idleSession", "transaction.timeOpenMicros": {"$gt": seconds * 1_000_000}}
    found = admin.aggregate([{"$currentOp": {"idleSessions": True}}, {"$match": abandoned}])
    sessions = [{"id": one["lsid"]["id"]} async for one in found]
    if sessions:
        await admin.command("killSessions", sessions)
