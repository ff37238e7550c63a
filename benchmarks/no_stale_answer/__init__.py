"""No stale answer: several server processes keep answers, writers change content at random, processes and change
streams are killed; after each change every process is compared with a server that keeps nothing."""
