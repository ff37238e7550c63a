"""The verbs of moving a site with their input and result, one file each."""
