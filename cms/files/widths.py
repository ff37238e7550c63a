"""The few widths in which images are served, so that each image has at most seven renditions."""

LADDER = (320, 480, 640, 960, 1280, 1600, 1920)


def ladder_width(width: int) -> int:
    """The next step up, in pixels; the widest one for anything wider. Raises ValueError below 1."""
    if width < 1:
        raise ValueError("a width is 1 pixel or more")
    return next((step for step in LADDER if step >= width), LADDER[-1])
