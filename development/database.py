"""`make db`: a shell on the database of the CMS that is running: mongosh where there is one, else Python with `db`."""

import code
import shutil
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

from pymongo import MongoClient

from cms.kernel.settings import Settings, SettingsError, load_settings
from storage.embedded import kept_mongodb_address, running_directory

NOT_RUNNING = "No CMS is running on {}: start one (`make run`, `make dev`), or set CMS_DATA_DIR or CMS_MONGODB_URL."


def main() -> int:
    try:
        settings = load_settings()
    except SettingsError as error:
        sys.exit(str(error))
    address = database_address(settings)
    if mongosh := shutil.which("mongosh"):
        return subprocess.call([mongosh, address])
    with MongoClient(address, directConnection=True) as client:
        code.interact(
            banner=f"`db` is the database {settings.mongodb_database!r} (pymongo), such as db.items.find_one()",
            local={"db": client[settings.mongodb_database]},
            exitmsg="",
        )
    return 0


def database_address(settings: Settings) -> str:
    """With user, password and database. Ends the program where there is none."""
    if settings.mongodb_url is not None:
        address = settings.mongodb_url.get_secret_value()
    elif directory := running_directory(settings.data_dir):
        address = kept_mongodb_address(directory)
    else:
        sys.exit(NOT_RUNNING.format(settings.data_dir))
    return urlunsplit(urlsplit(address)._replace(path=f"/{settings.mongodb_database}"))


if __name__ == "__main__":
    sys.exit(main())
