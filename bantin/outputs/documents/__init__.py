"""Bulletins as documents: what they say, as data, and the typesetter that makes PDF of it."""

from bantin.outputs.documents.bulletin import Document, Proof, document_path, documented
from bantin.outputs.documents.typesetting import Typesetter, is_installed, made_of, typesetter

__all__ = [
    "Document",
    "Proof",
    "Typesetter",
    "document_path",
    "documented",
    "is_installed",
    "made_of",
    "typesetter",
]
