"""The extract room; see docs/architecture.md."""
