# The page of the links to other sites.

office-nav-links = Links
office-links = Links to other sites
office-links-lede = Once a week the portal asks whether the addresses on our pages still answer. Correct the address in the content or in the service’s entry, or note that you have seen it.
office-links-off = This system does not check links by itself. The technical team turns this on under ‘links’.
office-links-views = Lists of links
office-links-view-open = To look at
office-links-view-broken = Broken
office-links-view-moved = Moved or guarded
office-links-view-all = All
office-links-none = No links in this list.
office-links-address = Address
office-links-state = State
office-links-since = Since
office-links-asked = Last checked
office-links-pages = Where the link stands
office-links-act = Action
office-links-see = Mark as seen
office-links-seen = Seen: { $when }
office-links-never = not yet
office-links-count =
    { $count ->
        [one] { $count } link
       *[other] { $count } links
    }
office-links-more =
    { $count ->
        [one] and { $count } other page
       *[other] and { $count } other pages
    }
office-done-link-seen = The link is marked as seen.
office-link-new = Not checked yet
office-link-good = Answers
office-link-moved = Has a new address
office-link-guarded = Turns programs away: check by hand
office-link-gone = No longer exists
office-link-faulty = Answers with an error
office-link-silent = Does not answer
office-link-tls = Certificate not valid
office-link-astray = Leads in circles
office-link-refused = Address not allowed
rule-link-changed = This link has changed in the meantime. Look at the list again.
