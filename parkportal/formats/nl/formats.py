"""Dutch times as the Taalunie advises: 14.30 uur."""

TIME_FORMAT = r"H.i \u\u\r"
DATETIME_FORMAT = r"j F Y, H.i \u\u\r"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_YEAR_MONTH_FORMAT = "b Y"
