"""The query room; see docs/architecture.md."""
