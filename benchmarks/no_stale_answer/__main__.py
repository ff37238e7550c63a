"""`python -m benchmarks.no_stale_answer --seconds 600 --seed 7`: fails where any answer was stale."""

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path

from benchmarks.no_stale_answer.run import Plan, Report, run
from benchmarks.no_stale_answer.scene import make_scene
from benchmarks.served import settings_of
from cms.kernel.engines import EngineAddresses
from cms.kernel.settings import load_settings
from cms.opening import open_services
from storage.embedded import embedded_engines

DATABASE = "no_stale_answer"
QUIET_CHANGES = 50


async def measured(plan: Plan) -> Report:
    with tempfile.TemporaryDirectory(prefix="cms-no-stale-answer-") as folder:
        async with embedded_engines(Path(folder), testing=True) as engines:
            addresses = EngineAddresses(engines.mongodb_url, engines.s3, secret_key="of a run that has no stale answer")
            async with open_services(load_settings(mongodb_database=DATABASE), addresses) as services:
                scene = await make_scene(services)
                mongo = services.repository.mongo
                return await run(plan, settings_of(addresses, DATABASE), mongo, scene, Path(folder))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--processes", type=int, default=3)
    parser.add_argument("--death-every", type=int, default=12, help="rounds; 0: nothing is killed")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    report = asyncio.run(measured(Plan(given.seed, given.seconds, given.processes, given.death_every, QUIET_CHANGES)))
    print(report)
    for name in sorted(report.done | report.refused):
        print(f"  {name:<26} {report.done[name]:>5} done {report.refused[name]:>5} refused")
    print("\n\n".join(report.stale[:20]))
    return 1 if report.stale else 0


if __name__ == "__main__":
    sys.exit(main())
