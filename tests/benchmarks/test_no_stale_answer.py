"""Kept answers are never old: a short run of what `python -m benchmarks.no_stale_answer` does for long."""

from pathlib import Path

from benchmarks.no_stale_answer.run import Plan, run
from benchmarks.no_stale_answer.scene import make_scene
from benchmarks.served import settings_of
from cms.kernel.engines import EngineAddresses
from cms.kernel.settings import load_settings
from cms.opening import open_services

DATABASE = "no_stale_answer"
PLAN = Plan(seed=16, seconds=10, death_every=6)


async def test_no_process_answers_what_is_no_more_whatever_is_changed_and_killed(
    addresses: EngineAddresses, tmp_path: Path
) -> None:
    async with open_services(load_settings(mongodb_database=DATABASE), addresses) as services:
        mongo = services.repository.mongo
        report = await run(PLAN, settings_of(addresses, DATABASE), mongo, await make_scene(services), tmp_path)
        await mongo.db.client.drop_database(DATABASE)

    assert not report.stale, "\n\n".join([str(report), *report.stale])
    assert report.hits > 50 and report.known_items > 50 and report.done.total() >= 10 and report.deaths, str(report)
