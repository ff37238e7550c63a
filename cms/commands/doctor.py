"""`cms doctor`: looks at everything the CMS stands on and says what to fix."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

from rich.console import Console

from cms.content import richtext
from cms.files.public_copies import files_to_copy
from cms.kernel.engines import engines_for
from cms.kernel.services import Services
from cms.kernel.settings import Settings, unknown_variables
from cms.opening import listings, open_services
from storage.errors import StorageError
from storage.indexes import missing_indexes
from storage.mongo import MongoFacts

CLOCK_SECONDS = 5
OLDEST_MONGODB = (6, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """`advice` is empty where all is well."""

    subject: str
    state: str
    advice: str = ""


async def run_doctor(settings: Settings, say: Console) -> bool:
    """True when nothing needs fixing."""
    findings = list(_settings_findings())
    try:
        async with (
            engines_for(settings, attach=True) as engines,
            open_services(settings, engines, prepare=False) as services,
        ):
            findings += [finding async for finding in _engine_findings(services)]
    except StorageError as error:
        findings.append(Finding("Engines", str(error), "Start the engine, or correct its address in the settings."))
    for finding in findings:
        _show(finding, say)
    return not any(finding.advice for finding in findings)


def _settings_findings() -> list[Finding]:
    unknown = unknown_variables()
    if not unknown:
        return [Finding("Settings", "every CMS_ variable is known")]
    return [
        Finding(
            "Settings",
            f"{name} sets nothing",
            f"Did you mean {meant}?" if meant else "Remove it; see docs/settings.md.",
        )
        for name, meant in unknown.items()
    ]


async def _engine_findings(services: Services) -> AsyncIterator[Finding]:
    facts = await services.repository.mongo.facts()
    yield _version(facts)
    yield _replica_set(facts)
    yield _clock(facts)
    absent = await missing_indexes(services.repository.mongo, listings())
    advice = "Start the CMS once with this database: it makes them." if absent else ""
    yield Finding("Indexes", f"missing: {', '.join(absent)}" if absent else "all there", advice)
    yield await _texts(services)
    try:
        await services.store.ping()
        yield Finding("S3", f"answers, bucket {services.store.bucket} is there")
        yield await _copies(services)
    except StorageError as error:
        yield Finding(
            "S3", str(error), "Start the S3 server, or correct CMS_S3_* ; the CMS makes the bucket when it starts."
        )


async def _texts(services: Services) -> Finding:
    late = await services.repository.published.count_unprepared(richtext.VERSION)
    state = f"those of {late} items are to be prepared" if late else "prepared"
    return Finding("Live texts", state, "See that a worker runs: it does so within minutes." if late else "")


async def _copies(services: Services) -> Finding:
    """Of public files; wherever something lies there that should not, too. Raises Unavailable."""
    late = len([id async for id in files_to_copy(services)])
    state = f"not up to date: those of {late} files" if late else "up to date"
    return Finding("Public copies", state, "Run `cms files publish`, and see that a worker runs." if late else "")


def _version(facts: MongoFacts) -> Finding:
    is_old = facts.version[:2] < OLDEST_MONGODB
    text = ".".join(map(str, facts.version))
    return Finding("MongoDB", f"version {text}", "Upgrade it to 6.0 or later." if is_old else "")


def _replica_set(facts: MongoFacts) -> Finding:
    if facts.replica_set and facts.is_writable:
        return Finding("Replica set", f"{facts.replica_set}, primary answers")
    advice = "Run rs.initiate() on it: without a replica set there are no transactions."
    return Finding("Replica set", facts.replica_set or "none", advice)


def _clock(facts: MongoFacts) -> Finding:
    drift = abs((datetime.now(UTC) - facts.time).total_seconds())
    advice = "Synchronise the clocks of both machines (NTP)." if drift > CLOCK_SECONDS else ""
    return Finding("Clock", f"{drift:.1f} s from MongoDB's", advice)


def _show(finding: Finding, say: Console) -> None:
    mark, style = ("!", "red") if finding.advice else ("✓", "green")
    say.print(f"{mark} {finding.subject}: {finding.state}", style=style, markup=False)
    if finding.advice:
        say.print(f"  → {finding.advice}", markup=False)
