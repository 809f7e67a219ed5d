# What a check of an imported CAP message found, for the person who imports it.
# The line and the element are shown next to the sentence.

## Bytes and text

cap-input-too-large = The file is too large: { $size } bytes. The limit is { $limit } bytes.
cap-encoding-unsupported = The character encoding { $encoding } is not supported. Use UTF-8.
cap-encoding-invalid = The file has characters that are not { $encoding }. Save it again as UTF-8.
cap-encoding-conflict = The file says it is encoded as { $declared }, but it is written in { $found }.
cap-findings-cut = Only the first { $limit } remarks are listed.

## XML

cap-xml-doctype = The file has a DOCTYPE declaration. It is refused for safety: remove it.
cap-xml-empty = The file has no element.
cap-xml-unexpected-end = The file ends too early. It may be incomplete.
cap-xml-malformed = “{ $found }” does not belong here.
cap-xml-before-root = There is text before the first element. Remove it.
cap-xml-after-root = There is content after the end of the message. Remove it.
cap-xml-tag-mismatch = The element { $open } is closed by { $close }. Both names must be the same.
cap-xml-character-invalid = The character { $character } is not allowed in XML.
cap-xml-entity-unknown = The entity { $entity } is not defined.
cap-xml-attribute-repeated = The attribute { $attribute } comes twice.
cap-xml-prefix-unknown = The prefix { $prefix } is not bound to a namespace.
cap-xml-leading-space = There is a space or an empty line before the XML declaration. Remove it.
cap-limit-depth = Elements are nested more than { $limit } levels deep.
cap-limit-elements = The file has more than { $limit } elements.
cap-limit-attributes = There are more than { $limit } attributes.
cap-limit-name = A name or attribute is longer than { $limit } bytes.
cap-limit-text = A text is longer than { $limit } bytes.
cap-limit-vertices = The polygons have more than { $limit } points. Simplify them.

## Schema

cap-root-unknown = This file is not a CAP alert: it begins with { $found }.
cap-version-unsupported = The namespace { $namespace } is not a supported version of CAP.
cap-namespace-assumed = The namespace is missing. We assumed { $namespace }.
cap-element-missing = The element { $missing } is missing.
cap-element-order = This element must come before { $after }.
cap-element-repeated = This element may come only once.
cap-element-unknown = The element { $name } is not part of CAP (namespace: { $namespace }).
cap-element-nested = A text may not contain the element { $child }.
cap-element-empty = This element is empty and counts as absent.
cap-text-unexpected = The text “{ $text }” may not stand between two elements.
cap-attribute-unexpected = The attribute { $attribute } is not part of CAP.
cap-value-unknown = The value “{ $value }” is not allowed. Possible values: { $allowed }.
cap-value-repaired = The value “{ $value }” was read as “{ $used }”.
cap-date-format = The date “{ $value }” does not have the right form. Example: 2002-05-24T16:49:00-07:00.
cap-date-range = The date “{ $value }” does not exist in the calendar.
cap-date-no-offset = The date “{ $value }” does not give its time offset, for example +01:00.
cap-uri-dropped = “{ $value }” is not an address and was left out.
cap-uri-format = “{ $value }” is not an address, not even a relative one.
cap-language-format = “{ $value }” is not a language code. Example: en.
cap-number-format = “{ $value }” is not a number.

## Message

cap-text-characters = The character { $character } cannot be written in XML.
cap-word-quote = “{ $value }” cannot be written as one word of a list.
cap-text-empty = This text is required but empty.
cap-identifier-characters = The identifier “{ $value }” has a space, a comma, < or &.
cap-sender-characters = The sender “{ $value }” has a space, a comma, < or &.
cap-references-missing = A message of type { $msgType } must name the messages it is about.
cap-reference-malformed = The reference “{ $value }” does not have the form sender,identifier,date sent.
cap-reference-self = The message { $identifier } names itself.
cap-reference-repeated = The message { $identifier } is named twice.
cap-reference-later = The named message { $identifier } was sent after this one.
cap-reference-unknown = The message { $identifier } from { $sender } is not known here.
cap-identifier-reused = { $sender } has already sent another message with the identifier { $identifier }.
cap-restriction-missing = A restricted message (Restricted) must say under which rule.
cap-restriction-unexpected = A message of scope { $scope } must not have a restriction.
cap-addresses-missing = A private message (Private) must name its recipients.
cap-exercise-note-missing = The note should name the exercise.
cap-error-note-missing = The note should give the reason for the refusal.
cap-info-missing = A message of type { $msgType } should contain information.

## Information

