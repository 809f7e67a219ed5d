### Weapons permits: words of the interface. Facts, questions and forms are in content/permits.

## Names of the section and of its pages

permits-title = Weapons permits
permits-which = Which permit do you need?
permits-start-questions = Start the questions
permits-start-application = Start an application
permits-start-text = Answer at your own pace, add your documents and follow your file.
permits-statistics-text = How many files, how they ended and how long each step took.
permits-online = Online
permits-my-files = My files
permits-my-permits = My permits
permits-who-looked = Who looked at my file
permits-report-loss = Report a loss or theft
permits-not-emergency = Immediate danger: call 112 or 101. This site takes no emergency calls.

## Facts shown from the dated rows

permits-fact-model = Model { $model }
permits-fact-authority = Who decides
permits-fact-applicants = Who can apply
permits-fact-person = A person
permits-fact-company = A company
permits-fact-reasons = Legitimate reasons
permits-fact-documents = Documents to hand in
permits-fact-document-age = No older than { $age } on the day of application
permits-fact-document-conditional = Depending on your situation
permits-fact-document-alternative = Can replace another document
permits-fact-exempt = Not asked for: { $reason }
permits-fact-fee = Fee
permits-fact-fee-free = Free of charge
permits-fact-fee-unconfirmed = The amount is to be confirmed by the weapons service.
permits-fact-fee-filing = When you apply
permits-fact-fee-grant = When it is granted
permits-fact-deadlines = Time limits
permits-fact-advice = Opinions asked for
permits-fact-advice-required = Required
permits-fact-advice-optional = Possible
permits-fact-advice-not-stated = Not expressly provided for
permits-fact-advice-residence = place of residence
permits-fact-advice-activity = place of activity
permits-fact-appeal = Challenge the decision
permits-fact-legal-basis = Legal basis
permits-fact-source = Source
permits-fact-checked = Checked: { $date }
permits-fact-valid-from = Valid from { $date }
permits-fact-valid-to = Valid until { $date }
permits-fact-retention = Retention period
permits-fact-official-only-fr-nl = The decision is taken in French or Dutch. This page is for information.

## How sure a row is

permits-confidence-A = Read on an official page or in a legal text
permits-confidence-B = Taken from another source, to be compared with the official text
permits-confidence-C = Computed or derived
permits-confidence-unconfirmed = To be confirmed by the weapons service
permits-working-rule = Working rule of the service, not a statutory period
permits-two-sources-differ = The sources give two periods. We show both.

## Which permit: one question at a time

permits-question-progress = Question { $number }
permits-question-back = Previous question
permits-question-next = Continue
permits-question-restart = Start again
permits-question-nothing-stored = Your answers are not stored.
permits-question-choose = Choose an answer
permits-outcome-title = This is what fits
permits-outcome-why = Why?
permits-outcome-answers = Your answers
permits-outcome-read-guide = Read the guide
permits-outcome-other-authority = Another authority decides
permits-outcome-file-anyway = File an application anyway
permits-outcome-warning = Good to know before you file
permits-outcome-not-a-decision = This result points the way. It decides nothing.

## Signing in

permits-sign-in = Sign in
permits-sign-in-official = With your official identity (eID, itsme)
permits-sign-out = Sign out
permits-demo-identity = Demonstration identity
permits-session-ended = Your session has ended. Your work is saved.

## Filling in

permits-task-list = Task list
permits-task-not-started = To do
permits-task-started = Started
permits-task-done = Done
permits-task-waiting = Waiting for other people
permits-task-not-needed = Not needed
permits-saved-at = Saved at { $time }
permits-saving = Saving
permits-save-continue = Save and continue
permits-save-later = Save and come back later
permits-resume = Resume
permits-add-another = Add another
permits-remove = Remove
permits-change = Change
permits-optional = optional
permits-yes = Yes
permits-no = No
permits-check-answers = Check your answers
permits-send-file = Send the file
permits-file-sent = Your file has been sent
permits-file-reference = Your file number
permits-missing-items-count = To complete or correct: { $count }
permits-other-tab = This file changed in another tab. Here is the latest version.
permits-already-sent = This file had already been sent. Nothing was done twice.
permits-attest-again = Tick your statements again: you resumed this file.

