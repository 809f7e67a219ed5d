# The alert operator reads these in the back-office: the name of each scenario,
# when to use it, and the fields to fill in (content/scenarios.toml).

## Scenarios

scenario-gas-leak-name = Gasleck
scenario-gas-leak-hint = Gas tritt auf der Straße oder in einem Gebäude aus, ein Bereich ist zu verlassen. Sollen die Menschen drinnen bleiben, nehmen Sie „Giftiger Rauch“ oder den freien Text.
scenario-toxic-smoke-name = Giftiger Rauch
scenario-toxic-smoke-hint = Gefährlicher Rauch oder eine gefährliche Wolke breitet sich aus: Die Menschen sollen im Gebäude bleiben.
scenario-fire-name = Brand
scenario-fire-hint = Großer Brand, von dem Abstand zu halten ist. Ist der Rauch die Hauptgefahr, nehmen Sie „Giftiger Rauch“.
scenario-flood-name = Überschwemmung
scenario-flood-hint = Hochwasser, überlaufende Kanalisation oder Starkregen, der Straßen, Keller oder Tunnel überflutet.
scenario-storm-name = Sturm
scenario-storm-hint = Starker Wind, bereits da oder angekündigt. Schließen nur die Parks, nehmen Sie „Parks geschlossen“.
scenario-heat-name = Große Hitze
scenario-heat-hint = Hitzeperiode, die die Gesundheit gefährdet.
scenario-cold-name = Große Kälte
scenario-cold-hint = Zeit mit strenger Kälte, Schnee oder Glätte.
scenario-power-cut-name = Stromausfall
scenario-power-cut-hint = Länger dauernder Ausfall in mehreren Straßen oder einer Gemeinde.
scenario-water-not-drinkable-name = Leitungswasser nicht trinkbar
scenario-water-not-drinkable-hint = Die zuständige Behörde rät davon ab, Leitungswasser zu trinken.
scenario-emergency-numbers-outage-name = Ausfall der Notrufnummern
scenario-emergency-numbers-outage-hint = Anrufe bei 112 oder 101 kommen nicht oder schlecht durch. Die Anweisungen funktionieren ohne diese Nummern.
scenario-demonstration-name = Demonstration
scenario-demonstration-hint = Geplante oder laufende Demonstration, die den Verkehr behindert. Bleiben Sie neutral: kein Anliegen, keine Organisation, keine Meinung.
scenario-traffic-disruption-name = Verkehrsstörung
scenario-traffic-disruption-hint = Schwerer Unfall, gesperrter Tunnel, stehende Metro oder eine andere große Störung.
scenario-suspicious-object-name = Verdächtiger Gegenstand
scenario-suspicious-object-hint = Polizeiabsperrung um ein verdächtiges Paket oder Fahrzeug.
scenario-terrorist-threat-name = Terroristische Bedrohung
scenario-terrorist-threat-hint = Laufender Angriff oder konkrete Bedrohung, bestätigt von der zuständigen Behörde. Nennen Sie nie den Standort der Polizei.
scenario-missing-person-name = Vermisste Person
scenario-missing-person-hint = Nur wenn die Polizei einen Aufruf veröffentlicht und um Verbreitung bittet. Übernehmen Sie nur dessen Inhalt; keine Namen oder Gesundheitsdaten in den Feldern.
scenario-park-closed-name = Parks geschlossen
scenario-park-closed-hint = Schließung eines oder mehrerer Parks, zum Beispiel bei starkem Wind.
scenario-avoid-area-name = Zu meidendes Gebiet
scenario-avoid-area-hint = Zwischenfall oder Einsatz, dessen Art noch nicht bekannt ist oder nicht genannt werden kann.
scenario-provincial-phase-name = Provinziale Krisenphase
scenario-provincial-phase-hint = Auslösung der provinzialen Phase. Senden Sie zusätzlich eine Warnung zur Gefahr selbst, wenn es konkrete Anweisungen gibt.
scenario-crisis-centre-activation-name = Regionales Krisenzentrum aktiviert
scenario-crisis-centre-activation-hint = Das regionale Krisenzentrum ist aktiviert und die Behörde möchte das mitteilen. Von der Bevölkerung wird nichts erwartet.
scenario-planned-event-name = Geplante Veranstaltung
scenario-planned-event-hint = Fest, Gipfel, Wettkampf oder eine andere angekündigte Veranstaltung mit Folgen für den Verkehr.
scenario-health-measure-name = Gesundheitsmaßnahme
scenario-health-measure-hint = Maßnahme einer Gesundheitsbehörde. Fügen Sie die Maßnahme selbst hinzu, in klaren Worten und in jeder Sprache.
scenario-drill-name = Übung
scenario-drill-hint = Übung der Rettungsdienste. Die Nachricht trägt das Wort „Übung“ und erreicht nur Testabonnenten.
scenario-free-text-name = Freier Text
scenario-free-text-hint = Kein Szenario passt. Sie schreiben alle Texte; Französisch und Niederländisch sind Pflicht.

## Fields

param-place-label = Ort
param-place-help = Straße, Platz, Park oder Viertel mit amtlichem Namen, auf Französisch und Niederländisch, wenn es zwei gibt. Höchstens 80 Zeichen. Der Name erscheint so in allen Sprachen.
param-radius-label = Entfernung in Metern
param-radius-help = Sicherheitsabstand, den die Rettungsdienste festlegen, in Metern, als Zahl. Leer lassen, wenn keiner festgelegt ist.
param-from-label = Beginn
param-from-help = Voraussichtliches Datum und Uhrzeit des Beginns. Leer lassen, wenn es ab sofort gilt.
param-until-label = Voraussichtliches Ende
param-until-help = Voraussichtliches Datum und Uhrzeit des Endes oder der Behebung. Leer lassen, wenn nicht bekannt: Der Text sagt es dann.
param-since-label = Zuletzt gesehen
param-since-help = Datum und Uhrzeit aus dem Aufruf der Polizei.
param-numbers-label = Betroffene Nummern
param-numbers-help = Nur die Ziffern, zum Beispiel „112“. Leer lassen, wenn 112 und 101 beide betroffen sind.
param-people-label = Erwartete Personen
param-people-help = Geschätzte Zahl, in Ziffern, ohne Punkt oder Leerzeichen. Leer lassen, wenn sie nicht bekannt ist oder nicht veröffentlicht werden soll.
param-name-label = Name der Veranstaltung
param-name-help = Eigenname der Veranstaltung, höchstens 80 Zeichen. Er erscheint so in allen Sprachen.
