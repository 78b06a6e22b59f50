"""Times of day as findings and documents write them; the window's own lists and fields write “14:02”."""

from datetime import datetime, time


def clock(at: time | datetime, gap: str = " ") -> str:
    """“9:32 a.m.”; 12:00 p.m. is noon. `gap` stands before the meridiem."""
    return f"{figures(at)}{gap}{meridiem(at)}"


def from_to(start: time | datetime, end: time | datetime, between: str, gap: str = " ") -> str:
    """From when to when, the meridiem once where both have the same: “11:32 to 11:44 a.m.”."""
    first = figures(start) if meridiem(start) == meridiem(end) else clock(start, gap)
    return f"{first}{between}{clock(end, gap)}"


def figures(at: time | datetime) -> str:
    """A time without its meridiem: “11:05”."""
    return f"{at.hour % 12 or 12}:{at.minute:02d}"


def meridiem(at: time | datetime) -> str:
    """“a.m.” before noon, “p.m.” from noon on."""
    return "a.m." if at.hour < 12 else "p.m."
