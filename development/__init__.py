"""Tools for those who change the CMS; they may use the packages of the group `dev`."""
