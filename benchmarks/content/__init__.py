"""Content for measuring: a few items made by the actions, and any number of snapshots of the same shape."""
