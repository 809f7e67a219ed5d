### Weapons permits: words of the applicant’s pages. Questions and documents are in content/permits.

## Days, times, amounts

permits-time = { $hour }:{ $minute }
permits-money = €{ $euro }.{ $cents }
permits-size-mb = { $size } MB
permits-size-kb = { $size } kB
permits-day = Day
permits-month = Month
permits-year = Year

## Around every page

permits-signed-in-as = Signed in: { $name }
permits-title-error = Error: { $title }
permits-back-to-file = Back to the file
permits-choose = Choose
permits-save-row = Save
permits-cancel = Cancel
permits-nothing-said = No answer
permits-no-document = No document yet
permits-tasks-done = { $done } of { $count } tasks done
permits-if-applicable = if needed

## Signing in

permits-sign-in-lede = Your application holds personal data. You sign in with your official identity, and the site keeps no password.
permits-sign-in-invited = There is a question for you personally. Sign in with your official identity to read and answer it: nobody else can do so for you. The site keeps no password.
permits-sign-in-none = Signing in with an official identity is not open here yet.
permits-demo-title = Demonstration
permits-demo-text = These people do not exist. Choose one to try the form. Do not enter real data.

## What was just done

permits-note-ended = Your session has ended. After signing in you return to the same page. What you had sent is saved.
permits-note-first = Sign in first. You then arrive at the page you chose.
permits-note-left = You are signed out. Your work is saved.
permits-note-again = Signing in took too long or came from another browser. Try again.
permits-note-cancelled = Signing in was interrupted. You can start again.
permits-note-refused = Signing in could not be verified. Try again, with your eID or itsme.
permits-note-saved = It is saved.
permits-note-uploaded = The file has been added.
permits-note-removed = The file has been removed.
permits-note-erased = The draft and its documents are erased.
permits-note-withdrawn = Your file is withdrawn. The service will not handle it any further.
permits-note-already-sent = This file has already been sent. Nothing was done twice.
permits-note-other-tab = This file has changed in another tab. Here is the latest version. What you just wrote replaced nothing: copy it if needed.
permits-note-answered = Your answer is saved. The service reads it.
permits-note-appealed = An appeal is already recorded. You no longer need to prepare a letter.

## Files of a person

permits-no-files = You have no file yet.
permits-for-company = For { $company }, by a mandate
permits-whoever-began = The person who began the file
permits-about-whoever-began = These questions are about the person who began the file, not about you.
permits-changed-at = Last change: { $date }
permits-report-change = Report a change
permits-resume-anywhere = Your answers are saved page by page. You can go on later, on another device.
permits-file-language = Language of the file
permits-file-title = File { $reference }
permits-task-too-old = Too old
permits-task-optional = If you have it
permits-state-recorded = Recorded
permits-state-control-not-in-order = The service has questions
permits-state-erased = Erased
permits-erase-draft = Erase this draft
permits-erase-draft-text = Your answers and documents are erased at once. This cannot be undone.
permits-withdraw = Withdraw my application
permits-withdraw-text = The service stops examining this file. The fee is not refunded. The file is kept for the period provided for.

permits-what-you-sent = What you sent
permits-your-documents = Your documents
permits-document-notice-answer = Attachment to your answer
permits-harmful = { $count ->
    [one] We have removed one of your documents
   *[other] We have removed { $count } of your documents
}
permits-harmful-text = Our virus scanner found a harmful program. If the service still needs a document, it will ask you for it. Check your device before you send anything else.
permits-consents-private = Each person answers freely. Only the service sees the answers.
permits-consents-answered = Answers received: { $answered } of { $asked }.
permits-looks-count = { $count ->
    [one] looked at { $count } time
   *[other] looked at { $count } times
}

## What happens next, by state of the file

