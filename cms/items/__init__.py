"""Items from the first draft to the recycle bin: workflow, snapshots, translation, comments, releases."""
