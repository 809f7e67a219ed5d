# The crisis phrasebook: every word of an alert that the portal writes itself.
# Arguments: $areas is a formatted list of municipalities; the others are the
# parameters of the scenario (content/scenarios.toml). An optional parameter
# that was not filled in arrives as the text "none".

## gas-leak

alert-gas-leak-event = Gasleck
alert-gas-leak-headline = Gasleck – { $areas }: Entfernen Sie sich
alert-gas-leak-description = Es tritt Gas aus. Ort: { $place }. Betroffenes Gebiet: { $areas }. Die Rettungsdienste sind im Einsatz.
alert-gas-leak-instruction =
    { $radius ->
        [none] Entfernen Sie sich von diesem Ort: { $place }.
       *[other] Entfernen Sie sich mehr als { $radius } von diesem Ort: { $place }.
    }
    Gehen Sie zu Fuß weg. Starten Sie kein Fahrzeug.
    Keine Flammen, keine Zigaretten.
    Im Gebäude: keinen Schalter und keine Klingel berühren, nicht telefonieren.
    Riecht es bei Ihnen nach Gas? Öffnen Sie die Fenster, wenn es Sie nicht aufhält. Gehen Sie über die Treppe hinaus, nicht mit dem Aufzug.
    Rufen Sie die 112 erst im Freien und nur bei Gefahr an.
    Kehren Sie zurück, wenn die Behörden es erlauben.

## toxic-smoke

alert-toxic-smoke-event = Giftiger Rauch
alert-toxic-smoke-headline = Giftiger Rauch – { $areas }: Bleiben Sie im Gebäude
alert-toxic-smoke-description = Gesundheitsschädlicher Rauch breitet sich aus. Ursprung: { $place }. Betroffenes Gebiet: { $areas }.
alert-toxic-smoke-instruction =
    { $radius ->
        [none] Gehen Sie in ein Gebäude und bleiben Sie dort. Ursprung des Rauchs: { $place }.
       *[other] Gehen Sie in ein Gebäude und bleiben Sie dort, vor allem, wenn Sie weniger als { $radius } von diesem Ort entfernt sind: { $place }.
    }
    Schließen Sie Türen und Fenster.
    Schalten Sie Lüftung, Dunstabzug und Klimaanlage aus.
    Kein Gebäude in der Nähe? Entfernen Sie sich vom Rauch, quer zum Wind.
    Im Auto: Fenster schließen, Lüftung aus, Gebiet verlassen.
    Holen Sie Kinder nicht ab: Die Schule schützt sie im Gebäude.
    Rufen Sie die 112 nur bei Gefahr an oder wenn jemand schlecht Luft bekommt.
    Warten Sie das Ende der Warnung ab, bevor Sie hinausgehen und lüften.

## fire

alert-fire-event = Brand
alert-fire-headline = Brand – { $areas }: Halten Sie Abstand
alert-fire-description = Es brennt. Ort: { $place }. Betroffenes Gebiet: { $areas }. Die Feuerwehr ist im Einsatz.
alert-fire-instruction =
    { $radius ->
        [none] Halten Sie sich von diesem Ort fern: { $place }.
       *[other] Bleiben Sie mehr als { $radius } von diesem Ort entfernt: { $place }.
    }
    Halten Sie den Weg für die Rettungsdienste frei.
    Zieht Rauch zu Ihnen? Gehen Sie hinein, schließen Sie Türen und Fenster, Lüftung aus.
    Brennt es in Ihrem Gebäude? Gehen Sie hinaus, schließen Sie die Türen hinter sich, nehmen Sie nicht den Aufzug.
    Versperrt Rauch den Weg? Bleiben Sie in einem geschlossenen Raum, dichten Sie die Tür unten ab, zeigen Sie sich am Fenster.
    Rufen Sie die 112 an, wenn Sie in Gefahr sind.
    Gehen Sie erst zurück, wenn die Feuerwehr es erlaubt.

## flood

