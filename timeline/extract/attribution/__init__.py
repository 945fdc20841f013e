"""The attribution room; see docs/architecture.md."""
