"""The GraphQL schemas: `delivery` for regional sites and (later) `management` for editors."""
