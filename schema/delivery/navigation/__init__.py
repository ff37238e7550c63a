"""How visitors find their way: menus, and what stands at an address."""
