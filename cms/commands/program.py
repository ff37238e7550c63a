"""The command line: serve, demo, worker, site, plone, files, person, queries, schema, doctor."""

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from cms.commands.running import MENDABLE, run_async
from cms.kernel.settings import load_settings

if TYPE_CHECKING:
    from cms.persisted_queries.remote import RemoteCms


class ConflictChoice(StrEnum):
    """As `cms.transfer.judge.OnConflict`."""

    FAIL = "fail"
    SKIP = "skip"
    UPDATE = "update"


app = typer.Typer(
    help="Cluster CMS: editors' content in MongoDB and S3, delivered by GraphQL.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
schema_app = typer.Typer(help="The GraphQL schemas as text.", no_args_is_help=True)
app.add_typer(schema_app, name="schema")
site_app = typer.Typer(help="Export and import whole sites.", no_args_is_help=True)
app.add_typer(site_app, name="site")
plone_app = typer.Typer(help="Content of a Plone site.", no_args_is_help=True)
app.add_typer(plone_app, name="plone")
files_app = typer.Typer(help="The bytes of files.", no_args_is_help=True)
app.add_typer(files_app, name="files")
queries_app = typer.Typer(help="Documents that sites register, to ask by a hash.", no_args_is_help=True)
app.add_typer(queries_app, name="queries")
person_app = typer.Typer(help="People with accounts.", no_args_is_help=True)
app.add_typer(person_app, name="person")
say = Console(stderr=True, highlight=False, soft_wrap=True)

DataDir = Annotated[Path | None, typer.Option("--data-dir", help="Where the embedded engines keep everything.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be changed.")]
Site = Annotated[str, typer.Argument(help="The key of the site.")]
Url = Annotated[str | None, typer.Option("--url", help="A CMS that runs elsewhere; needs a token.")]
Token = Annotated[
    str | None,
    typer.Option(
        "--token",
        envvar="CLUSTER_CMS_TOKEN",
        help="Of the management API, with the right register_queries. Set it in the environment: arguments are seen by "
        "everybody on the machine.",
    ),
]
SCHEMAS = Path(__file__).resolve().parents[2] / "schema"


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes any free one.")] = None,
    data_dir: DataDir = None,
    demo: Annotated[bool, typer.Option(help="Load the demo content where it is not there yet.")] = False,
    worker: Annotated[bool, typer.Option(help="Run a worker too.")] = True,
    processes: Annotated[
        int | None, typer.Option(help="Server processes that share the port; without it one for each core.")
    ] = None,
) -> None:
    """Start the CMS: its engines unless others are set, the API, and a worker."""
    from cms.commands.process_count import process_count

    settings = load_settings(host=host, port=port, data_dir=data_dir, processes=processes)
    if (count := process_count(settings, say)) > 1:
        from cms.commands.serve_together import serve_together

        serve_together(settings, say, count, demo=demo, worker=worker)
    else:
        from cms.commands.serve import run_server

        run_async(lambda: run_server(settings, say, demo=demo, worker=worker))


@app.command()
def demo(data_dir: DataDir = None) -> None:
    """Load the demo content; what is there already stays as it is."""
    from cms.commands.demo import run_demo

    settings = load_settings(data_dir=data_dir)
    run_async(lambda: run_demo(settings, say))


@app.command()
def worker(data_dir: DataDir = None) -> None:
    """Work on events from the outbox; as many as wanted may run beside each other."""
    from cms.commands.worker import run_worker

    settings = load_settings(data_dir=data_dir)
    run_async(lambda: run_worker(settings))


@app.command()
def doctor(data_dir: DataDir = None) -> None:
    """Check settings, engines, indexes and clock, and say what to fix."""
    from cms.commands.doctor import run_doctor

    settings = load_settings(data_dir=data_dir)
    if not run_async(lambda: run_doctor(settings, say)):
        raise typer.Exit(1)


@files_app.command("sweep")
def files_sweep(
    data_dir: DataDir = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False,
) -> None:
    """Delete bytes that no item, version or snapshot speaks of, older than a day."""
    from cms.commands.files import run_sweep

    settings = load_settings(data_dir=data_dir)
    run_async(lambda: run_sweep(settings, say, dry_run=dry_run))


@files_app.command("publish")
def files_publish(data_dir: DataDir = None, dry_run: DryRun = False) -> None:
    """Bring the copies of public files up to date; CMS_FILES_URL says where they are read."""
    from cms.commands.files import run_publish

    settings = load_settings(data_dir=data_dir)
    run_async(lambda: run_publish(settings, say, dry_run=dry_run))


@site_app.command("export")
def site_export(
    key: Annotated[str, typer.Argument(help="The key of the site.")],
    path: Annotated[Path, typer.Argument(help="The archive to write, such as nca.zip; it must not be there yet.")],
    data_dir: DataDir = None,
) -> None:
    """Write a whole site into one archive: content, what is live of it, schedule, and the files."""
    from cms.commands.transfer import run_export

    settings = load_settings(data_dir=data_dir)
    run_async(lambda: run_export(settings, say, key, path))


@site_app.command("import")
def site_import(
    path: Annotated[Path, typer.Argument(help="An archive of `cms site export`.", exists=True, dir_okay=False)],
    data_dir: DataDir = None,
    dry_run: DryRun = False,
    on_conflict: Annotated[
        ConflictChoice, typer.Option(help="What becomes of items that are here with another content.")
    ] = ConflictChoice.FAIL,
) -> None:
    """Read an archive in. One that was stopped goes on where it was when it is begun again."""
    from cms.commands.transfer import run_import

    settings = load_settings(data_dir=data_dir)
    if not run_async(lambda: run_import(settings, say, path, on_conflict=on_conflict.value, dry_run=dry_run)):
        raise typer.Exit(1)


