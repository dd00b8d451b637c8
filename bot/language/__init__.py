"""From text to meaning: pure functions that know words, numbers and dates, and no chat or table."""
