"""What a test or benchmark does to a MongoDB to see whether the CMS bears it."""

from storage.mongo import Mongo


async def kill_change_streams(mongo: Mongo, collection: str) -> int:
    """Those of a collection, of all processes at once, as far as they wait for news; how many there were."""
    admin, namespace = mongo.db.client["admin"], f"{mongo.db.name}.{collection}"
    found = admin.aggregate([{"$currentOp": {}}, {"$match": {"ns": namespace, "op": "getmore"}}])
    operations = [one["opid"] async for one in found]
    for operation in operations:
        await admin.command("killOp", op=operation)
    return len(operations)


async def end_abandoned_transactions(mongo: Mongo, seconds: float) -> None:
    """Those that are open for so long. MongoDB itself waits a minute for the rest of a transaction whose process was
    killed, and holds what it wrote."""
    admin = mongo.db.client["admin"]
    abandoned = {"type": "idleSession", "transaction.timeOpenMicros": {"$gt": seconds * 1_000_000}}
    found = admin.aggregate([{"$currentOp": {"idleSessions": True}}, {"$match": abandoned}])
    sessions = [{"id": one["lsid"]["id"]} async for one in found]
    if sessions:
        await admin.command("killSessions", sessions)
