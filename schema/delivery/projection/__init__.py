"""From content types to GraphQL: which fields a type has, how each is read, and what must be loaded beforehand.

A request goes: selection (what is asked for) → plan (which resolvers, which stored fields) → one query → the references
of the answers in as many queries as they are deep → objects whose attributes GraphQL reads without resolvers.
"""
