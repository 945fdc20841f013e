"""The export room; see docs/architecture.md."""
