"""The actors room; see docs/architecture.md."""
