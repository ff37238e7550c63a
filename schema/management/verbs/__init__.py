"""What editors may do, one file per area; `schema.management.mutation` puts them together."""