## Errors. The first word says what to do

permits-error-summary = There is something to put right
permits-error-text-too-long = Write no more than { $max } characters
permits-error-textarea-too-long = Write no more than { $max } characters
permits-error-date-invalid = Enter a date that exists, for example 27 3 1985
permits-error-date-future = Enter a date in the past
permits-error-date-past = Enter a date in the future
permits-error-date-order = The last date cannot be before the first
permits-error-date-adult = This person is a minor: their consent is not needed
permits-error-email-invalid = Write a full e-mail address, for example name@example.be
permits-error-email-same = Write that person’s address, not your own
permits-error-phone-invalid = Write a full telephone number
permits-error-national-number-invalid = This number is not valid. Check the eleven digits.
permits-error-enterprise-number-invalid = This enterprise number is not valid. Check the ten digits.
permits-error-address-incomplete = Enter street, number, postcode and municipality
permits-error-list-empty = Add at least one line
permits-error-list-too-many = Remove lines: no more than { $max }
permits-error-list-rows =
    { $count ->
        [one] Something is missing or wrong in number { $rows }: choose “Change”
       *[other] Something is missing or wrong in numbers { $rows }: choose “Change”
    }
permits-error-in-row = Number { $row } – { $fault }
permits-error-choice-unknown = Choose an answer from the list
permits-error-attestation-missing = Tick every statement to send the file
permits-error-not-found = We cannot find that file
permits-error-not-allowed = You have no access to this page
permits-error-session = Sign in again, then send again. Nothing is lost.

## Documents

permits-upload = Add a file
permits-upload-accepted = PDF, JPEG or PNG, no more than { $size } per file
permits-upload-scanning = Being scanned
permits-upload-continue = The file is still being scanned. You can go on.
permits-upload-clean = File scanned
permits-upload-not-scanned = File received
permits-upload-infected = This file is refused: it may hold a harmful program. Your other files are untouched.
permits-upload-removed = Removed: harmful program
permits-upload-failed = The upload stopped. Try again, nothing else is lost.
permits-error-file-too-large = This file is too large: no more than { $size }
permits-error-file-empty = This file is empty
permits-error-file-type = Send a PDF, or a photo as JPEG or PNG. This file is of another type.
permits-error-file-content = Choose another file: this one is not a real PDF, JPEG or PNG.
permits-error-file-named = “{ $name }” – { $fault }
permits-error-file-password = This PDF is protected by a password. Send an unprotected version.
permits-error-file-damaged = This file is incomplete or damaged. Send it again.
permits-error-file-too-many = Add no more than { $max } files per document
permits-error-file-full = This file no longer fits: all files together can be { $size } at most. Remove a file or send a smaller one.
permits-error-file-unwritten = We cannot keep this file at the moment. Nothing else is lost: try again in a few minutes.
permits-error-file-missing = Add this document, or say why you do not have it yet
permits-document-too-old = This document will be too old: it may date from { $earliest } at the earliest
permits-document-expires-before = This document becomes too old on { $date }. Send the file before then, or ask for a new document.
permits-document-ok = Document in order

## Cohabitants

permits-consent-title = Your consent is asked for
permits-consent-heading = Your consent
permits-consent-yes = I agree
permits-consent-no = I do not agree
permits-consent-free = You answer freely. Only the service sees a refusal, and you can go back on a consent as long as the service has not decided.
permits-consent-not-you = This invitation is for someone else.
permits-consent-not-you-how = If the invitation is for you, sign in again with your own identity. If it is for someone else, sign out and let that person sign in. Do you think there is a mistake? Contact the weapons service.
permits-consent-done = Thank you. Your answer is recorded.
permits-consent-over = Your answer is no longer needed. The application has ended. You do not need to do anything.
permits-consent-withdraw = You can go back on your consent as long as the service has not decided. To do so, contact the weapons service.
permits-consent-withdrawn = On { $date } the service recorded that you went back on your consent. Your consent no longer holds. If that is a mistake, contact the weapons service.
permits-consent-contact = How to contact us

## Payment

