"""Relations between claims, computed when reading: the same event, agreement, contradiction, later counts."""
