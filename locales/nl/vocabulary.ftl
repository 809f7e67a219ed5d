# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Extreem
severity-severe = Ernstig
severity-moderate = Matig
severity-minor = Gering
severity-unknown = Ernst onbekend

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Nu handelen
urgency-expected = Binnenkort handelen
urgency-future = Zich voorbereiden
urgency-past = Voorbij, niets meer te doen
urgency-unknown = Dringendheid onbekend

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Vastgesteld
certainty-likely = Waarschijnlijk
certainty-possible = Mogelijk
certainty-unlikely = Onwaarschijnlijk
certainty-unknown = Zekerheid onbekend

## Category: what kind of event (CAP 1.2, category)

category-geo = Bodem en aardbevingen
category-met = Weer en overstromingen
category-safety = Openbare veiligheid
category-security = Dreiging en ordehandhaving
category-rescue = Opsporing en redding
category-fire = Brand
category-health = Gezondheid
category-env = Milieu en vervuiling
category-transport = Verkeer en vervoer
category-infra = Stroom, water, telecom
category-cbrne = Gevaarlijke stoffen
category-other = Andere

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Schuilen
response-evacuate = De plaats verlaten
response-prepare = Zich voorbereiden
response-execute = De richtlijn toepassen
response-avoid = De plaats of het gevaar vermijden
response-monitor = Op de hoogte blijven
response-assess = De situatie inschatten
response-allclear = Gevaar geweken
response-none = Niets te doen

## State of an alert on the portal

state-active = Lopend
state-ended = Afgelopen
state-cancelled = Geannuleerd
state-expired = Verlopen

## Status of a message (CAP 1.2, status)

status-actual = Echt
status-exercise = Oefening
status-test = Technische test
status-system = Technisch bericht
status-draft = Ontwerp

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Waarschuwing
msgtype-update = Update
msgtype-cancel = Annulering

## Level of crisis management

level-communal = Gemeentelijk
level-provincial = Provinciaal
level-federal = Federaal

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = Frans
language-nl = Nederlands
language-en = Engels
language-de = Duits
language-ar = Arabisch
language-tr = Turks
language-es = Spaans
language-uk = Oekraïens
language-ru = Russisch
language-pl = Pools
language-pt = Portugees
language-ro = Roemeens
language-bg = Bulgaars
language-it = Italiaans
language-sq = Albanees
language-fa = Perzisch
language-ps = Pasjtoe
language-ti = Tigrinya
language-so = Somalisch
