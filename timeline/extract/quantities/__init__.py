"""The quantities room; see docs/architecture.md."""
