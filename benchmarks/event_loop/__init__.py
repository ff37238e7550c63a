"""How long one request can hold the event loop up, and what visitors notice of it."""
