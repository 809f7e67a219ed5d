# The back-office, as members of staff read it. Roles are in office-roles.ftl,
# scenarios in scenarios.ftl, values of CAP in vocabulary.ftl.

## Frame

office-name = safe.brussels · back-office
office-skip = Skip to content
office-demo = Demonstration
office-nav = Navigation
office-nav-alerts = Alerts
office-nav-compose = New alert
office-nav-import = Import a CAP file
office-nav-rehearsal = Exercises
office-nav-accounts = Accounts
office-nav-audit = Log
office-language = Language
office-sign-out = Sign out
office-back = Back
office-pages = Pages
office-breadcrumbs = You are here
office-optional = optional
office-never = never
office-wrong-title = Some information needs correcting

## Sign-in

office-sign-in-title = Sign in
office-sign-in-lede = For authorised staff only. Every sign-in is written in the log.
office-email = E-mail address
office-password = Password
office-sign-in-next = Continue
office-sign-in-refused-title = Signing in did not work
office-sign-in-refused = The address or the password is not right, or there were too many attempts. Check both fields. After several attempts, wait a little: the pause grows with every mistake.
office-code-title = Second step
office-code = Six-digit code
office-code-hint = Open your authenticator app and copy the code it shows now. Each code works once.
office-code-refused-title = This code is not accepted
office-code-refused = Wait for the next code and copy that one. After several attempts, wait a little.
office-code-other = Use another account
office-demo-accounts = These accounts are for trying the system. They do not exist in the real service.
office-demo-password = Password of all these accounts:
office-demo-code = Code of this trial account right now:
office-passkey-or = With a passkey
office-passkey-or-hint = Your phone, your computer or your security key replaces the password and the code.
office-passkey-use = Use a passkey
office-passkey-failed = The passkey was not accepted. Try again, or use the password and the code.

## Own account

office-account = My account
office-roles = Roles
office-passkeys = Passkeys
office-passkeys-hint = A passkey is kept by your phone, your computer or a security key. It signs you in with one gesture. Add at least two, on different devices.
office-passkeys-none = You have no passkey yet.
office-passkey-label = Name of the passkey
office-passkey-label-hint = To recognise it, for example “Duty phone”.
office-passkey-add = Add a passkey
office-passkey-made = Added: { $when }
office-passkey-used = Last used: { $when }
office-passkey-remove = Remove
office-password-change = Change the password
office-password-old = Current password
office-password-new = New password
office-password-hint = At least 12 characters. A few words that have nothing to do with each other work well. Your other sessions will be closed.

## Dashboard

office-dashboard = Alerts
office-new-alert = New alert
office-waiting = To approve
office-waiting-none = No alert is waiting for your approval.
office-active = Active alerts
office-active-none = No alert is active.
office-mine = My drafts
office-mine-none = You have no draft.
office-others = Drafts of colleagues and other systems
office-ended = Recently ended
office-no-headline = No headline
office-delivery-short = { $accepted } of { $subscribers } phones told

## States

office-state-draft = Draft
office-state-submitted = To approve
office-state-discarded = Discarded
office-state-published = Active
office-state-superseded = Replaced by an update
office-state-ended = Ended
office-state-cancelled = Cancelled
office-state-expired = Expired

## Scenarios

office-scenarios-lede = Choose what is happening. The texts are ready in every language: you only fill in a few fields.
office-group-planned = Planned events and exercises
office-group-own = Your own words

## Form

office-update-alert = Update of an alert
office-exercise-label = Exercise or test: the public receives nothing
office-status = Kind of message
office-status-actual = A real alert, for everybody.
office-status-exercise = Only phones enrolled for exercises receive it.
office-status-test = A technical test. Only phones enrolled for exercises receive it.
office-what = What is happening
office-where = Where
office-where-hint = Choose municipalities, police zones or the whole Region. You can click a municipality on the map.
office-whole-zone = The whole zone { $zone }
office-map-title = Map of the Region
office-map-none = no municipality chosen
office-draw = Draw a circle or an outline
office-draw-hint = The municipalities that the drawing touches are added to your choice.
office-circle = Circle { $number }
office-circle-lat = Latitude
office-circle-lon = Longitude
office-circle-radius = Radius in metres
office-polygons = Outline
office-polygons-hint = One corner per line: latitude, then longitude, for example 50.8467, 4.3525. The last corner joins the first. An empty line separates two outlines.
office-when = When
office-onset = Start
office-onset-hint = If the event starts later.
office-expires = Valid until
office-expires-hint =
    { $count ->
        [one] If you leave this empty: { $count } hour after sending.
       *[other] If you leave this empty: { $count } hours after sending.
    }
