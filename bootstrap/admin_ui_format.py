"""Writes what can be written by a program in `admin_ui/`: types, format, the hash in the applicants' form."""

import os
import subprocess
import sys
from pathlib import Path

from bootstrap.admin_ui import SOURCE, node_command

COMMANDS = (
    ["node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.ts"],
    ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "."],
    ["applicants/bundle.mjs"],
)


def main() -> int:
    node = node_command(dev=True)
    path = f"{Path(node[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path}
    return max(subprocess.call([*node, *command], cwd=SOURCE, env=environment) for command in COMMANDS)


if __name__ == "__main__":
    sys.exit(main())
