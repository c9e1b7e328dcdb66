"""What only articles are asked before they are published: claims, figures, quotes, embargoes."""
