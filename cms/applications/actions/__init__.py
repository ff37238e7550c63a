"""The verbs on applications, of applicants and of those who decide; one file each."""
