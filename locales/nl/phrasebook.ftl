# The crisis phrasebook: every word of an alert that the portal writes itself.
# Arguments: $areas is a formatted list of municipalities; the others are the
# parameters of the scenario (content/scenarios.toml). An optional parameter
# that was not filled in arrives as the text "none".

## gas-leak

alert-gas-leak-event = Gaslek
alert-gas-leak-headline = Gaslek – { $areas }: ga weg uit de buurt
alert-gas-leak-description = Er is een gaslek. Plaats: { $place }. Betrokken gebied: { $areas }. De hulpdiensten zijn aan het werk.
alert-gas-leak-instruction =
    { $radius ->
        [none] Ga weg van deze plaats: { $place }.
       *[other] Ga meer dan { $radius } weg van deze plaats: { $place }.
    }
    Vertrek te voet. Start geen voertuig.
    Geen vlam, geen sigaret.
    Binnen: raak geen schakelaar of deurbel aan. Gebruik de telefoon niet.
    Ruikt u gas bij u thuis? Zet de ramen open als u daar geen tijd mee verliest. Ga via de trap naar buiten, niet met de lift.
    Bel 112 als u buiten bent, en alleen bij gevaar.
    Keer pas terug als de overheid zegt dat het mag.

## toxic-smoke

alert-toxic-smoke-event = Giftige rook
alert-toxic-smoke-headline = Giftige rook – { $areas }: blijf binnen
alert-toxic-smoke-description = Er verspreidt zich rook die gevaarlijk is voor de gezondheid. Oorsprong: { $place }. Betrokken gebied: { $areas }.
alert-toxic-smoke-instruction =
    { $radius ->
        [none] Ga een gebouw binnen en blijf er. Oorsprong van de rook: { $place }.
       *[other] Ga een gebouw binnen en blijf er, zeker op minder dan { $radius } van deze plaats: { $place }.
    }
    Sluit deuren en ramen.
    Zet ventilatie, dampkap en airco uit.
    Geen gebouw vlakbij? Ga weg van de rook, dwars op de wind.
    In de auto: sluit de ramen, zet de ventilatie uit en rij weg uit het gebied.
    Ga de kinderen niet halen: de school houdt ze veilig binnen.
    Bel 112 alleen bij gevaar of als iemand moeilijk ademt.
    Wacht op het einde van de waarschuwing om buiten te komen en te verluchten.

## fire

alert-fire-event = Brand
alert-fire-headline = Brand – { $areas }: blijf op afstand
alert-fire-description = Er is een brand. Plaats: { $place }. Betrokken gebied: { $areas }. De brandweer is aan het werk.
alert-fire-instruction =
    { $radius ->
        [none] Blijf weg van deze plaats: { $place }.
       *[other] Blijf meer dan { $radius } weg van deze plaats: { $place }.
    }
    Laat de weg vrij voor de hulpdiensten.
    Komt de rook uw kant op? Ga naar binnen, sluit deuren en ramen, zet de ventilatie uit.
    Brandt het in uw gebouw? Ga naar buiten, sluit de deuren achter u, neem de lift niet.
    Verspert rook de uitgang? Blijf in een gesloten kamer, dicht de onderkant van de deur af en toon u aan het raam.
    Bel 112 als u in gevaar bent.
    Ga pas terug naar binnen als de brandweer dat toelaat.

## flood

alert-flood-event = Overstroming
alert-flood-headline = Overstroming – { $areas }: zoek een hoge plek
alert-flood-description =
    Het water stijgt of kan snel stijgen. { $place ->
        [none] Verschillende plaatsen kunnen getroffen zijn.
       *[other] Plaats: { $place }.
    } Betrokken gebied: { $areas }.
alert-flood-instruction =
    { $place ->
        [none] Verlaat kelders, ondergrondse parkings en laaggelegen straten.
       *[other] Ga weg van deze plaats: { $place }. Verlaat kelders en ondergrondse parkings.
    }
    Komt het water dichterbij? Ga naar een hogere verdieping.
    Stap of rij niet door het water, ook niet als het ondiep is.
    Vermijd tunnels en de waterkant.
    Sluit stroom en gas af als dat droog en veilig kan.
    Raak geen natte elektrische toestellen aan.
    Ga niet terug naar beneden om spullen te redden.
    Bel 112 als iemand in gevaar is.

