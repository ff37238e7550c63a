"""Changes of what earlier releases stored that need to know content; `cms.opening` lists them all."""