office-next = Next information
office-next-hint = When you will say more, even if there is nothing new.
office-texts-own = Own texts
office-texts-own-hint = What you write here replaces the text of the scenario, in this language only. Leave empty to keep the text of the scenario.
office-texts-free-hint = French and Dutch are required: at least a headline and an instruction. Readers of another language receive English if it is filled in, French otherwise.
office-text-event = Event, in a few words
office-text-headline = Headline, one line
office-text-instruction = What to do now
office-text-instruction-hint = One action per line. The most urgent one first.
office-text-description = What is going on
office-details = Severity and authority
office-severity = Severity
office-urgency = Urgency
office-certainty = Certainty
office-category = Categories
office-level = Level of crisis management
office-as-scenario = As in the scenario: { $value }
office-authority = Authority that issues the alert
office-authority-hint = The authority that decided to alert people.
office-authority-safe-brussels = safe.brussels
office-authority-high-official = High Official
office-authority-minister-president = Minister-President
office-authority-mayor = Mayor of the municipality concerned
office-contact = Contact for those affected
office-contact-hint = The one number or place to announce, with its hours. An update replaces it everywhere.
office-reference = Internal reference
office-reference-hint = For example the number in ICMS. It is never published.
office-note = Note
office-note-hint = The name of the exercise, if it is one. This note is published in the open data.
office-save = Save draft
office-save-submit = Save and ask for approval
office-preview-button = Preview
office-leave = Leave without saving
office-preview = Preview
office-preview-live = Live preview
office-preview-missing = Fill in the required fields first: the preview of the texts appears after that.
office-reach =
    { $count ->
        [one] One municipality: { $areas }. Phones told, by current subscriptions: { $phones }.
       *[other] { $count } municipalities: { $areas }. Phones told, by current subscriptions: { $phones }.
    }
office-reach-unknown =
    { $count ->
        [one] One municipality: { $areas }. The number of phones is not known on this machine.
       *[other] { $count } municipalities: { $areas }. The number of phones is not known on this machine.
    }
office-reach-none = No municipality is chosen yet.
office-update-note = You are preparing an update. The present alert stays visible until another person approves the update.
office-update-rewrite-note = You are preparing an update of an alert that comes from a CAP message: it is taken over with your texts; elements without a field in this form are lost. The present alert stays visible until another person approves the update.
office-edit-submitted-note = This alert is waiting for approval. If you change it, it becomes a draft again and you become its author.
office-rewrite-note = This draft comes from a CAP message. If you save it here, it is taken over with your texts; elements without a field in this form are lost.
office-kept-note = The draft is saved. Something is still missing before you can ask for approval.

## Alert

office-alert = Alert
office-texts = Texts as sent
office-push = The notification on a phone
office-push-hint = These are the title and the text that the phone shows. The whole text travels in the message: no connection is needed to read it.
office-facts = Data
office-scenario = Scenario
office-author = Text by
office-approver = Approved by
office-published = Published
office-ended-at = Ended
office-also-names = Also names, stays active
office-origin = Origin
office-source = Source
office-identifier = CAP identifier
office-chain = Other messages of this alert
office-steps = History
office-nobody = Deleted account
office-public-page = See the public page
office-own-approval = You wrote this text, or gave its author their sign-in. Another person must approve it.
office-not-ready = This alert is not complete yet
office-approve = Read and approve
office-submit = Ask for approval
office-edit = Change
office-update = Update
office-end = All-clear
office-cancel = Cancel the alert
office-return = Return to the author
office-discard = Discard

## Steps, each with a page that asks first

