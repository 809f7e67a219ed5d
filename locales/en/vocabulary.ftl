# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Extreme
severity-severe = Severe
severity-moderate = Moderate
severity-minor = Minor
severity-unknown = Severity unknown

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Act now
urgency-expected = Act soon
urgency-future = Get prepared
urgency-past = Past, nothing more to do
urgency-unknown = Urgency unknown

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Observed
certainty-likely = Likely
certainty-possible = Possible
certainty-unlikely = Unlikely
certainty-unknown = Certainty unknown

## Category: what kind of event (CAP 1.2, category)

category-geo = Ground and earthquakes
category-met = Weather and floods
category-safety = Public safety
category-security = Threats and public order
category-rescue = Search and rescue
category-fire = Fire
category-health = Health
category-env = Environment and pollution
category-transport = Traffic and transport
category-infra = Power, water, telecoms
category-cbrne = Hazardous substances
category-other = Other

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Take shelter
response-evacuate = Leave the area
response-prepare = Prepare
response-execute = Carry out the advice
response-avoid = Avoid the place or danger
response-monitor = Stay informed
response-assess = Assess the situation
response-allclear = All clear
response-none = Nothing to do

## State of an alert on the portal

state-active = Active
state-ended = Ended
state-cancelled = Cancelled
state-expired = Expired

## Status of a message (CAP 1.2, status)

status-actual = Actual
status-exercise = Exercise
status-test = Technical test
status-system = System message
status-draft = Draft

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Alert
msgtype-update = Update
msgtype-cancel = Cancellation

## Level of crisis management

level-communal = Municipal
level-provincial = Provincial
level-federal = Federal

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = French
language-nl = Dutch
language-en = English
language-de = German
language-ar = Arabic
language-tr = Turkish
language-es = Spanish
language-uk = Ukrainian
language-ru = Russian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-bg = Bulgarian
language-it = Italian
language-sq = Albanian
language-fa = Persian
language-ps = Pashto
language-ti = Tigrinya
language-so = Somali