permits-owes = The fee remains to be paid.
permits-next-submitted = The weapons service will see whether your file is complete. You get a message if something is missing.
permits-next-completeness = The service is checking your documents and answers. There is nothing to do for now.
permits-next-missing-items = Your file moves on as soon as you answer the service.
permits-next-advice = The service is waiting for the opinions it asked for. There is nothing to do for now.
permits-next-notice = Read what the service is considering. You can answer with your arguments and documents.
permits-next-answered = The service is reading your answer. There is nothing else to do for now.
permits-next-notice-over = The service continues to examine your file. There is nothing to do for now.
permits-next-drafting = The service is preparing the decision. There is nothing to do for now.
permits-next-overdue = The time for the decision is over. You can appeal, or wait: the service can still decide.
permits-next-overdue-long = The time for the decision is over. The service can still decide. Read below where the appeal stands.
permits-next-granted = Your application is granted. What comes next is under your permits.
permits-next-granted-conditions = Your application is granted. Read the conditions carefully. What comes next is under your permits.
permits-next-refused = Your application is refused. The decision says why, and how you can challenge it.
permits-next-inadmissible = Your application could not be examined on its merits. The decision says why, and how you can challenge it.
permits-next-withdrawn = You withdrew this application. The service takes it no further.
permits-next-appealed = Your appeal is recorded. Until it is answered, the decision continues to apply. There is nothing to do here for now.
permits-next-appeal-minister = The Minister has rejected your appeal. Below you can read until when you can still go to the Council of State.
permits-next-appeal-council-of-state = The Council of State has rejected your action. The decision is final.
permits-next-reversed = Your appeal succeeded: the decision is annulled. The service takes up your file again to make a new decision. There is nothing to do for now.

## Parts of an address

permits-address-street = Street
permits-address-number = Number
permits-address-box = Box (optional)
permits-address-postcode = Postcode
permits-address-municipality = Municipality
permits-add-row = Add: { $what }
permits-add-wanted-weapon = Add a weapon
permits-add-held-weapon = Add a weapon
permits-add-cohabitant = Add a person
permits-add-officer = Add a person
permits-row-title = { $what } – number { $number }
permits-row-numbered = { $number }. { $row }

## Checking and sending

permits-error-cohabitant-self = Name somebody else: you do not consent to your own application
permits-error-cohabitant-twice = This person is already in the list. For two people with the same name born on the same day, write all their given names
permits-error-cohabitant-unnamed = Write this person’s name in letters. If the person has only one name, enter it here
permits-error-company-fixed = Only the person who began this file can change the company. The earlier answer is here again
permits-error-file-choose-again = Choose the file again, after correcting the date
permits-send-explained = After sending you receive a file number. You can then no longer change your answers yourself.
permits-your-answers = Your answers
permits-history = History
permits-service = Weapons service
permits-event-received = File received
permits-event-suspended = The period is suspended
permits-event-resumed = The period runs again
permits-event-extended = The period is extended
permits-event-withdrawn = Application withdrawn
permits-event-decided = Decision taken
permits-purpose-handling = handling the file
permits-purpose-advice = an opinion
permits-purpose-legal-check = the legal check
permits-purpose-decision = the decision
permits-purpose-payment = the payment
permits-purpose-mandate = going on with the file
permits-purpose-document = reading a document
permits-look-weapons-clerk = someone from the weapons service
permits-look-legal = a lawyer of the service
permits-look-high-official = the person who decides (the High Official)
permits-look-adviser = an authority asked for its opinion (police, prosecutor or municipality)
permits-look-mandated = someone with a mandate of the company

## Payment

permits-payment-payee = Payee
permits-payment-account-unconfirmed = The account number is to be confirmed by the weapons service. Wait for that before paying.
permits-payment-later = You do not need to pay anything now. The payment request will arrive in this file.
permits-payment-waived = You do not have to pay this fee. There is nothing for you to do.

## Cohabitants

