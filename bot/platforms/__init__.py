"""The places people write in, each behind the same small door."""
