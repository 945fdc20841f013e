"""The events room; see docs/architecture.md."""