cap-language-assumed = No language is given. The message is read as { $language }.
cap-language-missing = There is no information in the language { $language }.
cap-language-overrides = A later block in { $language } changes { $field } of an earlier block.
cap-languages-differ = The texts in { $language } and { $other } do not give the same value for { $field }.
cap-category-missing = The category is missing.
cap-category-repeated = The category { $value } comes twice.
cap-effective-before-sent = The message takes effect at { $effective }, before it was sent at { $sent }.
cap-expires-missing = The message has no end. Give one.
cap-expires-before-sent = The message ends at { $expires }, before it was sent at { $sent }.
cap-expires-before-effective = The message ends at { $expires }, before it takes effect at { $effective }.
cap-expires-before-onset = The message ends at { $expires }, before the event starts at { $onset }.
cap-headline-missing = The headline is missing.
cap-headline-long = The headline has { $length } characters. It is better to use no more than { $limit }.
cap-description-missing = The description is missing.
cap-instruction-missing = The instruction is missing: tell people what to do.
cap-web-not-absolute = “{ $value }” is not a full web address with https://.
cap-uri-invalid = “{ $value }” is not a web address.
cap-pair-empty = The name or the value is empty.
cap-area-missing = No place is given.

## Resources

cap-mime-type-format = “{ $value }” is not a media type. Example: image/png.
cap-mime-type-assumed = The media type is missing. We assumed { $used }.
cap-resource-content-missing = This attachment has neither an address nor content.
cap-resource-size-invalid = “{ $value }” is not a size in bytes.
cap-resource-size-mismatch = The attachment has { $found } bytes, not { $stated }.
cap-resource-digest-format = “{ $value }” is not a SHA-1 digest in hexadecimal.
cap-resource-digest-mismatch = The digest of the attachment is { $found }, not { $stated }. The attachment may have been changed.
cap-resource-base64-invalid = The content of the attachment is not in base64.

## Places

cap-area-shape-missing = The place has no polygon, no circle and no code.
cap-area-unread = The place “{ $place }” is not recognised ({ $codes }). Choose the municipalities yourself.
cap-shape-unread = Drawings of the place “{ $place }” that cannot be read: { $count }. Choose the municipalities yourself.
cap-geocode-empty = The name or the value of the code is empty.
cap-geocode-without-shape = The place has codes but no polygon or circle.
cap-polygon-malformed = “{ $value }” is not a pair latitude,longitude. The polygon is left out.
cap-polygon-too-few = The number of points of the polygon is { $count }. At least 4 are needed.
cap-polygon-not-closed = The last point of the polygon must be the same as the first.
cap-polygon-self-crossing = The polygon crosses or touches itself near { $position }.
cap-polygon-zero-area = The polygon has no surface.
cap-polygon-vertex-repeated = The polygon passes through { $position } twice.
cap-polygon-too-complex = The polygon is too complex: we could not check whether it crosses itself (limit: { $limit } steps).
cap-polygon-closed = The first point was added at the end of the polygon to close it.
cap-polygon-repaired = The polygon was read as { $used }.
cap-polygon-vertices-dropped = Points removed because they equal the one before: { $count }.
cap-coordinate-range = { $position } is not a place on Earth.
cap-circle-malformed = “{ $value }” does not have the form latitude,longitude radius. The circle is left out.
cap-circle-repaired = The circle “{ $value }” was read as { $used }.
cap-circle-radius = A radius of { $value } km does not exist on Earth.
cap-circle-radius-zero = The radius is 0: the circle is just a point.
cap-altitude-invalid = “{ $value }” is not a height.
cap-ceiling-without-altitude = A highest altitude (ceiling) is given without a lowest altitude (altitude).
cap-ceiling-below-altitude = The highest altitude { $ceiling } is below the lowest altitude { $altitude }.

## What the message is for

cap-scope-not-public = This message is not for the public (scope { $scope }). It can be read here, but not published. If the public must know, write a new alert.
cap-message-answers = This message only answers another one ({ $kind }). No draft is made of it.
cap-message-cancels = This message cancels another one. It can be read here, but does not become an alert. If one of our alerts no longer holds, cancel that alert.
cap-message-cancels-ours = This message cancels the alert { $alert }, which is active here. Open that alert and cancel it (a program: POST /office/api/alerts/{ $alert }/cancel).
cap-message-cancels-open = This message cancels the one from which the draft { $alert } was made, which is still open here. Open that draft and discard it.
cap-draft-discarded = The draft { $alert } was discarded: this message cancels the one from which it was made, and nobody had worked on it.
cap-update-unknown = The message that this one updates is not active here. Once published, this draft will be a new alert.
cap-update-names-more = This message also updates the alert { $alert }, which stays active beside it. End or cancel that alert if it no longer holds.

## Signature

cap-signature-digest-mismatch = The message was changed after it was signed.
cap-signature-signature-invalid = The signature was not made with the key of its certificate, or was changed.
cap-signature-certificate-expired = The certificate of “{ $subject }” has expired.
cap-signature-certificate-not-yet-valid = The certificate of “{ $subject }” is not valid yet.
cap-signature-certificate-not-trusted = The certificate of “{ $subject }” comes from no authority that we trust.
cap-signature-certificate-missing = The signature comes without a certificate.
cap-signature-certificate-invalid = The certificate of the signature cannot be read.
cap-signature-unsupported-algorithm = The signature uses a method that we do not accept: { $algorithm }.
cap-signature-not-over-whole-message = There must be exactly one signature, and it must cover the whole message.

## Feeds

cap-feed-unknown = This file is not an Atom or RSS feed: it begins with { $found }.
