"""Dated claims from conflict writing: extraction, timeline, filters and exports."""
