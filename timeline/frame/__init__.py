"""The frame room; see docs/architecture.md."""
