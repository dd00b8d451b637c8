# How several things are joined in one line.
list-separator = 、
