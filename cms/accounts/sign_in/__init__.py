"""Sign-in and sessions: passwords, second factors, links by mail, OpenID Connect."""
