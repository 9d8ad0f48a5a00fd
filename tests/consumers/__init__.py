"""Programs of users, as they were written against the last release: they must go on type-checking.

A program that has to be changed here is a breaking change; the changelog says so.
"""
