"""小队长: the captain of an online sales team, living in its group chat."""

__version__ = "0.1.0"
