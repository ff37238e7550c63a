"""Webhooks: other programs are told when what is live on a site changes, by the Standard Webhooks specification."""
