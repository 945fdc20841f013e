"""The places room; see docs/architecture.md."""
