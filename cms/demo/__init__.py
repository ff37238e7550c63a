"""The demo: two sites with the series Clusters meet Regions, loaded through the same actions that editors use.

`facts/` holds what is known of the real series, `texts/` what we wrote about it, `files/` says which files there are,
`making/` makes their bytes, `loading/` puts everything into the CMS, and `load` is where it begins.

Nothing is imported here: the processes that make files are to start fast.
"""
