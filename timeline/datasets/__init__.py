"""The datasets room; see docs/architecture.md."""
