"""Files: their real type, their bytes in the object store, their renditions and their addresses."""