alert-flood-event = Überschwemmung
alert-flood-headline = Überschwemmung – { $areas }: Gehen Sie nach oben
alert-flood-description =
    Das Wasser steigt oder kann schnell steigen. { $place ->
        [none] Mehrere Orte können betroffen sein.
       *[other] Ort: { $place }.
    } Betroffenes Gebiet: { $areas }.
alert-flood-instruction =
    { $place ->
        [none] Verlassen Sie Keller, Tiefgaragen und tief liegende Straßen.
       *[other] Entfernen Sie sich von diesem Ort: { $place }. Verlassen Sie Keller und Tiefgaragen.
    }
    Kommt das Wasser näher, gehen Sie in ein höheres Stockwerk.
    Gehen und fahren Sie nicht durch Wasser, auch nicht durch flaches.
    Meiden Sie Tunnel und Ufer.
    Stellen Sie Strom und Gas ab, wenn das trocken und gefahrlos möglich ist.
    Berühren Sie keine nassen Elektrogeräte.
    Gehen Sie nicht zurück, um Gegenstände zu retten.
    Rufen Sie die 112 an, wenn jemand in Gefahr ist.

## storm

alert-storm-event = Sturm
alert-storm-headline = Sturm – { $areas }: Bleiben Sie im Gebäude
alert-storm-description =
    Starker Wind weht oder wird erwartet. Bäume und Gegenstände können fallen. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Warnung gilt ab sofort.
       *[other] Voraussichtlicher Beginn: { $from }.
    } { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-storm-instruction =
    Bleiben Sie im Gebäude, weg von Fenstern.
    Holen Sie lose Gegenstände herein, aber nur bei noch schwachem Wind.
    Meiden Sie Parks und Wälder.
    Verschieben Sie Fahrten. Parken Sie nicht unter Bäumen.
    Draußen: Abstand zu Bäumen, Fassaden und Gerüsten.
    Berühren Sie kein Kabel, das am Boden liegt.
    Steigen Sie nicht aufs Dach.
    Rufen Sie die 112 nur an, wenn jemand in Gefahr ist.

## heat

alert-heat-event = Große Hitze
alert-heat-headline = Große Hitze – { $areas }: trinken und kühl bleiben
alert-heat-description =
    Es ist sehr heiß oder große Hitze wird erwartet. Hitze belastet den Körper, vor allem bei älteren und kranken Menschen und kleinen Kindern. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Warnung gilt ab sofort.
       *[other] Voraussichtlicher Beginn: { $from }.
    } { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-heat-instruction =
    Trinken Sie oft Wasser, auch ohne Durst.
    Bleiben Sie im Kühlen. Tagsüber Vorhänge und Fenster zu, nachts lüften.
    Meiden Sie Sonne und Anstrengung in den heißesten Stunden.
    Fragen Sie bei allein lebenden und geschwächten Menschen nach.
    Lassen Sie nie einen Menschen oder ein Tier im Auto.
    Baden Sie nicht im Kanal oder in Teichen.
    Ist jemand verwirrt, stark überhitzt oder bewusstlos? Rufen Sie die 112 an, bringen Sie die Person ins Kühle und befeuchten Sie die Haut.

## cold

alert-cold-event = Große Kälte
alert-cold-headline = Große Kälte – { $areas }: Halten Sie sich warm
alert-cold-description =
    Es ist sehr kalt oder große Kälte wird erwartet. Der Boden kann glatt sein. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Warnung gilt ab sofort.
       *[other] Voraussichtlicher Beginn: { $from }.
    } { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-cold-instruction =
    Gehen Sie wenig hinaus. Ziehen Sie sich warm an, vor allem Kopf und Hände.
    Gehen und fahren Sie langsam: Es kann glatt sein.
    Heizen Sie nicht mit Grill, Kocher oder Backofen: Gefahr einer CO-Vergiftung.
    Verschließen Sie keine Lüftungsgitter.
    Fragen Sie bei allein lebenden und geschwächten Menschen nach.
    Kopfschmerzen oder Unwohlsein bei laufender Heizung? Gehen Sie ins Freie und rufen Sie die 112 an.
    Reagiert draußen jemand nicht mehr? Rufen Sie die 112 an.

## power-cut

alert-power-cut-event = Stromausfall
alert-power-cut-headline = Stromausfall – { $areas }
alert-power-cut-description =
    Der Strom ist ausgefallen. { $place ->
        [none] Mehrere Straßen können betroffen sein.
       *[other] Ort: { $place }.
    } Betroffenes Gebiet: { $areas }. { $until ->
        [none] Es ist noch nicht bekannt, wann der Strom zurückkehrt.
       *[other] Strom voraussichtlich wieder da: { $until }.
    }
alert-power-cut-instruction =
    Schalten Sie Herd, Backofen und Bügeleisen aus.
    Nehmen Sie eine Taschenlampe statt einer Kerze.
    Lassen Sie Kühl- und Gefrierschrank geschlossen.
    Kein Grill und kein Stromgenerator im Gebäude: Gefahr einer CO-Vergiftung.
    Nehmen Sie nicht den Aufzug.
    Schonen Sie den Akku Ihres Telefons.
    Ampeln aus? Fahren Sie langsam und beachten Sie die Vorfahrt.
    Helfen Sie Nachbarn, die ein medizinisches Gerät brauchen.
    Rufen Sie die 112 nicht wegen des Ausfalls an, nur wenn jemand in Gefahr ist.

## water-not-drinkable

alert-water-not-drinkable-event = Leitungswasser nicht trinkbar
alert-water-not-drinkable-headline = Leitungswasser nicht trinkbar – { $areas }: nicht trinken
alert-water-not-drinkable-description =
    Das Leitungswasser ist zurzeit nicht trinkbar. { $place ->
        [none] Das ganze Gebiet kann betroffen sein.
       *[other] Ort: { $place }.
    } Betroffenes Gebiet: { $areas }. { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-water-not-drinkable-instruction =
    Trinken Sie kein Leitungswasser. Geben Sie es auch Tieren nicht.
    Nicht zum Kochen, zum Waschen von Lebensmitteln, für Babyflaschen, Eiswürfel oder zum Zähneputzen verwenden.
    Nehmen Sie Wasser aus Flaschen.
    Abkochen reicht nicht immer: nur, wenn die Behörden es empfehlen.
    Die Toilettenspülung dürfen Sie benutzen. Für Dusche und Wäsche gilt der Rat der Behörden.
    Krank nach dem Trinken? Rufen Sie Ihren Arzt oder Ihre Ärztin an, bei ernster Lage die 112.

## emergency-numbers-outage

alert-emergency-numbers-outage-event = Ausfall der Notrufnummern
alert-emergency-numbers-outage-headline = Notrufnummern schwer erreichbar – { $areas }
alert-emergency-numbers-outage-description =
    { $numbers ->
        [none] Anrufe bei 112 und 101 kommen möglicherweise nicht durch.
       *[other] Anrufe bei dieser Notrufnummer oder diesen Nummern kommen möglicherweise nicht durch: { $numbers }.
    } Betroffenes Gebiet: { $areas }. { $until ->
        [none] Es ist noch nicht bekannt, wann Anrufe wieder möglich sind.
       *[other] Anrufe voraussichtlich wieder möglich: { $until }.
    }
alert-emergency-numbers-outage-instruction =
    Im Notfall: Versuchen Sie einmal 112, dann 101, wenn möglich auch mit einem anderen Telefon.
    Keine Antwort? Gehen Sie zur nächsten Polizeiwache, Feuerwache oder zum nächsten Krankenhaus oder schicken Sie jemanden.
    Bitten Sie Menschen in der Nähe um Hilfe. Winken Sie einer Streife oder einem Rettungswagen.
    Rufen Sie nicht zum Testen an.
    Halten Sie die Leitungen frei: lieber Nachrichten als Anrufe.
    Fragen Sie bei kranken oder allein lebenden Nachbarn nach.
    Eine neue Nachricht sagt Ihnen, wann Anrufe wieder möglich sind.

## demonstration

alert-demonstration-event = Demonstration
alert-demonstration-headline = Demonstration – { $areas }: Planen Sie einen anderen Weg
alert-demonstration-description =
    Eine Demonstration ist geplant oder im Gang. Ort: { $place }. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Diese Information gilt ab sofort.
       *[other] Voraussichtlicher Beginn: { $from }.
    } { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    } { $people ->
        [none] Die erwartete Zahl der Personen ist nicht bekannt.
        [one] Etwa { $people } Person wird erwartet.
       *[other] Etwa { $people } Personen werden erwartet.
    }
alert-demonstration-instruction =
    Sie nehmen nicht teil? Meiden Sie diesen Ort: { $place }.
    Planen Sie mehr Zeit ein und prüfen Sie vorher Ihren Weg.
    Folgen Sie vor Ort den Anweisungen der Polizei.
    Halten Sie den Weg für die Rettungsdienste frei.
    In der Menge: Merken Sie sich die Ausgänge, drängeln Sie nicht. Wird es zu eng, gehen Sie seitlich hinaus.
    Spannungen in Ihrer Nähe? Gehen Sie ruhig weg.
    In Gefahr? Polizei: 101. Rettungsdienst und Feuerwehr: 112.

## traffic-disruption

alert-traffic-disruption-event = Verkehrsstörung
alert-traffic-disruption-headline = Verkehrsstörung – { $areas }
alert-traffic-disruption-description =
    Der Verkehr oder die öffentlichen Verkehrsmittel sind stark gestört. Ort: { $place }. Betroffenes Gebiet: { $areas }. { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-traffic-disruption-instruction =
    Meiden Sie diesen Ort: { $place }.
    Verschieben Sie Ihre Fahrt oder nehmen Sie einen anderen Weg.
    Prüfen Sie Ihren Weg vor der Abfahrt.
    Im Stau: Lassen Sie eine Gasse für die Rettungsdienste frei.
    Ihre Metro, Straßenbahn oder Ihr Zug steht still? Bleiben Sie im Wagen und folgen Sie den Anweisungen des Personals. Betreten Sie nicht die Gleise.
    Rufen Sie die 112 nur an, wenn jemand verletzt oder in Gefahr ist.

## suspicious-object

alert-suspicious-object-event = Verdächtiger Gegenstand
alert-suspicious-object-headline = Verdächtiger Gegenstand – { $areas }: Halten Sie Abstand
alert-suspicious-object-description = Die Polizei prüft einen verdächtigen Gegenstand. Ort: { $place }. Betroffenes Gebiet: { $areas }.
alert-suspicious-object-instruction =
    { $radius ->
        [none] Verlassen Sie diesen Ort und seine Umgebung: { $place }.
       *[other] Entfernen Sie sich mehr als { $radius } von diesem Ort: { $place }.
    }
    Berühren und bewegen Sie nichts.
    Bittet die Polizei Sie, im Gebäude zu bleiben? Bleiben Sie weg von Fenstern.
    Beachten Sie die Absperrung und folgen Sie den Anweisungen der Polizei.
    Gehen Sie nicht hin und filmen Sie nicht.
    Sie sehen einen weiteren beunruhigenden Gegenstand? Entfernen Sie sich zuerst, rufen Sie dann 101 an.
    Kehren Sie zurück, wenn die Polizei die Absperrung aufhebt.

## terrorist-threat

alert-terrorist-threat-event = Terroristische Bedrohung
alert-terrorist-threat-headline = Terroristische Bedrohung – { $areas }: Bringen Sie sich in Sicherheit
alert-terrorist-threat-description =
    Die Behörden melden eine terroristische Bedrohung. { $place ->
        [none] Der genaue Ort wird nicht mitgeteilt.
       *[other] Ort: { $place }.
    } Betroffenes Gebiet: { $areas }.
alert-terrorist-threat-instruction =
    { $place ->
        [none] Fliehen Sie vor der Gefahr, wenn es einen sicheren Weg gibt. Lassen Sie alles zurück.
       *[other] Entfernen Sie sich von diesem Ort, wenn es einen sicheren Weg gibt: { $place }. Lassen Sie alles zurück.
    }
    Sonst verstecken Sie sich: Tür blockieren, Licht aus, Telefon lautlos.
    In Sicherheit: Rufen Sie die 112 oder die 101 an, um Hilfe zu holen oder zu sagen, was Sie gesehen haben.
    Zeigen Sie der Polizei Ihre leeren Hände und folgen Sie ihren Anweisungen.
    Anderswo: Bleiben Sie im Gebäude und gehen Sie nicht hin.
    Verbreiten Sie keine Bilder der Polizei und keine Gerüchte.
    Folgen Sie den amtlichen Informationen.

## missing-person

alert-missing-person-event = Vermisste Person
alert-missing-person-headline = Vermisste Person – { $areas }: Die Polizei bittet um Hilfe
alert-missing-person-description = Die Polizei sucht eine vermisste Person. Letzter bekannter Ort: { $place }. Seit: { $since }. Betroffenes Gebiet: { $areas }.
alert-missing-person-instruction =
    Lesen Sie den Aufruf der Polizei.
    Letzter bekannter Ort: { $place }. Sehen Sie auch in Garten, Keller und Garage nach.
    Sie glauben, die Person jetzt zu sehen? Rufen Sie die 101 an und sagen Sie, wo.
    In Gefahr oder verletzt? Rufen Sie die 112 an.
    Greifen Sie nicht allein ein und ermitteln Sie nicht selbst.
    Teilen Sie nur den amtlichen Aufruf, ohne eigene Fotos oder Kommentare.
    Person gefunden? Löschen Sie, was Sie geteilt haben.

## park-closed

alert-park-closed-event = Parks geschlossen
alert-park-closed-headline = Parks geschlossen – { $areas }
alert-park-closed-description =
    { $place ->
        [none] Parks und Grünanlagen sind zu Ihrer Sicherheit geschlossen.
       *[other] Diese Grünanlage ist zu Ihrer Sicherheit geschlossen: { $place }.
    } Betroffenes Gebiet: { $areas }. { $until ->
        [none] Wann wieder geöffnet wird, ist noch nicht bekannt.
       *[other] Voraussichtlich wieder offen: { $until }.
    }
alert-park-closed-instruction =
    { $place ->
        [none] Betreten Sie keine Parks, auch wenn ein Tor offen steht.
       *[other] Betreten Sie diesen Ort nicht, auch wenn ein Tor offen steht: { $place }.
    }
    Sie sind schon drinnen? Gehen Sie durch den nächsten Ausgang, fern von Bäumen.
    Überschreiten Sie keine Absperrung.
    Nehmen Sie einen anderen Weg.
    Warten Sie, bis die Öffnung angekündigt wird.
    Rufen Sie die 112 nur an, wenn jemand in Gefahr ist.

## avoid-area

alert-avoid-area-event = Zu meidendes Gebiet
alert-avoid-area-headline = Zu meidendes Gebiet – { $areas }
alert-avoid-area-description =
    Ein Zwischenfall ist im Gang. Ort: { $place }. Betroffenes Gebiet: { $areas }. { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-avoid-area-instruction =
    { $radius ->
        [none] Gehen Sie nicht zu diesem Ort: { $place }.
       *[other] Bleiben Sie mehr als { $radius } von diesem Ort entfernt: { $place }.
    }
    Sind Sie dort im Freien? Gehen Sie ruhig weg.
    Sind Sie dort im Gebäude? Bleiben Sie drinnen, außer wenn die Rettungsdienste Sie bitten, hinauszugehen.
    Halten Sie den Weg für die Rettungsdienste frei.
    Gehen Sie nicht hin und filmen Sie keine Menschen.
    Rufen Sie die 112 nur bei Gefahr an.

## provincial-phase

alert-provincial-phase-event = Provinziale Krisenphase
alert-provincial-phase-headline = Provinziale Phase der Krisenbewältigung – { $areas }
alert-provincial-phase-description =
    Die provinziale Phase der Krisenbewältigung ist ausgelöst: Die Arbeit der Dienste wird für die ganze Region koordiniert. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Entscheidung gilt ab sofort.
       *[other] Beginn: { $from }.
    }
alert-provincial-phase-instruction =
    Diese Entscheidung regelt die Arbeit der Dienste. Für sich allein verlangt sie nichts von Ihnen.
    Folgen Sie den Anweisungen für Ihre Gemeinde.
    Informieren Sie sich bei amtlichen Quellen. Verbreiten Sie keine Gerüchte.
    Halten Sie Ihr Telefon geladen.
    Fragen Sie bei allein lebenden und geschwächten Menschen nach.
    Rufen Sie die 112 oder die 101 nicht für Auskünfte an, nur bei Gefahr.

## crisis-centre-activation

alert-crisis-centre-activation-event = Regionales Krisenzentrum aktiviert
alert-crisis-centre-activation-headline = Regionales Krisenzentrum aktiviert – { $areas }
alert-crisis-centre-activation-description =
    Das regionale Krisenzentrum ist aktiviert. Es verfolgt die Lage und koordiniert die Dienste. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Entscheidung gilt ab sofort.
       *[other] Beginn: { $from }.
    }
alert-crisis-centre-activation-instruction =
    Die Dienste verfolgen die Lage genau. Sie müssen zurzeit nichts Besonderes tun.
    Folgen Sie den Anweisungen, wenn eine Nachricht welche gibt.
    Informieren Sie sich bei amtlichen Quellen. Verbreiten Sie keine Gerüchte.
    Halten Sie Ihr Telefon geladen.
    Rufen Sie die 112 oder die 101 nicht für Auskünfte an, nur bei Gefahr.

## planned-event

alert-planned-event-event = Geplante Veranstaltung
alert-planned-event-headline = Geplante Veranstaltung – { $name }
alert-planned-event-description =
    { $name }. Ort: { $place }. Betroffenes Gebiet: { $areas }. Voraussichtlicher Beginn: { $from }. { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    } { $people ->
        [none] Die erwartete Zahl der Personen ist nicht bekannt.
        [one] Etwa { $people } Person wird erwartet.
       *[other] Etwa { $people } Personen werden erwartet.
    }
alert-planned-event-instruction =
    Planen Sie rund um diesen Ort mehr Zeit ein: { $place }.
    Kommen Sie möglichst zu Fuß, mit dem Rad oder mit öffentlichen Verkehrsmitteln.
    Prüfen Sie Ihren Weg vor der Abfahrt.
    Vor Ort: Merken Sie sich Ausgänge und Erste-Hilfe-Stellen. Vereinbaren Sie einen Treffpunkt.
    Lassen Sie keine Tasche unbeaufsichtigt.
    Folgen Sie den Anweisungen der Veranstalter und der Polizei.
    In Gefahr? Polizei: 101. Rettungsdienst und Feuerwehr: 112.

## health-measure

alert-health-measure-event = Gesundheitsmaßnahme
alert-health-measure-headline = Gesundheitsmaßnahme – { $areas }
alert-health-measure-description =
    Die Behörden treffen eine Maßnahme, um die Gesundheit aller zu schützen. Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Maßnahme gilt ab sofort.
       *[other] Beginn: { $from }.
    } { $until ->
        [none] Das Enddatum ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-health-measure-instruction =
    Lesen Sie die Maßnahme auf der Seite der Warnung und befolgen Sie sie.
    Waschen Sie oft die Hände und lüften Sie die Räume.
    Krank? Bleiben Sie zu Hause und rufen Sie in der Arztpraxis an, bevor Sie hingehen.
    Schützen Sie geschwächte Menschen in Ihrer Umgebung.
    Brechen Sie keine Behandlung ohne ärztlichen Rat ab.
    Gehen Sie nicht nur für Auskünfte in die Notaufnahme.
    Rufen Sie die 112 nur an, wenn ein Leben in Gefahr ist.

## drill

alert-drill-event = Übung
alert-drill-headline = Die Einsatzkräfte üben: { $areas }
alert-drill-description =
    Die Rettungsdienste üben. { $place ->
        [none] Es besteht keine Gefahr.
       *[other] Es besteht keine Gefahr. Ort: { $place }.
    } Betroffenes Gebiet: { $areas }. { $from ->
        [none] Die Übung läuft jetzt.
       *[other] Voraussichtlicher Beginn: { $from }.
    } { $until ->
        [none] Das Ende ist noch nicht bekannt.
       *[other] Voraussichtliches Ende: { $until }.
    }
alert-drill-instruction =
    Dies ist eine Übung. Sie müssen nichts tun.
    Sie sehen vielleicht Rettungsfahrzeuge und Menschen, die eine Rolle spielen.
    { $place ->
        [none] Lassen Sie die Teams arbeiten und halten Sie Abstand.
       *[other] Lassen Sie die Teams arbeiten und halten Sie sich von diesem Ort fern: { $place }.
    }
    Rufen Sie wegen der Übung nicht die 112 oder die 101 an.
    Echte Gefahr? Rufen Sie wie immer die 112 oder die 101 an.

## Messages of every scenario

alert-all-clear-event = Ende der Warnung: { $event }
alert-all-clear-headline = Ende der Warnung – { $event } – { $areas }
alert-all-clear-description = Diese Warnung ist beendet: { $event }. Betroffenes Gebiet: { $areas }.
alert-all-clear-instruction =
    Die Warnung ist aufgehoben. Sie können Ihren Alltag wieder aufnehmen.
    Folgen Sie weiterhin den Anweisungen vor Ort.
    Nach Rauch oder Gas gut lüften.
    Rufen Sie die 112 nicht für Auskünfte an.
    Danke, dass Sie den Anweisungen gefolgt sind.
alert-cancelled-event = Warnung zurückgezogen: { $event }
alert-cancelled-headline = Warnung irrtümlich gesendet – { $event } – { $areas }
alert-cancelled-description = Diese Warnung wurde irrtümlich gesendet und ist zurückgezogen: { $event }. Betroffenes Gebiet: { $areas }.
alert-cancelled-instruction =
    Bitte beachten Sie sie nicht. Sie müssen nichts tun.
    Rufen Sie deswegen nicht die 112 oder die 101 an.
    Haben Sie sie geteilt? Sagen Sie, dass es ein Irrtum war.
    Wir bitten um Entschuldigung.
alert-update-prefix = AKTUALISIERUNG
alert-exercise-prefix = ÜBUNG – dies ist keine echte Warnung
alert-exercise-note = Diese Nachricht gehört zu einer Übung. Es besteht keine Gefahr und Sie müssen nichts tun.
alert-test-prefix = TEST
push-update-title = AKTUALISIERUNG { $number } – { $headline }
push-all-clear-title = ENTWARNUNG – { $headline }
push-cancelled-title = ZURÜCKGEZOGEN – { $headline }
push-test-title = Test erfolgreich
push-test-body = Dieses Telefon oder dieser Computer kann die Warnungen von safe.brussels empfangen. Dies ist ein Test: Sie müssen nichts tun.
alert-next-update = Nächste Information: { $time }
alert-issued-by = Herausgegeben von: { $authority }
authority-safe-brussels = safe.brussels
authority-high-official = Hoher Beamter
authority-minister-president = Ministerpräsident der Region Brüssel-Hauptstadt
authority-mayor = Bürgermeisteramt – { $areas }
alert-not-be-alert = Dieser Dienst ergänzt BE-Alert, 112 und 101. Er ersetzt sie nicht.
