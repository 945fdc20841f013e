"""The claims room; see docs/architecture.md."""
