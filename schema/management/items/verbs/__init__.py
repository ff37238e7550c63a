"""How the verbs of items are called in the schema."""
