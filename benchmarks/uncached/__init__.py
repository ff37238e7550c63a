"""What an answer costs that is not kept: now, with the code of before, and beside bare graphql-core."""
