"""The dates room; see docs/architecture.md."""