## storm

alert-storm-event = Storm
alert-storm-headline = Storm – { $areas }: blijf binnen
alert-storm-description =
    Het waait hard of er wordt hevige wind verwacht. Bomen en voorwerpen kunnen vallen. Betrokken gebied: { $areas }. { $from ->
        [none] De waarschuwing geldt vanaf nu.
       *[other] Verwacht begin: { $from }.
    } { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-storm-instruction =
    Blijf binnen, weg van de ramen.
    Haal losse voorwerpen binnen, maar alleen als de wind nog zwak is.
    Ga niet naar parken of bossen.
    Stel verplaatsingen uit. Parkeer niet onder een boom.
    Buiten: blijf weg van bomen, gevels en stellingen.
    Raak geen kabel aan die op de grond ligt.
    Ga niet op het dak.
    Bel 112 alleen als iemand in gevaar is.

## heat

alert-heat-event = Grote hitte
alert-heat-headline = Grote hitte – { $areas }: drink en zoek koelte
alert-heat-description =
    Het is heel warm of er wordt grote hitte verwacht. Hitte is zwaar voor het lichaam, vooral voor ouderen, zieken en jonge kinderen. Betrokken gebied: { $areas }. { $from ->
        [none] De waarschuwing geldt vanaf nu.
       *[other] Verwacht begin: { $from }.
    } { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-heat-instruction =
    Drink vaak water, ook zonder dorst.
    Blijf in de koelte. Houd gordijnen en ramen overdag dicht, verlucht ’s nachts.
    Vermijd zon en inspanning op de warmste uren.
    Vraag hoe het gaat met mensen die alleen of kwetsbaar zijn.
    Laat nooit een persoon of dier achter in een auto.
    Zwem niet in het kanaal of in vijvers.
    Is iemand verward, heel warm of bewusteloos? Bel 112, breng die persoon in de koelte en maak de huid nat.

## cold

alert-cold-event = Strenge koude
alert-cold-headline = Strenge koude – { $areas }: blijf warm
alert-cold-description =
    Het is heel koud of er wordt strenge koude verwacht. De grond kan glad zijn. Betrokken gebied: { $areas }. { $from ->
        [none] De waarschuwing geldt vanaf nu.
       *[other] Verwacht begin: { $from }.
    } { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-cold-instruction =
    Ga weinig naar buiten. Kleed u warm en bescherm vooral hoofd en handen.
    Stap en rij traag: het kan glad zijn.
    Verwarm niet met een barbecue, kampeervuurtje of oven: gevaar voor CO-vergiftiging.
    Stop verluchtingsroosters niet dicht.
    Vraag hoe het gaat met mensen die alleen of kwetsbaar zijn.
    Hoofdpijn of onwel bij een kachel of verwarming? Ga naar buiten en bel 112.
    Reageert iemand buiten niet meer? Bel 112.

## power-cut

alert-power-cut-event = Stroompanne
alert-power-cut-headline = Stroompanne – { $areas }
alert-power-cut-description =
    De stroom is uitgevallen. { $place ->
        [none] Verschillende straten kunnen getroffen zijn.
       *[other] Plaats: { $place }.
    } Betrokken gebied: { $areas }. { $until ->
        [none] Het is nog niet bekend wanneer de stroom terug is.
       *[other] Stroom naar verwachting terug: { $until }.
    }
alert-power-cut-instruction =
    Zet kookplaat, oven en strijkijzer uit.
    Gebruik een zaklamp, liever geen kaars.
    Houd koelkast en diepvries dicht.
    Geen barbecue of stroomgenerator binnen: gevaar voor CO-vergiftiging.
    Neem de lift niet.
    Spaar de batterij van uw telefoon.
    Werken de verkeerslichten niet? Vertraag en volg de voorrangsregels.
    Help buren die een medisch toestel nodig hebben.
    Bel 112 niet over de panne, alleen als iemand in gevaar is.

## water-not-drinkable

alert-water-not-drinkable-event = Kraanwater niet drinkbaar
alert-water-not-drinkable-headline = Kraanwater niet drinkbaar – { $areas }: drink het niet
alert-water-not-drinkable-description =
    Het kraanwater is nu niet drinkbaar. { $place ->
        [none] Het hele gebied kan getroffen zijn.
       *[other] Plaats: { $place }.
    } Betrokken gebied: { $areas }. { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-water-not-drinkable-instruction =
    Drink geen kraanwater. Geef het ook niet aan dieren.
    Gebruik het niet om te koken, voedsel te wassen, zuigflessen of ijsblokjes te maken of tanden te poetsen.
    Gebruik flessenwater.
    Water koken is niet altijd genoeg: doe het alleen als de overheid het aanraadt.
    U mag het toilet doorspoelen. Volg voor douche en was de raad van de overheid.
    Ziek nadat u ervan dronk? Bel uw huisarts, of 112 als het ernstig is.

## emergency-numbers-outage

alert-emergency-numbers-outage-event = Storing van de noodnummers
alert-emergency-numbers-outage-headline = Noodnummers moeilijk bereikbaar – { $areas }
alert-emergency-numbers-outage-description =
    { $numbers ->
        [none] Oproepen naar 112 en 101 komen mogelijk niet aan.
       *[other] Noodoproepen komen mogelijk niet aan. Getroffen nummers: { $numbers }.
    } Betrokken gebied: { $areas }. { $until ->
        [none] Het is nog niet bekend wanneer de storing voorbij is.
       *[other] Verwacht einde van de storing: { $until }.
    }
alert-emergency-numbers-outage-instruction =
    In nood: probeer één keer 112 en dan 101, zo mogelijk ook met een andere telefoon.
    Geen antwoord? Ga naar een politiekantoor, brandweerkazerne of ziekenhuis in de buurt, of stuur iemand.
    Vraag hulp aan mensen in de buurt. Geef een teken aan een patrouille of ziekenwagen.
    Bel niet om te testen.
    Houd de lijnen vrij: stuur een bericht in plaats van te bellen.
    Vraag hoe het gaat met buren die ziek of alleen zijn.
    U krijgt een nieuw bericht als de oproepen weer aankomen.

## demonstration

alert-demonstration-event = Betoging
alert-demonstration-headline = Betoging – { $areas }: kies een andere weg
alert-demonstration-description =
    Er is een betoging gepland of aan de gang. Plaats: { $place }. Betrokken gebied: { $areas }. { $from ->
        [none] Deze informatie geldt vanaf nu.
       *[other] Verwacht begin: { $from }.
    } { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    } { $people ->
        [none] Het verwachte aantal personen is niet bekend.
        [one] Er wordt ongeveer { $people } persoon verwacht.
       *[other] Er worden ongeveer { $people } personen verwacht.
    }
alert-demonstration-instruction =
    Neemt u niet deel? Vermijd deze plaats: { $place }.
    Reken op meer tijd en bekijk uw traject voor u vertrekt.
    Volg ter plaatse de aanwijzingen van de politie.
    Laat de weg vrij voor de hulpdiensten.
    In de massa: kijk waar de uitgangen zijn en duw niet. Wordt het te druk, ga dan zijwaarts weg.
    Spanning in uw buurt? Ga rustig weg.
    In gevaar? Politie: 101. Ziekenwagen en brandweer: 112.

## traffic-disruption

alert-traffic-disruption-event = Verkeershinder
alert-traffic-disruption-headline = Verkeershinder – { $areas }
alert-traffic-disruption-description =
    Het verkeer of het openbaar vervoer is ernstig gehinderd. Plaats: { $place }. Betrokken gebied: { $areas }. { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-traffic-disruption-instruction =
    Vermijd deze plaats: { $place }.
    Stel uw verplaatsing uit of kies een andere weg.
    Bekijk uw traject voor u vertrekt.
    In een file: laat een doorgang vrij voor de hulpdiensten.
    Staat uw metro, tram of trein stil? Blijf aan boord en volg de aanwijzingen van het personeel. Stap niet uit op de sporen.
    Bel 112 alleen als iemand gewond of in gevaar is.

## suspicious-object

alert-suspicious-object-event = Verdacht voorwerp
alert-suspicious-object-headline = Verdacht voorwerp – { $areas }: blijf op afstand
alert-suspicious-object-description = De politie onderzoekt een verdacht voorwerp. Plaats: { $place }. Betrokken gebied: { $areas }.
alert-suspicious-object-instruction =
    { $radius ->
        [none] Verlaat deze plaats en de omgeving: { $place }.
       *[other] Ga meer dan { $radius } weg van deze plaats: { $place }.
    }
    Raak niets aan en verplaats niets.
    Vraagt de politie u om binnen te blijven? Blijf weg van de ramen.
    Respecteer de perimeter en volg de aanwijzingen van de politie.
    Ga niet kijken en film niet.
    Ziet u nog een verontrustend voorwerp? Ga eerst weg en bel dan 101.
    Keer terug als de politie de perimeter opheft.

## terrorist-threat

alert-terrorist-threat-event = Terroristische dreiging
alert-terrorist-threat-headline = Terroristische dreiging – { $areas }: breng u in veiligheid
alert-terrorist-threat-description =
    De overheid meldt een terroristische dreiging. { $place ->
        [none] De precieze plaats wordt niet meegedeeld.
       *[other] Plaats: { $place }.
    } Betrokken gebied: { $areas }.
alert-terrorist-threat-instruction =
    { $place ->
        [none] Vlucht weg van het gevaar als er een veilige weg is. Laat uw spullen achter.
       *[other] Ga weg van deze plaats als er een veilige weg is: { $place }. Laat uw spullen achter.
    }
    Kan dat niet? Verberg u: blokkeer de deur, doe het licht uit, zet uw telefoon op stil.
    Bent u veilig? Bel 112 of 101 om hulp te vragen of te zeggen wat u hebt gezien.
    Toon de politie uw lege handen en volg haar bevelen.
    Elders: blijf binnen en ga er niet heen.
    Deel geen beelden van de politie en geen geruchten.
    Volg de officiële informatie.

## missing-person

alert-missing-person-event = Vermiste persoon
alert-missing-person-headline = Vermiste persoon – { $areas }: de politie vraagt uw hulp
alert-missing-person-description = De politie zoekt een vermiste persoon. Laatst bekende plaats: { $place }. Sinds: { $since }. Betrokken gebied: { $areas }.
alert-missing-person-instruction =
    Lees het opsporingsbericht van de politie.
    Laatst bekende plaats: { $place }. Kijk ook in uw tuin, kelder en garage.
    Denkt u de persoon nu te zien? Bel 101 en zeg waar.
    Is de persoon in gevaar of gewond? Bel 112.
    Grijp niet alleen in en doe geen eigen onderzoek.
    Deel alleen het officiële bericht, zonder eigen foto’s of commentaar.
    Is de persoon gevonden? Wis wat u hebt gedeeld.

## park-closed

alert-park-closed-event = Parken gesloten
alert-park-closed-headline = Parken gesloten – { $areas }
alert-park-closed-description =
    { $place ->
        [none] De parken en groene ruimten zijn gesloten voor uw veiligheid.
       *[other] Deze groene ruimte is gesloten voor uw veiligheid: { $place }.
    } Betrokken gebied: { $areas }. { $until ->
        [none] Het is nog niet bekend wanneer ze weer opengaan.
       *[other] Verwachte heropening: { $until }.
    }
alert-park-closed-instruction =
    { $place ->
        [none] Ga de parken niet in, ook niet als een hek openstaat.
       *[other] Ga hier niet naar binnen, ook niet als een hek openstaat: { $place }.
    }
    Bent u er al? Vertrek via de dichtstbijzijnde uitgang en vermijd de bomen.
    Ga niet voorbij een hek of lint.
    Kies een andere weg.
    Wacht tot de heropening is aangekondigd.
    Bel 112 alleen als iemand in gevaar is.

## avoid-area

alert-avoid-area-event = Te vermijden gebied
alert-avoid-area-headline = Te vermijden gebied – { $areas }
alert-avoid-area-description =
    Er is een incident aan de gang. Plaats: { $place }. Betrokken gebied: { $areas }. { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-avoid-area-instruction =
    { $radius ->
        [none] Ga niet naar deze plaats: { $place }.
       *[other] Blijf meer dan { $radius } weg van deze plaats: { $place }.
    }
    Bent u daar buiten? Ga rustig weg.
    Bent u daar binnen? Blijf binnen, tenzij de hulpdiensten u vragen om te vertrekken.
    Laat de weg vrij voor de hulpdiensten.
    Ga niet kijken en film geen mensen.
    Bel 112 alleen bij gevaar.

## provincial-phase

alert-provincial-phase-event = Provinciale crisisfase
alert-provincial-phase-headline = Provinciale fase van crisisbeheer – { $areas }
alert-provincial-phase-description =
    De provinciale fase van het crisisbeheer is afgekondigd: de diensten werken gecoördineerd voor het hele Gewest. Betrokken gebied: { $areas }. { $from ->
        [none] De beslissing geldt vanaf nu.
       *[other] Begin: { $from }.
    }
alert-provincial-phase-instruction =
    Deze beslissing regelt het werk van de diensten. Op zich legt ze u niets op.
    Volg de richtlijnen voor uw gemeente.
    Informeer u bij officiële bronnen. Deel geen geruchten.
    Houd uw telefoon opgeladen.
    Vraag hoe het gaat met mensen die alleen of kwetsbaar zijn.
    Bel 112 of 101 niet voor informatie, alleen bij gevaar.

## crisis-centre-activation

alert-crisis-centre-activation-event = Gewestelijk crisiscentrum geactiveerd
alert-crisis-centre-activation-headline = Gewestelijk crisiscentrum geactiveerd – { $areas }
alert-crisis-centre-activation-description =
    Het gewestelijk crisiscentrum is geactiveerd. Het volgt de situatie op en coördineert de diensten. Betrokken gebied: { $areas }. { $from ->
        [none] De beslissing geldt vanaf nu.
       *[other] Begin: { $from }.
    }
alert-crisis-centre-activation-instruction =
    De diensten volgen de situatie van dichtbij. U hoeft nu niets bijzonders te doen.
    Volg de richtlijnen als een bericht die geeft.
    Informeer u bij officiële bronnen. Deel geen geruchten.
    Houd uw telefoon opgeladen.
    Bel 112 of 101 niet voor informatie, alleen bij gevaar.

## planned-event

alert-planned-event-event = Gepland evenement
alert-planned-event-headline = Gepland evenement – { $name }
alert-planned-event-description =
    { $name }. Plaats: { $place }. Betrokken gebied: { $areas }. Verwacht begin: { $from }. { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    } { $people ->
        [none] Het verwachte aantal personen is niet bekend.
        [one] Er wordt ongeveer { $people } persoon verwacht.
       *[other] Er worden ongeveer { $people } personen verwacht.
    }
alert-planned-event-instruction =
    Reken op meer tijd rond deze plaats: { $place }.
    Kom liefst te voet, met de fiets of met het openbaar vervoer.
    Bekijk uw traject voor u vertrekt.
    Ter plaatse: kijk waar de uitgangen en hulpposten zijn. Spreek een ontmoetingspunt af.
    Laat geen tas onbewaakt achter.
    Volg de aanwijzingen van de organisatie en de politie.
    In gevaar? Politie: 101. Ziekenwagen en brandweer: 112.

## health-measure

alert-health-measure-event = Gezondheidsmaatregel
alert-health-measure-headline = Gezondheidsmaatregel – { $areas }
alert-health-measure-description =
    De overheid neemt een maatregel om ieders gezondheid te beschermen. Betrokken gebied: { $areas }. { $from ->
        [none] De maatregel geldt vanaf nu.
       *[other] Begin: { $from }.
    } { $until ->
        [none] De einddatum is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-health-measure-instruction =
    Lees de maatregel op de pagina van het bericht en pas hem toe.
    Was vaak uw handen en verlucht de kamers.
    Bent u ziek? Blijf thuis en bel uw huisarts voor u erheen gaat.
    Bescherm kwetsbare mensen in uw omgeving.
    Stop geen behandeling zonder medisch advies.
    Ga niet naar de spoed als u alleen informatie zoekt.
    Bel 112 alleen als er een leven in gevaar is.

## drill

alert-drill-event = Oefening
alert-drill-headline = De hulpdiensten oefenen: { $areas }
alert-drill-description =
    De hulpdiensten houden een oefening. { $place ->
        [none] Er is geen gevaar.
       *[other] Er is geen gevaar. Plaats: { $place }.
    } Betrokken gebied: { $areas }. { $from ->
        [none] De oefening is nu bezig.
       *[other] Verwacht begin: { $from }.
    } { $until ->
        [none] Het einduur is nog niet bekend.
       *[other] Verwacht einde: { $until }.
    }
alert-drill-instruction =
    Dit is een oefening. U hoeft niets te doen.
    U kunt voertuigen van de hulpdiensten zien en mensen die een rol spelen.
    { $place ->
        [none] Laat de teams werken en blijf op afstand.
       *[other] Laat de teams werken en blijf weg van deze plaats: { $place }.
    }
    Bel 112 of 101 niet over de oefening.
    Echt gevaar? Bel 112 of 101 zoals altijd.

## Messages of every scenario

alert-all-clear-event = Einde van de waarschuwing: { $event }
alert-all-clear-headline = Einde van de waarschuwing – { $event } – { $areas }
alert-all-clear-description = De volgende waarschuwing is voorbij: { $event }. Betrokken gebied: { $areas }.
alert-all-clear-instruction =
    De waarschuwing is opgeheven. U kunt uw gewone activiteiten hervatten.
    Volg nog de aanwijzingen ter plaatse.
    Was er rook of gas? Verlucht goed.
    Bel 112 niet voor informatie.
    Bedankt dat u de richtlijnen hebt gevolgd.
alert-cancelled-event = Waarschuwing geannuleerd: { $event }
alert-cancelled-headline = Waarschuwing bij vergissing verstuurd – { $event } – { $areas }
alert-cancelled-description = De volgende waarschuwing is bij vergissing verstuurd en is geannuleerd: { $event }. Betrokken gebied: { $areas }.
alert-cancelled-instruction =
    Houd er geen rekening mee. U hoeft niets te doen.
    Bel hierover niet naar 112 of 101.
    Hebt u de waarschuwing gedeeld? Zeg dan dat het een vergissing was.
    Onze excuses.
alert-update-prefix = UPDATE
alert-exercise-prefix = OEFENING – dit is geen echte waarschuwing
alert-exercise-note = Dit bericht hoort bij een oefening. Er is geen gevaar en u hoeft niets te doen.
alert-test-prefix = TEST
push-update-title = UPDATE { $number } – { $headline }
push-all-clear-title = EINDE WAARSCHUWING – { $headline }
push-cancelled-title = GEANNULEERD – { $headline }
push-test-title = Test geslaagd
push-test-body = Deze telefoon of computer kan de waarschuwingen van safe.brussels ontvangen. Dit is een test: u hoeft niets te doen.
alert-next-update = Volgende informatie: { $time }
alert-issued-by = Uitgegeven door: { $authority }
authority-safe-brussels = safe.brussels
authority-high-official = Hoge ambtenaar
authority-minister-president = Minister-President van het Brussels Hoofdstedelijk Gewest
authority-mayor = Burgemeester – { $areas }
alert-not-be-alert = Deze dienst is een aanvulling op BE-Alert, 112 en 101. Hij vervangt ze niet.