permits-payment-title = Pay the fee
permits-payment-amount = Amount
permits-payment-account = Account
permits-payment-communication = Structured communication
permits-payment-qr = Scan this code with your banking app
permits-payment-transfer = Make a bank transfer with these details. Copy the communication without changing it.
permits-payment-frozen = The amount is the one in force on { $date }, the day you applied.
permits-payment-no-refund = The fee is not refunded after a refusal.
permits-payment-stage = Part { $number } of { $total }
permits-payment-open = Not paid yet
permits-payment-not-asked = Not asked for yet
permits-payment-partial = Partly paid: { $amount } missing
permits-payment-received = Paid on { $date }
permits-payment-not-here = We never take card payments on this site.

## The clock

permits-clock-title = How this date is computed
permits-clock-received = File received on { $date }
permits-clock-allowance = Period: { $period }
permits-clock-suspended = Suspended from { $from } to { $to }: { $reason }
permits-clock-extended = Extended by { $period }, decision of { $date }
permits-clock-rolled = The last day is not a working day: moved to { $date }
permits-clock-due = Decision expected by { $date }
permits-clock-was-due = The decision was due by { $date }
permits-clock-days-left =
    { $count ->
        [0] Last day
        [one] One day left
       *[other] { $count } days left
    }
permits-clock-first-day-out = The day we received it does not count
permits-clock-first-day-in = The day we received it counts
permits-clock-added = With { $period }: { $date }
permits-clock-month-end = That month has no day { $day }: we count up to its last day, { $date }
permits-clock-still = The period has been suspended since { $date }
permits-clock-reason-items = we are waiting for documents
permits-clock-overdue = That time has ended
permits-clock-holiday = Public holiday: { $name }
permits-period-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
permits-period-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
permits-period-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
permits-period-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
permits-period-at-most = at most { $period }

## State of a file, as the applicant sees it

permits-state-draft = Draft
permits-state-submitted = Sent
permits-state-completeness = The service is checking whether the file is complete
permits-state-missing-items = We are waiting for documents from you
permits-state-advice = Opinions have been asked for
permits-state-notice = You can respond before the decision
permits-state-drafting = The decision is being prepared
permits-state-granted = Granted
permits-state-granted-conditions = Granted with conditions
permits-state-refused = Refused
permits-state-inadmissible = Inadmissible
permits-state-withdrawn = Withdrawn by the applicant
permits-state-appealed = Appeal lodged

## State of a permit: the word is said of the permit, not of the file

permits-state-lapsed = Lapsed
permits-state-expired = Expired
permits-state-revoked = Withdrawn by the authority
permits-state-suspended = Suspended
permits-state-active = Valid

## Steps of a procedure

permits-step-police-first = Go to the police
permits-step-police-slip = Get the provisional slip
permits-step-choice = Choose what becomes of the weapon
permits-step-agreement = Sign the agreement
permits-step-exam = Pass the exam
permits-step-invitation = Get the invitation
permits-step-file = Fill in and send
permits-step-completeness = Check of the file
permits-step-fee = Pay
permits-step-fee-grant = Pay the second part
permits-step-advice = Opinions asked for
permits-step-notice = Respond, if need be
permits-step-decision = Decision
permits-step-delivery = Receive the document
permits-step-acquisition = Acquire the weapon
permits-step-control = Periodic control
permits-step-expiry = End of validity
permits-step-register = Registration

## After the decision

permits-decision-download = Download the decision (PDF)
permits-decision-verify = Verify a decision
permits-verify-match = This document matches a recorded decision.
permits-verify-no-match = This document matches no recorded decision.
permits-verify-privacy = This page only shows whether the document is genuine.
permits-appeal-open = You can challenge the decision up to and including { $date }
permits-appeal-closed = The time to challenge the decision has passed
permits-appeal-not-suspensive = The appeal does not suspend the decision.
permits-appeal-letter = Prepare my letter
permits-acquisition-until = Possible up to and including { $date }
permits-acquisition-confirm = Confirm the acquisition
permits-part-a = Part A (holder)
permits-part-b = Part B (authority)
permits-access-log-empty = Nobody has looked at your file yet.
permits-access-log-row = { $date }: { $service }, for { $purpose }

permits-statistics-title = Weapons permits in figures
