"""The public read-only schema that regional sites query: everything in it comes from `published`."""
