"""The decision letter: what it says, how it is written, and whether one that exists fits the inventory.

In: rows of the inventory, the grounds of the law, and what people wrote to motivate them. Out: the content of
a letter, a Word document made from a template, and the differences between a letter and the inventory.

Deliberately decides nothing and knows no text of the documents: all that it states is on the inventory, in
the law, or was written by people to be read by the requester.
"""