office-ask-submit = Ask for approval?
office-ask-submit-explains = Another person reads the text and decides. Nothing is sent before that.
office-ask-approve = Approve and publish?
office-ask-approve-explains = Read the texts below. As soon as you approve, the alert is published and sent to phones.
office-ask-return = Return to the author?
office-ask-return-explains = The alert becomes a draft again. Tell the author in person what must change.
office-ask-discard = Discard this text?
office-ask-discard-explains = The text disappears from the work lists. It stays in the log.
office-ask-end = Announce the all-clear?
office-ask-end-explains = Everybody who was told receives this message. The all-clear stays visible for a day.
office-ask-cancel = Cancel this alert?
office-ask-cancel-explains = For an alert that was sent in error. Everybody who was told receives this message. What has not left yet is not sent any more.
office-have-read = I have read the French and the Dutch text.
office-do-submit = Ask for approval
office-do-approve = Approve and publish
office-do-return = Return to the author
office-do-discard = Discard
office-do-end = Announce the all-clear
office-do-cancel = Cancel the alert
office-done-saved = The draft is saved.
office-done-submitted = Approval has been requested. Tell the person who approves.
office-done-submit = Approval has been requested. Tell the person who approves.
office-done-approve = The alert is published. Sending to phones has begun.
office-done-return = The alert is a draft again.
office-done-discard = The text is discarded.
office-done-end = The all-clear is published.
office-done-cancel = The alert is cancelled.
office-done-password = Your password is changed. Your other sessions are closed.
office-done-passkey-added = The passkey is added.
office-done-passkey-removed = The passkey is removed.
office-done-roles = The roles are changed.
office-done-closed = The account is closed.
office-done-token-revoked = The token is revoked.

## Delivery

office-delivery = Sending to phones
office-delivery-bar = Phones handled
office-delivery-nobody = No phone is subscribed for this place and this severity.
office-delivery-going = { $done } of { $subscribers }, sending
office-delivery-finished = { $done } of { $subscribers }, sending finished
office-delivery-subscribers = To tell
office-delivery-accepted = Told
office-delivery-failed = Failed
office-delivery-forgotten = Unsubscribed
office-delivery-doubted = Being checked
office-delivery-pending = Left
office-delivery-origins = By push service
office-delivery-origin = Service
office-outlets = By which channels the alert left
office-outlet-pages = Pages and open data
office-outlet-stream = Live stream
office-outlet-push = Notifications to phones
office-outlet-not = Not yet
office-outlet-shown = Visible ({ $at })
office-outlet-told = Told: { $count } ({ $at })
office-delivery-more = Follow the sending
office-to-alert = Back to the alert
office-follow = Follow live
office-follow-stop = Stop following
office-follow-hint = This page loads again every two seconds until the sending is finished.

## Exercises

office-rehearsal = Exercises
office-rehearsal-lede = An exercise or a test only reaches phones enrolled here. It appears neither on the portal nor in the open data.
office-rehearsal-phone = Enrol a phone
office-rehearsal-step-1 = Open the page “Receive alerts” on the phone.
office-rehearsal-page = Page “Receive alerts”
office-rehearsal-step-2 = Give this exercise code.
office-rehearsal-code-hint = Give it only to people who take part in the exercise.
office-rehearsal-step-3 = Choose the municipalities and the language.
office-rehearsal-step-3-hint = The phone receives exercises and tests, but no real alerts. Enrol it again without the code for real alerts.
office-rehearsal-phones =
    { $count ->
        [0] No phone is enrolled for exercises.
        [one] { $count } phone is enrolled for exercises.
       *[other] { $count } phones are enrolled for exercises.
    }
office-rehearsal-begin = Prepare an exercise
office-rehearsal-list = Exercises and tests
office-rehearsal-none = No exercise at the moment.

## Import

office-import = Import a CAP file
office-import-lede = A CAP 1.2 or 1.1 message of another system becomes a draft. Nothing is published without the approval of another person.
office-import-file = File
office-import-file-hint = An XML file of 10 MB at most.
office-import-text = Or paste the text of the message
office-import-lenient = Accept known defects
office-import-lenient-hint = For example elements in the wrong order. Every correction is reported.
office-import-button = Check and import
office-import-nothing = Choose a file or paste a text.
office-import-good = The message is accepted
office-import-bad = The message is refused
office-import-known = This message is here already: there is no new draft.
office-import-open = Open the draft
office-import-remarks = Remarks
office-import-kind = Kind
office-import-line = Line
office-import-element = Element
office-import-reason = Reason
office-import-error = Error
office-import-warning = Note
office-signature-none = Signature: none.
office-signature-valid = Signature: valid.
office-signature-invalid = Signature: the message was altered or the signature is false.
office-signature-untrusted = Signature: made with a certificate that is not trusted here.

