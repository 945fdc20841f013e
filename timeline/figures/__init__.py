"""The figures room; see docs/architecture.md."""
