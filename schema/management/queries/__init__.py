"""What editors may ask, one file per area; `schema.management.query` puts them together."""
