"""What turns a stored message into rows and answers: database thread, inbox, pipeline, outbox,
jobs.
"""
