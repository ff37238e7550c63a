"""Find content types: each module of a package may declare some, and registers them by being imported."""

import importlib
import pkgutil

from cms.kernel.settings import SettingsError


def discover(*packages: str) -> None:
    """Imports the modules of these packages; a name may also be that of one module.

    Raises SettingsError for a package that is not there.
    """
    for name in packages:
        package = _imported(name)
        for module in pkgutil.iter_modules(getattr(package, "__path__", ())):
            importlib.import_module(f"{name}.{module.name}")


def _imported(name: str) -> object:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{name}.".startswith(f"{error.name}."):
            raise
        raise SettingsError(
            f"CMS_CONTENT_TYPES names {name}, and there is no such package; install it beside the CMS, or mend the name"
        ) from None
