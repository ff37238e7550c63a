"""Makes the demo's files. It runs in processes of its own: drawing takes seconds of CPU, and SVG, which the pictures
are drawn in, is a format that the CMS itself refuses to read (see `cms.files.image_size`)."""
