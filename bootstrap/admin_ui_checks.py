"""What has to hold for `admin_ui/`: format and lint, types, generated types, its own tests."""

import os
import subprocess
import sys
from pathlib import Path

from bootstrap.admin_ui import SOURCE, node_command

CHECKS = {
    "biome": ["node_modules/@biomejs/biome/bin/biome", "ci", "."],
    "types": ["node_modules/typescript/bin/tsc", "--noEmit"],
    "generated types": ["node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.ts", "--check"],
    "the applicants' form's hash": ["applicants/bundle.mjs", "--check"],
    "tests": ["node_modules/vitest/vitest.mjs", "run", "--reporter", "dot"],
}


def main() -> int:
    node = node_command(dev=True)
    path = f"{Path(node[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    failed = [name for name, command in CHECKS.items() if _fails([*node, *command], path)]
    if failed:
        print(f"admin_ui: {', '.join(failed)} failed; npm run check in admin_ui/ shows the same.", file=sys.stderr)
    return int(bool(failed))


def _fails(command: list[str], path: str) -> bool:
    done = subprocess.run(
        command,
        cwd=SOURCE,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout[-6000:], done.stderr[-3000:], sep="\n")
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
