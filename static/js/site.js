/* What every page loads; each of these does nothing where the page has no place for it. */
import "./copy.js";
import "./listing.js";
import "./search_box.js";
