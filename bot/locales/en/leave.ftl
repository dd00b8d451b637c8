# Leave, a quiet day, quiet hours
leave-bad-span = That span does not work: it ends before it begins, or is longer than a year. Example: /leave 6/18-6/20
