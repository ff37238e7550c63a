"""What TypeScript says of the code of a site, as strictly as it can be."""

import re

from tests.clients.workspace import Workspace

TSCONFIG = """{"compilerOptions": {"strict": true, "noUncheckedIndexedAccess": true, "noEmit": true, "jsx": "react-jsx",
  "target": "es2024", "lib": ["es2024", "dom"], "module": "esnext", "moduleResolution": "bundler", "types": [],
  "skipLibCheck": true, "allowImportingTsExtensions": true}, "include": ["src"]}"""
"""What packages bring is theirs (`skipLibCheck`)."""
PRINT_AND_GO_ON = (
    "import { spawnSync } from 'node:child_process'\n"
    "spawnSync(process.execPath, process.argv.slice(2), { stdio: 'inherit' })"
)


async def type_errors(site: Workspace) -> set[tuple[str, str]]:
    """{(path, code of the error)} in src/."""
    site.write("tsconfig.json", TSCONFIG)
    program = site.write("print.mjs", PRINT_AND_GO_ON)
    output = await site.run(program, str(site.packages / "typescript/bin/tsc"), "--pretty", "false")
    return set(re.findall(r"^(\S+)\(\d+,\d+\): error (TS\d+)", output, re.MULTILINE))
