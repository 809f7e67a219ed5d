# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = There is nothing at this address
error-not-found-detail = Check the address, or start again from the home page.
error-method-not-allowed = This action is not possible at this address
error-method-not-allowed-detail = Go back to the previous page and use its buttons or links.
error-unsupported-media-type = This format is not read here
error-unsupported-media-type-detail = Send the content in one of the formats of the API description and name it in “Content-Type”.
error-invalid = Some information needs correcting
error-invalid-detail = Correct what is listed, then send it again.
error-too-large = What you sent is too large
error-too-large-detail = Send a smaller file or a shorter text.
error-unauthorised = You need to sign in
error-unauthorised-detail = Sign in, then try again. A program must send a valid token.
error-forbidden = You may not do this
error-forbidden-detail = Ask the person who manages the accounts for access.
error-conflict = This action is no longer possible
error-conflict-detail = The situation has changed. Reload the page and check it before you try again.
error-too-many = Too many requests in a short time
error-too-many-detail = Wait a little, then try again.
error-unavailable = The service is not responding at the moment
error-unavailable-detail = Try again in a few moments. In danger? Call 112 or 101.
error-internal = Something went wrong on our side
error-internal-detail = Try again in a few moments. If it keeps happening, give us the error code. In danger? Call 112 or 101.
error-request = Error code
demonstration = Demonstration: invented alerts and files

## Rules behind a refusal

rule-four-eyes = You wrote or changed this text yourself, or gave its author their sign-in. Someone else must approve it.
rule-token-of-approver = This person can approve alerts: only they can make a token in their name.
rule-role = Your account does not have the role this needs. Ask the person who manages the accounts.
rule-form-expired = This form is no longer valid. Reload the page, then send it again.
rule-other-site = This request came from another site and was not carried out. Start again from our own pages.
rule-alert-not-active = This alert is not active. Reload the page to see where it stands.
rule-alert-not-draft = This alert is no longer a draft. Reload the page to see where it stands.
rule-alert-not-open = This alert can no longer be changed. If it is active, prepare an update.
rule-alert-not-submitted = This alert is not waiting for approval. Reload the page to see where it stands.
rule-changed-meanwhile = Someone else has changed this alert in the meantime. Reload the page and check it before you try again.
rule-text-changed = The text has changed since you read it. Read it again before you approve it.
rule-cap-taken = A message with this identifier, sender and time of sending is here already, with other content. Give the changed message a new identifier, then send it.
rule-too-many-origins = We cannot add this notification service at the moment. Try another browser, or try again later.
rule-update-other-status = An update stays of the same type as the first message: real alert, or exercise and test. For another type, create a new alert.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = This field is required. Fill it in.
fault-too-long = This text is too long: { $length } characters. Use at most { $most }.
fault-text-control = This text has a line break or an invisible character that is not allowed here. Remove it.
fault-choice-missing = Nothing is chosen. Choose an answer.
fault-value-unknown = This value does not exist. Choose one from the list.
fault-language-unknown = This language is not available here. Choose a language of the portal.
fault-language-missing =
    { $lang ->
        [fr] The French text is missing. Write it or complete the scenario.
        [nl] The Dutch text is missing. Write it or complete the scenario.
       *[other] The text is missing in this language: { $lang }. Write it or complete the scenario.
    }
fault-scenario-unknown = The scenario “{ $value }” does not exist. Choose one from the list.
fault-param-unknown = This scenario does not have this field. Remove it.
fault-metres = Write a distance in metres: a whole number from 1 to 100,000.
fault-whole-number = Write a whole number from 0 to 10,000,000.
fault-time = Give a valid day and time, for example 2026-11-21T14:30.
fault-time-past = This moment has already passed. Choose a later one.
fault-time-far = The end is too far away. Choose one within 31 days.
fault-time-order = The start must come before the end. Change one of them.
fault-status-not-issued = A message with this status cannot be published. Choose “{ status-actual }”, “{ status-exercise }” or “{ status-test }”.
fault-area-unknown = This code matches no place in the Region. Use an NIS code, a postcode or the code of a police zone.
fault-area-missing = No place is given. Choose at least one municipality or draw an area.
fault-too-many-areas = There are too many places. Keep fewer, or choose the whole Region.
fault-shape-too-few = Some points are missing. Draw at least three corners, then return to the first.
fault-shape-too-many = This outline has too many points. Simplify it: 5,000 points at most.
fault-shape-open = This outline is not closed. End it with its first point.
fault-shape-crossed = This outline crosses or touches itself, or has no surface. Draw it again.
fault-shape-swapped = The coordinates are swapped. Give the latitude first (about 50.8), then the longitude (about 4.4).
fault-shape-outside = This place is not in Belgium. Check the coordinates.
fault-shape-radius = This radius is not possible. Choose more than 0 and at most 50 kilometres.
fault-shape-not-in-region = This area touches no municipality of the Region. Move it or make it larger.
fault-point-needs-both = The latitude or the longitude is missing. Give both, or neither.
fault-degrees = Write a decimal number of degrees, with a point: for example 50.8466.
fault-endpoint = Your browser’s notification address is not valid. Reload the page and try again.
fault-endpoint-private = We cannot reach this notification address on the public internet. Try another browser.
fault-endpoint-other = This notification address is not the one of this subscription. Make a new subscription for it.
fault-key = One of your browser’s keys is not valid. Reload the page and try again.
fault-receipt = This test receipt is not valid or is older than ten minutes. Run the test again.
fault-rehearsal-code = This exercise code is not correct. Ask the person who runs the exercise, or leave the field empty for real alerts.
fault-json = This is not readable JSON. Check its form and its content type.
fault-json-shape = This JSON does not have the expected form: { $reason }. Compare it with the documentation of the interface.
fault-query = A parameter in the address is not valid: { $reason }. Correct it.
fault-page = Give a page number: a whole number from 1.
fault-per-page = Ask for 1 to 100 items per page.
fault-form = The form could not be read. Reload the page, then send it again.

## Page and list of alerts

alerts-more =
    { $count ->
        [one] See { $count } more alert
       *[other] See { $count } more alerts
    }
alerts-as-of = Situation at
alert-do-now = What to do now
alert-what = What is happening
alert-where = Where
alert-sent = Message sent
alert-onset = Start
alert-ended = Ended
alert-expires = Valid until
alert-next = Next information
alert-who = Issued by
alert-level = Crisis management level
alert-contact = Your contact
alert-aftercare = Support and help after an emergency
alert-guide = Read the full guide
alert-receive = Receive alerts
alert-other-languages = Other languages and data
alert-not-in-language = This alert is not yet available in English. You can read it in:
page-home = Go to the home page
office-home = Back to the back-office
office-sign-in = Sign in

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = Brussels-Capital Region
list-comma = ,_
list-and = { $head } and { $last }
distance-m = { $value } m
distance-km = { $value } km
clock-time = { $hour }:{ $minute }
clock-date-time = { $day } { $month } { $year } at { $hour }:{ $minute }
clock-brief =
    { $day } { $number ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] June
        [7] July
        [8] Aug
        [9] Sept
        [10] Oct
        [11] Nov
       *[12] Dec
    }, { $hour }:{ $minute }
