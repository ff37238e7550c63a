"""One file per mutation; each calls the action of its name."""
