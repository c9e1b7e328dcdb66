"""Any visitor may say on a profile what is not right; staff see it beside the record and answer."""
