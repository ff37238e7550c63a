"""A process that makes files: jobs come in as lines of JSON, each file goes out as its length (8 bytes) and its bytes.

It ends when its input ends, so it never outlives the process that started it.
"""

import json
import sys

from cms.demo.making.make import make


def main() -> None:
    for line in sys.stdin.buffer:
        made = make(json.loads(line))
        sys.stdout.buffer.write(len(made).to_bytes(8, "big") + made)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
