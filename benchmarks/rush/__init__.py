"""What happens at a cut-off: everybody submits within one minute, with a letter of five megabytes each: once alone, and
once beside clients that trickle and connections on which nothing is asked."""
