"""Colours, signs and type of both themes: text at 4.5:1 at least, marks at 3:1, every event type with its own shape."""

from __future__ import annotations

from dataclasses import dataclass

FONT = '"Noto Sans", "Source Sans 3", "Segoe UI", system-ui, sans-serif'


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours that are not an event type's; ``paper`` is what they are tested against."""

    name: str
    paper: str
    ink: str
    muted: str
    rule: str
    grid: str
    strong: str
    accent: str
    ramp: tuple[tuple[float, str], ...]


THEMES = {
    "light": Theme(
        "light", "#fcfbf8", "#1b1f24", "#5d646c", "#dedbd3", "#ebe9e3", "#8a8f95", "#0b5c8f",
        ((0.0, "#dbe8f0"), (0.5, "#5f9cc4"), (1.0, "#0a3a63")),
    ),
    "dark": Theme(
        "dark", "#14171b", "#e9e7e2", "#a6abb2", "#333941", "#262b31", "#7a828b", "#84c1ee",
        ((0.0, "#20313e"), (0.5, "#3f86b5"), (1.0, "#cfeaff")),
    ),
}  # fmt: skip

# event type → plotly symbol, colour on light, colour on dark
SIGNS = {
    "battle": ("circle", "#b5402b", "#f4806a"),
    "remote_violence": ("diamond", "#b85c00", "#f2a35e"),
    "civilian_targeting": ("triangle-down", "#9a1f55", "#f08fb8"),
    "siege": ("square", "#7a4a1e", "#d3a06f"),
    "protest": ("triangle-up", "#0072b2", "#5db2e8"),
    "diplomacy": ("hexagon", "#1f7a4d", "#63c796"),
    "humanitarian": ("cross", "#0b7a86", "#5fc6d1"),
    "political": ("pentagon", "#6f4aa8", "#b99bea"),
    "casualty_report": ("bowtie", "#46525f", "#b4bcc6"),
    "statement": ("circle", "#6b6f76", "#a9adb3"),
    "other": ("x", "#77736a", "#a9a49a"),
}
SMALLER = {"statement": 0.72, "other": 0.85, "civilian_targeting": 1.1, "protest": 1.1, "casualty_report": 1.1}
# one colour and one sign for each source of the tolls (Okabe and Ito's hues, darkened or lightened to 3:1)
SOURCES = (
    ("circle", "#0b5c8f", "#6cb8ee"),
    ("square", "#b5402b", "#f4806a"),
    ("diamond", "#1f7a4d", "#63c796"),
    ("triangle-up", "#6f4aa8", "#b99bea"),
    ("triangle-down", "#8a5a00", "#e0b04f"),
    ("hexagon", "#9a1f55", "#f08fb8"),
    ("cross", "#0b7a86", "#5fc6d1"),
    ("pentagon", "#46525f", "#b4bcc6"),
)


def find_theme(name: str) -> Theme:
    """The theme by name; light when there is no such theme."""
    return THEMES.get(name, THEMES["light"])


def event_style(event_type: str, theme: str) -> tuple[str, str]:
    """Colour and plotly symbol of an event type."""
    symbol, light, dark = SIGNS.get(event_type, SIGNS["other"])
    return (dark if find_theme(theme).name == "dark" else light), symbol


def source_style(index: int, theme: str) -> tuple[str, str]:
    """Colour and plotly symbol of the n-th source; past the eighth the signs become open ones."""
    symbol, light, dark = SOURCES[index % len(SOURCES)]
    return (dark if find_theme(theme).name == "dark" else light), symbol + ("-open" if index >= len(SOURCES) else "")


def faint(colour: str, alpha: float) -> str:
    """The colour let through, as ``rgba()``."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two ``#rrggbb`` colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
