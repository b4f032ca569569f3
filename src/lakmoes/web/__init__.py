"""The review app: the one part that speaks HTTP.

In: requests of browsers and programs on this machine or the server's users. Out: pages, pictures and JSON.
Decides nothing and keeps nothing but sessions: all else is asked of, and said to, the reviewing desk
(``workflow.reviewing``). Holds no rule of law and touches no file of a dossier.
"""
