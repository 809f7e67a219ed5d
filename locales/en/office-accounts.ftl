# Accounts: what one administrator asks and another one confirms.

office-requests = Waiting for a second person
office-requests-hint = Some roles give the last word, or the power to give it. That is why a second person who manages the accounts confirms the request. First make sure, with the person concerned, that the request is right.
office-requests-nobody = You are the only person who manages the accounts: nobody can confirm your requests. The technical team can create a second account with the command “safe staff add”.
office-roles-second = These roles are given only when a second person who manages the accounts confirms them: { $roles }.
office-requests-waiting =
    { $count ->
        [one] One request for an account is waiting for your confirmation.
       *[other] { $count } requests for accounts are waiting for your confirmation.
    }
office-request-new = New account
office-request-roles = Other roles
office-request-sign-in = New sign-in
office-request-roles-are = Roles asked for: { $roles }
office-request-asked = Asked by { $who }, { $when }
office-request-mine = Another person who manages the accounts must confirm it.
office-request-own = This request is about your own account: another person must confirm it.
office-request-confirm = Confirm
office-request-refuse = Refuse
office-request-withdraw = Withdraw the request
office-account-asked = The request is made
office-account-asked-hint = Another person who manages the accounts must confirm it. They will receive the secret of the second factor. Pass the password on to the person concerned in a safe way. It is not shown again.
office-account-confirmed = The request is confirmed
office-account-confirmed-hint = The person signs in with the password passed on by whoever made the request, and with this new second factor. Pass this secret on yourself, in a safe way. It is not shown again.
office-sign-in-new = Give a new sign-in
office-sign-in-new-explains = For somebody who has lost their password or phone. They get a new password and a new second factor. Open sessions, tokens and passkeys end.
office-sign-in-new-waits = Another person who manages the accounts must confirm it first. Until then nothing changes for the person.
office-sign-in-made = The new sign-in is ready
office-done-asked = The request is made. Another person who manages the accounts must confirm it.
office-done-confirmed = The request is confirmed. The roles are changed.
office-done-request-ended = The request is closed. Nothing has changed.
rule-second-administrator = This request comes from you or is about you. Another person who manages the accounts must confirm it.
rule-account-request-waits = A request for this account is waiting already. It must be confirmed, refused or withdrawn first.
rule-account-request-answered = This request has been answered already. Reload the page.
rule-account-request-orphan = The person who made this request no longer manages the accounts. Refuse it, then make a new one.
rule-account-request-keys = This request brings no new password. Refuse it, then make a new one.
rule-sign-in-fresh = To add a passkey, sign in again first: it is possible for 15 minutes after a sign-in.
rule-token-of-decider = One of the two accounts, yours or this one, has a role that two people give together: the person must make a token in their own name themselves.

audit-account-ask = Request for an account
audit-account-confirm = Request for an account confirmed
audit-account-refuse = Request for an account refused
audit-account-withdraw = Request for an account withdrawn
audit-account-sign-in = New sign-in given
audit-detail-asked = request
audit-detail-asked-by = asked by
audit-detail-before = before
audit-detail-way = by
audit-value-machine = the command line of the server
audit-value-new = new account
audit-value-roles = other roles
audit-value-sign-in = new sign-in
