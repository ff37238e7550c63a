"""How a list of the admin interface feels with many items: a real browser over a database filled with copies."""
