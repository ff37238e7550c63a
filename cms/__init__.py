"""The domain: content types, actions, catalog, and the programs that put the CMS together."""
