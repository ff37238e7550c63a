"""The build hook of hatchling: wheel and source archive hold the admin interface, which is built first where it is not.

It needs the network for Node and its packages then, as `python3 run.py` does.
"""

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEFT_OUT = (
    "CMS_SKIP_UI_BUILD is set and the admin interface is not built: unset it, or run `python3 run.py install` first."
)


class AdminInterfaceHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises `SystemExit` with one line that says what to do."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from bootstrap.admin_ui import BUILT, build_admin_ui
        from bootstrap.places import CannotInstall

        try:
            build_admin_ui()
        except CannotInstall as error:
            sys.exit(str(error))
        if not (BUILT / "index.html").is_file():
            sys.exit(LEFT_OUT if os.environ.get("CMS_SKIP_UI_BUILD") == "1" else f"There is no {BUILT / 'index.html'}.")
