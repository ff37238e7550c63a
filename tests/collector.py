"""Python's collector does not walk through the program and all collected tests again and again: they stay anyway."""

import gc

YOUNG_OBJECTS = 5_000


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, 10, 10)
