"""What may be asked of files and uploads."""
