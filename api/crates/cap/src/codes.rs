//! The catalogue of findings: code, named arguments, and a sentence for developers.

/// Every code with the names of its arguments, for those who translate them.
///
/// ```
/// let (_, args) = safe_cap::CODES.iter().find(|(code, _)| *code == "headline-long").unwrap();
/// assert_eq!(*args, ["length", "limit"]);
/// ```
pub const CODES: &[(&str, &[&str])] = &{
    let mut codes = [("", EMPTY); CATALOGUE.len()];
    let mut index = 0;
    while index < CATALOGUE.len() {
        codes[index] = (CATALOGUE[index].0, CATALOGUE[index].1);
        index += 1;
    }
    codes
};

const EMPTY: &[&str] = &[];

/// The sentence for developers, with arguments in braces.
pub(crate) fn sentence(code: &str) -> Option<&'static str> {
    CATALOGUE.iter().find(|entry| entry.0 == code).map(|entry| entry.2)
}

/// The catalogue, grouped by what is looked at.
#[rustfmt::skip]
const CATALOGUE: &[(&str, &[&str], &str)] = &[
    // Bytes and text.
    ("input-too-large", &["size", "limit"], "the input has {size} bytes, more than the {limit} allowed"),
    ("encoding-unsupported", &["encoding"], "the character encoding {encoding} is not supported"),
    ("encoding-invalid", &["encoding"], "the bytes are not text in {encoding}"),
    ("encoding-conflict", &["declared", "found"], "the document declares {declared} but is written in {found}"),
    ("findings-cut", &["limit"], "only the first {limit} findings are listed"),
    // XML.
    ("xml-doctype", &[], "document type declarations are refused"),
    ("xml-empty", &[], "there is no element"),
    ("xml-unexpected-end", &[], "the document ends too early"),
    ("xml-malformed", &["found"], "{found} does not belong here"),
    ("xml-before-root", &[], "there is text before the first element"),
    ("xml-after-root", &[], "there is content after the last element"),
    ("xml-tag-mismatch", &["open", "close"], "{open} is closed as {close}"),
    ("xml-character-invalid", &["character"], "the character {character} is not allowed in XML"),
    ("xml-entity-unknown", &["entity"], "the entity {entity} is not defined"),
    ("xml-attribute-repeated", &["attribute"], "the attribute {attribute} comes twice"),
    ("xml-prefix-unknown", &["prefix"], "the prefix {prefix} is not bound to a namespace"),
    ("xml-leading-space", &[], "there is white space before the XML declaration"),
    ("limit-depth", &["limit"], "elements are nested more than {limit} deep"),
    ("limit-elements", &["limit"], "there are more than {limit} elements"),
    ("limit-attributes", &["limit"], "there are more than {limit} attributes"),
    ("limit-name", &["limit"], "a name or attribute is longer than {limit} bytes"),
    ("limit-text", &["limit"], "a text is longer than {limit} bytes"),
    ("limit-vertices", &["limit"], "the polygons have more than {limit} positions"),
    // Schema.
    ("root-unknown", &["found"], "the document is no CAP alert but {found}"),
    ("version-unsupported", &["namespace"], "the namespace {namespace} is no supported version of CAP"),
    ("namespace-assumed", &["namespace"], "the namespace is missing and taken to be {namespace}"),
    ("element-missing", &["missing"], "the element {missing} is missing"),
    ("element-order", &["after"], "the element must come before {after}"),
    ("element-repeated", &[], "the element may come only once"),
    ("element-unknown", &["name", "namespace"], "the element {name} is not part of CAP (namespace {namespace})"),
    ("element-nested", &["child"], "the element {child} may not stand in a text"),
    ("element-empty", &[], "the element is empty and counts as absent"),
    ("text-unexpected", &["text"], "the text {text} may not stand between elements"),
    ("attribute-unexpected", &["attribute"], "the attribute {attribute} is not part of CAP"),
    ("value-unknown", &["value", "allowed"], "{value} is not one of {allowed}"),
    ("value-repaired", &["value", "used"], "{value} is read as {used}"),
    ("date-format", &["value"], "{value} is not of the form 2002-05-24T16:49:00-07:00"),
    ("date-range", &["value"], "{value} is no day and hour of the calendar"),
    ("date-no-offset", &["value"], "{value} lacks the offset from UTC"),
    ("uri-dropped", &["value"], "{value} is no address and was left out"),
    ("uri-format", &["value"], "{value} is no address, not even a relative one"),
    ("language-format", &["value"], "{value} is no language code"),
    ("number-format", &["value"], "{value} is no number"),
    // Message.
    ("text-characters", &["character"], "the character {character} cannot be written in XML"),
    ("word-quote", &["value"], "{value} cannot be written as one word of a list"),
    ("text-empty", &[], "the mandatory text is empty"),
    ("identifier-characters", &["value"], "the identifier {value} has a space, a comma, < or &"),
    ("sender-characters", &["value"], "the sender {value} has a space, a comma, < or &"),
    ("references-missing", &["msgType"], "a message of type {msgType} must name earlier messages"),
    ("reference-malformed", &["value"], "{value} is not of the form sender,identifier,sent"),
    ("reference-self", &["identifier"], "the message {identifier} names itself"),
    ("reference-repeated", &["identifier"], "the message {identifier} is named twice"),
    ("reference-later", &["identifier"], "the message {identifier} that is named was sent after this one"),
    ("reference-unknown", &["sender", "identifier"], "the message {identifier} of {sender} is not known here"),
    ("identifier-reused", &["sender", "identifier"], "{sender} already sent another message {identifier}"),
    ("restriction-missing", &[], "a message of scope Restricted must say by which rule"),
    ("restriction-unexpected", &["scope"], "a message of scope {scope} has a restriction"),
    ("addresses-missing", &[], "a message of scope Private must name its receivers"),
    ("exercise-note-missing", &[], "an exercise should be named in the note"),
    ("error-note-missing", &[], "a refusal should give its reason in the note"),
    ("info-missing", &["msgType"], "a message of type {msgType} should say something"),
    // Information.
    ("language-assumed", &["language"], "no language is named, which means {language}"),
    ("language-missing", &["language"], "there is no information in the language {language}"),
    ("language-overrides", &["language", "field"], "a later block in {language} changes {field} of an earlier one"),
    ("languages-differ", &["language", "other", "field"], "{language} and {other} differ in {field}"),
    ("category-missing", &[], "there is no category"),
    ("category-repeated", &["value"], "the category {value} comes twice"),
    ("effective-before-sent", &["effective", "sent"], "in force from {effective}, before it is sent at {sent}"),
    ("expires-missing", &[], "the message never ends"),
    ("expires-before-sent", &["expires", "sent"], "ends at {expires}, before it is sent at {sent}"),
    ("expires-before-effective", &["expires", "effective"], "ends at {expires}, before it is in force at {effective}"),
    ("expires-before-onset", &["expires", "onset"], "ends at {expires}, before the event begins at {onset}"),
    ("headline-missing", &[], "there is no headline"),
    ("headline-long", &["length", "limit"], "the headline has {length} characters, more than {limit}"),
    ("description-missing", &[], "there is no description"),
    ("instruction-missing", &[], "there is no instruction"),
    ("web-not-absolute", &["value"], "{value} is no absolute web address"),
    ("uri-invalid", &["value"], "{value} is no web address"),
    ("pair-empty", &[], "the name or the value is empty"),
    ("area-missing", &[], "no place is named"),
    // Resources.
    ("mime-type-format", &["value"], "{value} is no media type"),
    ("mime-type-assumed", &["used"], "the media type is missing and taken to be {used}"),
    ("resource-content-missing", &[], "the resource has neither an address nor content"),
    ("resource-size-invalid", &["value"], "{value} is no size in bytes"),
    ("resource-size-mismatch", &["stated", "found"], "the content has {found} bytes, not {stated}"),
    ("resource-digest-format", &["value"], "{value} is no SHA-1 digest in hexadecimal"),
    ("resource-digest-mismatch", &["stated", "found"], "the content has the digest {found}, not {stated}"),
    ("resource-base64-invalid", &[], "the content is not in base64"),
    // Places.
    ("area-shape-missing", &[], "the place has no polygon, circle or code"),
    ("geocode-empty", &[], "the name or the value of the code is empty"),
    ("geocode-without-shape", &[], "the place has codes but no polygon or circle"),
    ("polygon-malformed", &["value"], "{value} is no pair of latitude and longitude; the polygon is left out"),
    ("polygon-too-few", &["count"], "the polygon has {count} positions, fewer than 4"),
    ("polygon-not-closed", &[], "the last position of the polygon is not the first"),
    ("polygon-self-crossing", &["position"], "the polygon crosses or touches itself near {position}"),
    ("polygon-zero-area", &[], "the polygon has no surface"),
    ("polygon-vertex-repeated", &["position"], "the polygon passes {position} twice"),
    ("polygon-too-complex", &["limit"], "the polygon is too complex to check for crossings within {limit} steps"),
    ("polygon-closed", &[], "the first position was added at the end of the polygon"),
    ("polygon-repaired", &["used"], "the polygon is read as {used}"),
    ("polygon-vertices-dropped", &["count"], "{count} positions equal to the one before were dropped"),
    ("coordinate-range", &["position"], "{position} is no place on Earth"),
    ("circle-malformed", &["value"], "{value} is not of the form latitude,longitude radius; the circle is left out"),
    ("circle-repaired", &["value", "used"], "the circle {value} is read as {used}"),
    ("circle-radius", &["value"], "{value} km is no radius on Earth"),
    ("circle-radius-zero", &[], "the radius is 0, so the circle is a point"),
    ("altitude-invalid", &["value"], "{value} is no height"),
    ("ceiling-without-altitude", &[], "a ceiling is given without an altitude"),
    ("ceiling-below-altitude", &["ceiling", "altitude"], "the ceiling {ceiling} lies below the altitude {altitude}"),
    // Feeds.
    ("feed-unknown", &["found"], "the document is no Atom or RSS feed but {found}"),
];