@plone_app.command("import")
def plone_import(
    path: Annotated[Path, typer.Argument(help="JSON of collective.exportimport.", exists=True, dir_okay=False)],
    site: Annotated[str, typer.Option(help="The key of the site that is to own the content.")],
    blobs: Annotated[
        Path | None, typer.Option(help="Plone's blob directory, where the JSON names paths.", file_okay=False)
    ] = None,
    data_dir: DataDir = None,
    dry_run: DryRun = False,
    on_conflict: Annotated[
        ConflictChoice,
        typer.Option(help="What becomes of fields that were changed here: skip keeps them, update overwrites them."),
    ] = ConflictChoice.SKIP,
) -> None:
    """Take news, documents, images and files over; what was taken over before follows Plone."""
    from cms.commands.transfer import run_plone_import

    settings, choice = load_settings(data_dir=data_dir), on_conflict.value
    if not run_async(lambda: run_plone_import(settings, say, path, site, blobs, on_conflict=choice, dry_run=dry_run)):
        raise typer.Exit(1)


@person_app.command("add")
def person_add(
    email: Annotated[str, typer.Argument(help="Their address, with which they sign in.")],
    name: Annotated[str, typer.Option(help="What others read; the address where it is left out.")] = "",
    role: Annotated[
        list[str] | None, typer.Option(help="Such as administrator, or editor@nca for one site; may be repeated.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Make an account. The password is asked for, or read from standard input."""
    from cms.commands.people import read_password, run_add

    settings, password = load_settings(data_dir=data_dir), read_password()
    run_async(lambda: run_add(settings, say, email, name=name, roles=role or [], password=password))


@person_app.command("password")
def person_password(
    email: Annotated[str, typer.Argument(help="Whose.")],
    without_second_factor: Annotated[
        bool, typer.Option("--without-second-factor", help="Turn the second factor off too.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Give somebody another password, and end their sessions."""
    from cms.commands.people import read_password, run_password

    settings, password = load_settings(data_dir=data_dir), read_password()
    run_async(
        lambda: run_password(settings, say, email, password=password, without_second_factor=without_second_factor)
    )


@person_app.command("list")
def person_list(data_dir: DataDir = None) -> None:
    """List everybody with an account: address, name, state, roles."""
    from cms.commands.people import run_list

    settings = load_settings(data_dir=data_dir)
    run_async(lambda: run_list(settings))


@queries_app.command("push")
def queries_push(
    site: Site,
    paths: Annotated[
        list[Path],
        typer.Argument(help="Manifests of Apollo, Relay or graphql-codegen, .graphql files, or folders of them."),
    ],
    url: Url = None,
    token: Token = None,
    data_dir: DataDir = None,
) -> None:
    """Register documents; of those that are sent together none where one is not valid."""
    from cms.commands.queries import run_push

    settings, remote = load_settings(data_dir=data_dir), _remote(url, token)
    run_async(lambda: run_push(settings, say, site, paths, remote))


@queries_app.command("list")
def queries_list(site: Site, url: Url = None, token: Token = None, data_dir: DataDir = None) -> None:
    """List what a site has registered: hash, name, when."""
    from cms.commands.queries import run_list

    settings, remote = load_settings(data_dir=data_dir), _remote(url, token)
    run_async(lambda: run_list(settings, site, remote))


@queries_app.command("remove")
def queries_remove(
    site: Site,
    hashes: Annotated[list[str], typer.Argument(help="As `cms queries list` shows them.")],
    url: Url = None,
    token: Token = None,
    data_dir: DataDir = None,
) -> None:
    """Take documents out of what a site has registered."""
    from cms.commands.queries import run_remove

    settings, remote = load_settings(data_dir=data_dir), _remote(url, token)
    run_async(lambda: run_remove(settings, say, site, hashes, remote))


def _remote(url: str | None, token: str | None) -> "RemoteCms | None":
    from cms.persisted_queries.remote import RemoteCms

    if url is None:
        return None
    if token:
        return RemoteCms(url, token)
    raise typer.BadParameter("set CLUSTER_CMS_TOKEN to an API token with the right register_queries")


@schema_app.command("print")
def schema_print(
    name: Annotated[str, typer.Argument(help="delivery or management; what --check and --write do is for both.")] = (
        "delivery"
    ),
    check: Annotated[bool, typer.Option("--check", help="Fail when a committed file is not its schema.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the committed files.")] = False,
) -> None:
    """Print the SDL of a schema."""
    texts = _schema_texts()
    if write:
        for file, text in texts.items():
            (SCHEMAS / file).write_text(text, encoding="utf-8")
    elif check:
        _check_schemas(texts)
    elif text := texts.get(f"{name}.graphql"):
        sys.stdout.write(text)
    else:
        raise typer.BadParameter("choose delivery or management")


def _schema_texts() -> dict[str, str]:
    from schema.delivery.schema import sdl as delivery
    from schema.management.schema import sdl as management

    return {"delivery.graphql": delivery(), "management.graphql": management()}


def _check_schemas(texts: dict[str, str]) -> None:
    for file, text in texts.items():
        path = SCHEMAS / file
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            say.print(f"schema/{file} is not the schema of this code: run `make schema` and look at the difference.")
            raise typer.Exit(1)


def run() -> None:
    try:
        app()
    except MENDABLE as error:
        say.print(f"cms: {error}", style="red", markup=False)
        sys.exit(1)
    except asyncio.CancelledError:
        sys.exit(143)
