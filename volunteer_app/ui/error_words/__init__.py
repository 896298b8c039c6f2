"""The words of every refusal, one file per kind. They hold sentences and refuse everything else.

An error class gets its words by a function with `@words.register` whose one parameter is annotated with the class.
"""
