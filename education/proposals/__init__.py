"""Organisations propose events: a form for anybody; what staff accept becomes a draft."""
