"""Terms that become other terms: merged or renamed, with every use of them."""
