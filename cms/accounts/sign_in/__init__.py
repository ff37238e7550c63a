"""How somebody gets in, and stays in: passwords, second factors, links by mail, OpenID Connect, sessions."""
