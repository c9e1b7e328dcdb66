"""Organisations propose news: a form for anybody; what staff accept becomes a draft."""