## Accounts

office-accounts-all = Everybody who has an account
office-name-of = Name
office-made = Created
office-closed = Closed: { $when }
office-account-add = Add an account
office-account-add-hint = The first password and the secret of the second factor are shown once.
office-account-made = The account is created
office-account-made-hint = Pass these data on to the person in a safe way. They are not shown again.
office-secret = Secret of the second factor
office-secret-address = Address for the authenticator app
office-roles-hint = Nobody approves their own text, whatever their roles.
office-roles-save = Save the roles
office-account-is-closed = This account is closed.
office-account-close = Close the account
office-account-close-explains = The person can no longer sign in. Sessions, tokens and passkeys end at once. The name stays in the log.
office-tokens = Tokens for other systems
office-tokens-hint = A token lets another system act in the name of this account, under the same rules.
office-token-label = Name of the system
office-token-label-hint = For example “Situation centre tool”.
office-token-make = Create a token
office-token-made = Token created
office-token-once = Copy it now: it is not shown again.
office-token-revoke = Revoke
role-alert-author-hint = Writes alerts and proposes them.
role-alert-approver-hint = Reads and publishes the alerts of others.
role-communications-hint = Campaigns, news and content of the portal.
role-weapons-clerk-hint = Handles applications, without deciding.
role-legal-hint = Checks the lawfulness of decisions.
role-high-official-hint = Decides.
role-adviser-hint = Sees only what is asked.
role-help-editor-hint = Keeps the help services up to date.
role-help-listener-hint = Answers at a help service.
role-administrator-hint = Manages accounts and reads the log.

## Audit

office-audit-lede = What was done in the last 24 hours. Each row is tied to the one before it: a change or an erasure shows.
office-audit-csv = Export as CSV
office-audit-verify = Check the whole log
office-audit-whole =
    { $count ->
        [one] The log is whole: { $count } row checked.
       *[other] The log is whole: { $count } rows checked.
    }
office-audit-broken = The log was altered: row { $seq } does not fit. Tell the person responsible for security at once.
office-audit-count =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
office-audit-seq = Number
office-audit-when = When
office-audit-who = Who
office-audit-what = Action
office-audit-on = Subject
office-audit-more = Details
audit-alert-draft = Draft created
audit-alert-revise = Text changed
audit-alert-submit = Approval requested
audit-alert-approve = Approved and published
audit-alert-return = Returned to the author
audit-alert-discard = Discarded
audit-alert-end = All-clear
audit-alert-cancel = Cancelled
audit-alert-expire = Expired
audit-session-begin = Signed in
audit-session-end = Signed out
audit-session-refused = Sign-in attempt refused
audit-account-add = Account created
audit-account-roles = Roles changed
audit-account-close = Account closed
audit-account-password = Password changed
audit-passkey-add = Passkey added
audit-passkey-remove = Passkey removed
audit-token-make = Token created
audit-token-revoke = Token revoked
audit-audit-export = Log exported

## Rules and faults of these pages

rule-too-many-passkeys = You already have ten passkeys. Remove one before you add another.
rule-own-account = You cannot close your own account. Ask another person who manages the accounts.
fault-passkey = The passkey was not accepted. Try again, or use the password and the code.
fault-number = Write a number, for example 50.8467.
fault-circle-incomplete = A circle needs a latitude, a longitude and a radius. Fill in all three fields or empty them.
fault-polygon-line = Line { $line } is not a corner that can be read. Write the latitude, then the longitude, for example 50.8467, 4.3525.
fault-drill-actual = This scenario is for exercises only. Choose “{ status-exercise }” or “{ status-test }”.
fault-not-read = Read both texts, then tick the box.
fault-password-wrong = This is not your current password. Try again.
fault-password-weak = Choose a new password of at least { $fewest } characters, different from the old one.
fault-address = Write a complete e-mail address, for example first.last@safe.brussels.
fault-address-taken = An account with this address exists already.
fault-role-missing = Choose at least one role.
fault-role-own = You cannot take the role “{ role-administrator }” from yourself. Ask another person who manages the accounts.
rule-other-territory = This alert also concerns a place for which you are not competent. The regional service can take care of it.
fault-other-territory = This alert also concerns a place for which you are not competent. The regional service can take care of it.
