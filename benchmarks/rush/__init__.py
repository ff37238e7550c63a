"""What happens at a cut-off: everybody submits within one minute, with a letter of five megabytes each."""
