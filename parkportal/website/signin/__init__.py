"""How staff sign in: a password, a second factor, sessions that end, a lock against guessing, and a log of it all."""