permits-consents = Consent of the adults at your address
permits-consent-question = Someone who lives at the same address as you has asked the weapons service for permission to hold or keep a weapon. The law asks for your consent.
permits-consent-your-answer = Your answer
permits-consent-choose = Choose an answer
permits-consent-send = Send my answer
permits-consent-paper-how = You can also answer on paper: the service then checks your signature.

## What the office asks

permits-notice-missing-items = The service asks for items, up to and including { $date }
permits-notice-before-adverse = You can respond before the decision, up to and including { $date }
permits-notice-sent-missing-items = What the service asked for on { $date }
permits-notice-sent-before-adverse = What the service wrote on { $date } before deciding
permits-notice-your-answer = Your answer
permits-notice-until = You can answer up to and including { $date }.
permits-notice-send = Send my answer
permits-notice-empty = Write an answer or add a file
permits-notice-most = At most { $max } characters. You can attach a longer text as a PDF.
permits-notice-too-long = Your text has { $length } characters. Keep it to { $max }, or attach it as a PDF
permits-notice-answered-at = You answered on { $date }. You can still add to it.
permits-notice-answered-on = You answered on { $date }.
permits-notice-answered-until = You answered on { $date }. You can still add to it up to and including { $until }.
permits-notice-arrived = Answer received
permits-notice-closed = You can no longer answer.
permits-notice-closed-tag = You can no longer answer
permits-notice-papers = Files received
permits-notice-unsent = Your files have arrived, but your answer is not sent yet. To finish, choose “Send my answer”.

## Permits that were granted

permits-acquired-weapon = Which weapon did you acquire?
permits-acquired-weapon-missing = Choose the weapon that you acquired
permits-acquired-on = Date of acquisition
permits-acquired-on-missing = Enter the date of acquisition
permits-acquired = Acquired on
permits-acquire-until = To be acquired by
permits-acquired-outside = This date is outside the time allowed for the acquisition
permits-acquisition = Acquisition
permits-acquisition-missed = No acquisition known at the end of the time for it, on { $date }: the permit no longer covers this weapon
permits-acquisition-end = End of the time for the acquisition
permits-acquisition-given-up = Parts returned unused
permits-serial = Serial number
permits-serial-missing = Enter the serial number
permits-serial-several = The permit has the same parts for all its weapons: enter the number of each weapon, with a slash between the numbers.
permits-part-with-holder = With you
permits-part-sent = The weapons service is sending it to you
permits-part-with-authority = With the weapons service
permits-part-to-return = To be returned to the weapons service
permits-part-to-return-after = Comes back to the weapons service after the acquisition, sent by the dealer or the seller
permits-part-to-return-sold = Comes back to the weapons service, sent by the dealer or the seller
permits-part-lost = Lost

permits-control-waits = The service invites you to a control of this permit. Answer by { $date }.
permits-control-answer = Answer the control
permits-renew = Apply for renewal

## Rules

rule-permit-other-tab = This file has changed in another tab. Reload the page.
rule-permit-sent = This file has been sent: it can no longer be changed here.
rule-permit-drafts = You have too many drafts. Erase one, then start again.
rule-permit-rows = You cannot add another row.
rule-permit-ended = This file has already ended.
rule-permit-acquired-already = The acquisition of this weapon is already recorded, or can no longer be. Open your permit again from your list to see where it stands.
rule-permit-kept = This file must be kept.
rule-permit-scan = This file is still being checked. Try again in a few minutes.
rule-permit-consent = This invitation is meant for another person.
rule-permit-consent-done = An answer is already recorded.
rule-permit-consent-not-given = There is no consent here that can still be withdrawn.
rule-permit-notice-over = The time to answer is over.
fault-permit-missing = Something is still missing from the file.

permits-paper-dated = document dated { $date }
permits-add-answer = Complete
permits-other-tab-typed = This page has changed in another tab. What you have just written is still below, but not saved. Save if you want to keep it. The other tab says:
permits-other-tab-nothing = Nothing is saved there.
permits-typed-waits = Your session ended before this could be saved. What you had written is still below: check it and save it.
