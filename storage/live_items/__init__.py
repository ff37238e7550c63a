"""What visitors read again and again, kept in this process until it changes: items, sites, menus, what is where."""
