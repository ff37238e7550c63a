"""When a message is sent again after a failure, and when a webhook that always fails is switched off."""

import random
from datetime import timedelta

WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""As the Standard Webhooks specification proposes: ten tries in a little more than three days."""
DISABLED_AFTER = timedelta(days=5)
GONE = 410


def wait_after(tries: int) -> timedelta | None:
    """Up to a tenth longer than said, so that receivers are not met by all at once; None after the last try."""
    return WAITS[tries - 1] * random.uniform(1, 1.1) if tries <= len(WAITS) else None
