"""Who works with whom: the ties between organisations, gathered from all apps, as a table and as a picture."""
