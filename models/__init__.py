"""The rules of a sales team and the tables that keep them; knows nothing of chats or messages'
form.
"""
