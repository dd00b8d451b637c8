"""What the bot costs, measured beside what it could cost at best: `make bench`."""
