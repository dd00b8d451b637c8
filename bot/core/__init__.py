"""The words all rooms share: events, cards, commands and their arguments; no input
or output here.
"""
