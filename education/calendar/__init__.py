"""The calendar: what takes place when, from several sources, as a list, as a month and as iCalendar.

A model comes into it by a ``CalendarSource``, registered in the app's ``ready``; the pages name no model.
"""
