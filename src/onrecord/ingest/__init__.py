"""Bytes or text to Articles: text, web pages, feeds, JSONL; notices, byline, language, date, id.

``article_from_text`` takes one report as a string; ``articles_from`` reads a file or standard
input and gives what cannot be read as values, so that one bad report does not stop the others;
``listed`` names the files of a folder.
"""

from onrecord.ingest.article import article_from_text
from onrecord.ingest.folders import listed
from onrecord.ingest.origin import articles_from

__all__ = ["article_from_text", "articles_from", "listed"]
