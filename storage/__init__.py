"""The engines: MongoDB, S3, and the embedded servers. Knows nothing of content rules, GraphQL or HTTP."""
