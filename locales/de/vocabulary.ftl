# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Extrem
severity-severe = Schwer
severity-moderate = Mäßig
severity-minor = Gering
severity-unknown = Schwere unbekannt

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Jetzt handeln
urgency-expected = Bald handeln
urgency-future = Sich vorbereiten
urgency-past = Vorbei, nichts mehr zu tun
urgency-unknown = Dringlichkeit unbekannt

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Beobachtet
certainty-likely = Wahrscheinlich
certainty-possible = Möglich
certainty-unlikely = Unwahrscheinlich
certainty-unknown = Gewissheit unbekannt

## Category: what kind of event (CAP 1.2, category)

category-geo = Boden und Erdbeben
category-met = Wetter und Überschwemmungen
category-safety = Öffentliche Sicherheit
category-security = Bedrohungen und öffentliche Ordnung
category-rescue = Suche und Rettung
category-fire = Brand
category-health = Gesundheit
category-env = Umwelt und Verschmutzung
category-transport = Verkehr
category-infra = Strom, Wasser, Telekommunikation
category-cbrne = Gefährliche Stoffe
category-other = Sonstiges

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Schutz suchen
response-evacuate = Den Ort verlassen
response-prepare = Sich vorbereiten
response-execute = Die Anweisung befolgen
response-avoid = Ort oder Gefahr meiden
response-monitor = Informiert bleiben
response-assess = Die Lage einschätzen
response-allclear = Entwarnung
response-none = Nichts zu tun

## State of an alert on the portal

state-active = Aktiv
state-ended = Beendet
state-cancelled = Zurückgezogen
state-expired = Abgelaufen

## Status of a message (CAP 1.2, status)

status-actual = Echt
status-exercise = Übung
status-test = Technischer Test
status-system = Systemnachricht
status-draft = Entwurf

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Warnung
msgtype-update = Aktualisierung
msgtype-cancel = Rücknahme

## Level of crisis management

level-communal = Kommunal
level-provincial = Provinzial
level-federal = Föderal

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = Französisch
language-nl = Niederländisch
language-en = Englisch
language-de = Deutsch
language-ar = Arabisch
language-tr = Türkisch
language-es = Spanisch
language-uk = Ukrainisch
language-ru = Russisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ro = Rumänisch
language-bg = Bulgarisch
language-it = Italienisch
language-sq = Albanisch
language-fa = Persisch
language-ps = Paschtu
language-ti = Tigrinisch
language-so = Somali
