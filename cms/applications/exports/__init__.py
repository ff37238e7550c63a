"""Tables about the applications to a call, as files."""
